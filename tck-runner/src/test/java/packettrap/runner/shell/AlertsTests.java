package packettrap.runner.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Event;
import packettrap.spec.packet.Frame;

/** Alerts look as dropwatch prints them. */
class AlertsTests {
  /** Mon Aug 12 10:52:20 2019 in UTC; {@code date -u -d @1565607140} says so. */
  private static final long TIME = 1_565_607_140_445_911_505L;

  private static final Frame PAYLOAD = Frame.parse("00".repeat(142));

  private static String printed(Event event) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new Alerts(new PrintStream(bytes, true, StandardCharsets.UTF_8), ZoneOffset.UTC).print(event);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Event hardware(Cookie cookie, Integer protocol, Frame payload) {
    return new Event.HardwareDrop(
        "l3_exceptions",
        "ttl_value_is_too_small",
        new Event.InputPort(55, "eth0"),
        cookie,
        TIME,
        142,
        protocol,
        payload);
  }

  @Test
  void a_packet_that_a_device_dropped() {
    assertEquals(
        """
        drop at: ttl_value_is_too_small (l3_exceptions)
        origin: hardware
        input port ifindex: 55
        input port name: eth0
        timestamp: Mon Aug 12 10:52:20 2019 445911505 nsec
        protocol: 0x800
        length: 142
        original length: 142

        """,
        printed(hardware(null, 0x800, PAYLOAD)));
  }

  @Test
  void a_cookie_stands_behind_the_port_and_without_payload_there_is_no_protocol() {
    assertEquals(
        """
        drop at: ttl_value_is_too_small (l3_exceptions)
        origin: hardware
        input port ifindex: 55
        input port name: eth0
        cookie: 0a1b
        timestamp: Mon Aug 12 10:52:20 2019 445911505 nsec
        original length: 142

        """,
        printed(hardware(Cookie.parse("0a1b"), null, null)));
  }

  @Test
  void a_packet_that_the_stack_dropped_and_a_day_of_one_digit() {
    assertEquals(
        """
        drop at: ip_rcv+0x12/0x34 (0xffffffff81234567)
        origin: software
        input port ifindex: 2
        timestamp: Thu Jan  1 00:00:01 1970 000000002 nsec
        protocol: 0x86dd
        length: 142
        original length: 1500

        """,
        printed(
            new Event.SoftwareDrop(
                0xffffffff81234567L,
                "NOT_SPECIFIED",
                "ip_rcv+0x12/0x34",
                new Event.InputPort(2, null),
                1_000_000_002L,
                1500,
                0x86dd,
                PAYLOAD)));
  }

  @Test
  void counts_of_both_origins() {
    assertEquals(
        "5 drops at blackhole_route [hardware]\n1 drops at tail_drop [hardware]\n",
        printed(
            new Event.HardwareSummary(
                List.of(
                    new Event.TrapCount("blackhole_route", 5),
                    new Event.TrapCount("tail_drop", 1)))));
    assertEquals(
        "3 drops at location 0xffffffff81234567 [software]\n",
        printed(new Event.SoftwareSummary(List.of(new Event.PlaceCount(0xffffffff81234567L, 3)))));
  }
}
