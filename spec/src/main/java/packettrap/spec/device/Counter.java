package packettrap.spec.device;

import packettrap.spec.message.Errno;

/**
 * What a driver answers when a counter is read.
 *
 * @param value packets since registration; of no meaning if {@code errno} is not null
 * @param errno why the counter cannot be read; null: it can
 */
public record Counter(long value, Errno errno) {
  /** The counter's value. */
  public static Counter of(long value) {
    return new Counter(value, null);
  }

  /** The counter cannot be read. */
  public static Counter failed(Errno errno) {
    return new Counter(0, errno);
  }
}
