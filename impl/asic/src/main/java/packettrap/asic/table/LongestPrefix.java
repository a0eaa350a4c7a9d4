package packettrap.asic.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the longest of the networks in which an address lies.
 *
 * <p>One hash table for each prefix length that occurs, the longest first. IPv4 and IPv6 networks
 * never mix in one object.
 */
public final class LongestPrefix {
  /** The networks of one length. */
  private record SameLength(long highMask, long lowMask, WordTable networks) {}

  private final List<SameLength> longestFirst = new ArrayList<>();
  private SameLength[] tables = {};

  /** Gives a network a value of 0 or more, unless it has one; returns whether it had none. */
  public boolean putIfAbsent(PrefixMatch network, long value) {
    WordTable networks = ofMask(network.highMask(), network.lowMask());
    if (networks.get(network.high(), network.low()) != WordTable.NONE) {
      return false;
    }
    networks.put(network.high(), network.low(), value);
    return true;
  }

  /** The value of the longest network with the address, {@link WordTable#NONE} if there is none. */
  public long get(long high, long low) {
    for (SameLength table : tables) {
      long value = table.networks.get(high & table.highMask, low & table.lowMask);
      if (value != WordTable.NONE) {
        return value;
      }
    }
    return WordTable.NONE;
  }

  private WordTable ofMask(long highMask, long lowMask) {
    for (SameLength table : longestFirst) {
      if (table.highMask == highMask && table.lowMask == lowMask) {
        return table.networks;
      }
    }
    SameLength added = new SameLength(highMask, lowMask, new WordTable());
    longestFirst.add(added);
    longestFirst.sort(Comparator.comparingInt(LongestPrefix::length).reversed());
    tables = longestFirst.toArray(SameLength[]::new);
    return added.networks;
  }

  private static int length(SameLength table) {
    return Long.bitCount(table.highMask) + Long.bitCount(table.lowMask);
  }
}
