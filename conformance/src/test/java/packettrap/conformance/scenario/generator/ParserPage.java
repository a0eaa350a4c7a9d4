package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.*;
import static packettrap.conformance.scenario.generator.Frames.changed;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.Shot.at;

import packettrap.spec.packet.Frame;

/**
 * Frames with errors, which are dropped wherever they arrive, and sound ones, which are forwarded.
 *
 * <p>All go from host 1 to host 2, so that they are bridged if nobody minds.
 */
final class ParserPage {
  private ParserPage() {}

  /** A page that begins with what holds for every error of the parser. */
  static Page about(String trap, Frame wrong, String what) {
    return new Page(trap)
        .hit(
            "every-port",
            "The parser looks at every frame, whatever the port is.",
            at(1, wrong, what + ", on a bridge port").hits(),
            at(5, wrong, what + ", on a blocking port").hits(),
            at(7, wrong, what + ", on a router port").hits())
        .shows("PKT-08")
        .hit(
            "before-the-bridge",
            "The parser comes before the bridge, whose drops have the same priority.",
            at(1, changed(wrong, 6, "03"), what + ", from 03:00:00:00:01:01").hits(),
            at(3, wrong, what + ", untagged on a port without PVID").hits(),
            at(1, tagged(20, wrong), what + ", VID 20 on port 1, which is not in it").hits())
        .shows();
  }

  /** The same, however a switch is configured. */
  static Page anywhere(Page page, Frame wrong, String what) {
    return page.anywhere()
        .hit(
            "any-switch",
            "However a switch is configured, the parser looks at every frame.",
            at(1, wrong, what).hits(),
            at(2, wrong, what + ", on another port").hits());
  }

  /** A frame with an error. */
  static Shot bad(Frame frame, String what) {
    return at(1, frame, what).hits();
  }

  /** A packet with an error. */
  static Shot bad(Packet packet, String what) {
    return bad(packet.frame(), what);
  }

  /** A sound frame, which reaches host 2. */
  static Shot good(Frame frame, String what) {
    return at(1, frame, what).leaves(2);
  }

  /** A sound packet, which reaches host 2. */
  static Shot good(Packet packet, String what) {
    return good(packet.frame(), what);
  }

  /** An IPv4 packet from host 1 to host 2. */
  static Packet ipv4() {
    return new Packet(HOST_1, HOST_2, "192.0.2.11", "192.0.2.12");
  }

  /** An IPv6 packet from host 1 to host 2. */
  static Packet ipv6() {
    return new Packet(HOST_1, HOST_2, "2001:db8:1::11", "2001:db8:1::12");
  }

  /** A frame from host 1 to host 2. */
  static Frame frame(int type, String payload) {
    return Frames.ethernet(HOST_2, HOST_1, type, Frames.hex(payload));
  }

  /** The digits of an IP packet without its Ethernet header and padding. */
  static String digits(Packet packet) {
    Frame frame = packet.frame();
    boolean ipv6 = frame.u16(12) == 0x86dd;
    int length = ipv6 ? 40 + frame.u16(18) : frame.u16(16);
    return frame.toString().substring(28, 28 + 2 * length);
  }
}
