package packettrap.linux.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import packettrap.linux.netlink.Channel;
import packettrap.spec.message.Event;
import packettrap.wire.Bytes;
import packettrap.wire.Family;
import packettrap.wire.GenericMessage;
import packettrap.wire.Message;
import packettrap.wire.devlink.DevlinkObject;
import packettrap.wire.devlink.Handle;
import packettrap.wire.monitor.Alerts;

/**
 * What the kernel tells by itself: devlink's notifications and drop monitor's alerts.
 *
 * <p>Each has a socket of its own, so that a flood of alerts pushes no notification out.
 */
public final class Notices implements AutoCloseable {
  private final Channel devlink;
  private final Channel monitor;

  private Notices(Channel devlink, Channel monitor) {
    this.devlink = devlink;
    this.monitor = monitor;
  }

  /**
   * From now on, what is told.
   *
   * @param devlink a channel for devlink's notifications
   * @param monitor a channel for drop monitor's alerts; null: they are not wanted
   * @param monitoring drop monitor's family; null if {@code monitor} is
   * @throws packettrap.linux.netlink.NetlinkFailure if it may not be listened to
   */
  public static Notices join(Channel devlink, Family family, Channel monitor, Family monitoring) {
    family.group("config").ifPresent(devlink::join);
    if (monitor != null) {
      monitoring.group("events").ifPresent(monitor::join);
    }
    return new Notices(devlink, monitor);
  }

  /**
   * What was told since the last call: first the notifications about a device, then the alerts.
   *
   * @throws Channel.DatagramsLost if that is not all
   */
  public List<Event> drain(Handle device) {
    List<Event> events = new ArrayList<>();
    for (GenericMessage message : waiting(devlink)) {
      DevlinkObject.decode(message)
          .filter(object -> object.device().equals(device))
          .ifPresent(object -> events.add(object.notice()));
    }
    if (monitor != null) {
      waiting(monitor).forEach(message -> Alerts.decode(message).ifPresent(events::add));
    }
    return events;
  }

  private static List<GenericMessage> waiting(Channel channel) {
    List<GenericMessage> messages = new ArrayList<>();
    for (Optional<Bytes> next = channel.receive(0); next.isPresent(); next = channel.receive(0)) {
      Message.split(next.get()).forEach(message -> messages.add(GenericMessage.of(message)));
    }
    return messages;
  }

  @Override
  public void close() {
    devlink.close();
    if (monitor != null) {
      monitor.close();
    }
  }
}
