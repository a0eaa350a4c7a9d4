package packettrap.conformance.exhaustive;

import java.util.List;
import java.util.function.Predicate;
import packettrap.conformance.broken.Bases;
import packettrap.reference.HostedDevice;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;

/**
 * A device with a fault that lies deep: it answers one request wrongly if certain others came just
 * before it, one right after the other.
 *
 * <p>It is wrong on purpose.
 */
final class Remembering implements TrapDevice {
  private final HostedDevice device = new HostedDevice(Bases.bare());
  private final boolean onlyAtFirst;
  private final List<Predicate<Request>> path;
  private boolean first = true;

  /** How much of the path was gone, all but its last step. */
  private int gone;

  /**
   * A device.
   *
   * @param onlyAtFirst whether the path begins on a new device only, on which nothing was changed
   * @param path the requests; the last one is answered wrongly
   */
  Remembering(boolean onlyAtFirst, List<Predicate<Request>> path) {
    this.onlyAtFirst = onlyAtFirst;
    this.path = path;
  }

  @Override
  public int interfaceVersion() {
    return device.interfaceVersion();
  }

  @Override
  public DeviceDescription description() {
    return device.description();
  }

  @Override
  public Reply call(Request request) {
    Reply reply = device.call(request);
    boolean next = path.get(gone).test(request);
    if (next && gone == path.size() - 1) {
      gone = 0;
      return new Reply.Failed(Errno.EINVAL, "deep");
    }
    boolean mayBegin = first || !onlyAtFirst;
    gone =
        next && (gone > 0 || mayBegin) ? gone + 1 : path.get(0).test(request) && mayBegin ? 1 : 0;
    first = first && gone > 0;
    return reply;
  }

  @Override
  public List<Event> poll() {
    return device.poll();
  }

  @Override
  public void close() {
    device.close();
  }
}
