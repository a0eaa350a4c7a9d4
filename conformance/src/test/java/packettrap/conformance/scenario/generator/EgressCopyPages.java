package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_1;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_2;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_3;
import static packettrap.conformance.scenario.generator.CommonSwitch.NEIGHBOUR_7;
import static packettrap.conformance.scenario.generator.CommonSwitch.NEIGHBOUR_8;
import static packettrap.conformance.scenario.generator.CommonSwitch.ROUTER;
import static packettrap.conformance.scenario.generator.CommonSwitch.plain;
import static packettrap.conformance.scenario.generator.Frames.routed;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.PortSwitch.SAMPLED;
import static packettrap.conformance.scenario.generator.PortSwitch.SAMPLED_THEN_TRAPPED;
import static packettrap.conformance.scenario.generator.PortSwitch.TRAPPED;
import static packettrap.conformance.scenario.generator.Shot.at;

import packettrap.spec.packet.Frame;

/** What flow rules at the egress send to the CPU. */
final class EgressCopyPages {
  private EgressCopyPages() {}

  /** Adds to the page about samples those at the egress. */
  static Page sample(Page page) {
    Frame bridged = plain(SAMPLED, HOST_2);
    Frame elsewhere = plain(SAMPLED, HOST_3);
    Packet routed = from7("10.1.0.1", "10.5.61.1");
    Packet routed6 = from7("2001:db8:a1::1", "2001:db8:a5:61::1");
    Packet passed = from7("10.1.0.1", "10.5.61.200");
    return page.on(PortSwitch.NAME)
        .hit(
            "egress-bridged",
            "A rule at an egress port samples what leaves there, as it came in.",
            at(3, tagged(10, bridged), "leaves without its tag").hits().leaves(2, bridged))
        .hit(
            "egress-routed",
            "A rule at an egress port samples what is routed there, as it came in.",
            at(7, routed, "to 10.5.61.1").hits().leaves(8, routed(routed.frame(), NEIGHBOUR_8)),
            at(7, routed6, "to a5:61::1").hits().leaves(8, routed(routed6.frame(), NEIGHBOUR_8)))
        .miss(
            "egress-other-port",
            "A rule at one egress port samples nothing at another.",
            at(2, elsewhere, "leaves by port 3").leaves(3, tagged(10, elsewhere)),
            at(2, plain(SAMPLED, HOST_1), "comes in by port 2").leaves(1))
        .miss(
            "egress-first-match",
            "The first rule that matches decides.",
            at(7, passed, "to 10.5.61.200").leaves(8, routed(passed.frame(), NEIGHBOUR_8)))
        .shows("PKT-07")
        .miss(
            "egress-after-exceptions",
            "What does not leave is not sampled.",
            at(7, from7("10.1.0.1", "10.5.61.1").ttl(1), "TTL 1")
                .hitsInstead("ttl_value_is_too_small"))
        .miss(
            "ingress-then-egress-trap",
            "A rule that traps, though at the egress, comes before one that samples.",
            at(3, tagged(10, plain(SAMPLED_THEN_TRAPPED, HOST_2)), "is to leave by port 2")
                .hitsInstead("flow_action_trap"))
        .shows();
  }

  /** Adds to the page about rules that trap those at the egress. */
  static Page trap(Page page) {
    Frame bridged = plain(TRAPPED, HOST_2);
    Frame elsewhere = plain(TRAPPED, HOST_3);
    Packet passed = from7("10.1.0.1", "10.5.51.200");
    return page.on(PortSwitch.NAME)
        .hit(
            "egress-bridged",
            "A rule at an egress port traps what is to leave there.",
            at(3, tagged(10, bridged), "is to leave by port 2").hits().leaves(2, bridged))
        .hit(
            "egress-routed",
            "A rule at an egress port traps what is to be routed there.",
            at(7, from7("10.1.0.1", "10.5.51.1"), "to 10.5.51.1").hits(),
            at(7, from7("2001:db8:a1::1", "2001:db8:a5:51::1"), "to a5:51::1").hits())
        .miss(
            "egress-other-port",
            "A rule at one egress port traps nothing at another.",
            at(2, elsewhere, "leaves by port 3").leaves(3, tagged(10, elsewhere)),
            at(2, plain(TRAPPED, HOST_1), "comes in by port 2").leaves(1))
        .miss(
            "egress-first-match",
            "The first rule that matches decides.",
            at(7, passed, "to 10.5.51.200").leaves(8, routed(passed.frame(), NEIGHBOUR_8)))
        .shows("PKT-07")
        .hit(
            "egress-after-sample",
            "A rule that traps, though at the egress, comes before one that samples.",
            at(3, tagged(10, plain(SAMPLED_THEN_TRAPPED, HOST_2)), "sampled at the ingress").hits())
        .shows();
  }

  private static Packet from7(String source, String destination) {
    return new Packet(NEIGHBOUR_7, ROUTER, source, destination);
  }
}
