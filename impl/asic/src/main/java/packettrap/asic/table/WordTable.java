package packettrap.asic.table;

import java.util.Arrays;

/**
 * A hash table from two words to one, without an object per entry or look-up.
 *
 * <p>Open addressing with linear probing, at most half full. Entries are never taken out: a new
 * configuration brings new tables.
 */
public final class WordTable {
  /** What a look-up finds that finds nothing. */
  public static final long NONE = -1;

  /** A table without entries needs no memory of its own: most configurations leave some empty. */
  private static final long[] NO_KEYS = {0};

  private static final long[] NO_VALUES = {NONE};

  private long[] firsts = NO_KEYS;
  private long[] seconds = NO_KEYS;
  private long[] values = NO_VALUES;
  private int size;

  /** The value of a key, {@link #NONE} if there is none. */
  public long get(long first, long second) {
    return values[slot(first, second)];
  }

  /** Gives a key a value, which is not {@link #NONE}, in place of the one it may have. */
  public void put(long first, long second, long value) {
    int slot = slot(first, second);
    if (values[slot] == NONE) {
      if (2 * (size + 1) > values.length) {
        grow();
        slot = slot(first, second);
      }
      size++;
      firsts[slot] = first;
      seconds[slot] = second;
    }
    values[slot] = value;
  }

  /** How many keys have a value. */
  public int size() {
    return size;
  }

  /** Where the key is, or would go. */
  private int slot(long first, long second) {
    int mask = values.length - 1;
    int slot = hash(first, second) & mask;
    while (values[slot] != NONE && (firsts[slot] != first || seconds[slot] != second)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /** The finalizer of MurmurHash3 over both words. */
  private static int hash(long first, long second) {
    long mixed = first * 0x9e37_79b9_7f4a_7c15L + second;
    mixed = (mixed ^ mixed >>> 33) * 0xff51_afd7_ed55_8ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ce_b9fe_1a85_ec53L;
    return (int) (mixed ^ mixed >>> 33);
  }

  private void grow() {
    long[] oldFirsts = firsts;
    long[] oldSeconds = seconds;
    long[] oldValues = values;
    int length = Math.max(16, 2 * oldValues.length);
    firsts = new long[length];
    seconds = new long[length];
    values = filled(length);
    for (int old = 0; old < oldValues.length; old++) {
      if (oldValues[old] != NONE) {
        int slot = slot(oldFirsts[old], oldSeconds[old]);
        firsts[slot] = oldFirsts[old];
        seconds[slot] = oldSeconds[old];
        values[slot] = oldValues[old];
      }
    }
  }

  private static long[] filled(int length) {
    long[] values = new long[length];
    Arrays.fill(values, NONE);
    return values;
  }
}
