package packettrap.explorer;

/**
 * A few bits of a packed state.
 *
 * @param name what they say
 * @param shift the lowest of them
 * @param bits how many they are
 */
record Field(String name, int shift, int bits) {
  int get(long state) {
    return (int) (state >>> shift) & (1 << bits) - 1;
  }

  long put(int value) {
    return (long) value << shift;
  }

  long mask() {
    return (1L << bits) - 1 << shift;
  }
}
