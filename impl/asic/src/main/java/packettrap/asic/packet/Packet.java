package packettrap.asic.packet;

import packettrap.asic.trap.Check;
import packettrap.spec.packet.Frame;

/**
 * A frame on its way through the switch, and what the parser read in it.
 *
 * <p>There is one such object, filled anew for each frame, so that a frame costs no memory: hence
 * the public fields. What a frame carries in a tunnel is a packet of its own, {@link #inner}, and
 * is used again, too. A stage that needs another header adds its fields here and fills them in a
 * parser of its own.
 */
public final class Packet {
  /** IPv4's EtherType. */
  public static final int IPV4 = 0x0800;

  /** IPv6's EtherType. */
  public static final int IPV6 = 0x86dd;

  /** How many packets a packet may carry one in another; what is deeper is payload. */
  private static final int MOST_CARRIED = 8;

  /** What carries another packet. */
  public enum Carrier {
    /** It carries none, or none that the parser knows. */
    NOTHING,
    /** A PPPoE session (RFC 2516). */
    PPPOE,
    /** A stack of MPLS labels (RFC 3032). */
    MPLS,
    /** IP in IP (RFC 2003, RFC 2473, RFC 4213). */
    IP,
    /** GRE (RFC 2784, RFC 2890). */
    GRE,
    /** VXLAN (RFC 7348): it carries a frame with an Ethernet header. */
    VXLAN,
    /** GTP-U (3GPP TS 29.281). */
    GTP
  }

  /** The frame as it came in. */
  public Frame frame;

  /** The port on which it came in. */
  public int port;

  /** Offset of the packet's first byte in the frame; not 0 if a tunnel carries it. */
  public int start;

  /** Offset behind the packet's last byte; what is behind it in the frame is padding. */
  public int end;

  /**
   * What the parser found wrong first, from the outside in, in the packet or in what it carries;
   * null: nothing.
   */
  public Check error;

  /** Destination MAC address. */
  public long destination;

  /** Source MAC address. */
  public long source;

  /** Whether the outermost tag is a customer VLAN tag (802.1Q); a service tag is payload. */
  public boolean tagged;

  /** Priority, drop eligibility and VLAN of that tag; 0 without one. */
  public int tagControl;

  /** How many VLAN tags there are, of both kinds. */
  public int tags;

  /** What is behind all tags and a SNAP header: an EtherType, or a length below 0x600. */
  public int etherType;

  /** Offset of what is behind that field. */
  public int payload;

  /** 4 or 6 if there is a whole IP header that checks out, else 0. */
  public int ipVersion;

  /** Whether the EtherType says IP and version, header length or checksum say otherwise. */
  public boolean ipCorrupted;

  /** Source address, the first 64 bits; an IPv4 address is the upper half of them. */
  public long sourceHigh;

  /** Source address, the last 64 bits. */
  public long sourceLow;

  /** Destination address, as the source address. */
  public long destinationHigh;

  /** Destination address, as the source address. */
  public long destinationLow;

  /** Time to live or hop limit. */
  public int ttl;

  /** Type of service or traffic class, 8 bits; the last two are ECN (RFC 3168). */
  public int trafficClass;

  /** Length of the IP packet with its header, bytes. */
  public int ipLength;

  /** Protocol number behind all IPv6 extension headers; -1 if they are broken. */
  public int ipProtocol;

  /** Whether an IPv4 option or a hop-by-hop header is a router alert (RFC 2113, RFC 2711). */
  public boolean routerAlert;

  /** Whether IPv4 forbids to fragment it. */
  public boolean dontFragment;

  /** Whether it is a fragment, the first or a later one. */
  public boolean fragment;

  /** Whether the addresses in the header are those that the upper checksum covers. */
  boolean finalAddresses;

  /** Offset of the upper protocol's header; -1 if the packet has none of it. */
  public int upper;

  /** Offset behind the IP packet. */
  public int ipEnd;

  /** TCP or UDP source port; -1 if there is none. */
  public int sourcePort;

  /** TCP or UDP destination port; -1 if there is none. */
  public int destinationPort;

  /** What carries another packet in this one. */
  public Carrier carrier = Carrier.NOTHING;

  /** Offset of the carrier's header. */
  public int carrierHeader;

  /** VNI, GRE key or TEID of the carrier; -1 without one. */
  public long carrierKey;

  /** Whether the carried packet was read; if not, too little is there, or of an unknown kind. */
  public boolean hasInner;

  /**
   * The carried packet, if there is one; it has MAC addresses if an Ethernet header is carried.
   * Otherwise it starts at its network header.
   */
  public Packet inner;

  /** Whether the packet starts with an Ethernet header. */
  public boolean hasEthernet;

  /** How many packets this one is carried in. */
  private int depth;

  /** How many IP headers are in front of this packet. */
  private int ipHeadersBefore;

  /** The VLAN in which the bridge forwards it. */
  public int vlan;

  /** Forgets the frame before and takes up the bytes of a new one. */
  void begin(Frame newFrame, int ingressPort) {
    frame = newFrame;
    port = ingressPort;
    depth = 0;
    ipHeadersBefore = 0;
    clear(0, newFrame.length());
  }

  /** Begins the packet that this one carries; null if that would be one too many. */
  Packet beginInner(int from, int to) {
    if (depth == MOST_CARRIED) {
      return null;
    }
    if (inner == null) {
      inner = new Packet();
    }
    inner.frame = frame;
    inner.port = port;
    inner.depth = depth + 1;
    inner.ipHeadersBefore = ipHeadersBefore + (ipVersion == 0 ? 0 : 1);
    inner.clear(from, to);
    hasInner = true;
    return inner;
  }

  private void clear(int from, int to) {
    start = from;
    end = to;
    error = null;
    hasEthernet = false;
    destination = 0;
    source = 0;
    tagged = false;
    tagControl = 0;
    tags = 0;
    etherType = 0;
    payload = from;
    ipVersion = 0;
    ipCorrupted = false;
    ipProtocol = -1;
    routerAlert = false;
    fragment = false;
    finalAddresses = true;
    upper = -1;
    sourcePort = -1;
    destinationPort = -1;
    carrier = Carrier.NOTHING;
    carrierKey = -1;
    hasInner = false;
    vlan = 0;
  }

  /** Notes what is wrong, unless something was wrong before. */
  void fail(Check check) {
    if (error == null) {
      error = check;
    }
  }

  /** Notes that an IP header is wrong: the outermost of the frame, or one that is carried. */
  void failIp() {
    fail(ipHeadersBefore == 0 ? Check.IP_1_PARSING : Check.IP_N_PARSING);
  }

  /** Notes what carries another packet. */
  void carriedBy(Carrier kind, int header) {
    carrier = kind;
    carrierHeader = header;
  }

  /** Whether a MAC address is a group's, including broadcast. */
  public static boolean isGroup(long mac) {
    return (mac >> 40 & 1) != 0;
  }

  /** VLAN number in the customer tag; 0 if there is none or it only carries a priority. */
  public int vlanId() {
    return tagControl & 0xfff;
  }

  /** How many bytes of the frame the bridge's own tag takes. */
  public int tagLength() {
    return tagged ? 4 : 0;
  }

  /** Whether no tag is left behind the one that the bridge takes off. */
  public boolean isPlain() {
    return tags == (tagged ? 1 : 0);
  }

  /** Whether the destination is 01:80:c2:00:00:00 to 0f, which no bridge relays (802.1Q 8.6.3). */
  public boolean isLinkLocal() {
    return destination >>> 4 == 0x0180_c200_000L;
  }

  /** The bytes that the upper protocol's header and payload have; 0 if there is none. */
  public int upperLength() {
    return upper < 0 ? 0 : ipEnd - upper;
  }
}
