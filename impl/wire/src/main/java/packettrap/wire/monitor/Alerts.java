package packettrap.wire.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Event;
import packettrap.spec.message.Event.InputPort;
import packettrap.spec.packet.Frame;
import packettrap.wire.Attributes;
import packettrap.wire.Attributes.Attribute;
import packettrap.wire.Bytes;
import packettrap.wire.GenericMessage;
import packettrap.wire.MalformedMessage;

/**
 * Drop monitor's alerts, read from messages.
 *
 * <p>Source: {@code net_dm_packet_report_fill}, {@code net_dm_hw_packet_report_fill}, {@code
 * trace_drop_common}, {@code net_dm_hw_summary_report_fill}.
 */
public final class Alerts {
  /** Length of {@code struct net_dm_drop_point}. */
  private static final int POINT = 12;

  private Alerts() {}

  /**
   * The alert that a message of NET_DM is; empty if it is something else.
   *
   * @throws MalformedMessage if it is an alert and something is wrong or missing
   */
  public static Optional<Event> decode(GenericMessage message) {
    return switch (message.command()) {
      case Numbers.PACKET_ALERT -> Optional.of(packet(message.attributes()));
      case Numbers.ALERT -> Optional.of(summary(message.attributes()));
      default -> Optional.empty();
    };
  }

  private static Event packet(Attributes given) {
    Attribute origin = given.require(Numbers.ORIGIN, "origin");
    long timestamp = given.require(Numbers.TIMESTAMP, "timestamp").u64();
    long length = given.require(Numbers.ORIGINAL_LENGTH, "original length").u32();
    Integer protocol = given.find(Numbers.PROTOCOL).map(Attribute::u16).orElse(null);
    Frame payload = given.find(Numbers.PAYLOAD).map(Alerts::frame).orElse(null);
    InputPort port = given.find(Numbers.IN_PORT).map(one -> port(one.nest())).orElse(null);
    if (origin.u16() == Numbers.HARDWARE) {
      return new Event.HardwareDrop(
          given.require(Numbers.GROUP_NAME, "name of the trap's group").value().text(),
          given.require(Numbers.TRAP_NAME, "trap name").value().text(),
          port,
          given.find(Numbers.COOKIE).map(Alerts::cookie).orElse(null),
          timestamp,
          length,
          protocol,
          payload);
    } else if (origin.u16() == Numbers.SOFTWARE) {
      return new Event.SoftwareDrop(
          given.require(Numbers.PC, "program counter").u64(),
          given.text(Numbers.REASON), // since Linux 5.18
          given.require(Numbers.SYMBOL, "symbol").value().text(),
          port,
          timestamp,
          length,
          protocol,
          payload);
    }
    throw new MalformedMessage(
        origin.value().offset(),
        "origin " + origin.u16() + " is unknown; 0 (software) and 1 (hardware) are possible");
  }

  private static Frame frame(Attribute payload) {
    return Frame.of(payload.value().toByteArray());
  }

  private static Cookie cookie(Attribute attribute) {
    if (attribute.value().length() == 0) {
      throw new MalformedMessage(attribute.value().offset(), "a cookie has at least one byte");
    }
    return new Cookie(attribute.value().toString());
  }

  /** An index of 0 is left out: the packet came in on no network device. */
  private static InputPort port(Attributes given) {
    int index = given.find(Numbers.IFINDEX).map(Attribute::u32).orElse(0L).intValue();
    return new InputPort(index, given.text(Numbers.IFNAME));
  }

  private static Event summary(Attributes given) {
    if (!given.has(Numbers.HARDWARE_ENTRIES)) {
      return new Event.SoftwareSummary(points(given.require(Numbers.LEGACY, "drop points")));
    }
    List<Event.TrapCount> counts = new ArrayList<>();
    for (Attribute entry : given.nest(Numbers.HARDWARE_ENTRIES).all()) {
      Attributes inside = entry.nest();
      counts.add(
          new Event.TrapCount(
              inside.require(Numbers.TRAP_NAME, "trap name").value().text(),
              inside.require(Numbers.COUNT, "count").u32()));
    }
    return new Event.HardwareSummary(counts);
  }

  private static List<Event.PlaceCount> points(Attribute legacy) {
    Bytes value = legacy.value();
    long entries = value.u32(0);
    if (entries > (value.length() - 4) / POINT) {
      throw new MalformedMessage(
          value.offset(),
          "the alert says that it has %d entries, and %d fit into its %d bytes"
              .formatted(entries, (value.length() - 4) / POINT, value.length()));
    }
    List<Event.PlaceCount> counts = new ArrayList<>();
    for (int i = 0; i < entries; i++) {
      Bytes point = value.part(4 + i * POINT, POINT);
      counts.add(new Event.PlaceCount(point.u64(0), point.u32(8)));
    }
    return counts;
  }
}
