package packettrap.wire.monitor;

import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import packettrap.spec.message.Event;
import packettrap.spec.message.Event.InputPort;
import packettrap.spec.packet.Frame;
import packettrap.wire.GenericMessage;
import packettrap.wire.Message;
import packettrap.wire.MessageWriter;

/** Drop monitor's alerts, written as the kernel writes them: its attributes in its order. */
public final class AlertWriter {
  private AlertWriter() {}

  /**
   * The message of an alert.
   *
   * @param alert a drop or a summary
   * @throws IllegalArgumentException if the event is no alert, or holds more than a message can
   */
  public static byte[] encode(ByteOrder order, Message.Header header, Event alert) {
    if (alert instanceof Event.HardwareDrop drop) {
      return packet(order, header, writer -> write(writer, drop));
    } else if (alert instanceof Event.SoftwareDrop drop) {
      return packet(order, header, writer -> write(writer, drop));
    } else if (alert instanceof Event.HardwareSummary summary) {
      return summary(
          order,
          header,
          writer ->
              writer
                  .attribute(Numbers.LEGACY, legacy -> legacy.rawU32(0))
                  .nest(Numbers.HARDWARE_ENTRIES, nest -> entries(nest, summary.counts())));
    } else if (alert instanceof Event.SoftwareSummary summary) {
      return summary(
          order,
          header,
          writer -> writer.attribute(Numbers.LEGACY, legacy -> points(legacy, summary)));
    }
    throw new IllegalArgumentException("no alert of drop monitor: " + alert);
  }

  private static byte[] packet(
      ByteOrder order, Message.Header header, Consumer<MessageWriter> attributes) {
    return GenericMessage.encode(order, header, Numbers.PACKET_ALERT, Numbers.VERSION, attributes);
  }

  private static byte[] summary(
      ByteOrder order, Message.Header header, Consumer<MessageWriter> attributes) {
    return GenericMessage.encode(order, header, Numbers.ALERT, Numbers.VERSION, attributes);
  }

  private static void write(MessageWriter writer, Event.HardwareDrop drop) {
    writer.u16(Numbers.ORIGIN, Numbers.HARDWARE);
    writer.text(Numbers.GROUP_NAME, drop.group()).text(Numbers.TRAP_NAME, drop.trap());
    port(writer, drop.inputPort());
    if (drop.cookie() != null) {
      writer.bytes(Numbers.COOKIE, HexFormat.of().parseHex(drop.cookie().hex()));
    }
    rest(writer, drop.timestamp(), drop.originalLength(), drop.protocol(), drop.payload());
  }

  private static void write(MessageWriter writer, Event.SoftwareDrop drop) {
    writer.u16(Numbers.ORIGIN, Numbers.SOFTWARE).u64(Numbers.PC, drop.pc());
    if (drop.reason() != null) {
      writer.text(Numbers.REASON, drop.reason());
    }
    writer.text(Numbers.SYMBOL, drop.symbol());
    port(writer, drop.inputPort());
    rest(writer, drop.timestamp(), drop.originalLength(), drop.protocol(), drop.payload());
  }

  private static void port(MessageWriter writer, InputPort port) {
    if (port != null) {
      writer.nest(
          Numbers.IN_PORT,
          nest -> {
            if (port.ifindex() != 0) {
              nest.u32(Numbers.IFINDEX, port.ifindex());
            }
            if (port.name() != null) {
              nest.text(Numbers.IFNAME, port.name());
            }
          });
    }
  }

  private static void rest(
      MessageWriter writer, long timestamp, long length, Integer protocol, Frame payload) {
    writer.u64(Numbers.TIMESTAMP, timestamp).u32(Numbers.ORIGINAL_LENGTH, length);
    if (protocol != null) {
      writer.u16(Numbers.PROTOCOL, protocol);
    }
    if (payload != null) {
      writer.bytes(Numbers.PAYLOAD, payload.toByteArray());
    }
  }

  private static void entries(MessageWriter writer, List<Event.TrapCount> counts) {
    for (Event.TrapCount count : counts) {
      writer.nest(
          Numbers.HARDWARE_ENTRY,
          entry -> entry.text(Numbers.TRAP_NAME, count.trap()).u32(Numbers.COUNT, count.count()));
    }
  }

  private static void points(MessageWriter writer, Event.SoftwareSummary summary) {
    writer.rawU32(summary.counts().size());
    summary.counts().forEach(count -> writer.rawU64(count.pc()).rawU32(count.count()));
  }
}
