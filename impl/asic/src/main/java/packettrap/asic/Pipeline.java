package packettrap.asic;

import packettrap.asic.acl.Acl;
import packettrap.asic.bridge.Bridge;
import packettrap.asic.egress.Egress;
import packettrap.asic.packet.ControlClassifier;
import packettrap.asic.packet.Packet;
import packettrap.asic.packet.Parser;
import packettrap.asic.router.Leg;
import packettrap.asic.router.Router;
import packettrap.asic.trap.Check;
import packettrap.asic.trap.TrapUnit;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.config.SwitchConfig.Direction;
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
  private final Router router;
  private final Egress egress;

  Pipeline(SwitchConfig config, int portCount, TrapUnit traps, TrapHost host) {
    this.traps = traps;
    this.egress = new Egress(config, portCount, traps, host);
    this.ingressRules = new Acl(config.acl(), Direction.INGRESS, traps);
    this.bridge = new Bridge(config, portCount, egress, traps);
    this.router = new Router(config, egress.writer(), traps);
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
    if (!sourcePasses() || !bridge.admits(packet) || !rulesPass() || !traps.settle()) {
      return;
    }
    bridge.learn(packet);
    Leg leg = router.ofVlan(packet.vlan);
    if (leg != null && router.isAddressed(packet)) {
      route();
    } else if (packet.isLinkLocal()) {
      // What no bridge relays ends here.
      return;
    } else if (leg != null && router.isUnicastToGroup(packet)) {
      if (traps.hit(Check.UC_DIP_OVER_MC_DMAC)) {
        bridge.forward(packet);
        route();
      }
    } else {
      bridge.forward(packet);
    }
  }

  /** A port outside the bridge takes what its router interface takes, or nothing without one. */
  private void enterPort(Leg leg) {
    if (leg != null) {
      traps.propose(ControlClassifier.ofNetwork(packet));
    }
    if (!sourcePasses() || leg == null || !rulesPass() || !traps.settle()) {
      return;
    }
    if (packet.vlanId() != 0) {
      // No router interface is on a VLAN of a port outside the bridge.
      return;
    }
    boolean forUs = router.isAddressed(packet);
    if (forUs || router.isUnicastToGroup(packet) && traps.hit(Check.UC_DIP_OVER_MC_DMAC)) {
      route();
    }
  }

  private boolean sourcePasses() {
    return !Packet.isGroup(packet.source) || traps.hit(Check.SOURCE_MAC_IS_MULTICAST);
  }

  private boolean rulesPass() {
    return ingressRules.passes(packet, packet.port, packet.source, packet.destination);
  }

  private void route() {
    Leg out = router.route(packet);
    if (out == null) {
      return;
    }
    if (out.port() != 0) {
      egress.send(out.port(), false);
    } else {
      bridge.sendRouted(out.vlan(), egress.writer().destination());
    }
  }
}
