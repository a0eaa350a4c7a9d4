package packettrap.spec.packet;

/**
 * An address with a prefix length: a route's destination, or an interface's address and network.
 *
 * @param address the address; bits behind the prefix are kept
 * @param length the prefix length, 0 to 32 or 0 to 128 bits
 */
public record IpPrefix(IpAddress address, int length) {
  public IpPrefix {
    if (length < 0 || length > address.width()) {
      throw new IllegalArgumentException(
          "prefix length " + length + " is not within 0 to " + address.width());
    }
  }

  /**
   * Reads a prefix in the form 192.0.2.0/24 or 2001:db8::/32.
   *
   * @throws IllegalArgumentException if it has another form
   */
  public static IpPrefix parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,3}")) {
      throw new IllegalArgumentException("not an address with a prefix length: " + text);
    }
    return new IpPrefix(
        IpAddress.parse(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
  }

  /** Whether an address lies in this network. */
  public boolean contains(IpAddress other) {
    if (other.ipv6() != address.ipv6()) {
      return false;
    }
    if (!address.ipv6()) {
      return length == 0 || (other.low() ^ address.low()) >>> 32 - length == 0;
    }
    long highDifference = other.high() ^ address.high();
    if (length <= 64) {
      return length == 0 || highDifference >>> 64 - length == 0;
    }
    return highDifference == 0 && (other.low() ^ address.low()) >>> 128 - length == 0;
  }

  @Override
  public String toString() {
    return address + "/" + length;
  }
}
