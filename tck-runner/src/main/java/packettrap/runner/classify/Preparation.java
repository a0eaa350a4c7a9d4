package packettrap.runner.classify;

import java.util.ArrayList;
import java.util.List;
import packettrap.runner.Unusable;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/** Makes a device ready, so that it shows what becomes of every frame. */
final class Preparation {
  private final TrapDevice device;
  private final DeviceDescription description;
  private final String driver;
  private final List<String> remarks = new ArrayList<>();

  Preparation(TrapDevice device, String driver) {
    this.device = device;
    this.description = device.description();
    this.driver = driver;
  }

  /**
   * Whether frames can be sent in here, at the times of a capture.
   *
   * @throws Unusable if not
   */
  void checkDriver(int port) {
    need(Capability.FRAMES, "no frames can be sent into its ports");
    need(Capability.EGRESS, "frames that leave its ports cannot be seen");
    need(Capability.VIRTUAL_TIME, "it keeps real time, not that of a capture");
    int ports = description.ports().size();
    if (port < 1 || port > ports) {
      throw new Unusable(
          "--port must be from 1 to %d, the ports of %s, not %d.".formatted(ports, driver, port));
    }
  }

  private void need(Capability capability, String otherwise) {
    if (!description.has(capability)) {
      throw new Unusable("%s cannot classify frames: %s.".formatted(driver, otherwise));
    }
  }

  /**
   * The switch gets a configuration.
   *
   * @param config null: the usual one, if it can be configured
   * @return the one that it got; null: none
   * @throws Unusable if it refuses it
   */
  NamedConfig configure(NamedConfig config) {
    boolean configurable = description.has(Capability.SWITCH);
    if (config == null && !configurable) {
      remarks.add("The driver's switch cannot be configured, so it is as it was built.");
      return null;
    }
    need(Capability.SWITCH, "it cannot be configured, and --config was given");
    NamedConfig applied = config == null ? NamedConfig.usual() : config;
    if (device.call(new Request.Configure(applied.config())) instanceof Reply.Failed failed) {
      throw new Unusable(
          "%s refuses the configuration %s: %s.".formatted(driver, applied.name(), reason(failed)));
    }
    return applied;
  }

  private static String reason(Reply.Failed failed) {
    return failed.message() == null ? failed.errno().name() : failed.message();
  }

  /** Policers hide packets: groups are unbound from theirs, or these are opened wide. */
  void unbindPolicers() {
    int unbound = 0;
    for (Group group : description.registration().groups()) {
      if (group.policer() == 0) {
        continue;
      } else if (done(new Request.GroupSet(group.name(), null, 0L))) {
        unbound++;
      } else if (!raised(group.policer())) {
        remarks.add(
            "Group %s stays bound to policer %d, which may hide packets of it."
                .formatted(group.name(), group.policer()));
      }
    }
    if (unbound > 0) {
      remarks.add(
          unbound == 1
              ? "1 trap group was unbound from its policer, so that no packet is hidden."
              : unbound
                  + " trap groups were unbound from their policers, so that no packet is hidden.");
    }
  }

  private boolean raised(long id) {
    for (Policer policer : description.registration().policers()) {
      if (policer.id() == id) {
        boolean raised = done(new Request.PolicerSet(id, policer.maxRate(), policer.maxBurst()));
        if (raised) {
          remarks.add(
              "Policer %d was raised to %d packets/s, as its groups cannot be unbound."
                  .formatted(id, policer.maxRate()));
        }
        return raised;
      }
    }
    return false;
  }

  /** A packet that is dropped in hardware is only counted; trapped, it is reported too. */
  void reportDrops() {
    int changed = 0;
    for (Trap trap : description.registration().traps()) {
      if (trap.type() == TrapType.DROP
          && trap.initialAction() == TrapAction.DROP
          && done(Request.set(trap.name(), TrapAction.TRAP))) {
        changed++;
      }
    }
    if (changed > 0) {
      remarks.add(
          (changed == 1 ? "1 drop trap" : changed + " drop traps")
              + " got the action trap in place of drop: as little goes on, and drop monitor hears"
              + " of it.");
    }
  }

  /**
   * Drop monitor hears of what is dropped from now on.
   *
   * @throws Unusable if the device has none
   */
  void startMonitor(MonitorPlan plan) {
    if (!description.has(Capability.DROP_MONITOR)) {
      throw new Unusable(driver + " has no drop monitor, so --capture cannot write its alerts.");
    }
    ask(new Request.MonitorConfigSet(plan.mode().ordinal(), plan.truncation(), null));
    ask(new Request.MonitorStart(true, true));
  }

  private void ask(Request request) {
    if (device.call(request) instanceof Reply.Failed failed) {
      throw new Unusable(
          "Drop monitor of %s cannot be used (%s), so --capture cannot write its alerts."
              .formatted(driver, reason(failed)));
    }
  }

  private boolean done(Request request) {
    return device.call(request) instanceof Reply.Done;
  }

  /** What was done and what could not be, a sentence each. */
  List<String> remarks() {
    return remarks;
  }
}
