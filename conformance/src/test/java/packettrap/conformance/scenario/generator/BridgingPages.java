package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_2;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_3;
import static packettrap.conformance.scenario.generator.CommonSwitch.UNKNOWN;
import static packettrap.conformance.scenario.generator.CommonSwitch.plain;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.PortSwitch.ONLY_10;
import static packettrap.conformance.scenario.generator.PortSwitch.TWICE;
import static packettrap.conformance.scenario.generator.Shot.at;

import packettrap.spec.packet.Frame;

/** What a VLAN means to the FDB, and what else is in its tag. */
final class BridgingPages {
  private BridgingPages() {}

  /** Adds to a page about forwarding entries that an entry is one of its VLAN. */
  static Page entriesOfVlans(Page page) {
    Frame toTwice = plain(HOST_3, TWICE);
    Frame toOnly10 = plain(HOST_3, ONLY_10);
    return page.on(PortSwitch.NAME)
        .shows("PKT-09")
        .miss(
            "same-address-in-two-vlans",
            "An address is behind one port in one VLAN, and behind another in another.",
            at(3, tagged(10, toTwice), "VID 10, behind port 2").leaves(2, toTwice),
            at(3, tagged(20, toTwice), "VID 20, behind port 4").leaves(4, toTwice),
            at(4, tagged(20, plain(CommonSwitch.HOST_4, ONLY_10)), "VID 20, known in VLAN 10 only")
                .leaves(3, tagged(20, plain(CommonSwitch.HOST_4, ONLY_10)))
                .leaves(5, plain(CommonSwitch.HOST_4, ONLY_10)))
        .miss(
            "known-in-one-vlan",
            "An address that is known in one VLAN is unknown in another.",
            at(3, tagged(10, toOnly10), "VID 10, known").leaves(2, toOnly10),
            at(3, tagged(20, toOnly10), "VID 20, unknown").leaves(4, toOnly10).leaves(5, toOnly10))
        .shows();
  }

  /** Adds to a page about what a bridge learns that it does so in a VLAN. */
  static Page learnedInVlans(Page page) {
    String station = "02:00:00:00:0a:21";
    String other = "02:00:00:00:0a:22";
    Frame back = plain(other, station);
    return page.on(LearningSwitch.NAME)
        .shows("PKT-09")
        .miss(
            "learned-in-vlan",
            "What was learned in one VLAN is unknown in another.",
            at(1, plain(station, HOST_2), "the station is behind port 1 in VLAN 10").leaves(2),
            at(2, tagged(20, back), "to it in VLAN 20")
                .leaves(1, tagged(20, back))
                .leaves(3, tagged(20, back)),
            at(2, back, "to it in VLAN 10").leaves(1))
        .shows();
  }

  /** Adds to a page about VLANs what else is in a tag. */
  static Page priorities(Page page) {
    Frame flooded = plain(HOST_3, UNKNOWN);
    Frame up = plain(HOST_2, HOST_3);
    return page.on(PortSwitch.NAME)
        .shows("PKT-10")
        .miss(
            "priority-kept",
            "A tag keeps its priority where it leaves with one.",
            kept(5, false, flooded, "priority 5"),
            kept(7, true, flooded, "priority 7, drop eligible"),
            kept(0, true, flooded, "priority 0, drop eligible"),
            kept(1, false, flooded, "priority 1"))
        .miss(
            "priority-of-a-priority-tag",
            "A frame that has a priority and no VLAN keeps it in the VLAN that it gets.",
            at(2, tagged(6, false, 0, up), "VID 0, priority 6").leaves(3, tagged(6, false, 10, up)),
            at(2, tagged(3, true, 0, up), "VID 0, priority 3, drop eligible")
                .leaves(3, tagged(3, true, 10, up)))
        .miss(
            "no-priority",
            "A frame without a tag gets one without a priority.",
            at(2, up, "no tag").leaves(3, tagged(0, false, 10, up)))
        .shows();
  }

  private static Shot kept(int priority, boolean eligible, Frame frame, String what) {
    return at(3, tagged(priority, eligible, 10, frame), what)
        .leaves(1, frame)
        .leaves(2, frame)
        .leaves(4, tagged(priority, eligible, 10, frame))
        .leaves(5, tagged(priority, eligible, 10, frame));
  }
}
