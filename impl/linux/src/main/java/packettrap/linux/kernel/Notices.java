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
 * <p>One socket hears both, so that looking whether there is something costs one system call.
 */
public final class Notices implements AutoCloseable {
  private final Channel channel;
  private final int devlink;

  private Notices(Channel channel, int devlink) {
    this.channel = channel;
    this.devlink = devlink;
  }

  /**
   * From now on, what is told.
   *
   * @param channel a channel that nobody else uses
   * @param monitoring drop monitor's family; null: alerts are not wanted
   * @throws packettrap.linux.netlink.NetlinkFailure if it may not be listened to
   */
  public static Notices join(Channel channel, Family family, Family monitoring) {
    family.group("config").ifPresent(channel::join);
    if (monitoring != null) {
      monitoring.group("events").ifPresent(channel::join);
    }
    return new Notices(channel, family.id());
  }

  /**
   * What was told since the last call: first the notifications about a device, then the alerts.
   *
   * @throws Channel.DatagramsLost if that is not all
   */
  public List<Event> drain(Handle device) {
    List<Event> events = new ArrayList<>();
    List<Event> alerts = new ArrayList<>();
    for (Optional<Bytes> next = channel.receive(0); next.isPresent(); next = channel.receive(0)) {
      for (Message message : Message.split(next.get())) {
        if (message.header().type() == devlink) {
          DevlinkObject.decode(GenericMessage.of(message))
              .filter(object -> object.device().equals(device))
              .ifPresent(object -> events.add(object.notice()));
        } else {
          Alerts.decode(GenericMessage.of(message)).ifPresent(alerts::add);
        }
      }
    }
    events.addAll(alerts);
    return events;
  }

  @Override
  public void close() {
    channel.close();
  }
}
