package packettrap.spec.message;

/**
 * The opaque bytes that a user attached to a flow rule, as lower-case hexadecimal digits.
 *
 * <p>Source: {@code struct flow_action_cookie}.
 *
 * @param hex an even number of hexadecimal digits, at least two
 */
public record Cookie(String hex) {
  public Cookie {
    if (!hex.matches("([0-9a-f]{2})+")) {
      throw new IllegalArgumentException("not a cookie in hexadecimal digits: " + hex);
    }
  }

  /** The cookie with these digits. */
  public static Cookie parse(String hex) {
    return new Cookie(hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
