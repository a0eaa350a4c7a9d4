package packettrap.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import packettrap.spec.message.AlertMode;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.wire.devlink.DevlinkObject;
import packettrap.wire.devlink.DevlinkPort;
import packettrap.wire.devlink.DevlinkRequests;
import packettrap.wire.devlink.Handle;
import packettrap.wire.monitor.AlertWriter;
import packettrap.wire.monitor.Alerts;
import packettrap.wire.monitor.MonitorReplies;
import packettrap.wire.monitor.MonitorRequests;

class RoundTripTests {
  private static final Message.Header HEADER = new Message.Header(21, Netlink.REQUEST, 7, 0x8001);

  @Property(tries = 300)
  void a_header_is_read_as_it_was_written(@ForAll ByteOrder order, @ForAll Message.Header header) {
    byte[] bytes = new MessageWriter(order, header).toByteArray();

    assertEquals(List.of(new Message(header, Bytes.NONE)), Message.split(Bytes.of(order, bytes)));
  }

  @Property(tries = 1000)
  void a_request_to_devlink_is_read_as_it_was_written(
      @ForAll ByteOrder order, @ForAll Handle device, @ForAll Request.Devlink request) {
    int flags = Netlink.REQUEST | (DevlinkRequests.isDump(request) ? Netlink.DUMP : 0);
    Message.Header header = new Message.Header(21, flags, 1, 0);

    byte[] bytes = DevlinkRequests.encode(order, header, device, request);

    assertEquals(
        new DevlinkRequests.Addressed(device, request), DevlinkRequests.decode(only(order, bytes)));
  }

  @Property(tries = 300)
  void a_request_to_drop_monitor_is_read_as_it_was_written(
      @ForAll ByteOrder order, @ForAll Request.Monitor request) {
    byte[] bytes = MonitorRequests.encode(order, HEADER, request);

    assertEquals(request, MonitorRequests.decode(only(order, bytes)));
  }

  @Property(tries = 1000)
  void an_object_of_devlink_is_read_as_it_was_written(
      @ForAll ByteOrder order, @ForAll DevlinkObject object) {
    byte[] bytes = object.encode(order, HEADER);

    assertEquals(Optional.of(object), DevlinkObject.decode(only(order, bytes)));
  }

  @Property(tries = 1000)
  void an_alert_is_read_as_it_was_written(@ForAll ByteOrder order, @ForAll Event alert) {
    byte[] bytes = AlertWriter.encode(order, HEADER, alert);

    assertEquals(Optional.of(alert), Alerts.decode(only(order, bytes)));
  }

  @Property(tries = 100)
  void drop_monitors_replies_are_read_as_they_were_written(
      @ForAll ByteOrder order,
      @ForAll AlertMode mode,
      @ForAll @IntRange(min = 0) int truncation,
      @ForAll long software,
      @ForAll long hardware) {
    Reply.MonitorConfig config = new Reply.MonitorConfig(mode, truncation, 0xffff_ffffL);
    Reply.MonitorStats stats = new Reply.MonitorStats(software, hardware);

    assertEquals(
        config, MonitorReplies.decode(only(order, MonitorReplies.encode(order, HEADER, config))));
    assertEquals(
        stats, MonitorReplies.decode(only(order, MonitorReplies.encode(order, HEADER, stats))));
  }

  @Property(tries = 300)
  void the_end_of_a_request_is_read_as_it_was_written(
      @ForAll ByteOrder order,
      @ForAll @IntRange(min = 0, max = 4095) int error,
      @ForAll @AlphaChars @StringLength(max = 80) String text) {
    Message.Header request = new Message.Header(21, Netlink.REQUEST | Netlink.ACK, 99, 4711);
    for (Ack ack :
        List.of(
            Ack.of(error, null),
            Ack.of(error, text),
            new Ack(error, text, 20L, Bytes.of(order, (byte) 1, (byte) 2, (byte) 3), 130L))) {
      assertEquals(ack, Ack.decode(message(order, ack.encode(order, request, 40))));
      assertEquals(ack, Ack.decode(message(order, ack.encodeDone(order, request))));
    }
  }

  @Property(tries = 100)
  void families_ports_devices_and_links_are_read_as_they_were_written(
      @ForAll ByteOrder order,
      @ForAll Handle device,
      @ForAll @IntRange(min = 1, max = 0xffff) int number,
      @ForAll boolean up) {
    Family family = new Family("NET_DM", number, 2, Map.of("events", 9L));
    DevlinkPort port = new DevlinkPort(device, number, number, up ? "eth0" : null);
    Link link = new Link(number, "eth1", up);

    assertEquals(family, Family.decode(only(order, family.encode(order, HEADER))));
    assertEquals(Optional.of(port), DevlinkPort.decode(only(order, port.encode(order, HEADER))));
    assertEquals(
        Optional.of(device),
        DevlinkPort.device(only(order, DevlinkPort.encodeDevice(order, HEADER, device))));
    assertEquals(link, Link.decode(message(order, link.encode(order, HEADER))));
    assertEquals(
        new Link(number, null, up),
        Link.decode(message(order, Link.set(order, HEADER, number, up))));
  }

  private static GenericMessage only(ByteOrder order, byte[] bytes) {
    return GenericMessage.of(message(order, bytes));
  }

  private static Message message(ByteOrder order, byte[] bytes) {
    List<Message> messages = Message.split(Bytes.of(order, bytes));
    assertEquals(1, messages.size());
    return messages.get(0);
  }
}
