package packettrap.explorer.suite;

/** Machines written as tables: for each state and input, where it leads and what is seen. */
final class Tables {
  private Tables() {}

  /** A machine; {@code next} of -1: not enabled. */
  static Mealy machine(int[][] next, int[][] output) {
    int[] seen = {0};
    return Mealy.explore(
        new Mealy.Steps() {
          @Override
          public long initial() {
            return 0;
          }

          @Override
          public long next(long state, int input) {
            seen[0] = output[(int) state][input];
            return next[(int) state][input];
          }

          @Override
          public Object output() {
            return seen[0];
          }
        },
        next[0].length,
        100);
  }
}
