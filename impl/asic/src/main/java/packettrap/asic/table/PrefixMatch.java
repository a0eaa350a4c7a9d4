package packettrap.asic.table;

import packettrap.spec.packet.IpAddress;
import packettrap.spec.packet.IpPrefix;

/**
 * A network as two words and their masks.
 *
 * @param version 4 or 6
 * @param high first 64 bits, without those behind the prefix; an IPv4 address is the upper half
 * @param low last 64 bits, likewise
 * @param highMask which bits of the first half count
 * @param lowMask which bits of the last half count
 */
public record PrefixMatch(int version, long high, long low, long highMask, long lowMask) {

  /** The network of a prefix. */
  public static PrefixMatch of(IpPrefix prefix) {
    IpAddress address = prefix.address();
    int length = prefix.length();
    long highMask = length == 0 ? 0 : -1L << 64 - Math.min(length, 64);
    long lowMask = length <= 64 ? 0 : -1L << 128 - length;
    return new PrefixMatch(
        version(address), high(address) & highMask, low(address) & lowMask, highMask, lowMask);
  }

  /** The network of one address. */
  public static PrefixMatch of(IpAddress address) {
    return of(new IpPrefix(address, address.width()));
  }

  /** 4 or 6. */
  public static int version(IpAddress address) {
    return address.ipv6() ? 6 : 4;
  }

  /** The first word of an address. */
  public static long high(IpAddress address) {
    return address.ipv6() ? address.high() : address.low() << 32;
  }

  /** The last word of an address. */
  public static long low(IpAddress address) {
    return address.ipv6() ? address.low() : 0;
  }

  /** Whether an address lies in the network. */
  public boolean contains(int otherVersion, long otherHigh, long otherLow) {
    return otherVersion == version && (otherHigh & highMask) == high && (otherLow & lowMask) == low;
  }
}
