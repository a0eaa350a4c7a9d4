package packettrap.spec.device;

import java.util.List;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;

/**
 * A device with its whole mechanism, as a black box.
 *
 * <p>This is the second of two ways to plug in, for a stack that has its own devlink core or
 * something like it. A jar names it in {@code META-INF/services/packettrap.spec.device.TrapDevice};
 * the class is public and has a public constructor without parameters. A new object is a device
 * that was just registered; its notifications are the first events.
 *
 * <p>All calls come from one thread, one after the other.
 */
public interface TrapDevice extends AutoCloseable {
  /** {@code return TrapDriver.VERSION;} and nothing else. */
  int interfaceVersion();

  /** What the device is and can. Always the same. */
  DeviceDescription description();

  /** Asks something of the device; never null, never throws. */
  Reply call(Request request);

  /**
   * The events since the last poll. The order counts among notifications, among alerts, among
   * packets received, and among frames that leave one port; not between these.
   */
  List<Event> poll();

  /** The device is no longer needed. */
  @Override
  void close();
}
