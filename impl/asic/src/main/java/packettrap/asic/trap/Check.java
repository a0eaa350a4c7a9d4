package packettrap.asic.trap;

import static packettrap.spec.trap.Metadata.FLOW_ACTION_COOKIE;
import static packettrap.spec.trap.Metadata.INPUT_PORT;

import java.util.List;
import java.util.Locale;
import packettrap.spec.trap.GenericTraps;
import packettrap.spec.trap.Trap;

/**
 * The table of trap positions: one check of the pipeline for every trap that the switch has, in the
 * order of the registry.
 *
 * <p>A new trap gets a constant here and one line in the stage that looks for it.
 */
public enum Check {
  SOURCE_MAC_IS_MULTICAST(Way.ON),
  VLAN_TAG_MISMATCH(Way.NONE),
  INGRESS_VLAN_FILTER(Way.ON),
  INGRESS_SPANNING_TREE_FILTER(Way.ON),
  PORT_LIST_IS_EMPTY(Way.NONE),
  PORT_LOOPBACK_FILTER(Way.NONE),
  BLACKHOLE_ROUTE(Way.NONE),
  TTL_VALUE_IS_TOO_SMALL(Way.NONE),
  TAIL_DROP(Way.NONE),
  NON_IP(Way.NONE),
  UC_DIP_OVER_MC_DMAC(Way.ON),
  DIP_IS_LOOPBACK_ADDRESS(Way.ON),
  SIP_IS_MC(Way.ON),
  SIP_IS_LOOPBACK_ADDRESS(Way.ON),
  IP_HEADER_CORRUPTED(Way.NONE),
  IPV4_SIP_IS_LIMITED_BC(Way.ON),
  IPV6_MC_DIP_RESERVED_SCOPE(Way.NONE),
  IPV6_MC_DIP_INTERFACE_LOCAL_SCOPE(Way.NONE),
  MTU_VALUE_IS_TOO_SMALL(Way.NONE),
  UNRESOLVED_NEIGH(Way.NONE),
  MC_REVERSE_PATH_FORWARDING(Way.NONE),
  REJECT_ROUTE(Way.NONE),
  IPV4_LPM_MISS(Way.NONE),
  IPV6_LPM_MISS(Way.NONE),
  NON_ROUTABLE_PACKET(Way.NONE),
  DECAP_ERROR(Way.NONE),
  OVERLAY_SMAC_IS_MC(Way.ON),
  INGRESS_FLOW_ACTION_DROP(Way.ON),
  EGRESS_FLOW_ACTION_DROP(Way.ON),
  STP(Way.NONE),
  LACP(Way.NONE),
  LLDP(Way.NONE),
  IGMP_QUERY(Way.ON),
  IGMP_V1_REPORT(Way.ON),
  IGMP_V2_REPORT(Way.ON),
  IGMP_V3_REPORT(Way.ON),
  IGMP_V2_LEAVE(Way.ON),
  MLD_QUERY(Way.ON),
  MLD_V1_REPORT(Way.ON),
  MLD_V2_REPORT(Way.ON),
  MLD_V1_DONE(Way.ON),
  IPV4_DHCP(Way.ON),
  IPV6_DHCP(Way.ON),
  ARP_REQUEST(Way.ON),
  ARP_RESPONSE(Way.ON),
  ARP_OVERLAY(Way.NONE),
  IPV6_NEIGH_SOLICIT(Way.ON),
  IPV6_NEIGH_ADVERT(Way.ON),
  IPV4_BFD(Way.ON),
  IPV6_BFD(Way.ON),
  IPV4_OSPF(Way.ON),
  IPV6_OSPF(Way.ON),
  IPV4_BGP(Way.NONE),
  IPV6_BGP(Way.NONE),
  IPV4_VRRP(Way.ON),
  IPV6_VRRP(Way.ON),
  IPV4_PIM(Way.ON),
  IPV6_PIM(Way.ON),
  UC_LOOPBACK(Way.ON),
  LOCAL_ROUTE(Way.NONE),
  EXTERNAL_ROUTE(Way.NONE),
  IPV6_UC_DIP_LINK_LOCAL_SCOPE(Way.NONE),
  IPV6_DIP_ALL_NODES(Way.NONE),
  IPV6_DIP_ALL_ROUTERS(Way.NONE),
  IPV6_ROUTER_SOLICIT(Way.ON),
  IPV6_ROUTER_ADVERT(Way.ON),
  IPV6_REDIRECT(Way.ON),
  IPV4_ROUTER_ALERT(Way.NONE),
  IPV6_ROUTER_ALERT(Way.NONE),
  PTP_EVENT(Way.ON),
  PTP_GENERAL(Way.ON),
  FLOW_ACTION_SAMPLE(Way.ON),
  FLOW_ACTION_TRAP(Way.NONE),
  EARLY_DROP(Way.NONE),
  VXLAN_PARSING(Way.NONE),
  LLC_SNAP_PARSING(Way.NONE),
  VLAN_PARSING(Way.NONE),
  PPPOE_PPP_PARSING(Way.NONE),
  MPLS_PARSING(Way.NONE),
  ARP_PARSING(Way.NONE),
  IP_1_PARSING(Way.NONE),
  IP_N_PARSING(Way.NONE),
  GRE_PARSING(Way.NONE),
  UDP_PARSING(Way.NONE),
  TCP_PARSING(Way.NONE),
  IPSEC_PARSING(Way.NONE),
  SCTP_PARSING(Way.NONE),
  DCCP_PARSING(Way.NONE),
  GTP_PARSING(Way.NONE),
  ESP_PARSING(Way.NONE),
  BLACKHOLE_NEXTHOP(Way.NONE),
  DMAC_FILTER(Way.ON),
  EAPOL(Way.NONE),
  LOCKED_PORT(Way.ON),
  CFM(OwnTraps.CFM, Way.ON);

  /** Whether a packet that the check caught has a way on, so that its trap can mirror. */
  private enum Way {
    ON,
    NONE
  }

  private static final List<Check> ALL = List.of(values());
  private static final Check[] BY_ID = new Check[GenericTraps.COUNT + OwnTraps.COUNT];

  static {
    ALL.forEach(check -> BY_ID[check.trap.id()] = check);
  }

  private final Trap trap;
  private final int priority;
  private final boolean wayOn;

  Check(Way way) {
    Trap generic = Trap.generic(name().toLowerCase(Locale.ROOT));
    boolean byFlowRule = generic.group().equals("acl_drops");
    trap = byFlowRule ? generic.telling(INPUT_PORT, FLOW_ACTION_COOKIE) : generic;
    priority = GroupPriority.of(trap.group());
    wayOn = way == Way.ON;
  }

  Check(Trap own, Way way) {
    trap = own;
    priority = GroupPriority.of(trap.group());
    wayOn = way == Way.ON;
  }

  /** All checks, in the order of the registry. */
  public static List<Check> all() {
    return ALL;
  }

  /** The check of a trap; null if the switch has no such trap. */
  static Check of(Trap trap) {
    Check check = trap.id() >= 0 && trap.id() < BY_ID.length ? BY_ID[trap.id()] : null;
    return check != null && check.trap.generic() == trap.generic() ? check : null;
  }

  /** The trap that the check hits. */
  public Trap trap() {
    return trap;
  }

  /** Whether a packet that the check caught could be forwarded all the same. */
  boolean hasWayOn() {
    return wayOn;
  }

  /** Whether this check wins over another that the same packet meets earlier. */
  boolean outranks(Check earlier) {
    return priority > earlier.priority;
  }
}
