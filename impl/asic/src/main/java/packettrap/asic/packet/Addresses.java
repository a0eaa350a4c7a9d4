package packettrap.asic.packet;

/**
 * Tells what kinds of IP addresses there are, as the router's checks ask.
 *
 * <p>An address is two halves of 64 bits; an IPv4 address is the upper 32 bits of the first.
 */
public final class Addresses {
  private static final long LIMITED_BROADCAST = 0xffff_ffff_0000_0000L;

  private Addresses() {}

  /** 127.0.0.0/8 or ::1 (RFC 1122 3.2.1.3, RFC 4291 2.5.3). */
  public static boolean isLoopback(int version, long high, long low) {
    return version == 4 ? high >>> 56 == 127 : high == 0 && low == 1;
  }

  /** 224.0.0.0/4 or ff00::/8 (RFC 5771, RFC 4291 2.7). */
  public static boolean isMulticast(int version, long high) {
    return version == 4 ? high >>> 60 == 14 : high >>> 56 == 0xff;
  }

  /** 255.255.255.255 (RFC 919 section 7). */
  public static boolean isLimitedBroadcast(int version, long high) {
    return version == 4 && high == LIMITED_BROADCAST;
  }

  /** 0.0.0.0 or :: (RFC 1122 3.2.1.3, RFC 4291 2.5.2). */
  public static boolean isUnspecified(long high, long low) {
    return high == 0 && low == 0;
  }

  /** fe80::/10 (RFC 4291 2.5.6). */
  public static boolean isLinkLocal(int version, long high) {
    return version == 6 && high >>> 54 == 0xfe80 >> 6;
  }

  /** ffx0::/16, ffx1::/16, ffx2::/16 and so on (RFC 4291 2.7); -1 if it is no such address. */
  public static int multicastScope(int version, long high) {
    return version == 6 && high >>> 56 == 0xff ? (int) (high >>> 48 & 15) : -1;
  }

  /** 224.0.0.0/24 or ffx2::/16, which no router forwards (RFC 5771 4, RFC 4291 2.7). */
  public static boolean isLinkLocalMulticast(int version, long high) {
    return version == 4 ? high >>> 40 == 0xe0_0000 : multicastScope(version, high) == 2;
  }

  /** One host's address, as far as the address itself tells. */
  public static boolean isUnicast(int version, long high, long low) {
    return !isMulticast(version, high)
        && !isLimitedBroadcast(version, high)
        && !isUnspecified(high, low);
  }
}
