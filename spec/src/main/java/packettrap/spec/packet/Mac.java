package packettrap.spec.packet;

/**
 * A 48-bit MAC address.
 *
 * @param bits the address as a number, the first byte on the wire most significant
 */
public record Mac(long bits) {
  /** ff:ff:ff:ff:ff:ff. */
  public static final Mac BROADCAST = new Mac(0xffff_ffff_ffffL);

  public Mac {
    if (bits >>> 48 != 0) {
      throw new IllegalArgumentException("a MAC address has 48 bits: " + Long.toHexString(bits));
    }
  }

  /**
   * Reads an address in the form 02:00:00:00:00:01.
   *
   * @throws IllegalArgumentException if it has another form
   */
  public static Mac parse(String text) {
    if (!text.matches("\\p{XDigit}{2}(:\\p{XDigit}{2}){5}")) {
      throw new IllegalArgumentException("not a MAC address: " + text);
    }
    return new Mac(Long.parseLong(text.replace(":", ""), 16));
  }

  /** Whether the group bit is set: multicast or broadcast. */
  public boolean isMulticast() {
    return (bits >> 40 & 1) != 0;
  }

  @Override
  public String toString() {
    return String.format("%012x", bits).replaceAll("(..)(?!$)", "$1:");
  }
}
