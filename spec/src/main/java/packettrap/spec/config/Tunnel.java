package packettrap.spec.config;

import packettrap.spec.packet.IpAddress;

/**
 * The end of a tunnel: packets to its address that are of its kind are taken out of it.
 *
 * <p>What was in VXLAN goes on in a VLAN of the bridge; what was in GRE or IP goes on to the
 * router.
 *
 * @param kind how packets are wrapped
 * @param local the address that they are sent to; it is one of the device's own
 * @param remote the address that they come from; null: any
 * @param key the VXLAN network identifier, 0 to 2^24 - 1, which must be there; or the key of a GRE
 *     tunnel, 0 to 2^32 - 1, null: none
 * @param vlan the VLAN of what was in VXLAN; 0 for the other kinds
 */
public record Tunnel(Kind kind, IpAddress local, IpAddress remote, Long key, int vlan) {
  /** How packets are wrapped. */
  public enum Kind {
    /** Ethernet frames in UDP to port 4789, RFC 7348. */
    VXLAN,
    /** IP packets in GRE, RFC 2784 and 2890. */
    GRE,
    /** IP packets in IP, RFC 2003, 4213 and 2473. */
    IP_IN_IP
  }
}
