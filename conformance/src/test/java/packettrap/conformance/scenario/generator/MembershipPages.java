package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.*;
import static packettrap.conformance.scenario.generator.Frames.changed;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.Multicast.MLD_ALERT;
import static packettrap.conformance.scenario.generator.Multicast.ROUTER_ALERT;
import static packettrap.conformance.scenario.generator.Multicast.digits;
import static packettrap.conformance.scenario.generator.Shot.at;
import static packettrap.conformance.scenario.generator.Ways.flooded10;
import static packettrap.conformance.scenario.generator.Ways.flooded20;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import packettrap.spec.packet.Frame;

/** What hosts say of the groups that they listen to, or no longer: IGMP and MLD. */
final class MembershipPages {
  private static final String GROUP = "239.1.2.3";
  private static final String GROUP_6 = "ff15::1:203";
  private static final String FROM = "192.0.2.11";
  private static final String FROM_6 = "fe80::11";

  private static final Map<Integer, String> TRAP_OF_TYPE =
      Map.of(
          0x11, "igmp_query",
          0x12, "igmp_v1_report",
          0x16, "igmp_v2_report",
          0x17, "igmp_v2_leave",
          0x22, "igmp_v3_report",
          130, "mld_query",
          131, "mld_v1_report",
          132, "mld_v1_done",
          143, "mld_v2_report");

  private MembershipPages() {}

  static List<Page> all() {
    return List.of(igmpV1Report(), igmpV3Report(), igmpV2Leave(), mldV1(131), mldV1(132), mldV2());
  }

  private static Page igmpV1Report() {
    Function<String, Packet> report =
        sender -> Multicast.to(GROUP, sender, FROM).igmp(0x12, 0, digits(GROUP));
    Frame withAlert =
        Multicast.to(GROUP, HOST_1, FROM)
            .options(ROUTER_ALERT)
            .igmp(0x12, 0, digits(GROUP))
            .frame();
    return igmp(0x12, report)
        .hit(
            "router-alert",
            "A report of version 1 may have a router alert.",
            flooded10(withAlert, "header length 6").hits())
        .miss("other-messages", "Other messages have traps of their own.", other(0x22, "00000000"));
  }

  private static Page igmpV3Report() {
    String record = "04000000" + digits(GROUP);
    String withSources = "03000002" + digits(GROUP) + digits("192.0.2.1") + digits("192.0.2.2");
    Function<String, Packet> report = sender -> v3(sender, "00000001" + record);
    return igmp(0x22, report)
        .hit(
            "records",
            "A report of version 3 may have no record, or several.",
            flooded10(v3(HOST_1, "00000000").frame(), "no record").hits(),
            flooded10(v3(HOST_1, "00000002" + record + withSources).frame(), "two records").hits())
        .miss(
            "other-messages",
            "Other messages have traps of their own.",
            other(0x16, digits(GROUP)));
  }

  private static Packet v3(String sender, String body) {
    return Multicast.to("224.0.0.22", sender, FROM).options(ROUTER_ALERT).igmp(0x22, 0, body);
  }

  private static Page igmpV2Leave() {
    Function<String, Packet> leave =
        sender ->
            Multicast.to("224.0.0.2", sender, FROM)
                .options(ROUTER_ALERT)
                .igmp(0x17, 0, digits(GROUP));
    Frame toGroup = Multicast.to(GROUP, HOST_1, FROM).igmp(0x17, 0, digits(GROUP)).frame();
    return igmp(0x17, leave)
        .hit(
            "to-the-group",
            "To leave may be said to the group itself (RFC 2236 section 9).",
            flooded10(toGroup, "to 239.1.2.3, without router alert").hits())
        .miss(
            "other-messages",
            "Other messages have traps of their own.",
            other(0x16, digits(GROUP)));
  }

  private static Page igmp(int type, Function<String, Packet> message) {
    String body = "%02x00 0000".formatted(type) + digits(GROUP);
    return listening(type, message)
        .miss(
            "other-types",
            "Types that mean nothing are flooded as any group's packets.",
            flooded20(group4().igmp(type ^ 0x80, 0, digits(GROUP)), "one bit turned"),
            flooded20(group4().igmp(type ^ 0x40, 0, digits(GROUP)), "another bit turned"))
        .miss(
            "other-protocols",
            "IGMP is IP protocol 2.",
            flooded20(group4().protocol(3, body, false, 2), "protocol 3"),
            flooded20(group4().udp(type << 8, 50000), "UDP that begins as IGMP would"))
        .miss(
            "last-fragment",
            "A fragment that is not the first has no type.",
            flooded20(group4().lastFragment(Packet.IGMP, body), "a last fragment"));
  }

  private static Shot other(int type, String body) {
    return flooded20(
            group4().options(ROUTER_ALERT).igmp(type, 0, body), "type %02x".formatted(type))
        .hitsInstead(TRAP_OF_TYPE.get(type));
  }

  private static Packet group4() {
    return Multicast.to(GROUP, HOST_4, "192.0.2.14");
  }

  private static Page mldV1(int type) {
    String to = type == 131 ? GROUP_6 : "ff02::2";
    Function<String, Packet> message =
        sender -> mld(sender, to).icmp(type, "00000000" + digits(GROUP_6));
    return mld(type, "00000000" + digits(GROUP_6), message)
        .miss(
            "other-messages",
            "Other messages have traps of their own.",
            flooded20(mld(HOST_4, GROUP_6).icmp(263 - type, "00000000" + digits(GROUP_6)), "MLDv1")
                .hitsInstead(TRAP_OF_TYPE.get(263 - type)),
            flooded20(mld(HOST_4, GROUP_6).icmp(143, "00000000"), "MLDv2")
                .hitsInstead("mld_v2_report"));
  }

  private static Page mldV2() {
    String record = "04000000" + digits(GROUP_6);
    Function<String, Packet> message =
        sender -> mld(sender, "ff02::16").icmp(143, "00000001" + record);
    String two = "00000002" + record + "03000001" + digits(GROUP_6) + digits("2001:db8:1::1");
    return mld(143, "00000001" + record, message)
        .hit(
            "records",
            "A report of version 2 may have no record, or several.",
            flooded10(mld(HOST_1, "ff02::16").icmp(143, "00000000").frame(), "no record").hits(),
            flooded10(mld(HOST_1, "ff02::16").icmp(143, two).frame(), "two records").hits())
        .miss(
            "other-messages",
            "Other messages have traps of their own.",
            flooded20(mld(HOST_4, GROUP_6).icmp(131, "00000000" + digits(GROUP_6)), "type 131")
                .hitsInstead("mld_v1_report"));
  }

  private static Page mld(int type, String body, Function<String, Packet> message) {
    Frame second =
        Multicast.to(GROUP_6, HOST_1, FROM_6)
            .hopByHop(MLD_ALERT)
            // Destination options with a PadN between the hop-by-hop header and ICMPv6.
            .extensions(60, "3a00 0104 00000000")
            .icmp(type, body)
            .frame();
    Packet group = new Packet(HOST_4, Multicast.macOf(GROUP_6), "2001:db8:1::14", GROUP_6).ttl(1);
    return listening(type, message)
        .hit(
            "more-headers",
            "Other extension headers may stand between.",
            flooded10(second, "destination options").hits())
        .miss(
            "other-types",
            "Other messages behind a router alert are no membership.",
            flooded20(mld(HOST_4, GROUP_6).echo(true), "type 128"))
        .miss(
            "no-router-alert",
            "Without a router alert it is not meant (RFC 2710 section 3, RFC 3810 section 5).",
            flooded20(
                new Packet(HOST_4, Multicast.macOf(GROUP_6), FROM_6, GROUP_6)
                    .hopByHop("010400000000")
                    .icmp(type, body),
                "a hop-by-hop header with padding"),
            flooded20(
                new Packet(HOST_4, Multicast.macOf(GROUP_6), FROM_6, GROUP_6).icmp(type, body),
                "no hop-by-hop header"))
        .miss(
            "other-protocol",
            "Behind a hop-by-hop header there may be other things than ICMPv6.",
            flooded20(group.hopByHop(MLD_ALERT).udp(type << 8, 50000), "UDP that begins like it"));
  }

  private static Packet mld(String sender, String to) {
    return Multicast.to(to, sender, FROM_6).hopByHop(MLD_ALERT);
  }

  private static Page listening(int type, Function<String, Packet> message) {
    Frame from1 = message.apply(HOST_1).frame();
    Frame from3 = message.apply(HOST_3).frame();
    Frame from4 = message.apply(HOST_4).frame();
    Frame from7 = message.apply(NEIGHBOUR_7).frame();
    Page page =
        new Page(TRAP_OF_TYPE.get(type))
            .hit("message", "The switch listens to it.", flooded10(from1, "on port 1").hits())
            .hit(
                "other-vlans",
                "The switch listens in every VLAN.",
                at(4, from4, "VLAN 20, without router interface")
                    .hits()
                    .leaves(3, tagged(20, from4)),
                at(3, tagged(20, from3), "VID 20").hits().leaves(4, from3),
                at(3, tagged(10, from3), "VID 10").hits().leaves(1, from3).leaves(2, from3))
            .hit(
                "router-port",
                "The switch listens on a router port, from which nothing is bridged.",
                at(7, from7, "on port 7").hits().leavesNothing());
    return page.shows("PKT-07")
        .hit(
            "before-a-group-source",
            "The protocol comes before the drop of a source MAC with the group bit.",
            at(1, changed(from1, 6, "03"), "from 03:00:00:00:01:01").hits())
        .hit(
            "before-a-vlan-filter",
            "The protocol comes before the drop of a VLAN that the port is not in.",
            at(1, tagged(20, from1), "VID 20 on port 1").hits())
        .miss(
            "after-a-flow-rule",
            "A flow rule that traps comes before the protocol.",
            at(1, message.apply(FlowRules.TRAPPED_SOURCE), "from 02:00:00:00:ac:21")
                .hitsInstead("flow_action_trap"))
        .shows();
  }
}
