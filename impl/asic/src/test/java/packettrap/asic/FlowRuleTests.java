package packettrap.asic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static packettrap.asic.Frames.BROADCAST;
import static packettrap.asic.Frames.HOST1;
import static packettrap.asic.Frames.HOST2;
import static packettrap.asic.Frames.bridged;
import static packettrap.asic.Frames.ethernet;
import static packettrap.asic.Frames.ipv4;
import static packettrap.asic.Frames.udp;
import static packettrap.asic.Setups.rule;
import static packettrap.asic.Verdicts.assertHits;
import static packettrap.asic.Verdicts.assertLeaves;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.config.SwitchConfig.AclRule;
import packettrap.spec.config.SwitchConfig.Direction;
import packettrap.spec.config.SwitchConfig.FlowAction;
import packettrap.spec.message.Cookie;
import packettrap.spec.packet.Frame;
import packettrap.spec.packet.IpPrefix;
import packettrap.spec.packet.Mac;

class FlowRuleTests {
  /** A UDP packet from 10.0.0.1 to 10.0.0.2, port 2000. */
  private static final Frame FRAME = bridged(HOST2, HOST1);

  private static final Frame OTHER_PORT =
      ethernet(HOST2, HOST1, 0x0800, ipv4("10.0.0.1", "10.0.0.2", 64, 17, udp(1000, 2001)));

  @ParameterizedTest
  @CsvSource({"INGRESS, ingress_flow_action_drop", "EGRESS, egress_flow_action_drop"})
  void a_rule_with_action_drop_reports_its_cookie(Direction direction, String trap) {
    SwitchConfig.Builder config = Setups.bridge().acl(rule(direction, FlowAction.DROP));
    assertHits(trap, config, 1, FRAME);
    assertLeaves(config, 1, OTHER_PORT, 2);
    TestSwitch device = new TestSwitch(config).reportingAll();
    device.receive(1, FRAME);
    assertEquals(Cookie.parse("c0ffee"), device.reports.get(0).cookie());
  }

  @ParameterizedTest
  @EnumSource
  void a_rule_with_action_trap_leaves_only_the_copy_for_the_cpu(Direction direction) {
    TestSwitch device = new TestSwitch(Setups.bridge().acl(rule(direction, FlowAction.TRAP)));
    device.receive(1, FRAME);
    assertEquals(List.of("flow_action_trap"), device.reportedTraps());
    assertEquals(List.of(), device.sent);
    device.receive(1, OTHER_PORT);
    assertEquals(List.of(), device.reportedTraps());
    assertEquals(List.of(2), device.sentPorts());
  }

  @ParameterizedTest
  @EnumSource
  void a_rule_with_action_sample_copies_and_forwards(Direction direction) {
    TestSwitch device = new TestSwitch(Setups.bridge().acl(rule(direction, FlowAction.SAMPLE)));
    device.receive(1, FRAME);
    assertEquals(List.of("flow_action_sample"), device.reportedTraps());
    assertEquals(List.of(new TestSwitch.Sent(2, FRAME)), device.sent);
    device.receive(1, OTHER_PORT);
    assertEquals(List.of(), device.reportedTraps());
    assertEquals(List.of(2), device.sentPorts());
  }

  @Test
  void the_first_rule_that_matches_decides() {
    assertLeaves(
        Setups.bridge()
            .acl(rule(Direction.INGRESS, FlowAction.PASS))
            .acl(rule(Direction.INGRESS, FlowAction.DROP)),
        1,
        FRAME,
        2);
  }

  @Test
  void a_rule_is_for_its_port_and_direction() {
    assertLeaves(Setups.bridge().acl(rule(Direction.INGRESS, FlowAction.DROP)), 3, FRAME, 2);
    Frame unknown = bridged("02:00:00:00:00:77", HOST1);
    TestSwitch device =
        new TestSwitch(Setups.bridge().acl(rule(Direction.EGRESS, FlowAction.DROP))).reportingAll();
    device.receive(1, unknown);
    assertEquals(List.of("egress_flow_action_drop"), device.reportedTraps());
    assertEquals(List.of(3), device.sentPorts(), "the copy for the other port goes on");
  }

  @Test
  void one_packet_is_caught_once_however_many_of_its_copies_are() {
    AclRule everywhere =
        new AclRule(
            Direction.EGRESS, 0, null, null, null, null, null, null, null, FlowAction.DROP, null);
    TestSwitch device = new TestSwitch(Setups.bridge().acl(everywhere));
    device.receive(1, bridged(BROADCAST, HOST1));
    assertEquals(1, device.dropped("egress_flow_action_drop"));
    device.reportingAll().receive(1, bridged(BROADCAST, HOST1));
    assertEquals(List.of("egress_flow_action_drop"), device.reportedTraps());
  }

  @Test
  void every_condition_must_be_met() {
    String all = "02:00:00:00:00:01 02:00:00:00:00:02 2048 10.0.0.0/30 10.0.0.2/32 17 2000";
    assertMatches(true, all);
    assertMatches(true, "- - - - - - -");
    assertMatches(false, all.replace("00:01", "00:03"));
    assertMatches(false, all.replace("00:02", "00:03"));
    assertMatches(false, all.replace("2048", "2049"));
    assertMatches(false, all.replace("10.0.0.0/30", "10.0.0.4/30"));
    assertMatches(false, all.replace("10.0.0.2/32", "10.0.0.3/32"));
    assertMatches(false, all.replace(" 17 ", " 6 "));
    assertMatches(false, all.replace("2000", "1000"));
    assertMatches(false, "- - - - ::/0 - -");
  }

  private static void assertMatches(boolean expected, String conditions) {
    String[] each = conditions.split(" ");
    AclRule rule =
        new AclRule(
            Direction.INGRESS,
            1,
            each[0].equals("-") ? null : Mac.parse(each[0]),
            each[1].equals("-") ? null : Mac.parse(each[1]),
            number(each[2]),
            each[3].equals("-") ? null : IpPrefix.parse(each[3]),
            each[4].equals("-") ? null : IpPrefix.parse(each[4]),
            number(each[5]),
            number(each[6]),
            FlowAction.DROP,
            null);
    TestSwitch device = new TestSwitch(Setups.bridge().acl(rule));
    device.receive(1, FRAME);
    assertEquals(expected ? 1 : 0, device.dropped("ingress_flow_action_drop"), conditions);
  }

  private static Integer number(String text) {
    return text.equals("-") ? null : Integer.valueOf(text);
  }

  @Test
  void egress_rules_see_the_addresses_with_which_a_routed_packet_leaves() {
    AclRule rule =
        new AclRule(
            Direction.EGRESS,
            2,
            Mac.parse(Frames.ROUTER),
            Mac.parse(HOST2),
            null,
            null,
            null,
            null,
            null,
            FlowAction.DROP,
            null);
    assertHits(
        "egress_flow_action_drop",
        Setups.router().acl(rule),
        1,
        Frames.routed("192.0.2.9", "203.0.113.9", 64));
  }
}
