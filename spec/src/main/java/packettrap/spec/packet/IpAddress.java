package packettrap.spec.packet;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * An IPv4 or IPv6 address.
 *
 * @param ipv6 whether it is an IPv6 address
 * @param high the first 64 bits of an IPv6 address; 0 for IPv4
 * @param low the last 64 bits of an IPv6 address, or the 32 bits of an IPv4 address
 */
public record IpAddress(boolean ipv6, long high, long low) {
  /** 0 to 255; a larger number would make {@link InetAddress} ask for a host of that name. */
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|[01]?\\d?\\d)";

  /** The IPv4 address with these 32 bits. */
  public static IpAddress v4(long bits) {
    return new IpAddress(false, 0, bits & 0xffff_ffffL);
  }

  /** The IPv6 address with these 128 bits. */
  public static IpAddress v6(long high, long low) {
    return new IpAddress(true, high, low);
  }

  /**
   * Reads an address: 192.0.2.1 or 2001:db8::1; never a host name.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static IpAddress parse(String text) {
    boolean ipv6 = text.indexOf(':') >= 0;
    if (!text.matches(ipv6 ? "[0-9a-fA-F:.]+" : OCTET + "(\\." + OCTET + "){3}")) {
      throw new IllegalArgumentException("not an IP address: " + text);
    }
    try {
      Frame bytes = Frame.of(InetAddress.getByName(text).getAddress());
      if (!ipv6) {
        return v4(bytes.u32(0));
      }
      // InetAddress turns ::ffff:192.0.2.1 into an IPv4 address.
      return bytes.length() == 4
          ? v6(0, 0xffff_0000_0000L | bytes.u32(0))
          : v6(bytes.u64(0), bytes.u64(8));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an IP address: " + text, e);
    }
  }

  /** The number of bits, 32 or 128. */
  public int width() {
    return ipv6 ? 128 : 32;
  }

  /** Dotted decimal for IPv4; eight hexadecimal groups, not shortened, for IPv6. */
  @Override
  public String toString() {
    if (!ipv6) {
      return (low >> 24 & 255)
          + "."
          + (low >> 16 & 255)
          + "."
          + (low >> 8 & 255)
          + "."
          + (low & 255);
    }
    StringBuilder text = new StringBuilder();
    for (int shift = 48; shift >= 0; shift -= 16) {
      text.append(Long.toHexString(high >>> shift & 0xffff)).append(':');
    }
    for (int shift = 48; shift >= 0; shift -= 16) {
      text.append(Long.toHexString(low >>> shift & 0xffff)).append(shift > 0 ? ":" : "");
    }
    return text.toString();
  }
}
