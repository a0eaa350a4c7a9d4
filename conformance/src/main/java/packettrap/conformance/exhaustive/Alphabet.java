package packettrap.conformance.exhaustive;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import packettrap.explorer.ModelInput;
import packettrap.explorer.ModelInput.Asking;
import packettrap.explorer.ModelInput.Kind;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.TrapAction;

/** What is done with a device: the inputs of a scope that the device lets one do. */
final class Alphabet {
  private static final int ABSENT = ModelInput.ABSENT;
  private static final int INVALID = ModelInput.INVALID;

  private final DeviceDescription device;
  private final Cast cast;
  private final Size size;
  private final Requesting requesting;
  private final List<Action> actions = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  private Alphabet(DeviceDescription device, Cast cast, Size size) {
    this.device = device;
    this.cast = cast;
    this.size = size;
    this.requesting = new Requesting(device, cast);
  }

  /** The alphabet of a scope for a device. */
  static Alphabet of(DeviceDescription device, Cast cast, Size size) {
    Alphabet alphabet = new Alphabet(device, cast, size);
    alphabet.gets();
    if (alphabet.has(Capability.CHANGES, "changes")) {
      alphabet.traps();
      alphabet.groups();
      alphabet.policers();
    }
    if (alphabet.has(Capability.DROP_MONITOR, "drop monitor")) {
      alphabet.monitor();
    }
    alphabet.packets();
    alphabet.lifecycle();
    alphabet.callers();
    return alphabet;
  }

  /** The inputs, in the order of their numbers. */
  List<Action> actions() {
    return actions;
  }

  /** What the device does not let one do, in a few words each. */
  List<String> missing() {
    return missing;
  }

  private boolean has(Capability capability, String what) {
    if (!device.has(capability)) {
      missing.add(what);
    }
    return device.has(capability);
  }

  private boolean isLarge() {
    return size != Size.XS;
  }

  private boolean isLargest() {
    return size == Size.S;
  }

  private void add(ModelInput model) {
    actions.add(Action.ask(model, requesting.of(model)));
  }

  /** The same while the driver refuses a callback, if it can be made to. */
  private void addRefused(ModelInput model, Callback callback) {
    if (!device.has(callback)) {
      return;
    } else if (device.canFail(callback)) {
      actions.add(new Action(model, requesting.of(model), callback, null, 0, 3));
    } else if (!missing.contains("refusals of callbacks")) {
      missing.add("refusals of callbacks");
    }
  }

  private void gets() {
    if (cast.drop() > 0) {
      add(new ModelInput.Get(Kind.TRAP, cast.drop()));
      add(new ModelInput.Get(Kind.GROUP, cast.groupOf(cast.drop())));
    }
    if (cast.second() > 0) {
      add(new ModelInput.Get(Kind.TRAP, cast.second()));
    }
    if (cast.other() > 0) {
      add(new ModelInput.Get(Kind.TRAP, cast.other()));
    }
    if (cast.policer() > 0) {
      add(new ModelInput.Get(Kind.POLICER, cast.policer()));
    }
    if (isLarge()) {
      add(new ModelInput.Get(Kind.TRAP, requesting.unknownTrap()));
      add(new ModelInput.Get(Kind.GROUP, requesting.unknownGroup()));
      add(new ModelInput.Get(Kind.POLICER, requesting.unknownPolicer()));
    }
  }

  private void traps() {
    int trap = cast.drop();
    if (trap > 0) {
      for (TrapAction action : TrapAction.values()) {
        add(new ModelInput.TrapSet(trap, action.ordinal(), 0));
      }
      add(new ModelInput.TrapSet(trap, INVALID, 0));
      addRefused(new ModelInput.TrapSet(trap, 1, 1), Callback.TRAP_ACTION_SET);
    }
    if (cast.other() > 0) {
      add(new ModelInput.TrapSet(cast.other(), 0, 0));
    }
    add(new ModelInput.TrapSet(requesting.unknownTrap(), 1, 0));
    if (isLarge()) {
      if (trap > 0) {
        add(new ModelInput.TrapSet(trap, ABSENT, 0));
      }
      if (cast.second() > 0) {
        add(new ModelInput.TrapSet(cast.second(), 2, 0));
      }
    }
  }

  private void groups() {
    if (cast.drop() > 0) {
      int group = cast.groupOf(cast.drop());
      Callback acting =
          device.has(Callback.GROUP_ACTION_SET)
              ? Callback.GROUP_ACTION_SET
              : Callback.TRAP_ACTION_SET;
      add(new ModelInput.GroupSet(group, 0, ABSENT, 0));
      add(new ModelInput.GroupSet(group, 2, requesting.unknownPolicer(), 0));
      if (cast.policer() > 0) {
        add(new ModelInput.GroupSet(group, ABSENT, cast.policer(), 0));
        addRefused(new ModelInput.GroupSet(group, ABSENT, cast.policer(), 1), Callback.GROUP_SET);
      }
      add(new ModelInput.GroupSet(group, ABSENT, 0, 0));
      if (isLarge()) {
        add(new ModelInput.GroupSet(group, 1, 0, 0));
        add(new ModelInput.GroupSet(group, INVALID, 0, 0));
        add(new ModelInput.GroupSet(group, ABSENT, ABSENT, 0));
        add(new ModelInput.GroupSet(group, ABSENT, requesting.unknownPolicer(), 0));
        addRefused(new ModelInput.GroupSet(group, 1, ABSENT, 1), acting);
      }
    }
    if (isLarge()) {
      add(new ModelInput.GroupSet(requesting.unknownGroup(), 1, ABSENT, 0));
    }
  }

  private void policers() {
    if (cast.policer() > 0) {
      int policer = cast.policer();
      Policer limits = cast.objects().policers().get(policer - 1);
      int rate = (int) Math.max(1, Math.min(limits.minRate(), 1 << 30));
      int burst = (int) Math.max(1, Math.min(limits.minBurst(), 1 << 30));
      add(new ModelInput.PolicerSet(policer, rate, burst, 0));
      addRefused(new ModelInput.PolicerSet(policer, rate, burst, 1), Callback.POLICER_SET);
      if (limits.minBurst() > 0) {
        add(new ModelInput.PolicerSet(policer, ABSENT, burst - 1, 0));
      }
      if (limits.maxRate() < Integer.MAX_VALUE) {
        add(new ModelInput.PolicerSet(policer, (int) limits.maxRate() + 1, ABSENT, 0));
      }
      if (isLarge()) {
        add(new ModelInput.PolicerSet(policer, ABSENT, ABSENT, 0));
        if (isLargest() && burst + 1 <= Math.min(limits.maxBurst(), Cast.FEW_TOKENS)) {
          add(new ModelInput.PolicerSet(policer, ABSENT, burst + 1, 0));
        }
      }
    }
    if (isLarge()) {
      add(new ModelInput.PolicerSet(requesting.unknownPolicer(), ABSENT, ABSENT, 0));
    }
  }

  private void monitor() {
    add(new ModelInput.Get(Kind.MONITOR, 0));
    if (!device.has(Capability.CHANGES)) {
      return;
    }
    add(new ModelInput.MonitorConfigSet(1, ABSENT));
    add(new ModelInput.MonitorConfigSet(0, ABSENT));
    add(new ModelInput.MonitorStart(false, true));
    add(new ModelInput.MonitorStop(false, true));
    if (isLarge()) {
      add(new ModelInput.MonitorConfigSet(INVALID, 1));
      add(new ModelInput.MonitorStop(true, false));
      add(new ModelInput.MonitorStop(true, true));
    }
    if (isLargest()) {
      add(new ModelInput.MonitorConfigSet(ABSENT, 0));
      add(new ModelInput.MonitorStart(true, false));
      add(new ModelInput.MonitorStart(true, true));
      if (has(Capability.SOFTWARE_DROPS, "drops of the stack")) {
        actions.add(new Action(new ModelInput.SoftwareDrop(), null, null, null, 0, 1));
      }
    }
  }

  private void packets() {
    if (cast.dropHit() != null) {
      ModelInput.Packet packet = new ModelInput.Packet(cast.drop());
      actions.add(new Action(packet, null, null, cast.dropHit(), 0, 2));
    }
    if (cast.otherHit() != null) {
      ModelInput.Packet packet = new ModelInput.Packet(cast.other());
      actions.add(new Action(packet, null, null, cast.otherHit(), 0, 2));
    }
    if (cast.dropHit() == null && cast.otherHit() == null) {
      missing.add("packets");
    } else if (cast.dropHit() == null && cast.drop() > 0) {
      missing.add("packets for " + cast.objects().traps().get(cast.drop() - 1).name());
    } else if (cast.otherHit() == null && cast.other() > 0) {
      missing.add("packets for " + cast.objects().traps().get(cast.other() - 1).name());
    }
    if (has(Capability.VIRTUAL_TIME, "time")) {
      actions.add(new Action(new ModelInput.Tick(), null, null, null, 0, 1));
    }
  }

  private void lifecycle() {
    if (has(Capability.RELOAD, "reload")) {
      add(new ModelInput.Reload(0));
    }
    if (has(Capability.LIFECYCLE, "unregistering") && isLarge()) {
      add(new ModelInput.Unregister());
      add(new ModelInput.Register(0));
    }
  }

  private void callers() {
    if (has(Capability.CALLERS, "callers without privilege")) {
      Set<Asking> asked =
          isLarge() ? Set.of(Asking.values()) : Set.of(Asking.TRAP_SET, Asking.MONITOR_START);
      for (Asking asking : Asking.values()) {
        boolean monitor = asking.name().startsWith("MONITOR");
        if (asked.contains(asking)
            && requesting.can(asking)
            && (!monitor || device.has(Capability.DROP_MONITOR))) {
          add(new ModelInput.Unprivileged(asking));
        }
      }
    }
    if (has(Capability.HANDLES, "requests to other devices") && isLarge()) {
      add(new ModelInput.Misdirected(true));
      add(new ModelInput.Misdirected(false));
    }
  }
}
