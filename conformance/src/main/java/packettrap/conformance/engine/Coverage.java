package packettrap.conformance.engine;

import java.util.List;
import packettrap.reference.Hardware.Fate;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.message.AlertMode;
import packettrap.spec.message.Request;
import packettrap.spec.rule.Catalogue;
import packettrap.spec.rule.DriverRules;
import packettrap.spec.rule.GenericTrapRules;
import packettrap.spec.rule.MetadataRules;
import packettrap.spec.rule.MonitorRules;
import packettrap.spec.rule.PacketRules;
import packettrap.spec.rule.PolicerRules;
import packettrap.spec.rule.Rule;
import packettrap.spec.rule.StatisticsRules;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Metadata;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/** Notes which rules a frame exercised, after its traces were found to be right. */
final class Coverage {
  private static final List<Rule> DROPPED =
      List.of(DriverRules.DRV_04, StatisticsRules.STA_12, DriverRules.DRV_03);
  private static final List<Rule> COPIED =
      List.of(
          StatisticsRules.STA_01,
          StatisticsRules.STA_02,
          StatisticsRules.STA_03,
          StatisticsRules.STA_04,
          DriverRules.DRV_01,
          DriverRules.DRV_02,
          DriverRules.DRV_03,
          PacketRules.PKT_01);

  private final Oracle oracle;
  private final DeviceDescription device;
  private final Exercised exercised;
  private final Causes causes;

  Coverage(Oracle oracle, DeviceDescription device, Exercised exercised, Causes causes) {
    this.oracle = oracle;
    this.device = device;
    this.exercised = exercised;
    this.causes = causes;
  }

  /** A frame was handled as it should be; {@code lost} alerts of its burst were lost. */
  void add(Hit hit, long lost) {
    GenericTrapRules.of(hit.scenario().trap()).ifPresent(exercised::add);
    hit.scenario().rules().forEach(id -> Catalogue.find(id).ifPresent(exercised::add));
    exercised.add(DriverRules.DRV_13);
    if (hit.trap() < 0) {
      exercised.add(PacketRules.PKT_02);
      if (device.has(Capability.SWITCH) && hit.arrival().departures() != null) {
        exercised.add(PacketRules.PKT_03);
      }
      return;
    }
    Trap trap = oracle.devlink().registeredTrap(hit.trap());
    context(trap);
    if (hit.fate() == Fate.DROPPED) {
      exercised.add(DROPPED);
      count(Capability.EGRESS, DriverRules.DRV_05);
      if (device.has(Callback.DROP_COUNTER_GET)) {
        exercised.add(StatisticsRules.STA_11);
      }
      return;
    }
    forwarding(hit);
    if (hit.fate() == Fate.DISCARDED && !device.has(Capability.VIRTUAL_TIME)) {
      return;
    } else if (hit.fate() == Fate.DISCARDED) {
      exercised.add(PolicerRules.POL_21);
      exercised.add(PolicerRules.POL_25);
      if (device.has(Callback.POLICER_COUNTER_GET)) {
        exercised.add(PolicerRules.POL_24);
      }
      return;
    }
    exercised.add(COPIED);
    if (hit.policer() < 0) {
      exercised.add(PolicerRules.POL_27);
    }
    if (device.has(Capability.RX_PATH)) {
      if (trap.type() == TrapType.DROP) {
        exercised.add(PacketRules.PKT_05);
      } else {
        exercised.add(PacketRules.PKT_04);
        exercised.add(PacketRules.PKT_06);
        if (trap.metadata().contains(Metadata.INPUT_PORT)) {
          exercised.add(MetadataRules.MET_02);
        }
      }
    }
    monitored(hit, trap, lost);
  }

  /** Packets of a device's own hit a trap, or would have been reported if it did not drop them. */
  void ofOwn(Trap trap, TrapAction action) {
    context(trap);
    if (action == TrapAction.DROP) {
      exercised.add(DROPPED);
      return;
    }
    exercised.add(COPIED);
    exercised.add(action == TrapAction.TRAP ? DriverRules.DRV_06 : DriverRules.DRV_08);
  }

  private void forwarding(Hit hit) {
    if (hit.action() == TrapAction.TRAP) {
      exercised.add(DriverRules.DRV_06);
      count(Capability.EGRESS, DriverRules.DRV_07);
      return;
    }
    exercised.add(DriverRules.DRV_08);
    if (hit.arrival().departures() != null) {
      count(Capability.EGRESS, DriverRules.DRV_09);
      if (hit.fate() == Fate.DISCARDED) {
        count(Capability.EGRESS, PolicerRules.POL_30);
      }
    }
  }

  private void count(Capability capability, Rule rule) {
    if (device.has(capability)) {
      exercised.add(rule);
    }
  }

  /** What was asked about the trap before the frame came. */
  private void context(Trap trap) {
    Cause cause =
        causes.last(
            past ->
                Causes.touchesAction(past, trap.name(), trap.group())
                    || Causes.touchesBinding(past, trap.group())
                    || past.request() instanceof Request.PolicerSet
                    || past.restarts());
    if (cause == null) {
      return;
    }
    if (cause.restarts()) {
      exercised.add(DriverRules.DRV_18);
    } else if (cause.failed()) {
      exercised.add(DriverRules.DRV_10);
    } else if (trap.type() == TrapType.DROP) {
      exercised.add(DriverRules.DRV_11);
    }
  }

  private void monitored(Hit hit, Trap trap, long lost) {
    if (!device.has(Capability.DROP_MONITOR)) {
      return;
    }
    var monitor = oracle.state().monitor();
    if (!monitor.hardware().running()) {
      exercised.add(MonitorRules.MON_35);
      return;
    }
    if (trap.type() == TrapType.CONTROL) {
      exercised.add(MonitorRules.MON_16);
      return;
    }
    exercised.add(MonitorRules.MON_15);
    if (monitor.alertMode() == AlertMode.SUMMARY) {
      exercised.add(MonitorRules.MON_21);
      return;
    }
    if (lost > 0) {
      exercised.add(MonitorRules.MON_18);
    }
    if (monitor.queueLength() == 0) {
      exercised.add(MonitorRules.MON_06);
      return;
    }
    exercised.add(MonitorRules.MON_17);
    for (Rule rule : ALERT) {
      exercised.add(rule);
    }
    if (trap.metadata().contains(Metadata.INPUT_PORT)) {
      exercised.add(MetadataRules.MET_02);
    }
    if (trap.metadata().contains(Metadata.FLOW_ACTION_COOKIE) && hit.arrival().cookie() != null) {
      exercised.add(MetadataRules.MET_03);
    }
  }

  static final List<Rule> ALERT =
      List.of(
          MonitorRules.MON_25,
          MonitorRules.MON_26,
          MonitorRules.MON_27,
          MonitorRules.MON_28,
          MonitorRules.MON_29,
          MonitorRules.MON_30,
          MonitorRules.MON_31,
          MonitorRules.MON_32);

  /** A policer was seen to be empty when it should be. */
  void exhausted(List<Rule> influences) {
    if (device.has(Capability.VIRTUAL_TIME)) {
      exercised.add(influences);
    }
  }
}
