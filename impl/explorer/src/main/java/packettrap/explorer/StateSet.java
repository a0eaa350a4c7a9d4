package packettrap.explorer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * A set of packed states: open addressing in an array of longs.
 *
 * <p>It holds the states themselves, so that a state is in it exactly if it was added. Many threads
 * may add at once; {@link #reserve} needs all others to rest.
 */
final class StateSet {
  private static final VarHandle PLACES = MethodHandles.arrayElementVarHandle(long[].class);

  /** No state is negative. */
  private static final long FREE = -1;

  private long[] places;
  private int shift;

  /** An empty set. */
  StateSet() {
    places = free(1 << 10);
    shift = Long.SIZE - 10;
  }

  private static long[] free(int size) {
    long[] places = new long[size];
    Arrays.fill(places, FREE);
    return places;
  }

  /** Makes room for so many states in all, so that no more than half the places are taken. */
  void reserve(long states) {
    if (2 * states <= places.length) {
      return;
    }
    int bits = Long.SIZE - Long.numberOfLeadingZeros(2 * states - 1);
    if (bits > 30) {
      throw new IllegalStateException("more than " + (1 << 29) + " states");
    }
    long[] old = places;
    places = free(1 << bits);
    shift = Long.SIZE - bits;
    for (long state : old) {
      if (state != FREE) {
        add(state);
      }
    }
  }

  private static long scrambled(long state) {
    long hash = state * 0x9e3779b97f4a7c15L;
    return (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
  }

  /** Reads where a state would lie, so that it is near when it is added; the value says nothing. */
  long touch(long state) {
    return places[(int) (scrambled(state) >>> shift)];
  }

  /** Adds a state; whether it is new. */
  boolean add(long state) {
    long[] all = places;
    int place = (int) (scrambled(state) >>> shift);
    while (true) {
      long there = all[place];
      if (there == FREE) {
        there = (long) PLACES.compareAndExchange(all, place, FREE, state);
        if (there == FREE) {
          return true;
        }
      }
      if (there == state) {
        return false;
      }
      place = place + 1 & all.length - 1;
    }
  }

  /** Whether a state was added. */
  boolean contains(long state) {
    int place = (int) (scrambled(state) >>> shift);
    while (places[place] != FREE) {
      if (places[place] == state) {
        return true;
      }
      place = place + 1 & places.length - 1;
    }
    return false;
  }
}
