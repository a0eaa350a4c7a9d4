package packettrap.explorer;

/** The core came to a state that no sequence of inputs leads to; the message says what is odd. */
public final class ImpossibleState extends RuntimeException {
  private static final long serialVersionUID = 1;

  ImpossibleState(String oddity) {
    super(oddity);
  }
}
