package packettrap.conformance.scenario.generator;

import java.util.List;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.config.SwitchConfig.BridgePort;
import packettrap.spec.config.SwitchConfig.SpanningTree;

/**
 * The switch of the scenarios in which a bridge learns; all ports are access ports of VLAN 10, and
 * ports 1 to 3 are in VLAN 20 as well, tagged.
 *
 * <p>What was learned stays for as long as the configuration, so each scenario has stations of its
 * own, and says where they are before it looks.
 *
 * <pre>
 * ports 1 to 3  learn
 * port 4        does not learn
 * port 5        learns, learning
 * port 6        learns, blocking
 * </pre>
 */
final class LearningSwitch {
  static final String NAME = "learning-switch";

  private LearningSwitch() {}

  static SwitchConfig config() {
    return SwitchConfig.builder()
        .bridgePort(port(1, null, true))
        .bridgePort(port(2, null, true))
        .bridgePort(port(3, null, true))
        .bridgePort(port(4, null, false))
        .bridgePort(port(5, SpanningTree.LEARNING, true))
        .bridgePort(port(6, SpanningTree.BLOCKING, true))
        .fdb(10, CommonSwitch.HOST_2, 2)
        .build();
  }

  private static BridgePort port(int port, SpanningTree state, boolean learning) {
    List<Integer> vlans = port <= 3 ? List.of(10, 20) : List.of(10);
    return new BridgePort(port, 10, vlans, List.of(10), state, false, learning);
  }
}
