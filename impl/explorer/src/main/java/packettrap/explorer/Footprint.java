package packettrap.explorer;

import java.util.List;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;

/**
 * Which bits of a state decide whether an input is enabled and what it writes, and which bits it
 * can write.
 *
 * <p>This is a claim about the core; {@link Steps} does not believe it.
 *
 * @param reads what decides
 * @param writes what can be other afterwards; it is read too
 */
record Footprint(long reads, long writes) {
  private static final Footprint NOTHING = new Footprint(0, 0);

  static Footprint of(Scope scope, Layout layout, ModelInput input) {
    Registration objects = scope.registration();
    if (input instanceof ModelInput.TrapSet set) {
      return set.trap() > objects.traps().size()
          ? changing(layout.phase.mask(), 0)
          : changing(layout.phase.mask(), layout.action[set.trap() - 1].mask());
    } else if (input instanceof ModelInput.GroupSet set) {
      return changing(layout.phase.mask(), group(objects, layout, set));
    } else if (input instanceof ModelInput.PolicerSet set) {
      return changing(layout.phase.mask(), policer(objects, layout, set.policer()));
    } else if (input instanceof ModelInput.MonitorConfigSet) {
      return changing(running(layout), layout.mode.mask() | layout.queueLength.mask());
    } else if (input instanceof ModelInput.MonitorStart) {
      return changing(0, running(layout));
    } else if (input instanceof ModelInput.MonitorStop stop) {
      return changing(0, running(layout) | stopped(layout, stop));
    } else if (input instanceof ModelInput.Packet packet) {
      Trap trap = objects.traps().get(packet.trap() - 1);
      int group = objects.groups().stream().map(one -> one.name()).toList().indexOf(trap.group());
      return changing(
          layout.phase.mask()
              | layout.action[packet.trap() - 1].mask()
              | layout.binding[group].mask()
              | layout.mode.mask()
              | layout.queueLength.mask()
              | layout.hardwareRuns.mask(),
          all(layout.tokens) | layout.hardwareQueue.mask() | layout.hardwareTable.mask());
    } else if (input instanceof ModelInput.SoftwareDrop) {
      return changing(
          layout.mode.mask() | layout.queueLength.mask() | layout.softwareRuns.mask(),
          layout.softwareQueue.mask() | layout.softwareTable.mask());
    } else if (input instanceof ModelInput.Tick) {
      return changing(
          layout.phase.mask() | all(layout.rate) | all(layout.burst),
          all(layout.tokens) | layout.softwareTable.mask() | layout.hardwareTable.mask());
    } else if (input instanceof ModelInput.Drain) {
      return changing(0, layout.softwareQueue.mask() | layout.hardwareQueue.mask());
    } else if (input instanceof ModelInput.Register
        || input instanceof ModelInput.Unregister
        || input instanceof ModelInput.Reload) {
      return changing(0, layout.phase.mask() | device(layout));
    }
    return NOTHING;
  }

  /** What is written is read too: it may stay, or its new value may depend on the old one. */
  private static Footprint changing(long reads, long writes) {
    return new Footprint(reads | writes, writes);
  }

  private static long group(Registration objects, Layout layout, ModelInput.GroupSet set) {
    if (set.group() > objects.groups().size()) {
      return 0;
    }
    String name = objects.groups().get(set.group() - 1).name();
    long writes = set.policer() == ModelInput.ABSENT ? 0 : layout.binding[set.group() - 1].mask();
    List<Trap> traps = objects.traps();
    for (int i = 0; i < traps.size() && set.action() != ModelInput.ABSENT; i++) {
      if (traps.get(i).group().equals(name)) {
        writes |= layout.action[i].mask();
      }
    }
    return writes;
  }

  private static long policer(Registration objects, Layout layout, int policer) {
    return policer > objects.policers().size()
        ? 0
        : layout.rate[policer - 1].mask()
            | layout.burst[policer - 1].mask()
            | layout.tokens[policer - 1].mask();
  }

  private static long running(Layout layout) {
    return layout.softwareRuns.mask() | layout.hardwareRuns.mask();
  }

  private static long stopped(Layout layout, ModelInput.MonitorStop stop) {
    long software = layout.softwareQueue.mask() | layout.softwareTable.mask();
    long hardware = layout.hardwareQueue.mask() | layout.hardwareTable.mask();
    return (stop.hardware() ? hardware : 0) | (stop.software() || !stop.hardware() ? software : 0);
  }

  /** What there is only while a device is registered. */
  static long device(Layout layout) {
    return all(layout.action)
        | all(layout.binding)
        | all(layout.rate)
        | all(layout.burst)
        | all(layout.tokens);
  }

  private static long all(Field[] fields) {
    long mask = 0;
    for (Field field : fields) {
      mask |= field.mask();
    }
    return mask;
  }
}
