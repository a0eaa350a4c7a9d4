package packettrap.conformance.scenario.generator;

import java.util.List;
import packettrap.spec.config.SwitchConfig.AclRule;
import packettrap.spec.config.SwitchConfig.Direction;
import packettrap.spec.config.SwitchConfig.FlowAction;
import packettrap.spec.message.Cookie;
import packettrap.spec.packet.IpPrefix;
import packettrap.spec.packet.Mac;

/**
 * The flow rules of the common switch: one for each kind of condition, on addresses and numbers
 * that no other scenario uses.
 */
final class FlowRules {
  static final String DROPPED_SOURCE = "02:00:00:00:ac:01";
  static final String DROPPED_DESTINATION = "02:00:00:00:ac:02";
  static final String DROPPED_ON_1 = "02:00:00:00:ac:03";
  static final String DROPPED_TWICE = "02:00:00:00:ac:04";
  static final String COMBINED = "02:00:00:00:ac:05";
  static final int DROPPED_TYPE = 0x88b6;
  static final int DROPPED_PROTOCOL = 253;
  static final String TRAPPED_SOURCE = "02:00:00:00:ac:21";
  static final String TRAPPED_DESTINATION = "02:00:00:00:ac:22";
  static final int TRAPPED_TYPE = 0xb001;
  static final String SAMPLED_SOURCE = "02:00:00:00:ac:31";
  static final String SAMPLED_DESTINATION = "02:00:00:00:ac:32";
  static final String EGRESS_SOURCE = "02:00:00:00:ac:41";
  static final String EGRESS_DESTINATION = "02:00:00:00:ac:42";
  static final int EGRESS_TYPE = 0xb002;
  static final int EGRESS_PROTOCOL = 254;
  static final String LONG_COOKIE = "000102030405060708090a0b0c0d0e0f";

  private FlowRules() {}

  static List<AclRule> all() {
    return List.of(
        // The first that matches decides.
        new Rule().port(2).source(DROPPED_SOURCE).does(FlowAction.PASS, null),
        new Rule().source(DROPPED_SOURCE).does(FlowAction.DROP, "01"),
        new Rule().destination(DROPPED_DESTINATION).does(FlowAction.DROP, "deadbeef"),
        new Rule().port(1).destination(DROPPED_ON_1).does(FlowAction.DROP, "c001"),
        new Rule().etherType(DROPPED_TYPE).does(FlowAction.DROP, LONG_COOKIE),
        new Rule().from("192.0.2.192/28").does(FlowAction.DROP, "0a0b0c"),
        new Rule().to("10.1.10.0/24").does(FlowAction.DROP, null),
        new Rule().from("2001:db8:1:0:ac00::/72").does(FlowAction.DROP, "0600"),
        new Rule().to("2001:db8:a1:ac::/64").does(FlowAction.DROP, "0601"),
        new Rule().port(7).from("10.1.77.77/32").does(FlowAction.DROP, "77"),
        new Rule().ipProtocol(DROPPED_PROTOCOL).does(FlowAction.DROP, "fd"),
        new Rule().ipProtocol(17).toPort(6666).does(FlowAction.DROP, "6666"),
        new Rule().toPort(7777).does(FlowAction.DROP, "7777"),
        new Rule()
            .port(1)
            .source(COMBINED)
            .destination(CommonSwitch.ROUTER)
            .etherType(0x0800)
            .from("192.0.2.0/24")
            .to("10.1.20.0/24")
            .ipProtocol(6)
            .toPort(8080)
            .does(FlowAction.DROP, "8080808080808080"),
        new Rule().destination(DROPPED_TWICE).does(FlowAction.DROP, "11"),
        new Rule().source(TRAPPED_SOURCE).does(FlowAction.TRAP, null),
        new Rule().destination(TRAPPED_DESTINATION).does(FlowAction.TRAP, null),
        new Rule().etherType(TRAPPED_TYPE).does(FlowAction.TRAP, null),
        new Rule().to("10.1.21.0/24").does(FlowAction.TRAP, null),
        new Rule().to("2001:db8:a1:21::/64").does(FlowAction.TRAP, null),
        new Rule().port(1).ipProtocol(17).toPort(2100).does(FlowAction.TRAP, null),
        new Rule().source(SAMPLED_SOURCE).does(FlowAction.SAMPLE, null),
        new Rule().destination(SAMPLED_DESTINATION).does(FlowAction.SAMPLE, null),
        new Rule().to("10.1.31.0/24").does(FlowAction.SAMPLE, null),
        new Rule().to("2001:db8:a1:31::/64").does(FlowAction.SAMPLE, null),
        new Rule().port(7).ipProtocol(6).toPort(3100).does(FlowAction.SAMPLE, null),
        new Rule().egress(2).source(EGRESS_SOURCE).does(FlowAction.DROP, "e1"),
        new Rule().egress(0).destination(EGRESS_DESTINATION).does(FlowAction.DROP, "e2e2e2"),
        new Rule().egress(3).etherType(EGRESS_TYPE).does(FlowAction.DROP, null),
        new Rule().egress(7).to("10.1.41.128/25").does(FlowAction.PASS, null),
        new Rule().egress(7).to("10.1.41.0/24").does(FlowAction.DROP, "e4"),
        new Rule().egress(7).to("2001:db8:a1:41::/64").does(FlowAction.DROP, "e5e5e5e5e5e5e5e5"),
        new Rule().egress(0).from("192.0.2.208/28").does(FlowAction.DROP, "e6"),
        new Rule().egress(7).ipProtocol(EGRESS_PROTOCOL).does(FlowAction.DROP, "e7"),
        new Rule().egress(2).ipProtocol(6).toPort(9999).does(FlowAction.DROP, "e8"),
        new Rule().egress(2).destination(DROPPED_TWICE).does(FlowAction.DROP, "22"));
  }

  /** Collects one rule. */
  private static final class Rule {
    private Direction direction = Direction.INGRESS;
    private int port;
    private Mac source;
    private Mac destination;
    private Integer etherType;
    private IpPrefix from;
    private IpPrefix to;
    private Integer ipProtocol;
    private Integer toPort;

    Rule port(int number) {
      port = number;
      return this;
    }

    Rule egress(int number) {
      direction = Direction.EGRESS;
      return port(number);
    }

    Rule source(String mac) {
      source = Mac.parse(mac);
      return this;
    }

    Rule destination(String mac) {
      destination = Mac.parse(mac);
      return this;
    }

    Rule etherType(int number) {
      etherType = number;
      return this;
    }

    Rule from(String network) {
      from = IpPrefix.parse(network);
      return this;
    }

    Rule to(String network) {
      to = IpPrefix.parse(network);
      return this;
    }

    Rule ipProtocol(int number) {
      ipProtocol = number;
      return this;
    }

    Rule toPort(int number) {
      toPort = number;
      return this;
    }

    AclRule does(FlowAction action, String cookie) {
      return new AclRule(
          direction,
          port,
          source,
          destination,
          etherType,
          from,
          to,
          ipProtocol,
          toPort,
          action,
          cookie == null ? null : new Cookie(cookie));
    }
  }
}
