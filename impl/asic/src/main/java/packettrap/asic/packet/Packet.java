package packettrap.asic.packet;

import packettrap.spec.packet.Frame;

/**
 * A frame on its way through the switch, and what the parser read in it.
 *
 * <p>There is one such object, filled anew for each frame, so that a frame costs no memory: hence
 * the public fields. A stage that needs another header adds its fields here and fills them in a
 * parser of its own.
 */
public final class Packet {
  /** IPv4's EtherType. */
  public static final int IPV4 = 0x0800;

  /** IPv6's EtherType. */
  public static final int IPV6 = 0x86dd;

  /** The frame as it came in. */
  public Frame frame;

  /** The port on which it came in. */
  public int port;

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

  /** The field behind all tags: an EtherType, or a length below 0x600. */
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

  /** Length of the IP packet with its header, bytes. */
  public int ipLength;

  /** Protocol number behind all extension headers; -1 if they are broken. */
  public int ipProtocol;

  /** Whether a hop-by-hop header carries a router alert. */
  public boolean routerAlert;

  /** Offset of the upper protocol's header; -1 if the packet has none of it. */
  public int upper;

  /** Offset behind the IP packet. */
  public int ipEnd;

  /** TCP or UDP source port; -1 if there is none. */
  public int sourcePort;

  /** TCP or UDP destination port; -1 if there is none. */
  public int destinationPort;

  /** The VLAN in which the bridge forwards it. */
  public int vlan;

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
