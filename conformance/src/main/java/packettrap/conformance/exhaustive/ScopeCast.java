package packettrap.conformance.exhaustive;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import packettrap.explorer.ModelInput;
import packettrap.explorer.Requests;
import packettrap.explorer.Scope;
import packettrap.reference.DriverMisbehaved;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/**
 * A scope of the model whose traps are played by traps of a device, which registers just these.
 *
 * @param scope as the model has it, with the device's names
 * @param config in which all frames hit; null: none is needed
 * @param hits for each trap a frame that hits it, null where the scope sends none
 */
record ScopeCast(Scope scope, SwitchConfig config, List<Scenario> hits) {
  private static final int MOST_ATTEMPTS = 200;

  /** What a device must be able to do so that every transition can be made and seen. */
  private static final EnumSet<Capability> NEEDED =
      EnumSet.complementOf(EnumSet.of(Capability.SWITCH, Capability.OWN_TRAFFIC, Capability.PORTS));

  /** The request that registers the scope's objects. */
  Request.Register registering() {
    return new Request.Register(scope.registration());
  }

  /** The actions that the scope's inputs are, with the same numbers. */
  List<Action> actions() {
    List<Action> actions = new ArrayList<>();
    for (ModelInput input : scope.inputs()) {
      actions.add(action(input));
    }
    return actions;
  }

  private Action action(ModelInput input) {
    if (input instanceof ModelInput.Packet packet) {
      return new Action(input, null, null, hits.get(packet.trap() - 1), 0, 2);
    } else if (input instanceof ModelInput.Tick
        || input instanceof ModelInput.SoftwareDrop
        || input instanceof ModelInput.Drain) {
      return new Action(input, null, null, null, 0, 1);
    } else if (input instanceof ModelInput.Register) {
      return new Action(input, registering(), null, null, input.refuse(), 1);
    }
    return new Action(
        input, Requests.of(scope.registration(), input), null, null, input.refuse(), 1);
  }

  /**
   * The first cast that a device accepts; none if it cannot play the scope.
   *
   * @param scenarios those that can be played on it
   */
  static Optional<ScopeCast> of(
      Supplier<TrapDevice> devices,
      DeviceDescription description,
      List<Scenario> scenarios,
      Scope model) {
    if (!description.capabilities().containsAll(NEEDED)) {
      return Optional.empty();
    }
    List<SwitchConfig> configs = new ArrayList<>();
    Map<SwitchConfig, Map<String, Scenario>> hits = new IdentityHashMap<>();
    for (Scenario scenario : scenarios) {
      if (isPlain(scenario)) {
        if (!hits.containsKey(scenario.config())) {
          configs.add(scenario.config());
        }
        hits.computeIfAbsent(scenario.config(), one -> new TreeMap<>())
            .putIfAbsent(scenario.arrivals().get(0).trap(), scenario);
      }
    }
    int attempts = 0;
    for (SwitchConfig config : configs) {
      for (List<Trap> traps : choices(description.registration(), model, hits.get(config))) {
        ScopeCast cast = cast(model, description, config, traps, hits.get(config));
        if (cast.isAcceptedBy(devices)) {
          return Optional.of(cast);
        } else if (++attempts == MOST_ATTEMPTS) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a scenario is one frame that hits. */
  private static boolean isPlain(Scenario scenario) {
    return scenario.settle() == 0
        && scenario.arrivals().size() == 1
        && scenario.arrivals().get(0).trap() != null
        && (scenario.config() == null || scenario.config().queues().isEmpty());
  }

  /** The traps that may play the scope's: of the same type, and hit if the scope hits them. */
  private static List<List<Trap>> choices(
      Registration own, Scope model, Map<String, Scenario> hits) {
    List<List<Trap>> choices = List.of(List.of());
    for (int i = 0; i < model.registration().traps().size(); i++) {
      TrapType type = model.registration().traps().get(i).type();
      int number = i + 1;
      boolean isHit =
          model.inputs().stream()
              .anyMatch(in -> in instanceof ModelInput.Packet packet && packet.trap() == number);
      List<List<Trap>> longer = new ArrayList<>();
      for (List<Trap> choice : choices) {
        for (Trap trap : own.traps()) {
          if (trap.type() == type
              && !choice.contains(trap)
              && (!isHit || isHitBy(hits.get(trap.name()), type))
              && longer.size() < MOST_ATTEMPTS) {
            List<Trap> more = new ArrayList<>(choice);
            more.add(trap);
            longer.add(more);
          }
        }
      }
      choices = longer;
    }
    return choices;
  }

  /** Whether there is a frame, and it is known where it goes if the trap's action is mirror. */
  private static boolean isHitBy(Scenario hit, TrapType type) {
    return hit != null
        && (type == TrapType.EXCEPTION || hit.arrivals().get(0).departures() != null);
  }

  private static ScopeCast cast(
      Scope model,
      DeviceDescription description,
      SwitchConfig config,
      List<Trap> players,
      Map<String, Scenario> hits) {
    List<Trap> traps = new ArrayList<>();
    List<Scenario> frames = new ArrayList<>();
    for (int i = 0; i < players.size(); i++) {
      Trap player = players.get(i);
      Trap played = model.registration().traps().get(i);
      traps.add(
          new Trap(
              player.id(),
              player.name(),
              player.type(),
              player.generic(),
              played.initialAction(),
              played.group(),
              player.metadata()));
      frames.add(hits.get(player.name()));
    }
    Registration objects =
        new Registration(model.registration().policers(), model.registration().groups(), traps);
    EnumSet<Callback> callbacks = EnumSet.of(Callback.TRAP_INIT, Callback.TRAP_ACTION_SET);
    callbacks.addAll(description.callbacks());
    return new ScopeCast(
        new Scope(
            model.name(), objects, callbacks, model.maxCount(), model.maxQueue(), model.inputs()),
        config,
        java.util.Collections.unmodifiableList(frames));
  }

  /** Whether a device registers the objects, and sets its drop traps to every action. */
  private boolean isAcceptedBy(Supplier<TrapDevice> devices) {
    try (TrapDevice device = devices.get()) {
      boolean accepted = device.call(registering()) instanceof Reply.Done;
      for (Trap trap : scope.registration().traps()) {
        for (TrapAction action : TrapAction.values()) {
          accepted =
              accepted
                  && (trap.type() != TrapType.DROP
                      || device.call(Request.set(trap.name(), action)) instanceof Reply.Done);
        }
      }
      return accepted;
    } catch (DriverMisbehaved e) {
      return false;
    }
  }
}
