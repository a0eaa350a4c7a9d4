package packettrap.spec.config;

import packettrap.spec.packet.IpAddress;

/**
 * A next hop that routes name by its number, as {@code ip nexthop} makes them.
 *
 * @param id its number, from 1 on
 * @param blackhole whether it swallows its packets; then it has no device
 * @param device name of the egress interface; null for a blackhole
 * @param via address of the neighbour; null: the packet's destination is on the interface's network
 */
public record Nexthop(int id, boolean blackhole, String device, IpAddress via) {}
