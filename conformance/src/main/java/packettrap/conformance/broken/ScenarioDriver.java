package packettrap.conformance.broken;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import packettrap.conformance.scenario.Playable;
import packettrap.conformance.scenario.Scenarios;
import packettrap.reference.ReferenceDriver;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.device.Answer;
import packettrap.spec.device.DriverAbility.Configurable;
import packettrap.spec.packet.Frame;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.scenario.Scenario.Arrival;
import packettrap.spec.scenario.Scenario.Departure;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Metadata;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;

/**
 * A switch that has learned the kit's scenarios by heart, and may have forgotten something.
 *
 * <p>It proves that the scenarios bite: one that forgets a trap fails the rule of that trap. What a
 * frame brings about depends on the configuration, the port and the frame, and where queues are, on
 * the frames that came before it at this instant.
 */
class ScenarioDriver extends ReferenceDriver implements Configurable {
  private static final Registration REGISTRATION = registrationOfAll();
  private static final Map<Key, List<Known>> KNOWN = new HashMap<>();
  private static final Map<List<Key>, List<Known>> QUEUED = new HashMap<>();

  static {
    Set<String> traps = Set.copyOf(Scenarios.traps());
    for (Scenario bundled : Scenarios.bundled()) {
      Scenario scenario = Playable.withoutOthers(bundled, traps);
      boolean queues = scenario.config() != null && !scenario.config().queues().isEmpty();
      List<Key> before = new ArrayList<>();
      for (Arrival arrival : scenario.arrivals()) {
        Key key = new Key(scenario.config(), arrival.port(), arrival.frame());
        before.add(key);
        if (queues) {
          add(QUEUED, List.copyOf(before), new Known(scenario, arrival));
        }
        add(KNOWN, key, new Known(scenario, arrival));
      }
    }
  }

  private static <K> void add(Map<K, List<Known>> map, K key, Known known) {
    map.computeIfAbsent(key, unused -> new ArrayList<>()).add(known);
  }

  /** An arrival, and the scenario that it is from; another may have the same. */
  private record Known(Scenario scenario, Arrival arrival) {}

  private record Key(SwitchConfig config, int port, Frame frame) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && key.config == config
          && key.port == port
          && key.frame.equals(frame);
    }

    @Override
    public int hashCode() {
      return frame.hashCode() + port;
    }
  }

  private final String forgotten;
  private final List<Key> seen = new ArrayList<>();
  private SwitchConfig config;
  private List<Known> known = List.of();
  private Arrival arrival;
  private long then;

  /** Knows all traps but one; null: all. */
  ScenarioDriver(String forgotten) {
    super(REGISTRATION);
    this.forgotten = forgotten;
  }

  private static Registration registrationOfAll() {
    List<Trap> traps = new ArrayList<>();
    Set<String> groups = new LinkedHashSet<>();
    for (String name : Scenarios.traps()) {
      Trap trap = Trap.generic(name);
      traps.add(
          name.endsWith("flow_action_drop")
              ? trap.telling(Metadata.INPUT_PORT, Metadata.FLOW_ACTION_COOKIE)
              : trap);
      groups.add(trap.group());
    }
    return Registration.of(groups.stream().map(Group::generic).toList(), traps);
  }

  @Override
  public List<Scenario> scenarios() {
    return List.of();
  }

  @Override
  public Answer configure(SwitchConfig wanted) {
    config = wanted;
    return Answer.OK;
  }

  @Override
  public void receive(int port, Frame frame) {
    if (host().now() != then) {
      seen.clear();
      then = host().now();
    }
    seen.add(new Key(config, port, frame));
    known = find(port, frame);
    if (known.isEmpty()) {
      return;
    }
    arrival = known.get(0).arrival();
    String trap = trap(arrival);
    if (trap == null || trap.equals(forgotten)) {
      forward(port, frame);
      return;
    }
    List<String> names = registration().traps().stream().map(Trap::name).toList();
    int index = names.indexOf(trap);
    if (index < 0) {
      return;
    }
    hardware().at(host().now());
    var fate = hardware().hit(index);
    finish(registration().traps().get(index), hardware().action(index), fate, port, frame);
  }

  private List<Known> find(int port, Frame frame) {
    if (config != null && !config.queues().isEmpty() && QUEUED.containsKey(seen)) {
      return QUEUED.get(seen);
    }
    List<Known> anyhow = KNOWN.getOrDefault(new Key(null, port, frame), List.of());
    return KNOWN.getOrDefault(new Key(config, port, frame), anyhow);
  }

  /** The trap that an arrival hits; null: none. */
  String trap(Arrival one) {
    return one.trap();
  }

  /** What leaves if nothing keeps it; null: nobody knows. */
  List<Departure> departures(Arrival one) {
    return one.departures();
  }

  /** The first of the scenarios that the last frame is from and that are meant; null: none. */
  final Scenario from(Predicate<Scenario> meant) {
    return known.stream().map(Known::scenario).filter(meant).findFirst().orElse(null);
  }

  /** How the switch is configured; null: in no way. */
  final SwitchConfig config() {
    return config;
  }

  @Override
  protected void copy(Trap trap, int port, Frame frame) {
    host().report(trap, port, frame, arrival.cookie());
  }

  @Override
  protected void forward(int port, Frame frame) {
    List<Departure> departures = departures(arrival);
    if (departures != null) {
      for (Departure departure : departures) {
        host().transmit(outOf(departure.port()), departure.frame());
      }
    }
  }

  /** The port that a frame leaves by. */
  int outOf(int port) {
    return port;
  }

  /** Sends what hits no trap out of the wrong port. */
  static final class ForwardsElsewhere extends ScenarioDriver {
    ForwardsElsewhere() {
      super(null);
    }

    @Override
    int outOf(int port) {
      return port % 8 + 1;
    }
  }

  /** A configuration sets all drop traps back to drop. */
  static final class ForgetsWhenConfigured extends ScenarioDriver {
    ForgetsWhenConfigured() {
      super(null);
    }

    @Override
    public Answer configure(SwitchConfig wanted) {
      for (Trap trap : registration().traps()) {
        if (trap.initialAction() == TrapAction.DROP) {
          hardware().trapActionSet(trap, TrapAction.DROP);
        }
      }
      return super.configure(wanted);
    }
  }
}
