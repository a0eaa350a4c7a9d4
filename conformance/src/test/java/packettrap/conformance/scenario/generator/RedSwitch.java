package packettrap.conformance.scenario.generator;

import packettrap.spec.config.RandomEarlyDetection;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.config.SwitchConfig.BridgePort;

/**
 * The switch of the scenarios in which queues drop before they are full. Between minimum and
 * maximum is no length of a queue, so that nothing is left to chance; all ports are access ports of
 * VLAN 10.
 *
 * <pre>
 * port 1  no queue
 * port 2  drops from 4 packets on, holds 8
 * port 3  drops from 4 packets on, holds 4
 * port 4  drops from 5 packets on, holds 2
 * port 5  holds 4, drops nothing early
 * port 7  router port, 198.51.100.1/24
 * port 8  router port, 203.0.113.1/24; drops from 2 packets on, holds 8
 * </pre>
 */
final class RedSwitch {
  static final String NAME = "red-switch";

  /** Packets that leave a queue, a second. */
  private static final long RATE = 1000;

  private RedSwitch() {}

  static SwitchConfig config() {
    return SwitchConfig.builder()
        .routerMac(CommonSwitch.ROUTER)
        .bridgePort(BridgePort.access(1, 10))
        .bridgePort(BridgePort.access(2, 10))
        .bridgePort(BridgePort.access(3, 10))
        .bridgePort(BridgePort.access(4, 10))
        .bridgePort(BridgePort.access(5, 10))
        .fdb(10, CommonSwitch.HOST_1, 1)
        .fdb(10, CommonSwitch.HOST_2, 2)
        .fdb(10, CommonSwitch.HOST_3, 3)
        .fdb(10, CommonSwitch.HOST_4, 4)
        .fdb(10, CommonSwitch.HOST_5, 5)
        .routerPort("swp7", 7, 1500, "198.51.100.1/24")
        .routerPort("swp8", 8, 1500, "203.0.113.1/24")
        .neighbour("swp8", "203.0.113.2", CommonSwitch.NEIGHBOUR_8)
        .route("10.5.0.0/16", null, "swp8", "203.0.113.2")
        .queue(2, 8, RATE, from(4))
        .queue(3, 4, RATE, from(4))
        .queue(4, 2, RATE, from(5))
        .queue(5, 4, RATE)
        .queue(8, 8, RATE, from(2))
        .build();
  }

  private static RandomEarlyDetection from(int maximum) {
    return new RandomEarlyDetection(maximum - 1, maximum, 100, 0);
  }
}
