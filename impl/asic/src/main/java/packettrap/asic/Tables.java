package packettrap.asic;

import packettrap.asic.acl.FlowRules;
import packettrap.asic.bridge.BridgeTables;
import packettrap.asic.router.MulticastRoutes;
import packettrap.asic.router.Routes;
import packettrap.asic.tunnel.Tunnels;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.config.SwitchConfig.Direction;

/**
 * What a configuration says, in the form in which packets are looked up; packets change none of it.
 *
 * @param config the configuration
 * @param ingress flow rules of packets that come in
 * @param egress flow rules of packets that leave
 * @param bridge ports and addresses of the bridge
 */
record Tables(
    SwitchConfig config,
    FlowRules ingress,
    FlowRules egress,
    BridgeTables bridge,
    Tunnels tunnels,
    Routes routes,
    MulticastRoutes multicast) {

  /** The tables of a configuration without contradictions. */
  static Tables of(SwitchConfig config, int portCount) {
    Routes routes = new Routes(config);
    return new Tables(
        config,
        new FlowRules(config.acl(), Direction.INGRESS),
        new FlowRules(config.acl(), Direction.EGRESS),
        new BridgeTables(config, portCount),
        new Tunnels(config.tunnels()),
        routes,
        new MulticastRoutes(config.multicast(), routes));
  }
}
