package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.BROADCAST;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_1;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_2;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_3;
import static packettrap.conformance.scenario.generator.CommonSwitch.NEIGHBOUR_7;
import static packettrap.conformance.scenario.generator.CommonSwitch.NEIGHBOUR_8;
import static packettrap.conformance.scenario.generator.CommonSwitch.ROUTER;
import static packettrap.conformance.scenario.generator.CommonSwitch.plain;
import static packettrap.conformance.scenario.generator.Frames.ethernet;
import static packettrap.conformance.scenario.generator.Frames.routed;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.OverlaySwitch.FAR;
import static packettrap.conformance.scenario.generator.OverlaySwitch.FAR_6;
import static packettrap.conformance.scenario.generator.OverlaySwitch.FAR_WITH_KEY;
import static packettrap.conformance.scenario.generator.OverlaySwitch.GRE_END;
import static packettrap.conformance.scenario.generator.OverlaySwitch.GRE_END_6;
import static packettrap.conformance.scenario.generator.OverlaySwitch.IP_END;
import static packettrap.conformance.scenario.generator.OverlaySwitch.IP_END_6;
import static packettrap.conformance.scenario.generator.OverlaySwitch.KEY;
import static packettrap.conformance.scenario.generator.OverlaySwitch.VNI_10;
import static packettrap.conformance.scenario.generator.OverlaySwitch.VNI_20;
import static packettrap.conformance.scenario.generator.OverlaySwitch.VXLAN_END;
import static packettrap.conformance.scenario.generator.OverlaySwitch.VXLAN_END_6;
import static packettrap.conformance.scenario.generator.Shot.at;
import static packettrap.conformance.scenario.generator.Wrapped.gre;
import static packettrap.conformance.scenario.generator.Wrapped.greOf;
import static packettrap.conformance.scenario.generator.Wrapped.greWithKey;
import static packettrap.conformance.scenario.generator.Wrapped.ip;
import static packettrap.conformance.scenario.generator.Wrapped.vxlan;

import java.util.List;
import packettrap.spec.packet.Frame;

/** What comes out of tunnels, and what does not. */
final class TunnelPages {
  /** A station behind the far end of a VXLAN tunnel. */
  private static final String REMOTE = "02:00:00:00:0e:01";

  private static final String REMOTE_GROUP = "03:00:00:00:0e:01";

  private TunnelPages() {}

  static List<Page> all() {
    return List.of(decapError(), overlaySource(), arpOverlay());
  }

  private static String header(String flags, String lastByte) {
    return flags + "%06x".formatted(VNI_10) + lastByte;
  }

  private static Page decapError() {
    Frame inner = plain(REMOTE, HOST_2);
    Page page =
        new Page("decap_error")
            .on(OverlaySwitch.NAME)
            .hit(
                "vxlan-reserved-bits",
                "What is reserved in a VXLAN header must be zero.",
                raw(header("08010000", "00"), inner.toString(), "a bit behind the flags"),
                raw(header("08000001", "00"), inner.toString(), "the last of them"),
                raw(header("0c000000", "00"), inner.toString(), "a bit beside the I flag"),
                raw(header("08000000", "01"), inner.toString(), "a bit behind the network"))
            .hit(
                "vxlan-inner-too-short",
                "A frame in VXLAN has an Ethernet header, whole.",
                raw(header("08000000", "00"), inner.toString().substring(0, 26), "13 bytes"),
                raw(header("08000000", "00"), "", "nothing"))
            .hit(
                "vxlan-unknown-network",
                "A network identifier belongs to a tunnel.",
                at(7, vxlan(FAR, VXLAN_END, VNI_10 + 1, inner), "network 1001").hits(),
                at(7, vxlan(FAR, VXLAN_END, VNI_10 << 8, inner), "network 256000").hits(),
                at(7, vxlan(FAR_6, VXLAN_END_6, VNI_20, inner), "network of another end").hits())
            .hit(
                "vxlan-wrong-source",
                "A tunnel that has a far end takes packets from there alone.",
                at(7, vxlan("10.1.0.4", VXLAN_END, VNI_20, inner), "from 10.1.0.4").hits())
            .hit(
                "vxlan-vlan-inside",
                "A frame in VXLAN has no VLAN tag (RFC 7348, section 6.1).",
                at(7, vxlan(FAR, VXLAN_END, VNI_10, tagged(10, inner)), "VID 10 inside").hits())
            .hit(
                "vxlan-ecn",
                "What is not ECN-capable inside is not marked outside.",
                at(7, vxlan(FAR, VXLAN_END, VNI_10, bridgedIp(0).frame()).ecn(1), "ECT(1)").hits(),
                at(7, vxlan(FAR, VXLAN_END, VNI_10, bridgedIp(0).frame()).ecn(2), "ECT(0)").hits(),
                at(7, vxlan(FAR, VXLAN_END, VNI_10, bridgedIp(0).frame()).ecn(3), "CE").hits(),
                at(7, vxlan(FAR_6, VXLAN_END_6, VNI_10, bridgedIp(0).frame()).ecn(3), "CE, IPv6")
                    .hits())
            .hit(
                "gre-wrong-source",
                "A GRE tunnel takes packets from its far end alone.",
                at(7, gre("10.1.0.4", GRE_END, inner()), "from 10.1.0.4").hits(),
                at(7, gre("2001:db8:a1::4", GRE_END_6, inner()), "from a1::4").hits())
            .hit(
                "gre-key",
                "A GRE tunnel takes packets with its key alone.",
                at(7, gre(FAR_WITH_KEY, GRE_END, inner()), "no key").hits(),
                at(7, greWithKey(FAR_WITH_KEY, GRE_END, KEY + 1, inner()), "a wrong key").hits(),
                at(7, greWithKey(FAR, GRE_END, KEY, inner()), "a key, where none is expected")
                    .hits(),
                at(7, greWithKey(FAR, GRE_END, 0, inner()), "a key of 0").hits())
            .hit(
                "gre-ecn",
                "What is not ECN-capable inside is not marked outside.",
                at(7, gre(FAR, GRE_END, inner()).ecn(1), "ECT(1)").hits(),
                at(7, gre(FAR, GRE_END, inner()).ecn(3), "CE").hits())
            .hit(
                "gre-not-ip",
                "A GRE tunnel between routers carries IP.",
                at(7, greOf(FAR, GRE_END, "6558", inner.toString()), "Ethernet in GRE").hits(),
                at(7, greOf(FAR, GRE_END, "88b5", "00".repeat(40)), "an experiment in GRE").hits())
            .hit(
                "ip-in-ip",
                "A tunnel of IP in IP takes packets from its far end, of its kind, unmarked.",
                at(7, ip("10.1.0.4", IP_END, inner()), "from 10.1.0.4").hits(),
                at(7, gre(FAR, IP_END, inner()), "GRE").hits(),
                at(7, ip(FAR, GRE_END, inner()), "IP in IP to the end of a GRE tunnel").hits(),
                at(7, ip(FAR, IP_END, inner()).ecn(2), "ECT(0)").hits(),
                at(7, ip(FAR, IP_END, inner6()).ecn(3), "CE, IPv6 in IPv4").hits())
            .hit(
                "from-elsewhere",
                "A tunnel ends wherever its packets come in.",
                at(
                        8,
                        gre(new Packet(NEIGHBOUR_8, ROUTER, "10.5.0.4", GRE_END), inner()),
                        "from 10.5.0.4, on port 8")
                    .hits());
    return ecnMisses(misses(page));
  }

  private static Shot raw(String header, String inner, String what) {
    return at(7, vxlan(FAR, VXLAN_END, header, inner), what).hits();
  }

  /** An IP packet that goes to host 2 by the bridge. */
  private static Packet bridgedIp(int ecn) {
    return new Packet(REMOTE, HOST_2, "192.0.2.21", "192.0.2.12").ecn(ecn);
  }

  /** An IP packet that the router sends to host 2. */
  private static Packet inner() {
    return new Packet("00:00:00:00:00:00", ROUTER, "10.5.9.9", "192.0.2.12");
  }

  private static Packet inner6() {
    return new Packet("00:00:00:00:00:00", ROUTER, "2001:db8:a5::9", "2001:db8:1::12");
  }

  /** An inner packet leaves by port 2, one hop older. */
  private static Shot out2(Packet outer, Packet inner, String what) {
    return at(7, outer, what).leaves(2, routed(inner.frame(), HOST_2));
  }

  private static Page misses(Page page) {
    Frame inner = plain(REMOTE, HOST_2);
    Frame to20 = plain(REMOTE, HOST_3);
    Frame toAll = plain(REMOTE, BROADCAST);
    Frame shortest = Frame.of(java.util.Arrays.copyOf(inner.toByteArray(), 14));
    Packet throughOverlay = new Packet(REMOTE, ROUTER, "192.0.2.21", "10.5.0.1");
    Packet elsewhere = vxlan(FAR, "10.5.0.77", VNI_10 + 1, inner);
    Packet first = vxlan(FAR, VXLAN_END, VNI_10 + 1, inner);
    return page.miss(
            "vxlan",
            "What is right comes out of VXLAN and goes on in its VLAN.",
            at(7, vxlan(FAR, VXLAN_END, VNI_10, inner), "to host 2").leaves(2, inner),
            at(7, vxlan("10.5.0.9", VXLAN_END, VNI_10, inner), "from anywhere").leaves(2, inner),
            at(7, vxlan(FAR, VXLAN_END, VNI_20, to20), "network of VLAN 20").leaves(3, to20),
            at(7, vxlan(FAR, VXLAN_END, VNI_10, toAll), "to everyone")
                .leaves(1, toAll)
                .leaves(2, toAll))
        .miss(
            "vxlan-ipv6",
            "The underlay may be IPv6.",
            at(7, vxlan(FAR_6, VXLAN_END_6, VNI_10, inner), "to host 2").leaves(2, inner))
        .miss(
            "vxlan-shortest",
            "A frame in VXLAN may end with its header.",
            at(7, vxlan(FAR, VXLAN_END, VNI_10, shortest), "14 bytes").leaves(2, shortest))
        .miss(
            "vxlan-routed",
            "A frame that comes out of VXLAN may be for the router.",
            at(7, vxlan(FAR, VXLAN_END, VNI_10, throughOverlay.frame()), "to 10.5.0.1")
                .leaves(8, routed(throughOverlay.frame(), NEIGHBOUR_8)))
        .miss(
            "gre",
            "What is right comes out of GRE and is routed.",
            out2(gre(FAR, GRE_END, inner()), inner(), "IPv4 in GRE"),
            out2(gre(FAR, GRE_END, inner6()), inner6(), "IPv6 in GRE"),
            out2(gre(FAR_6, GRE_END_6, inner()), inner(), "IPv4 in GRE over IPv6"),
            out2(greWithKey(FAR_WITH_KEY, GRE_END, KEY, inner()), inner(), "with the right key"))
        .miss(
            "ip",
            "What is right comes out of IP in IP and is routed.",
            out2(ip(FAR, IP_END, inner()), inner(), "IPv4 in IPv4"),
            out2(ip(FAR, IP_END, inner6()), inner6(), "IPv6 in IPv4"),
            out2(ip(FAR_6, IP_END_6, inner()), inner(), "IPv4 in IPv6"),
            out2(ip(FAR_6, IP_END_6, inner6()), inner6(), "IPv6 in IPv6"))
        .miss(
            "passes-through",
            "What is wrong with a tunnel that ends elsewhere is not seen.",
            at(7, elsewhere, "an unknown network, to 10.5.0.77")
                .leaves(8, routed(elsewhere.frame(), NEIGHBOUR_8)))
        .miss(
            "no-tunnel-there",
            "At an address where no tunnel ends, all is for the switch itself.",
            at(7, vxlan(FAR, "198.51.100.1", VNI_10, inner), "VXLAN").hitsInstead("local_route"),
            at(7, gre(FAR, "198.51.100.1", inner()), "GRE").hitsInstead("local_route"),
            at(7, gre(FAR, VXLAN_END, inner()), "GRE to where VXLAN ends")
                .hitsInstead("local_route"),
            at(7, new Packet(NEIGHBOUR_7, ROUTER, FAR, GRE_END), "UDP to where GRE ends")
                .hitsInstead("local_route"))
        .miss(
            "fragment",
            "What has to be put together first is for the CPU.",
            at(
                    7,
                    new Packet(NEIGHBOUR_7, ROUTER, FAR, GRE_END).lastFragment(47, "00000800"),
                    "a last fragment")
                .hitsInstead("local_route"))
        .shows("PKT-08")
        .miss(
            "before-tunnel",
            "The router looks at addresses before any tunnel is opened.",
            at(
                    7,
                    gre(new Packet(NEIGHBOUR_7, ROUTER, "127.0.0.1", GRE_END), inner()),
                    "from 127.0.0.1")
                .hitsInstead("sip_is_loopback_address"))
        .miss(
            "second-tunnel",
            "What comes out of a tunnel does not enter the next.",
            at(7, ip(FAR, IP_END, gre(FAR, GRE_END, inner())), "GRE in IP in IP")
                .hitsInstead("local_route"))
        .shows()
        .miss(
            "overlay-ttl",
            "The router looks at what comes out as at any packet.",
            at(7, gre(FAR, GRE_END, inner().ttl(1)), "TTL 1 inside")
                .hitsInstead("ttl_value_is_too_small"),
            at(
                    7,
                    ip(FAR, IP_END, new Packet(HOST_1, ROUTER, "10.5.9.9", "10.2.0.1")),
                    "to 10.2.0.1")
                .hitsInstead("blackhole_nexthop"));
  }

  /** RFC 6040, section 4.2: what the inner header says when the packet has come out. */
  private static Page ecnMisses(Page page) {
    Page result =
        page.miss(
            "ecn-outside-unmarked",
            "What is not marked outside keeps what it says inside.",
            through(0, 0, 0, "not ECN-capable"),
            through(0, 1, 1, "ECT(1)"),
            through(0, 2, 2, "ECT(0)"),
            through(0, 3, 3, "CE"));
    return result
        .miss(
            "ecn-congestion-outside",
            "Congestion outside becomes congestion inside.",
            through(3, 1, 3, "CE over ECT(1)"),
            through(3, 2, 3, "CE over ECT(0)"),
            through(3, 3, 3, "CE over CE"))
        .miss(
            "ecn-capable-outside",
            "ECT(1) outside becomes ECT(1) inside, unless there is congestion; ECT(0) says nothing.",
            through(1, 2, 1, "ECT(1) over ECT(0)"),
            through(1, 3, 3, "ECT(1) over CE"),
            through(2, 1, 1, "ECT(0) over ECT(1)"),
            through(2, 3, 3, "ECT(0) over CE"))
        .miss(
            "ecn-ipv6",
            "So it is with IPv6.",
            out2(ip(FAR_6, IP_END_6, inner6().ecn(2)).ecn(3), inner6().ecn(3), "CE over ECT(0)"),
            out2(gre(FAR, GRE_END, inner().ecn(2)).ecn(3), inner().ecn(3), "the same in GRE"))
        .miss(
            "ecn-not-ip",
            "A frame in VXLAN that is not IP knows nothing of congestion.",
            at(7, vxlan(FAR, VXLAN_END, VNI_10, plain(REMOTE, HOST_2)).ecn(3), "CE")
                .leaves(2, plain(REMOTE, HOST_2)));
  }

  private static Shot through(int outside, int inside, int after, String what) {
    return at(7, vxlan(FAR, VXLAN_END, VNI_10, bridgedIp(inside).frame()).ecn(outside), what)
        .leaves(2, bridgedIp(after).frame());
  }

  private static Page overlaySource() {
    Frame inner = plain(REMOTE_GROUP, HOST_2);
    Frame packet = new Packet("33:33:00:00:00:01", HOST_2, "192.0.2.21", "192.0.2.12").frame();
    Frame toAll = plain(BROADCAST, BROADCAST);
    Frame right = plain(REMOTE, HOST_2);
    Frame toGroup = plain(REMOTE, "03:00:00:00:0e:09");
    Packet through = vxlan(FAR, "10.5.0.77", VNI_10, inner);
    return new Page("overlay_smac_is_mc")
        .on(OverlaySwitch.NAME)
        .hit(
            "group",
            "No station has the address of a group, in an overlay neither.",
            at(7, vxlan(FAR, VXLAN_END, VNI_10, inner), "from a group").hits().leaves(2, inner),
            at(7, vxlan(FAR, VXLAN_END, VNI_10, packet), "an IPv4 packet from a group")
                .hits()
                .leaves(2, packet))
        .hit(
            "broadcast",
            "Broadcast is the address of a group.",
            at(7, vxlan(FAR, VXLAN_END, VNI_10, toAll), "from everyone to everyone")
                .hits()
                .leaves(1, toAll)
                .leaves(2, toAll))
        .hit(
            "other-network",
            "So it is in every network and underlay.",
            at(7, vxlan(FAR, VXLAN_END, VNI_20, plain(REMOTE_GROUP, HOST_3)), "in VLAN 20")
                .hits()
                .leaves(3, plain(REMOTE_GROUP, HOST_3)),
            at(7, vxlan(FAR_6, VXLAN_END_6, VNI_10, inner), "over IPv6").hits().leaves(2, inner))
        .miss(
            "station",
            "A station may speak to a group.",
            at(7, vxlan(FAR, VXLAN_END, VNI_10, right), "from a station").leaves(2, right),
            at(7, vxlan(FAR, VXLAN_END, VNI_10, toGroup), "to a group")
                .leaves(1, toGroup)
                .leaves(2, toGroup))
        .miss(
            "passes-through",
            "What is in a tunnel that ends elsewhere is not seen.",
            at(7, through, "to 10.5.0.77").leaves(8, routed(through.frame(), NEIGHBOUR_8)))
        .shows("PKT-08")
        .miss(
            "not-decapsulated",
            "What does not come out of the tunnel is not looked at.",
            at(7, vxlan(FAR, VXLAN_END, VNI_10 + 1, inner), "an unknown network")
                .hitsInstead("decap_error"))
        .shows("PKT-07")
        .miss(
            "arp",
            "ARP comes first, by its group.",
            at(
                    7,
                    vxlan(
                        FAR,
                        VXLAN_END,
                        VNI_10,
                        ArpPages.request(REMOTE, "192.0.2.21", "192.0.2.12")),
                    "an ARP request")
                .hitsInstead("arp_overlay"));
  }

  private static Page arpOverlay() {
    Frame request = ArpPages.request(REMOTE, "192.0.2.21", "192.0.2.12");
    Frame response = ArpPages.response(REMOTE, "192.0.2.21", HOST_2, "192.0.2.12");
    Frame reverse = Frames.changed(request, 20, "0003");
    Frame underlay = ArpPages.request(NEIGHBOUR_7, "198.51.100.2", "198.51.100.1");
    Packet through = vxlan(FAR, "10.5.0.77", VNI_10, request);
    Frame like = ethernet(HOST_2, REMOTE, 0x88b5, Frames.filler(46));
    return new Page("arp_overlay")
        .on(OverlaySwitch.NAME)
        .hit(
            "request",
            "An ARP request that comes out of VXLAN is the overlay's.",
            at(7, vxlan(FAR, VXLAN_END, VNI_10, request), "who has 192.0.2.12").hits())
        .hit(
            "response",
            "An ARP response that comes out of VXLAN is the overlay's.",
            at(7, vxlan(FAR, VXLAN_END, VNI_10, response), "192.0.2.21 is there").hits())
        .hit(
            "other-network",
            "So it is in every network and underlay.",
            at(7, vxlan(FAR, VXLAN_END, VNI_20, request), "in VLAN 20").hits(),
            at(7, vxlan(FAR_6, VXLAN_END_6, VNI_10, request), "over IPv6").hits())
        .miss(
            "underlay",
            "ARP that is in no tunnel is the underlay's.",
            at(7, underlay, "who has 198.51.100.1").hitsInstead("arp_request"))
        .miss(
            "passes-through",
            "ARP in a tunnel that ends elsewhere is not seen.",
            at(7, through, "to 10.5.0.77").leaves(8, routed(through.frame(), NEIGHBOUR_8)))
        .miss(
            "other-operation",
            "Other operations of ARP are the stations' affair.",
            at(7, vxlan(FAR, VXLAN_END, VNI_10, reverse), "operation 3")
                .leaves(1, reverse)
                .leaves(2, reverse))
        .miss(
            "not-arp",
            "What is not ARP goes to its station.",
            at(7, vxlan(FAR, VXLAN_END, VNI_10, like), "an experiment").leaves(2, like))
        .shows("PKT-07")
        .miss(
            "not-decapsulated",
            "ARP that does not come out of the tunnel is not looked at.",
            at(7, vxlan(FAR, VXLAN_END, VNI_10 + 1, request), "an unknown network")
                .hitsInstead("decap_error"));
  }
}
