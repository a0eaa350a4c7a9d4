package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.*;
import static packettrap.conformance.scenario.generator.Frames.changed;
import static packettrap.conformance.scenario.generator.Frames.ethernet;
import static packettrap.conformance.scenario.generator.Frames.hex;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.Shot.at;
import static packettrap.conformance.scenario.generator.Ways.by7;
import static packettrap.conformance.scenario.generator.Ways.flooded10;

import java.util.List;
import packettrap.spec.packet.Frame;

/** Clocks that agree on the time, IEEE 1588. */
final class PtpPages {
  private static final int PTP = 0x88f7;
  private static final String ALL_CLOCKS = "01:1b:19:00:00:00";
  private static final String PEER_DELAY = "01:80:c2:00:00:0e";
  private static final String GROUP = "224.0.1.129";
  private static final String GROUP_6 = "ff0e::181";
  private static final int EVENT = 319;
  private static final int GENERAL = 320;

  private static final int SYNC = 0;
  private static final int DELAY_REQUEST = 1;
  private static final int PEER_DELAY_REQUEST = 2;
  private static final int PEER_DELAY_RESPONSE = 3;
  private static final int FOLLOW_UP = 8;
  private static final int DELAY_RESPONSE = 9;
  private static final int PEER_FOLLOW_UP = 10;
  private static final int ANNOUNCE = 11;
  private static final int SIGNALING = 12;
  private static final int MANAGEMENT = 13;

  private PtpPages() {}

  static List<Page> all() {
    return List.of(event(), general());
  }

  private static Page event() {
    return ptp("ptp_event", SYNC, DELAY_REQUEST, EVENT, "ptp_general", ANNOUNCE)
        .hit(
            "peer-delay",
            "Peer delay is measured with events.",
            at(1, ethernet(PEER_DELAY, HOST_1, PTP, message(PEER_DELAY_REQUEST)), "a request")
                .hits(),
            at(1, ethernet(PEER_DELAY, HOST_1, PTP, message(PEER_DELAY_RESPONSE)), "a response")
                .hits())
        .shows("PKT-07")
        .hit(
            "before-a-flow-rule",
            "An event comes before a flow rule that traps.",
            at(1, onIp(ipv4From1("10.1.21.1"), EVENT, SYNC), "to a destination that a rule traps")
                .hits());
  }

  private static Page general() {
    Frame followUp = udp(HOST_1, GROUP, GENERAL, FOLLOW_UP).frame();
    Frame delayResponse = udp(HOST_1, GROUP, GENERAL, DELAY_RESPONSE).frame();
    Frame peerFollowUp = udp(HOST_1, GROUP, GENERAL, PEER_FOLLOW_UP).frame();
    Frame signaling = udp(HOST_1, GROUP, GENERAL, SIGNALING).frame();
    Frame management = udp(HOST_1, GROUP, GENERAL, MANAGEMENT).frame();
    return ptp("ptp_general", ANNOUNCE, FOLLOW_UP, GENERAL, "ptp_event", SYNC)
        .hit(
            "other-types",
            "All that is no event is general.",
            flooded10(followUp, "type 8, Follow_Up").hits(),
            flooded10(delayResponse, "type 9, Delay_Resp").hits(),
            flooded10(peerFollowUp, "type 10, Pdelay_Resp_Follow_Up").hits(),
            flooded10(signaling, "type 12, Signaling").hits(),
            flooded10(management, "type 13, Management").hits())
        .shows("PKT-07")
        .miss(
            "after-a-flow-rule",
            "A flow rule that traps comes before what is no event.",
            at(1, onIp(ipv4From1("10.1.21.1"), GENERAL, ANNOUNCE), "to where a rule traps")
                .hitsInstead("flow_action_trap"));
  }

  private static Page ptp(
      String trap, int type, int another, int port, String otherTrap, int otherType) {
    Frame onEthernet = ethernet(ALL_CLOCKS, HOST_1, PTP, message(type));
    Frame ipv4 = udp(HOST_1, GROUP, port, type).frame();
    Frame ipv6 = udp(HOST_1, GROUP_6, port, type).frame();
    Frame from3 = ethernet(ALL_CLOCKS, HOST_3, PTP, message(type));
    Frame atOtherPort = udp(HOST_1, GROUP, EVENT + GENERAL - port, another).frame();
    Frame other = ethernet(ALL_CLOCKS, HOST_1, PTP, message(otherType));
    Frame otherAtPort = udp(HOST_1, GROUP, port, otherType).frame();
    Frame localPtp = ethernet(HOST_2, HOST_1, EXPERIMENT, message(type));
    return new Page(trap)
        .hit(
            "ethernet",
            "A clock may speak in Ethernet.",
            flooded10(onEthernet, "type " + type).hits(),
            at(3, tagged(10, from3), "the same, VID 10").hits().leaves(1, from3).leaves(2, from3))
        .hit("ipv4", "A clock may speak over IPv4.", flooded10(ipv4, "type " + type).hits())
        .hit("ipv6", "A clock may speak over IPv6.", flooded10(ipv6, "type " + type).hits())
        .hit(
            "router-port",
            "A router port forwards nothing that is for a group.",
            at(7, ethernet(ALL_CLOCKS, NEIGHBOUR_7, PTP, message(type)), "Ethernet")
                .hits()
                .leavesNothing())
        .hit(
            "unicast",
            "A clock may speak to one other.",
            at(1, onIp(ipv4From1("192.0.2.1"), port, type), "to the router").hits(),
            by7(onIp(ipv4From1("10.1.0.1"), port, type), "routed").hits())
        .hit(
            "type-decides",
            "The type decides, not the port.",
            flooded10(atOtherPort, "type " + another + " to the other port").hits())
        .shows("PKT-07")
        .hit(
            "before-the-parser",
            "The protocol comes before the drop of a UDP checksum that does not fit.",
            at(1, changed(ipv4, 40, "0bad"), "a wrong checksum").hits())
        .shows()
        .miss(
            "other-messages",
            "Other messages have a trap of their own.",
            flooded10(other, "type " + otherType + " in Ethernet").hitsInstead(otherTrap),
            flooded10(otherAtPort, "type " + otherType + " to port " + port).hitsInstead(otherTrap))
        .miss(
            "source-port",
            "The destination port decides.",
            by7(ipv4From1("10.1.0.1").udp(319, 50000), "from port 319"),
            by7(ipv4From1("10.1.0.1").udp(320, 50000), "from port 320"))
        .miss(
            "other-ports",
            "UDP to other ports is routed.",
            by7(ipv4From1("10.1.0.1").udp(50000, 318), "to port 318"),
            by7(ipv4From1("10.1.0.1").udp(50000, 321), "to port 321"))
        .miss("tcp", "PTP is UDP.", by7(ipv4From1("10.1.0.1").tcp(50000, port, 2, ""), "TCP"))
        .miss(
            "other-type",
            "PTP has EtherType 88f7.",
            at(1, localPtp, "the same behind type 88b5").leaves(2))
        .miss(
            "last-fragment",
            "A fragment that is not the first has no ports.",
            by7(
                ipv4From1("10.1.0.1").lastFragment(Packet.UDP, "%04x%04x".formatted(port, port)),
                "a last fragment"));
  }

  private static Packet udp(String sender, String group, int port, int type) {
    return onIp(
        Multicast.to(group, sender, group.contains(":") ? "fe80::11" : "192.0.2.11"), port, type);
  }

  private static Packet onIp(Packet packet, int port, int type) {
    String payload = Frame.of(message(type)).toString();
    return packet.protocol(
        Packet.UDP, "%04x%04x 0000 0000".formatted(port, port) + payload, false, 6);
  }

  /** The header of version 2 and a body of the length of its type: IEEE 1588-2008 clause 13. */
  private static byte[] message(int type) {
    String body =
        switch (type) {
          case PEER_DELAY_REQUEST, PEER_DELAY_RESPONSE, DELAY_RESPONSE, PEER_FOLLOW_UP ->
              "00".repeat(20);
          case ANNOUNCE -> "00".repeat(30);
          // Management for nobody that does nothing (clause 15).
          case MANAGEMENT -> "00".repeat(14) + "000100020000";
          default -> "00".repeat(10);
        };
    String length = "%04x".formatted(34 + body.length() / 2);
    String identity = "020000fffe000101 0001";
    String header =
        "%02x02".formatted(type)
            + length
            + "00 00 0000"
            + "0000000000000000"
            + "00000000"
            + identity
            + "0001 00 00";
    return hex(header + body);
  }
}
