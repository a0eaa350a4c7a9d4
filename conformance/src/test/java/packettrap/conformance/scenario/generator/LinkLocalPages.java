package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.*;
import static packettrap.conformance.scenario.generator.Frames.ethernet;
import static packettrap.conformance.scenario.generator.Frames.hex;
import static packettrap.conformance.scenario.generator.Frames.llc;
import static packettrap.conformance.scenario.generator.Shot.at;

import java.util.List;
import packettrap.spec.packet.Frame;

/** Protocols that talk to the next bridge, IEEE 802.1Q section 8.6.3. */
final class LinkLocalPages {
  private static final String BRIDGES = "01:80:c2:00:00:00";
  private static final String SLOW = "01:80:c2:00:00:02";
  private static final String NEAREST = "01:80:c2:00:00:0e";
  private static final String NOT_ASSIGNED = "01:80:c2:00:00:0b";

  /** LLC 42, then protocol 0, version 0, type 0: IEEE 802.1D section 9.3.1. */
  private static final String CONFIGURATION =
      """
      424203 0000 00 00 00
      8000 020000000101 00000000 8000 020000000101 8001
      0000 1400 0200 0f00""";

  private static final String TOPOLOGY_CHANGE = "424203 0000 00 80";
  private static final String RAPID =
      """
      424203 0000 02 02 3c
      8000 020000000101 00000000 8000 020000000101 8001
      0000 1400 0200 0f00 00""";

  /** Subtype 1, version 1, actor, partner, collector, terminator: IEEE 802.1AX section 6.4.2.3. */
  private static final String LACPDU =
      "01 01"
          + "01 14 8000 020000000101 0001 8000 0001 3d 000000"
          + "02 14 8000 020000000201 0001 8000 0001 3d 000000"
          + "03 10 0000"
          + "00".repeat(12)
          + "00 00"
          + "00".repeat(50);

  /** Subtype 2, version 1, marker information: IEEE 802.1AX section 6.5.3.2. */
  private static final String MARKER =
      "02 01 01 10 0001 020000000101 00000001 0000 00 00" + "00".repeat(90);

  /** Chassis, port, time to live, end: IEEE 802.1AB section 8. */
  private static final String LLDPDU = "0207 04 020000000101 0405 05 73777031 0602 0078";

  private static final String NEAREST_NON_TPMR = "01:80:c2:00:00:03";

  private LinkLocalPages() {}

  static List<Page> all() {
    return List.of(stp(), lacp(), lldp());
  }

  private static Page stp() {
    Frame toHost = llc(HOST_2, HOST_1, CONFIGURATION);
    return new Page("stp")
        .hit(
            "configuration",
            "A configuration BPDU is for the bridge.",
            at(1, bpdu(CONFIGURATION), "a configuration BPDU").hits())
        .hit(
            "topology-change",
            "A topology change notification is for the bridge.",
            at(2, bpdu(TOPOLOGY_CHANGE), "a topology change BPDU").hits())
        .hit(
            "rapid",
            "A BPDU of the rapid spanning tree is for the bridge.",
            at(4, bpdu(RAPID), "an RST BPDU").hits())
        .hit(
            "blocking-port",
            "A port that takes no frames takes BPDUs.",
            at(5, bpdu(CONFIGURATION), "on a blocking port").hits())
        .hit(
            "port-without-pvid",
            "A BPDU has no tag, also where there is no PVID.",
            at(3, bpdu(CONFIGURATION), "on a port without PVID").hits())
        .on(EdgeSwitch.NAME)
        .hit(
            "listening-and-learning",
            "A port that does not forward yet takes BPDUs.",
            at(4, bpdu(CONFIGURATION), "on a listening port").hits(),
            at(5, bpdu(RAPID), "on a learning port").hits())
        .on(CommonSwitch.NAME)
        .miss(
            "to-a-host",
            "A frame to a host is no BPDU.",
            at(1, toHost, "LLC 42 to a host").leaves(2))
        .anywhere()
        .hit(
            "any-switch",
            "However a switch is configured, BPDUs are for it.",
            at(1, bpdu(CONFIGURATION), "a configuration BPDU").hits(),
            at(2, bpdu(TOPOLOGY_CHANGE), "a topology change BPDU").hits(),
            at(1, bpdu(RAPID), "an RST BPDU").hits())
        .miss(
            "other-llc",
            "BPDUs have LLC 42.",
            at(1, llc(BRIDGES, HOST_1, "aaaa03 0000000000" + "00".repeat(34)), "LLC aa"),
            at(1, llc(BRIDGES, HOST_1, "434303 0000000000" + "00".repeat(34)), "LLC 43"),
            at(1, llc(BRIDGES, HOST_1, "42aa03 0000000000" + "00".repeat(34)), "LLC 42 to aa"),
            at(1, llc(BRIDGES, HOST_1, "aa4203 0000000000" + "00".repeat(34)), "LLC aa to 42"))
        .miss(
            "ether-type",
            "BPDUs have a length in place of the EtherType.",
            at(1, plain(HOST_1, BRIDGES), "type 88b5"),
            at(2, ethernet(BRIDGES, HOST_1, 0x4242, hex(CONFIGURATION)), "type 4242"))
        .miss(
            "other-destination",
            "BPDUs go to 01:80:c2:00:00:00.",
            at(1, llc(NOT_ASSIGNED, HOST_1, CONFIGURATION), "LLC 42 to 01:80:c2:00:00:0b"),
            at(1, llc("01:80:c2:00:01:00", HOST_1, CONFIGURATION), "to 01:80:c2:00:01:00"));
  }

  private static Frame bpdu(String content) {
    return llc(BRIDGES, HOST_1, content);
  }

  private static Page lacp() {
    Frame lacpdu = slow(SLOW, 0x8809, LACPDU);
    Frame toHost = slow(HOST_2, 0x8809, LACPDU);
    return new Page("lacp")
        .hit("lacpdu", "An LACPDU is for the switch.", at(1, lacpdu, "an LACPDU").hits())
        .hit(
            "every-port",
            "An LACPDU is for the switch, whatever the port is.",
            at(2, lacpdu, "on a bridge port").hits(),
            at(5, lacpdu, "on a blocking port").hits(),
            at(3, lacpdu, "on a port without PVID").hits(),
            at(7, lacpdu, "on a router port").hits())
        .miss(
            "to-a-host",
            "A frame to a host is no LACPDU.",
            at(1, toHost, "the content of an LACPDU to a host").leaves(2))
        .anywhere()
        .hit(
            "any-switch",
            "However a switch is configured, LACPDUs are for it.",
            at(1, lacpdu, "an LACPDU").hits(),
            at(2, lacpdu, "an LACPDU on another port").hits())
        .miss(
            "marker",
            "The marker protocol, subtype 2, is not LACP.",
            at(1, slow(SLOW, 0x8809, MARKER), "a marker PDU"))
        .miss(
            "other-subtypes",
            "LACP is subtype 1.",
            at(1, slow(SLOW, 0x8809, "00" + LACPDU.substring(2)), "subtype 0"),
            at(1, slow(SLOW, 0x8809, "0b" + LACPDU.substring(2)), "subtype 11"))
        .miss(
            "other-type",
            "LACP has EtherType 8809.",
            at(1, slow(SLOW, 0x880a, LACPDU), "type 880a"),
            at(1, slow(SLOW, EXPERIMENT, LACPDU), "type 88b5"))
        .miss(
            "other-destination",
            "LACP goes to 01:80:c2:00:00:02.",
            at(1, slow(NOT_ASSIGNED, 0x8809, LACPDU), "to 01:80:c2:00:00:0b"));
  }

  private static Frame slow(String destination, int type, String content) {
    return ethernet(destination, HOST_1, type, hex(content));
  }

  /** An LLDPDU from a host. */
  static Frame lldpdu(String source) {
    return ethernet(NEAREST, source, 0x88cc, hex(LLDPDU + "0000"));
  }

  private static Page lldp() {
    Frame lldpdu = lldpdu(HOST_1);
    Frame toHost = ethernet(HOST_2, HOST_1, 0x88cc, hex(LLDPDU + "0000"));
    String filled = LLDPDU + ("ffff 000000 00" + "00".repeat(507)).repeat(2);
    Frame large = ethernet(NEAREST, HOST_1, 0x88cc, hex(filled + "0000"));
    return new Page("lldp")
        .hit("lldpdu", "An LLDPDU is for the switch.", at(1, lldpdu, "an LLDPDU").hits())
        .hit(
            "every-port",
            "An LLDPDU is for the switch, whatever the port is.",
            at(2, lldpdu, "on a bridge port").hits(),
            at(5, lldpdu, "on a blocking port").hits(),
            at(3, lldpdu, "on a port without PVID").hits(),
            at(7, lldpdu, "on a router port").hits())
        .hit("large", "An LLDPDU may be long.", at(1, large, "with two large TLVs").hits())
        .miss(
            "to-a-host",
            "A frame to a host is for the host.",
            at(1, toHost, "the content of an LLDPDU to a host").leaves(2))
        .anywhere()
        .hit(
            "any-switch",
            "However a switch is configured, LLDPDUs are for it.",
            at(1, lldpdu, "an LLDPDU").hits(),
            at(2, large, "a large LLDPDU on another port").hits())
        .miss(
            "other-type",
            "LLDP has EtherType 88cc.",
            at(1, ethernet(NEAREST, HOST_1, EXPERIMENT, hex(LLDPDU + "0000")), "type 88b5"),
            at(1, ethernet(NEAREST, HOST_1, 0x89cc, hex(LLDPDU + "0000")), "type 89cc"))
        .miss(
            "other-destination",
            "LLDP goes to 01:80:c2:00:00:0e.",
            at(
                1,
                ethernet(NOT_ASSIGNED, HOST_1, 0x88cc, hex(LLDPDU + "0000")),
                "to 01:80:c2:00:00:0b"),
            at(
                1,
                ethernet(NEAREST_NON_TPMR, HOST_1, 0x88cc, hex(LLDPDU + "0000")),
                "to 01:80:c2:00:00:03"),
            at(1, ethernet(BRIDGES, HOST_1, 0x88cc, hex(LLDPDU + "0000")), "to the bridges"));
  }
}
