package packettrap.spec.message;

/**
 * How drop monitor tells of drops.
 *
 * <p>Source: {@code enum net_dm_alert_mode}; the ordinal is the kernel's number.
 */
public enum AlertMode {
  /** Counts, once a second. */
  SUMMARY,
  /** One alert for each packet. */
  PACKET;

  /** The mode with a kernel number, or null if there is none. */
  public static AlertMode ofNumber(int number) {
    return number == 0 ? SUMMARY : number == 1 ? PACKET : null;
  }
}
