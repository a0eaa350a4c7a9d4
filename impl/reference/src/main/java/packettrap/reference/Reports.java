package packettrap.reference;

import static packettrap.spec.rule.PacketRules.PKT_04;
import static packettrap.spec.rule.PacketRules.PKT_05;
import static packettrap.spec.rule.PacketRules.PKT_06;
import static packettrap.spec.rule.StatisticsRules.STA_01;
import static packettrap.spec.rule.StatisticsRules.STA_02;
import static packettrap.spec.rule.StatisticsRules.STA_03;
import static packettrap.spec.rule.StatisticsRules.STA_04;

import java.util.List;
import packettrap.spec.message.Event;
import packettrap.spec.rule.Rule;
import packettrap.spec.trap.TrapType;

/** What becomes of a packet that the driver reports. */
final class Reports {
  private static final List<Rule> COUNTED_ONLY = List.of(STA_01, STA_02, STA_03, STA_04, PKT_05);
  private static final List<Rule> RECEIVED =
      List.of(STA_01, STA_02, STA_03, STA_04, PKT_04, PKT_06);

  private Reports() {}

  /**
   * The packet is counted; drop monitor hears of it unless the trap is a control trap; the stack
   * receives it unless the trap is a drop trap.
   *
   * <p>Source: {@code devlink_trap_report}, and what drivers do behind it.
   */
  static Outcome report(State state, Input.Reported packet) {
    DevlinkState devlink = state.devlink();
    TrapType type = devlink.objects.traps[packet.trap()].type();
    State counted = state.with(devlink.counting(packet.trap(), 1, packet.frame().length()));
    if (type != TrapType.CONTROL) {
      counted = counted.with(Alerts.hear(counted, packet));
    }
    if (type == TrapType.DROP) {
      return new Outcome(counted, null, List.of(), COUNTED_ONLY, COUNTED_ONLY);
    }
    Event received = new Event.Received(packet.port(), packet.frame());
    return new Outcome(counted, null, List.of(received), RECEIVED, RECEIVED);
  }
}
