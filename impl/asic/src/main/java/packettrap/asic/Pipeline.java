package packettrap.asic;

import packettrap.asic.acl.Acl;
import packettrap.asic.bridge.Bridge;
import packettrap.asic.bridge.MacTables;
import packettrap.asic.egress.Egress;
import packettrap.asic.packet.ControlClassifier;
import packettrap.asic.packet.Packet;
import packettrap.asic.packet.Parser;
import packettrap.asic.router.Leg;
import packettrap.asic.router.MulticastRouter;
import packettrap.asic.router.Router;
import packettrap.asic.trap.Check;
import packettrap.asic.trap.TrapUnit;
import packettrap.asic.tunnel.Decapsulation;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.device.TrapHost;
import packettrap.spec.packet.Frame;

/**
 * The way of a packet through the stages of a switch with one configuration.
 *
 * <p>Parser, control protocols, ingress port, ingress flow rules, bridge, router, and out by {@link
 * Egress}. A new configuration is a new pipeline, so nothing learned or queued outlives one.
 */
final class Pipeline {
  private final Packet packet = new Packet();
  private final TrapUnit traps;
  private final Acl ingressRules;
  private final Bridge bridge;
  private final MacTables macTables;
  private final Router router;
  private final MulticastRouter multicast;
  private final Decapsulation decapsulation;
  private final Egress egress;

  Pipeline(Tables tables, int portCount, TrapUnit traps, TrapHost host) {
    SwitchConfig config = tables.config();
    this.traps = traps;
    this.egress = new Egress(tables.egress(), config.queues(), portCount, traps, host);
    this.ingressRules = new Acl(tables.ingress(), traps);
    this.macTables = new MacTables(config, traps);
    this.bridge = new Bridge(tables.bridge(), egress, traps);
    this.router =
        new Router(config.routerMac(), tables.routes(), tables.tunnels(), egress.writer(), traps);
    this.multicast = new MulticastRouter(tables.multicast(), router.mac(), egress, bridge, traps);
    this.decapsulation = new Decapsulation(tables.tunnels(), router.mac(), traps);
  }

  /** A frame comes in on a port. */
  void receive(int port, Frame frame) {
    egress.serveQueues();
    if (!Parser.parse(port, frame, packet)) {
      return;
    }
    traps.begin(port, frame);
    traps.propose(ControlClassifier.ofLink(packet));
    if (packet.error != null && !isLeftToRouter()) {
      rejectMalformed();
    } else if (bridge.contains(port)) {
      enterBridge();
    } else {
      enterPort(router.ofPort(port));
    }
    traps.finish();
  }

  /** It is now later. */
  void timePassed() {
    egress.serveQueues();
  }

  /**
   * The parser drops what it cannot read. A control protocol that it could still tell, as it does
   * where a UDP checksum is wrong, comes first all the same.
   */
  private void rejectMalformed() {
    if (bridge.contains(packet.port) || router.ofPort(packet.port) != null) {
      traps.propose(ControlClassifier.ofNetwork(packet));
    }
    traps.hit(packet.error);
  }

  /** A corrupted IP header of a packet that is to be routed is the router's to find. */
  private boolean isLeftToRouter() {
    if (!packet.ipCorrupted || !packet.isPlain() || !router.isAddressed(packet)) {
      return false;
    }
    if (bridge.contains(packet.port)) {
      return router.ofVlan(bridge.vlanOf(packet)) != null;
    }
    return packet.vlanId() == 0 && router.ofPort(packet.port) != null;
  }

  private void enterBridge() {
    traps.propose(ControlClassifier.ofNetwork(packet));
    if (!sourcePasses() || !macTables.pass(packet) || !bridge.admits(packet) || !rulesPass()) {
      return;
    }
    Leg leg = router.ofVlan(packet.vlan);
    if (leg != null) {
      router.listen(packet, router.isAddressed(packet) || multicast.takes(packet));
    }
    if (!traps.settle()) {
      return;
    }
    bridge.learn(packet);
    forwardInVlan(packet, leg);
  }

  /** A packet is in a VLAN, on which there is an interface of the router or not. */
  private void forwardInVlan(Packet entered, Leg leg) {
    if (leg != null && router.isAddressed(entered)) {
      route(entered, leg);
    } else if (entered.isLinkLocal()) {
      // What no bridge relays ends here.
      return;
    } else if (leg != null && router.isUnicastToGroup(entered)) {
      if (traps.hit(Check.UC_DIP_OVER_MC_DMAC)) {
        bridge.forward(entered);
        route(entered, leg);
      }
    } else if (leg != null && multicast.takes(entered)) {
      bridge.forwardBesideRouter(entered);
      multicast.route(entered, leg);
    } else {
      bridge.forward(entered);
    }
  }

  /** A port outside the bridge takes what its router interface takes, or nothing without one. */
  private void enterPort(Leg leg) {
    if (leg != null) {
      traps.propose(ControlClassifier.ofNetwork(packet));
    }
    if (!sourcePasses() || !macTables.pass(packet) || leg == null || !rulesPass()) {
      return;
    }
    // No router interface is on a VLAN of a port outside the bridge.
    boolean inVlan = packet.vlanId() != 0;
    boolean forUs = !inVlan && router.isAddressed(packet);
    boolean forGroup = !inVlan && multicast.takes(packet);
    if (!inVlan) {
      router.listen(packet, forUs || forGroup);
    }
    if (!traps.settle() || inVlan) {
      return;
    }
    if (forUs || router.isUnicastToGroup(packet) && traps.hit(Check.UC_DIP_OVER_MC_DMAC)) {
      route(packet, leg);
    } else if (forGroup) {
      multicast.route(packet, leg);
    }
  }

  private boolean sourcePasses() {
    return !Packet.isGroup(packet.source) || traps.hit(Check.SOURCE_MAC_IS_MULTICAST);
  }

  private boolean rulesPass() {
    return ingressRules.passes(packet, packet.port, packet.source, packet.destination);
  }

  /** Routes a packet that came in by an interface; null: out of a tunnel. */
  private void route(Packet entered, Leg in) {
    Leg out = router.route(entered, in);
    if (out == null) {
      return;
    }
    if (out == Leg.INTO_TUNNEL) {
      enterOverlay(decapsulation.open(entered));
    } else if (out.port() != 0) {
      egress.send(out.port(), false);
    } else {
      bridge.sendRouted(out.vlan(), egress.writer().destination());
    }
  }

  /** What was in a tunnel goes on in its VLAN, or to the router; null: nothing is left. */
  private void enterOverlay(Packet inner) {
    if (inner == null) {
      return;
    }
    Leg leg = inner.vlan == 0 ? null : router.ofVlan(inner.vlan);
    traps.propose(ControlClassifier.ofOverlay(inner));
    if (inner.vlan == 0 || leg != null) {
      router.listen(inner, router.isAddressed(inner));
    }
    if (!traps.settle()) {
      return;
    }
    if (inner.vlan == 0) {
      route(inner, null);
    } else {
      forwardInVlan(inner, leg);
    }
  }
}
