package packettrap.asic.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import packettrap.spec.config.MacTable;
import packettrap.spec.config.RandomEarlyDetection;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.config.SwitchConfig.AclRule;
import packettrap.spec.config.SwitchConfig.BridgePort;
import packettrap.spec.config.SwitchConfig.EgressQueue;
import packettrap.spec.config.SwitchConfig.FdbEntry;
import packettrap.spec.packet.IpPrefix;

/** Says why the switch cannot have a configuration. */
public final class ConfigCheck {
  private ConfigCheck() {}

  /** The first thing in a configuration that makes no sense, in a sentence; null if all does. */
  public static String objection(SwitchConfig config, int portCount) {
    if (config == null) {
      return "there is no configuration to apply";
    }
    try {
      checkBridge(config.bridge(), portCount);
      checkFdb(config, portCount);
      RouterConfigCheck.check(config, portCount);
      config.acl().forEach(rule -> checkRule(rule, portCount));
      checkQueues(config.queues(), portCount);
      checkMacTables(config.macTables(), portCount);
      TunnelConfigCheck.check(config);
      return null;
    } catch (Senseless e) {
      return e.getMessage();
    }
  }

  private static void checkBridge(List<BridgePort> ports, int portCount) {
    Set<Integer> seen = new HashSet<>();
    for (BridgePort port : ports) {
      Supplier<String> where = () -> "bridge port " + port.port();
      Senseless.unlessPort(port.port(), portCount, () -> "the bridge");
      Senseless.unless(seen.add(port.port()), () -> where.get() + " is there twice");
      port.vlans().forEach(vlan -> Senseless.unlessVlan(vlan, where));
      for (int vlan : port.untagged()) {
        Senseless.unless(
            port.vlans().contains(vlan),
            () -> where.get() + " sends VLAN " + vlan + " untagged but is not in that VLAN");
      }
      Senseless.unless(
          port.pvid() == 0 || port.vlans().contains(port.pvid()),
          () -> where.get() + " has the PVID " + port.pvid() + " but is not in that VLAN");
    }
  }

  private static void checkFdb(SwitchConfig config, int portCount) {
    Set<Integer> bridged = new HashSet<>();
    config.bridge().forEach(port -> bridged.add(port.port()));
    Set<List<Object>> seen = new HashSet<>();
    for (FdbEntry entry : config.fdb()) {
      Senseless.unless(entry.mac() != null, () -> "a forwarding entry has no MAC address");
      Supplier<String> where =
          () -> "the forwarding entry of " + entry.mac() + " in VLAN " + entry.vlan();
      Senseless.unlessVlan(entry.vlan(), where);
      Senseless.unless(
          seen.add(List.of(entry.vlan(), entry.mac())), () -> where.get() + " is there twice");
      Senseless.unless(!entry.ports().isEmpty(), () -> where.get() + " names no port");
      Senseless.unless(
          entry.mac().isMulticast() || entry.ports().size() == 1,
          () -> where.get() + " must name one port, as the address is one station's");
      for (int port : entry.ports()) {
        Senseless.unlessPort(port, portCount, where);
        Senseless.unless(
            bridged.contains(port),
            () -> where.get() + " names port " + port + ", which is no bridge port");
      }
    }
  }

  private static void checkRule(AclRule rule, int portCount) {
    Senseless.unless(rule.direction() != null, () -> "a flow rule has no direction");
    Senseless.unless(rule.action() != null, () -> "a flow rule has no action");
    if (rule.port() != 0) {
      Senseless.unlessPort(rule.port(), portCount, () -> "a flow rule");
    }
    Senseless.unlessWithin(rule.etherType(), 0xffff, "the EtherType of a flow rule");
    Senseless.unlessWithin(rule.ipProtocol(), 0xff, "the IP protocol of a flow rule");
    Senseless.unlessWithin(rule.toPort(), 0xffff, "the destination port of a flow rule");
    Senseless.unless(
        sameFamily(rule.from(), rule.to()), () -> "a flow rule mixes IPv4 and IPv6 addresses");
  }

  private static boolean sameFamily(IpPrefix from, IpPrefix to) {
    return from == null || to == null || from.address().ipv6() == to.address().ipv6();
  }

  private static void checkQueues(List<EgressQueue> queues, int portCount) {
    Set<Integer> seen = new HashSet<>();
    for (EgressQueue queue : queues) {
      Senseless.unlessPort(queue.port(), portCount, () -> "a queue");
      Supplier<String> where = () -> "the queue of port " + queue.port();
      Senseless.unless(seen.add(queue.port()), () -> where.get() + " is there twice");
      Senseless.unless(queue.limit() >= 0, () -> where.get() + " has a limit below 0");
      Senseless.unless(queue.rate() >= 0, () -> where.get() + " has a rate below 0");
      if (queue.red() != null) {
        checkRed(queue.red(), () -> "random early detection on " + where.get());
      }
    }
  }

  private static void checkRed(RandomEarlyDetection red, Supplier<String> where) {
    Senseless.unless(
        red.minimum() >= 0 && red.minimum() < red.maximum(),
        () ->
            where.get()
                + " begins at "
                + red.minimum()
                + " packets and drops all from "
                + red.maximum()
                + " on, which must be more");
    Senseless.unlessWithin(red.percent(), 100, "what is dropped of a hundred packets");
    Senseless.unlessWithin(red.averaging(), 6, "the averaging of a queue's length");
  }

  private static void checkMacTables(List<MacTable> tables, int portCount) {
    Set<Integer> seen = new HashSet<>();
    for (MacTable table : tables) {
      Senseless.unlessPort(table.port(), portCount, () -> "a table of MAC addresses");
      Senseless.unless(
          seen.add(table.port()),
          () -> "the table of MAC addresses of port " + table.port() + " is there twice");
    }
  }
}
