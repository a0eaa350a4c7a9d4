package packettrap.asic;

import java.util.ArrayList;
import java.util.List;
import packettrap.spec.config.RandomEarlyDetection;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.config.SwitchConfig.BridgePort;
import packettrap.spec.config.SwitchConfig.Direction;
import packettrap.spec.config.SwitchConfig.FlowAction;
import packettrap.spec.config.Tunnel.Kind;
import packettrap.spec.packet.Frame;

/** One configuration with a bit of everything, and frames that take all the ways through it. */
final class EverythingOn {
  private EverythingOn() {}

  /** Ports 1 and 2 route, 3 to 6 are a bridge with a router interface, 7 has a queue, 8 nothing. */
  static SwitchConfig.Builder config() {
    return Setups.router()
        .bridgePort(new BridgePort(3, 10, List.of(10, 20), List.of(10), null, false, true))
        .bridgePort(BridgePort.access(4, 10))
        .bridgePort(Setups.trunk(5, 10, 20))
        .bridgePort(Setups.inState(6, SwitchConfig.SpanningTree.LEARNING, true))
        .fdb(10, Frames.HOST2, 4)
        .routerVlan("v10", 10, 1400, "10.0.0.1/24", "2001:db8:10::1/64")
        .routerPort("rp7", 7, 0, "10.7.0.1/24")
        .neighbour("v10", "10.0.0.2", Frames.HOST2)
        .neighbour("rp7", "10.7.0.2", Frames.HOST2)
        .queue(7, 16, 1_000_000, new RandomEarlyDetection(4, 12, 50, 2))
        .bridgePort(BridgePort.access(8, 10).lock())
        .macTable(8, Frames.HOST1)
        .external("eth0")
        .blackholeNexthop(1)
        .nexthop(2, "eth0", null)
        .route("10.90.0.0/16", 1)
        .route("10.91.0.0/16", 2)
        .multicast(null, "239.1.1.1", "rp1", "rp2", "v10")
        .multicast("192.0.2.9", "239.1.1.2", "v10", "rp2")
        .tunnel(Kind.VXLAN, "10.255.0.1", null, 1000L, 10)
        .tunnel(Kind.GRE, "10.255.0.1", null, null, 0)
        .tunnel(Kind.IP_IN_IP, "10.255.0.1", "192.0.2.9", null, 0)
        .acl(Setups.rule(Direction.INGRESS, FlowAction.SAMPLE))
        .acl(Setups.rule(Direction.EGRESS, FlowAction.DROP))
        .acl(Setups.ruleTo("10.99.0.0/16", FlowAction.DROP));
  }

  static Frame group(String group, String mac) {
    return Frames.ethernet(
        mac, Frames.HOST1, 0x0800, Frames.ipv4("192.0.2.9", group, 9, 17, Frames.udp(1, 2)));
  }

  /** What comes out of the tunnels of the configuration, and what does not. */
  private static List<Frame> tunnelled() {
    byte[] packet = Frames.ipv4("10.0.0.9", "203.0.113.9", 64, 17, Frames.udp(1000, 2000));
    byte[] bridged = Frames.bridged(Frames.HOST2, Frames.HOST1).toByteArray();
    byte[] arp =
        Frames.ethernet(Frames.BROADCAST, Frames.HOST1, 0x0806, Frames.arp(1)).toByteArray();
    return List.of(
        wrapped(17, Frames.vxlan(1000, bridged)),
        wrapped(17, Frames.vxlan(1000, arp)),
        wrapped(17, Frames.vxlan(1001, bridged)),
        wrapped(47, Frames.join(Frames.hex("00000800"), packet)),
        wrapped(47, Frames.join(Frames.hex("2000080000000001"), packet)),
        wrapped(4, packet));
  }

  static Frame wrapped(int protocol, byte[] content) {
    return Frames.ethernet(
        Frames.ROUTER,
        Frames.HOST1,
        0x0800,
        Frames.ipv4("192.0.2.9", "10.255.0.1", 64, protocol, content));
  }

  static List<Frame> frames() {
    List<Frame> frames = new ArrayList<>();
    String[] to4 = {
      "203.0.113.9",
      "203.0.113.129",
      "203.0.113.65",
      "198.51.100.3",
      "192.0.2.1",
      "127.0.0.1",
      "8.8.8.8",
      "10.0.0.2",
      "10.7.0.2",
      "10.90.0.1",
      "10.91.0.1",
      "10.255.0.1",
      "192.0.2.7",
      "10.99.0.1"
    };
    for (String to : to4) {
      frames.add(Frames.routed("192.0.2.9", to, 64));
      frames.add(Frames.routed("224.0.0.1", to, 1));
    }
    for (String to : new String[] {"2001:db8:3::9", "2001:db8:2::3", "::1", "2001:db8:10::1"}) {
      frames.add(Frames.routed("2001:db8:1::9", to, 64));
      frames.add(Frames.routed("ff02::1", to, 1));
    }
    frames.add(Frames.bridged(Frames.HOST2, Frames.HOST1));
    frames.add(Frames.bridged("02:00:00:00:00:77", Frames.HOST1));
    frames.add(Frames.bridged(Frames.HOST2, "03:00:00:00:00:01"));
    frames.add(Frames.ethernet(Frames.BROADCAST, Frames.HOST1, 0x0806, Frames.arp(1)));
    byte[] mld = new byte[24];
    mld[0] = (byte) 130;
    byte[] query = Frames.ipv6("fe80::9", "ff02::1", 1, 0, Frames.hex("3a00050200000100"), mld);
    frames.add(Frames.ethernet("33:33:00:00:00:01", Frames.HOST1, 0x86dd, query));
    byte[] dhcp = Frames.ipv4("0.0.0.0", "255.255.255.255", 64, 17, Frames.udp(68, 67));
    frames.add(Frames.ethernet(Frames.BROADCAST, Frames.HOST1, 0x0800, dhcp));
    frames.add(Frames.ethernet("01:80:c2:00:00:00", Frames.HOST1, 0x26, Frames.hex("424203")));
    frames.addAll(tunnelled());
    frames.add(group("239.1.1.1", "01:00:5e:01:01:01"));
    frames.add(group("239.1.1.2", "01:00:5e:01:01:02"));
    frames.add(group("224.0.0.9", "01:00:5e:00:00:09"));
    for (Frame frame : List.copyOf(frames)) {
      frames.add(Frames.tagged(frame, 10));
      frames.add(Frames.tagged(Frames.tagged(frame, 20), 0x88a8, 30));
    }
    return frames;
  }
}
