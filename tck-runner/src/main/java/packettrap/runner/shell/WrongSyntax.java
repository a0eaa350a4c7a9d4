package packettrap.runner.shell;

/** A command that cannot be understood; the message is what its program says of it. */
final class WrongSyntax extends RuntimeException {
  private static final long serialVersionUID = 1;

  WrongSyntax(String sentence) {
    super(sentence);
  }
}
