package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.*;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.Shot.at;
import static packettrap.conformance.scenario.generator.Ways.flooded10;
import static packettrap.conformance.scenario.generator.Ways.flooded20;

import java.util.List;
import packettrap.spec.packet.Frame;
import packettrap.spec.packet.IpAddress;

/** What hosts and routers say of groups, and a switch listens to. */
final class SnoopingPages {

  private static final int QUERY = 0x11;

  private static final int V1_REPORT = 0x12;

  private static final int V2_REPORT = 0x16;

  private static final int LEAVE = 0x17;

  private static final int V3_REPORT = 0x22;

  private static final String ROUTER_ALERT = "94040000";

  private static final String GENERAL = "00000000";

  private static final String GROUP = "239.1.2.3";

  private static final String GROUP_MAC = "01:00:5e:01:02:03";

  /** 239.1.2.3. */
  private static final String GROUP_BYTES = "ef010203";

  /** Router alert with value 0 (MLD), then PadN: RFC 2711 section 2.1. */
  private static final String MLD_ALERT = "05020000 0100";

  private static final String PADDING = "010400000000";

  private static final String GROUP_6 = "ff15::1:203";

  /** ff15::1:203. */
  private static final String GROUP_6_BYTES = "ff150000000000000000000000010203";

  private SnoopingPages() {}

  static List<Page> all() {
    return List.of(igmpQuery(), igmpV2Report(), mldQuery());
  }

  private static Page igmpQuery() {
    Frame general = allHosts(HOST_1).options(ROUTER_ALERT).igmp(QUERY, 100, GENERAL).frame();
    Frame specific = group(HOST_1).options(ROUTER_ALERT).igmp(QUERY, 10, GROUP_BYTES).frame();
    Frame v1 = allHosts(HOST_1).igmp(QUERY, 0, GENERAL).frame();
    Frame v3 =
        allHosts(HOST_1).options(ROUTER_ALERT).igmp(QUERY, 100, GENERAL + "027d0000").frame();
    Frame v3Sources =
        group(HOST_1)
            .options(ROUTER_ALERT)
            .igmp(QUERY, 100, GROUP_BYTES + "027d0002 c0000201 c0000202")
            .frame();
    Frame from3 = allHosts(HOST_3).options(ROUTER_ALERT).igmp(QUERY, 100, GENERAL).frame();
    Frame from4 = allHosts(HOST_4).options(ROUTER_ALERT).igmp(QUERY, 100, GENERAL).frame();
    Frame from7 = allHosts(NEIGHBOUR_7).options(ROUTER_ALERT).igmp(QUERY, 100, GENERAL).frame();
    Page page =
        new Page("igmp_query")
            .hit(
                "v2-general",
                "The switch listens to queries for all groups.",
                flooded10(general, "IGMPv2, general").hits())
            .hit(
                "v2-group",
                "The switch listens to queries for one group.",
                flooded10(specific, "IGMPv2, for 239.1.2.3").hits())
            .hit(
                "v1",
                "The switch listens to queries of version 1, without router alert.",
                flooded10(v1, "IGMPv1").hits())
            .hit(
                "v3",
                "The switch listens to queries of version 3.",
                flooded10(v3, "IGMPv3, general").hits(),
                flooded10(v3Sources, "IGMPv3, for 239.1.2.3 and two sources").hits())
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
                at(7, from7, "IGMPv2, general").hits().leavesNothing());
    return igmpMisses(page, QUERY)
        .miss(
            "report",
            "A report is not a query.",
            flooded20(
                    group(HOST_4).options(ROUTER_ALERT).igmp(V2_REPORT, 0, GROUP_BYTES), "type 16")
                .hitsInstead("igmp_v2_report"));
  }

  private static Page igmpV2Report() {
    Frame report = group(HOST_1).options(ROUTER_ALERT).igmp(V2_REPORT, 0, GROUP_BYTES).frame();
    Frame bare = group(HOST_1).igmp(V2_REPORT, 0, GROUP_BYTES).frame();
    Frame from3 = group(HOST_3).options(ROUTER_ALERT).igmp(V2_REPORT, 0, GROUP_BYTES).frame();
    Frame from4 = group(HOST_4).options(ROUTER_ALERT).igmp(V2_REPORT, 0, GROUP_BYTES).frame();
    Frame from8 = group(NEIGHBOUR_8).options(ROUTER_ALERT).igmp(V2_REPORT, 0, GROUP_BYTES).frame();
    Page page =
        new Page("igmp_v2_report")
            .hit(
                "router-alert",
                "The switch listens to reports of version 2.",
                flooded10(report, "for 239.1.2.3").hits())
            .hit(
                "no-router-alert",
                "The switch listens to reports without router alert.",
                flooded10(bare, "for 239.1.2.3, header length 5").hits())
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
                at(8, from8, "for 239.1.2.3").hits().leavesNothing());
    // One record, of a group that is now excluded from nothing: RFC 3376 section 4.2.
    String record = "04000000" + GROUP_BYTES;
    return igmpMisses(page, V2_REPORT)
        .miss(
            "other-versions",
            "Reports of other versions, and leaving, have traps of their own.",
            flooded20(group(HOST_4).igmp(V1_REPORT, 0, GROUP_BYTES), "type 12")
                .hitsInstead("igmp_v1_report"),
            flooded20(
                    group(HOST_4).options(ROUTER_ALERT).igmp(V3_REPORT, 0, "00000001" + record),
                    "type 22")
                .hitsInstead("igmp_v3_report"),
            flooded20(group(HOST_4).options(ROUTER_ALERT).igmp(LEAVE, 0, GROUP_BYTES), "type 17")
                .hitsInstead("igmp_v2_leave"))
        .miss(
            "query",
            "A query is not a report.",
            flooded20(allHosts(HOST_4).options(ROUTER_ALERT).igmp(QUERY, 100, GENERAL), "type 11")
                .hitsInstead("igmp_query"));
  }

  /** Other types, other protocols; in a VLAN without router interface the frame is just flooded. */
  private static Page igmpMisses(Page page, int type) {
    String body = "%02x00 0000".formatted(type) + GROUP_BYTES;
    return page.miss(
            "other-types",
            "Types that mean nothing are flooded as any group's packets.",
            flooded20(group(HOST_4).igmp(0x10, 0, GROUP_BYTES), "type 10"),
            flooded20(group(HOST_4).igmp(type ^ 0x80, 0, GROUP_BYTES), "one bit turned"),
            flooded20(group(HOST_4).igmp(type ^ 0x40, 0, GROUP_BYTES), "another bit turned"))
        .miss(
            "other-protocols",
            "IGMP is IP protocol 2.",
            flooded20(group(HOST_4).protocol(3, body, false, 2), "protocol 3"),
            flooded20(group(HOST_4).udp(type << 8, 50000), "UDP that begins as IGMP would"))
        .miss(
            "last-fragment",
            "A fragment that is not the first has no type.",
            flooded20(group(HOST_4).lastFragment(Packet.IGMP, body), "a last fragment"));
  }

  private static Page mldQuery() {
    Frame v1 = mld(HOST_1, "ff02::1").icmp(130, "27100000" + "00".repeat(16)).frame();
    Frame specific = mld(HOST_1, GROUP_6).icmp(130, "03e80000" + GROUP_6_BYTES).frame();
    Frame v2 = mld(HOST_1, "ff02::1").icmp(130, "27100000" + "00".repeat(16) + "027d0000").frame();
    Frame v2Source =
        mld(HOST_1, GROUP_6)
            .icmp(
                130,
                "27100000" + GROUP_6_BYTES + "027d0001" + GROUP_6_BYTES.replace("ff15", "2001"))
            .frame();
    Frame from3 = mld(HOST_3, "ff02::1").icmp(130, "27100000" + "00".repeat(16)).frame();
    Frame from4 = mld(HOST_4, "ff02::1").icmp(130, "27100000" + "00".repeat(16)).frame();
    Frame from7 = mld(NEIGHBOUR_7, "ff02::1").icmp(130, "27100000" + "00".repeat(16)).frame();
    return new Page("mld_query")
        .hit(
            "v1-general",
            "The switch listens to queries behind the hop-by-hop header.",
            flooded10(v1, "MLDv1, general").hits())
        .hit(
            "v1-group",
            "The switch listens to queries for one group.",
            flooded10(specific, "MLDv1, for ff15::1:203").hits())
        .hit(
            "v2",
            "The switch listens to queries of version 2.",
            flooded10(v2, "MLDv2, general").hits(),
            flooded10(v2Source, "MLDv2, for ff15::1:203 and a source").hits())
        .hit(
            "longer-hop-by-hop",
            "The hop-by-hop header is as long as it says.",
            flooded10(
                    new Packet(HOST_1, macOf("ff02::1"), "fe80::1", "ff02::1")
                        .ttl(1)
                        .hopByHop(MLD_ALERT + "0106000000000000")
                        .icmp(130, "27100000" + "00".repeat(16))
                        .frame(),
                    "a header of 16 bytes")
                .hits())
        .hit(
            "other-vlans",
            "The switch listens in every VLAN.",
            at(4, from4, "VLAN 20, without router interface").hits().leaves(3, tagged(20, from4)),
            at(3, tagged(20, from3), "VID 20").hits().leaves(4, from3),
            at(3, tagged(10, from3), "VID 10").hits().leaves(1, from3).leaves(2, from3))
        .hit(
            "router-port",
            "The switch listens on a router port, from which nothing is bridged.",
            at(7, from7, "MLDv1, general").hits().leavesNothing())
        .miss(
            "other-types",
            "Other messages behind a hop-by-hop header are no queries.",
            flooded20(group6().hopByHop(PADDING).echo(true), "type 128"),
            flooded20(group6().hopByHop(PADDING).echo(false), "type 129"))
        .miss(
            "report",
            "Reports, and that one is done, have traps of their own.",
            flooded20(mld(HOST_4, GROUP_6).icmp(131, "00000000" + GROUP_6_BYTES), "type 131")
                .hitsInstead("mld_v1_report"),
            flooded20(mld(HOST_4, GROUP_6).icmp(132, "00000000" + GROUP_6_BYTES), "type 132")
                .hitsInstead("mld_v1_done"),
            flooded20(
                    mld(HOST_4, GROUP_6).icmp(143, "00000001" + "04000000" + GROUP_6_BYTES),
                    "type 143")
                .hitsInstead("mld_v2_report"))
        .miss(
            "other-protocol",
            "Behind a hop-by-hop header there may be other things than ICMPv6.",
            flooded20(group6().hopByHop(PADDING).udp(130 << 8, 50000), "UDP that begins with 130"),
            flooded20(group6().udp(130 << 8, 50000), "the same without hop-by-hop header"))
        .miss(
            "no-hop-by-hop",
            "Without hop-by-hop header, and so without router alert, it is no query (RFC 2710).",
            flooded20(group6().ttl(1).icmp(130, "03e80000" + GROUP_6_BYTES), "type 130"))
        .miss(
            "igmp",
            "What queries in IPv4 is IGMP.",
            flooded20(allHosts(HOST_4).options(ROUTER_ALERT).igmp(QUERY, 100, GENERAL), "IGMPv2")
                .hitsInstead("igmp_query"));
  }

  private static Packet allHosts(String source) {
    return new Packet(source, "01:00:5e:00:00:01", "192.0.2.11", "224.0.0.1").ttl(1);
  }

  private static Packet group(String source) {
    return new Packet(source, GROUP_MAC, "192.0.2.11", GROUP).ttl(1);
  }

  private static Packet group6() {
    return new Packet(HOST_4, macOf(GROUP_6), "2001:db8:1::14", GROUP_6);
  }

  private static Packet mld(String source, String destination) {
    return new Packet(source, macOf(destination), "fe80::1", destination)
        .ttl(1)
        .hopByHop(MLD_ALERT);
  }

  private static String macOf(String group) {
    return Frames.multicastMac(Packet.address(IpAddress.parse(group)));
  }
}
