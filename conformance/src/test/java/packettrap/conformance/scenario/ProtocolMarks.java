package packettrap.conformance.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a dissector must find in frames that hit the trap of a protocol, or of an error in one, and
 * in near misses must not.
 */
final class ProtocolMarks {
  private static final List<String> CHECKSUMS =
      List.of("ip.checksum.status", "udp.checksum.status", "tcp.checksum.status");

  /** Fields that are looked at here alone. */
  static final List<String> FIELDS =
      List.of(
          "eth.len",
          "arp.hw.size",
          "arp.proto.size",
          "ipv6.nxt",
          "sctp.srcport",
          "sctp.dstport",
          "ptp.v2.messagetype",
          "_ws.expert.severity");

  private ProtocolMarks() {}

  /** The marks of control protocols, by trap. */
  static Map<String, Predicate<Map<String, String>>> ofControl() {
    Map<String, Predicate<Map<String, String>>> marks = new HashMap<>();
    marks.put("igmp_v1_report", has("igmp.type", "0x12"));
    marks.put("igmp_v3_report", has("igmp.type", "0x22"));
    marks.put("igmp_v2_leave", has("igmp.type", "0x17"));
    marks.put("mld_v1_report", isMld("131"));
    marks.put("mld_v1_done", isMld("132"));
    marks.put("mld_v2_report", isMld("143"));
    marks.put("ipv6_dhcp", has("udp.dstport", "546", "547").and(isIpv6()));
    marks.put("ipv4_bfd", has("udp.dstport", "3784", "3785").and(isIpv6().negate()));
    marks.put("ipv6_bfd", has("udp.dstport", "3784", "3785").and(isIpv6()));
    for (String protocol : List.of("ospf", "vrrp", "pim")) {
      marks.put("ipv4_" + protocol, dissectedAs(":ip:" + protocol));
      marks.put("ipv6_" + protocol, dissectedAs(":ipv6(:[.a-z0-9]+)*:" + protocol));
    }
    marks.put("ipv6_router_solicit", has("icmpv6.type", "133").and(isIpv6()));
    marks.put("ipv6_router_advert", has("icmpv6.type", "134").and(isIpv6()));
    marks.put("ipv6_redirect", has("icmpv6.type", "137").and(isIpv6()));
    marks.put("ptp_event", f -> f.get("ptp.v2.messagetype").matches("0x0?[0-3]"));
    marks.put("ptp_general", f -> f.get("ptp.v2.messagetype").matches("0x0?[4-9a-f]"));
    return marks;
  }

  /**
   * The marks of errors, by trap: the protocol, and something wrong where the dissector is as
   * strict as a parser. Sound frames of the same protocols are what it has nothing to say about.
   */
  static Map<String, Predicate<Map<String, String>>> ofErrors() {
    Map<String, Predicate<Map<String, String>>> marks = new HashMap<>();
    marks.put("vlan_parsing", dissectedAs(":(vlan|ieee8021ad)").and(isWrong()));
    marks.put("llc_snap_parsing", dissectedAs(":llc").or(f -> !f.get("eth.len").isEmpty()));
    marks.put("pppoe_ppp_parsing", dissectedAs(":pppoe[sd]"));
    marks.put("mpls_parsing", dissectedAs(":mpls").and(isWrong()));
    marks.put("arp_parsing", dissectedAs(":arp").and(isWrong().or(isArpOfOtherAddresses())));
    marks.put("ip_1_parsing", isWrong());
    // Behind protocol 4 the dissector looks at the version only.
    marks.put("ip_n_parsing", isWrong().or(dissectedAs(":ip:ip:ipv6")));
    marks.put("gre_parsing", dissectedAs(":gre"));
    marks.put("udp_parsing", isWrong().or(isOf("17").and(dissectedAs(":udp").negate())));
    marks.put("tcp_parsing", isWrong().or(isOf("6").and(dissectedAs(":tcp").negate())));
    marks.put("ipsec_parsing", isOf("51"));
    marks.put("sctp_parsing", isOf("132").and(isWrong().or(hasPort0())));
    marks.put("dccp_parsing", isOf("33"));
    marks.put("gtp_parsing", f -> f.get("udp.dstport").matches("(2152|2123)(,.*)?"));
    marks.put("esp_parsing", isOf("50").or(dissectedAs(":ipv6.dstopts")));
    marks.put("vxlan_parsing", has("udp.dstport", "4789"));
    return marks;
  }

  private static Predicate<Map<String, String>> isWrong() {
    return f ->
        !f.get("_ws.malformed").isEmpty()
            || !f.get("_ws.expert.severity").isEmpty()
            || CHECKSUMS.stream().anyMatch(field -> f.get(field).contains("0"));
  }

  private static Predicate<Map<String, String>> isArpOfOtherAddresses() {
    return f -> !f.get("arp.hw.size").equals("6") || !f.get("arp.proto.size").equals("4");
  }

  private static Predicate<Map<String, String>> hasPort0() {
    return has("sctp.srcport", "0").or(has("sctp.dstport", "0"));
  }

  private static Predicate<Map<String, String>> isOf(String protocol) {
    return has("ip.proto", protocol).or(has("ipv6.nxt", protocol));
  }

  private static Predicate<Map<String, String>> isMld(String type) {
    return has("icmpv6.type", type).and(has("ipv6.opt.router_alert", "0"));
  }

  private static Predicate<Map<String, String>> isIpv6() {
    return f -> !f.get("ipv6.dst").isEmpty();
  }

  private static Predicate<Map<String, String>> dissectedAs(String protocols) {
    Pattern pattern = Pattern.compile(protocols);
    return f -> pattern.matcher(":" + f.get("frame.protocols")).find();
  }

  private static Predicate<Map<String, String>> has(String field, String... values) {
    return fields -> List.of(values).contains(fields.get(field));
  }
}
