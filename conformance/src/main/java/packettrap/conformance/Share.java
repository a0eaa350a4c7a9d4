package packettrap.conformance;

/**
 * One of several runs that together do the work of one.
 *
 * @param number which of them, from 1
 * @param of how many there are
 */
public record Share(int number, int of) {
  /** The share that is the whole run. */
  public static final Share ALL = new Share(1, 1);

  /** More than that would have nothing to do in a quick run. */
  public static final int MOST = 1000;

  public Share {
    if (of < 1 || of > MOST || number < 1 || number > of) {
      throw new IllegalArgumentException("there is no part %d of %d".formatted(number, of));
    }
  }

  /** The first of a number of scripts that is this share's; it goes on to the next share's. */
  long first(long scripts) {
    return scripts * (number - 1) / of;
  }

  /** The first after those of this share. */
  long end(long scripts) {
    return scripts * number / of;
  }

  /** How many of them it has. */
  long size(long scripts) {
    return end(scripts) - first(scripts);
  }

  /** Whether a stage is this share's if it cannot be divided. */
  boolean does(int stage) {
    return number == (stage == Stages.WALKS ? of : 1);
  }

  @Override
  public String toString() {
    return number + " of " + of;
  }
}
