package packettrap.explorer;

import static packettrap.spec.rule.PolicerRules.POL_21;
import static packettrap.spec.rule.PolicerRules.POL_22;
import static packettrap.spec.rule.PolicerRules.POL_23;
import static packettrap.spec.rule.PolicerRules.POL_24;
import static packettrap.spec.rule.PolicerRules.POL_25;
import static packettrap.spec.rule.PolicerRules.POL_32;
import static packettrap.spec.rule.StatisticsRules.STA_05;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import packettrap.reference.Hardware;
import packettrap.reference.Input;
import packettrap.reference.Mechanism;
import packettrap.reference.Outcome;
import packettrap.reference.State;
import packettrap.reference.Step;
import packettrap.spec.message.Request;
import packettrap.spec.rule.Rule;
import packettrap.spec.trap.TrapAction;

/**
 * The reference core in a scope, as a deterministic machine: a state is a long, an input a number.
 *
 * <p>Every step is the core's: the state is unpacked, {@link Mechanism#STEP} makes the step with
 * {@link Hardware} behind the callbacks, and the state is packed. Not thread-safe; {@link #another}
 * gives each thread its own.
 */
public final class Machine {
  /** What {@link #next} gives if an input is not enabled; no state is negative. */
  public static final long DISABLED = Packing.OUTSIDE;

  private final Scope scope;
  private final Step step;
  private final Layout layout;
  private final Input[] asked;
  private final Hardware hardware;
  private final RecordingDriver driver;
  private final Packing packing;
  private final long initial;

  /** The state that was unpacked last. */
  private State unpacked;

  private long unpackedFrom = DISABLED;

  /** The step that was made last. */
  private int made = -1;

  private long madeFrom = DISABLED;
  private long result;
  private Outcome outcome;
  private Output.Fate fate;
  private boolean forwarded;

  /** The machine that Linux is. */
  public Machine(Scope scope) {
    this(scope, Mechanism.STEP);
  }

  /** A machine whose step may differ from Linux's. */
  public Machine(Scope scope, Step step) {
    this.scope = scope;
    this.step = step;
    layout = new Layout(scope);
    asked = scope.inputs().stream().map(input -> asked(scope, input)).toArray(Input[]::new);
    hardware = new Hardware(scope.callbacks(), scope.registration());
    hardware.keepTokens();
    driver = new RecordingDriver(hardware, scope);
    packing = new Packing(scope, layout, step, driver);
    driver.refusing(0);
    hardware.at(0);
    Input register = new Input.Asked(new Request.Register(null));
    initial =
        packing.pack(step.apply(State.initial(Packing.HANDLE), register, driver).state(), hardware);
  }

  /** The same machine for another thread. */
  public Machine another() {
    return new Machine(scope, step);
  }

  /** The scope. */
  public Scope scope() {
    return scope;
  }

  /** Where the parts of a state lie. */
  Layout layout() {
    return layout;
  }

  /** The state at first: the device was registered, and drop monitor was never asked anything. */
  public long initial() {
    return initial;
  }

  /** How many inputs there are. */
  public int inputs() {
    return asked.length;
  }

  /** An input, by its number. */
  public ModelInput input(int number) {
    return scope.inputs().get(number);
  }

  /** Whether an input can happen in a state. */
  public boolean enabled(long state, int input) {
    return next(state, input) != DISABLED;
  }

  /**
   * The state that an input leads to, or {@link #DISABLED}.
   *
   * @throws ImpossibleState if the core comes to a state that is not one of this machine's
   */
  public long next(long state, int input) {
    if (madeFrom != state || made != input) {
      madeFrom = DISABLED;
      result = make(state, input);
      madeFrom = state;
      made = input;
    }
    return result;
  }

  /**
   * What is seen when an input happens in a state.
   *
   * @throws IllegalArgumentException if it is not enabled
   */
  public Output output(long state, int input) {
    if (next(state, input) == DISABLED) {
      throw new IllegalArgumentException(input(input) + " is not enabled");
    }
    return Observation.of(outcome, driver.calls(), hardware, fate, forwarded);
  }

  /**
   * The rules that demand what happens, the most telling first.
   *
   * @throws IllegalArgumentException if the input is not enabled
   */
  public List<Rule> rules(long state, int input) {
    output(state, input);
    if (fate == Output.Fate.POLICED) {
      return List.of(POL_21, POL_24, POL_25);
    } else if (fate == Output.Fate.DROPPED) {
      return List.of(STA_05, POL_32);
    } else if (input(input) instanceof ModelInput.Tick) {
      return Stream.concat(outcome.replyRules().stream(), Stream.of(POL_22, POL_23)).toList();
    }
    Set<Rule> rules = new LinkedHashSet<>(outcome.replyRules());
    rules.addAll(outcome.stateRules());
    return List.copyOf(rules);
  }

  private long make(long packed, int number) {
    if (unpackedFrom != packed) {
      unpacked = packing.state(packed);
      unpackedFrom = packed;
    }
    State state = unpacked;
    ModelInput input = input(number);
    if (!possible(state, input)) {
      return DISABLED;
    }
    packing.arrange(hardware, state, packed);
    driver.refusing(input.refuse());
    fate = Output.Fate.NONE;
    forwarded = false;
    if (input instanceof ModelInput.Packet packet) {
      outcome = hit(state, packet.trap() - 1, asked[number]);
    } else {
      if (input instanceof ModelInput.Tick) {
        hardware.at(Packing.SECOND);
      }
      outcome = step.apply(state, asked[number], driver);
    }
    return driver.refused() ? packing.pack(outcome.state(), hardware) : DISABLED;
  }

  /** What a driver does with a packet that hits a trap. */
  private Outcome hit(State state, int trap, Input report) {
    Hardware.Fate decided = hardware.hit(trap);
    forwarded = hardware.action(trap) == TrapAction.MIRROR;
    fate =
        switch (decided) {
          case DROPPED -> Output.Fate.DROPPED;
          case COPIED -> Output.Fate.COPIED;
          case DISCARDED -> Output.Fate.POLICED;
          case OPEN -> throw new ImpossibleState("the policer may pass the packet or discard it");
        };
    return fate == Output.Fate.COPIED
        ? step.apply(state, report, driver)
        : new Outcome(state, null, List.of(), List.of(), List.of());
  }

  private static boolean possible(State state, ModelInput input) {
    if (input instanceof ModelInput.Packet) {
      return state.registered() && state.devlink().trapCount() > 0;
    } else if (input instanceof ModelInput.Drain) {
      return state.monitor().software().queue().size() + state.monitor().hardware().queue().size()
          > 0;
    }
    return true;
  }

  private static Input asked(Scope scope, ModelInput input) {
    if (input instanceof ModelInput.Packet packet) {
      return Packing.report(packet.trap() - 1);
    } else if (input instanceof ModelInput.SoftwareDrop) {
      return Packing.SOFTWARE_DROP;
    } else if (input instanceof ModelInput.Tick) {
      return new Input.Ticked(Packing.SECOND);
    } else if (input instanceof ModelInput.Drain) {
      return new Input.Drained();
    }
    return new Input.Asked(Requests.of(scope.registration(), input));
  }
}
