package packettrap.asic.config;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import packettrap.spec.config.MulticastRoute;
import packettrap.spec.packet.IpAddress;

/** Finds what makes no sense in the multicast routes of a configuration. */
final class MulticastConfigCheck {
  private MulticastConfigCheck() {}

  static void check(List<MulticastRoute> routes, Set<String> names) {
    Set<List<IpAddress>> seen = new HashSet<>();
    for (MulticastRoute route : routes) {
      Senseless.unless(route.group() != null, () -> "a multicast route has no group");
      Supplier<String> where = () -> "the multicast route of " + route.group();
      Senseless.unless(
          isMulticast(route.group()), () -> where.get() + " is of an address that is no group's");
      Senseless.unless(
          route.source() == null || route.source().ipv6() == route.group().ipv6(),
          () -> where.get() + " has the source " + route.source() + ", of the other family");
      Senseless.unless(
          seen.add(Arrays.asList(route.source(), route.group())),
          () -> where.get() + " is there twice for one source");
      Senseless.unless(
          route.from() != null, () -> where.get() + " names no interface to come in by");
      RouterConfigCheck.unlessKnown(route.from(), names, where);
      route.to().forEach(name -> RouterConfigCheck.unlessKnown(name, names, where));
    }
  }

  private static boolean isMulticast(IpAddress address) {
    return address.ipv6() ? address.high() >>> 56 == 0xff : address.low() >>> 28 == 14;
  }
}
