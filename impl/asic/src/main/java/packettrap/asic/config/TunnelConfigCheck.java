package packettrap.asic.config;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.config.Tunnel;

/** Finds what makes no sense in the tunnels of a configuration. */
final class TunnelConfigCheck {
  private static final long MAX_VNI = 0xff_ffffL;
  private static final long MAX_KEY = 0xffff_ffffL;

  private TunnelConfigCheck() {}

  static void check(SwitchConfig config) {
    Senseless.unless(
        config.tunnels().isEmpty() || config.routerMac() != null,
        () -> "a tunnel ends at a router, and the switch has no router's MAC address");
    Set<List<Object>> seen = new HashSet<>();
    for (Tunnel tunnel : config.tunnels()) {
      Senseless.unless(
          tunnel.kind() != null && tunnel.local() != null,
          () -> "a tunnel needs a kind and the address at which it ends");
      Supplier<String> where = () -> "the " + name(tunnel) + " tunnel to " + tunnel.local();
      Senseless.unless(
          tunnel.remote() == null || tunnel.remote().ipv6() == tunnel.local().ipv6(),
          () -> where.get() + " comes from " + tunnel.remote() + ", which is of the other family");
      switch (tunnel.kind()) {
        case VXLAN -> checkVxlan(tunnel, where);
        case GRE, IP_IN_IP -> checkIp(tunnel, where);
      }
      Senseless.unless(
          seen.add(Arrays.asList(tunnel.kind(), tunnel.local(), tunnel.remote(), tunnel.key())),
          () -> where.get() + " is there twice");
    }
  }

  private static String name(Tunnel tunnel) {
    return switch (tunnel.kind()) {
      case VXLAN -> "VXLAN";
      case GRE -> "GRE";
      case IP_IN_IP -> "IP-in-IP";
    };
  }

  private static void checkVxlan(Tunnel tunnel, Supplier<String> where) {
    Senseless.unless(tunnel.key() != null, () -> where.get() + " has no network identifier");
    Senseless.unless(
        tunnel.key() >= 0 && tunnel.key() <= MAX_VNI,
        () -> where.get() + " has the key " + tunnel.key() + ", which is not within 0 to 16777215");
    Senseless.unlessVlan(tunnel.vlan(), where);
  }

  private static void checkIp(Tunnel tunnel, Supplier<String> where) {
    Senseless.unless(
        tunnel.kind() == Tunnel.Kind.GRE || tunnel.key() == null,
        () -> where.get() + " has a key, which it has no place for");
    Senseless.unless(
        tunnel.key() == null || tunnel.key() >= 0 && tunnel.key() <= MAX_KEY,
        () ->
            where.get() + " has the key " + tunnel.key() + ", which is not within 0 to 4294967295");
    Senseless.unless(
        tunnel.vlan() == 0,
        () -> where.get() + " has a VLAN, but what comes out of it has no Ethernet header");
  }
}
