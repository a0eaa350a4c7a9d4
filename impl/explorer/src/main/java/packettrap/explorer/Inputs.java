package packettrap.explorer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import packettrap.explorer.ModelInput.Asking;
import packettrap.explorer.ModelInput.Kind;

/** Sets of inputs, written as the scopes in TLA+ write them: the product of sets of values. */
final class Inputs {
  static final int DROP = 0;
  static final int TRAP = 1;
  static final int MIRROR = 2;
  static final int SUMMARY = 0;
  static final int PACKET = 1;
  static final int INVALID = ModelInput.INVALID;
  static final int ABSENT = ModelInput.ABSENT;

  private final Set<ModelInput> all = new LinkedHashSet<>();

  /** A set of values. */
  static int[] of(int... values) {
    return values;
  }

  Inputs trapSets(int[] traps, int[] actions, int[] refusals) {
    for (int trap : traps) {
      for (int action : actions) {
        for (int refuse : refusals) {
          all.add(new ModelInput.TrapSet(trap, action, refuse));
        }
      }
    }
    return this;
  }

  Inputs groupSets(int[] groups, int[] actions, int[] policers, int[] refusals) {
    for (int group : groups) {
      for (int action : actions) {
        for (int policer : policers) {
          for (int refuse : refusals) {
            all.add(new ModelInput.GroupSet(group, action, policer, refuse));
          }
        }
      }
    }
    return this;
  }

  Inputs policerSets(int[] policers, int[] rates, int[] bursts, int[] refusals) {
    for (int policer : policers) {
      for (int rate : rates) {
        for (int burst : bursts) {
          for (int refuse : refusals) {
            all.add(new ModelInput.PolicerSet(policer, rate, burst, refuse));
          }
        }
      }
    }
    return this;
  }

  Inputs gets(Kind of, int... objects) {
    for (int object : objects) {
      all.add(new ModelInput.Get(of, object));
    }
    return this;
  }

  Inputs dumps(Kind... kinds) {
    for (Kind of : kinds) {
      all.add(new ModelInput.Dump(of));
    }
    return this;
  }

  Inputs misdirecteds(boolean... named) {
    for (boolean one : named) {
      all.add(new ModelInput.Misdirected(one));
    }
    return this;
  }

  Inputs unprivilegeds(Asking... requests) {
    for (Asking request : requests) {
      all.add(new ModelInput.Unprivileged(request));
    }
    return this;
  }

  Inputs monitorConfigSets(int[] modes, int[] queueLengths) {
    for (int mode : modes) {
      for (int queueLength : queueLengths) {
        all.add(new ModelInput.MonitorConfigSet(mode, queueLength));
      }
    }
    return this;
  }

  /** Flags: 1 software, 2 hardware. */
  Inputs monitorStarts(int... choices) {
    for (int flags : choices) {
      all.add(new ModelInput.MonitorStart((flags & 1) != 0, (flags & 2) != 0));
    }
    return this;
  }

  /** Flags: 1 software, 2 hardware. */
  Inputs monitorStops(int... choices) {
    for (int flags : choices) {
      all.add(new ModelInput.MonitorStop((flags & 1) != 0, (flags & 2) != 0));
    }
    return this;
  }

  Inputs packets(int... traps) {
    for (int trap : traps) {
      all.add(new ModelInput.Packet(trap));
    }
    return this;
  }

  Inputs registers(int... refusals) {
    for (int refuse : refusals) {
      all.add(new ModelInput.Register(refuse));
    }
    return this;
  }

  Inputs reloads(int... refusals) {
    for (int refuse : refusals) {
      all.add(new ModelInput.Reload(refuse));
    }
    return this;
  }

  /** All of them, and of the inputs without values those that ScopeXS.tla leaves. */
  List<ModelInput> registeredOnly() {
    List<ModelInput> list = new ArrayList<>(all);
    list.add(new ModelInput.Tick());
    list.add(new ModelInput.Drain());
    return list;
  }

  /** All of them, and the inputs without values. */
  List<ModelInput> list() {
    List<ModelInput> list = new ArrayList<>(all);
    list.add(new ModelInput.SoftwareDrop());
    list.add(new ModelInput.Tick());
    list.add(new ModelInput.Drain());
    list.add(new ModelInput.Unregister());
    return list;
  }
}
