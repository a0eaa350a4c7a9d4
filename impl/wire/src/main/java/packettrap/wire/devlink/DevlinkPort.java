package packettrap.wire.devlink;

import java.nio.ByteOrder;
import java.util.Optional;
import packettrap.wire.Attributes;
import packettrap.wire.Attributes.Attribute;
import packettrap.wire.GenericMessage;
import packettrap.wire.Message;

/**
 * A port as devlink shows it. Source: {@code devlink_nl_port_fill}.
 *
 * @param device whose it is
 * @param index the driver's number for it
 * @param ifindex index of its network device; null: it has none here
 * @param name name of its network device; null: it has none here
 */
public record DevlinkPort(Handle device, long index, Integer ifindex, String name) {

  /** The request for all ports of all devices; the header's flags have to say DUMP. */
  public static byte[] dump(ByteOrder order, Message.Header header) {
    return GenericMessage.encode(order, header, Numbers.PORT_GET, Numbers.VERSION, writer -> {});
  }

  /** The request for all devices; the header's flags have to say DUMP. */
  public static byte[] dumpDevices(ByteOrder order, Message.Header header) {
    return GenericMessage.encode(order, header, Numbers.GET, Numbers.VERSION, writer -> {});
  }

  /** The device that a message of devlink introduces; empty if it is about something else. */
  public static Optional<Handle> device(GenericMessage message) {
    if (message.command() != Numbers.NEW) {
      return Optional.empty();
    }
    Attributes given = message.attributes();
    return given.has(Numbers.PORT_INDEX) ? Optional.empty() : Optional.of(Handle.of(given));
  }

  /** The message that introduces a device. */
  public static byte[] encodeDevice(ByteOrder order, Message.Header header, Handle device) {
    return GenericMessage.encode(order, header, Numbers.NEW, Numbers.VERSION, device::write);
  }

  /**
   * The port that a message of devlink shows; empty if it is about something else.
   *
   * @throws packettrap.wire.MalformedMessage if it is about a port and has no index
   */
  public static Optional<DevlinkPort> decode(GenericMessage message) {
    // In dumps the kernel calls it NEW, as a device: devlink_nl_cmd_port_get_dumpit.
    if (message.command() != Numbers.PORT_NEW && message.command() != Numbers.NEW) {
      return Optional.empty();
    }
    Attributes given = message.attributes();
    if (message.command() == Numbers.NEW && !given.has(Numbers.PORT_INDEX)) {
      return Optional.empty();
    }
    return Optional.of(
        new DevlinkPort(
            Handle.of(given),
            given.require(Numbers.PORT_INDEX, "port index").u32(),
            given.find(Numbers.PORT_IFINDEX).map(Attribute::u32).map(Long::intValue).orElse(null),
            given.text(Numbers.PORT_IFNAME)));
  }

  /** The message that shows this port. */
  public byte[] encode(ByteOrder order, Message.Header header) {
    return GenericMessage.encode(
        order,
        header,
        Numbers.PORT_NEW,
        Numbers.VERSION,
        writer -> {
          device.write(writer);
          writer.u32(Numbers.PORT_INDEX, index);
          if (ifindex != null) {
            writer.u32(Numbers.PORT_IFINDEX, ifindex);
          }
          if (name != null) {
            writer.text(Numbers.PORT_IFNAME, name);
          }
        });
  }
}
