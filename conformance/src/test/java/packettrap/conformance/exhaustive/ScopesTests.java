package packettrap.conformance.exhaustive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import packettrap.conformance.broken.Bases;
import packettrap.conformance.scenario.Playable;
import packettrap.explorer.Machine;
import packettrap.explorer.ModelInput;
import packettrap.explorer.Plain;
import packettrap.explorer.Scope;
import packettrap.explorer.suite.Mealy;
import packettrap.reference.HostedDevice;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.trap.Registration;

/** What complete suites are about, beside the scopes of the model. */
class ScopesTests {
  private static final ModelInput DRAIN = new ModelInput.Drain();

  /** A suite's machine for a device that registers a scope's objects. */
  private record Suited(Cast cast, Setup setup, DriverMachine machine) {
    static Suited of(Scope scope, Size size) {
      Supplier<TrapDevice> devices = () -> new HostedDevice(Bases.memberwise(scope.registration()));
      try (TrapDevice device = devices.get()) {
        DeviceDescription description = device.description();
        var scenarios = Playable.on(device, description);
        Set<String> settable = Set.of("d1", "d2");
        Cast cast = Cast.of(description, scenarios, settable);
        Setup setup = Setup.of(devices, description, scenarios, size);
        assertEquals(List.of(), setup.missing());
        return new Suited(cast, setup, new DriverMachine(description, cast, setup.actions()));
      }
    }

    List<ModelInput> inputs() {
      return setup.actions().stream().map(Action::model).toList();
    }
  }

  /** All states that can be reached. */
  private static List<Long> reached(long initial, int inputs, Next machine) {
    Set<Long> found = new LinkedHashSet<>(Set.of(initial));
    List<Long> states = new ArrayList<>(found);
    for (int i = 0; i < states.size(); i++) {
      for (int input = 0; input < inputs; input++) {
        long to = machine.next(states.get(i), input);
        if (to >= 0 && found.add(to)) {
          states.add(to);
        }
      }
    }
    return states;
  }

  @FunctionalInterface
  private interface Next {
    long next(long state, int input);
  }

  @Test
  void the_suite_of_size_XS_has_the_inputs_of_scope_XS_but_for_what_a_device_does_by_itself() {
    List<ModelInput> inputs = new ArrayList<>(Scope.XS.inputs());
    inputs.remove(DRAIN);
    Suited suited = Suited.of(Scope.XS, Size.XS);
    assertEquals(new HashSet<>(inputs), new HashSet<>(suited.inputs()));
    assertEquals(inputs.size(), suited.inputs().size());
  }

  @Test
  void the_suite_of_size_XS_has_the_states_and_transitions_of_scope_XS_with_nothing_waiting() {
    Suited suited = Suited.of(Scope.XS, Size.XS);
    DriverMachine device = suited.machine();
    Machine model = new Machine(Scope.XS);
    int drain = Scope.XS.inputs().indexOf(DRAIN);
    LongUnaryOperator drained =
        state -> model.enabled(state, drain) ? model.next(state, drain) : state;

    List<Long> states = reached(device.initial(), suited.inputs().size(), device::next);
    Set<String> ofDevice = new TreeSet<>();
    states.forEach(state -> ofDevice.add(Plain.text(Plain.state(device.core(), state))));
    Set<String> ofModel = new TreeSet<>();
    for (long state : reached(model.initial(), model.inputs(), model::next)) {
      ofModel.add(Plain.text(Plain.state(model, drained.applyAsLong(state))));
    }
    assertEquals(ofModel, ofDevice);

    long transitions = 0;
    for (long state : states) {
      // Both pack alike, which the next assertion shows.
      assertEquals(Plain.state(device.core(), state), Plain.state(model, state));
      for (int input = 0; input < suited.inputs().size(); input++) {
        int number = Scope.XS.inputs().indexOf(suited.inputs().get(input));
        long to = device.next(state, input);
        boolean enabled = model.enabled(state, number);
        assertEquals(
            enabled ? drained.applyAsLong(model.next(state, number)) : Mealy.NONE,
            to,
            suited.inputs().get(input)::toString);
        transitions += enabled ? 1 : 0;
      }
    }
    assertEquals(
        "480 states, 15120 transitions",
        states.size() + " states, " + transitions + " transitions");
    Mealy minimal = suited.setup().machine();
    assertEquals(
        "480 states, 15120 transitions",
        minimal.states() + " states, " + minimal.transitions() + " transitions");
  }

  @Test
  void size_SH_lies_between_the_others() {
    Suited small = Suited.of(Scope.XS, Size.XS);
    Suited medium = Suited.of(Scope.XS, Size.SH);
    Suited large = Suited.of(Scope.XS, Size.S);
    assertTrue(medium.inputs().containsAll(small.inputs()));
    assertTrue(large.inputs().containsAll(medium.inputs()));
    List<ModelInput> more = new ArrayList<>(large.inputs());
    more.removeAll(medium.inputs());
    assertEquals(
        List.of(
            new ModelInput.PolicerSet(1, ModelInput.ABSENT, 2, 0),
            new ModelInput.MonitorConfigSet(ModelInput.ABSENT, 0),
            new ModelInput.MonitorStart(true, false),
            new ModelInput.MonitorStart(true, true),
            new ModelInput.SoftwareDrop()),
        more);
  }

  /** An input with the names of objects in place of their numbers. */
  private static String named(ModelInput input, Registration objects) {
    String words = input.toString();
    words = names(words, "trap=", objects.traps().stream().map(trap -> trap.name()).toList());
    words = names(words, "group=", objects.groups().stream().map(group -> group.name()).toList());
    List<String> policers = objects.policers().stream().map(one -> "#" + one.id()).toList();
    words = names(words, "policer=", policers);
    if (input instanceof ModelInput.Get get) {
      words =
          switch (get.of()) {
            case TRAP ->
                names(words, "object=", objects.traps().stream().map(t -> t.name()).toList());
            case GROUP ->
                names(words, "object=", objects.groups().stream().map(g -> g.name()).toList());
            default -> names(words, "object=", policers);
          };
    }
    return words;
  }

  private static String names(String words, String field, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      words = words.replaceAll(field + (i + 1) + "\\b", field + names.get(i));
    }
    return words.replaceAll(field + (names.size() + 1) + "\\b", field + "unknown");
  }

  private static Set<String> named(List<ModelInput> inputs, Registration objects) {
    return inputs.stream()
        .map(input -> named(input, objects))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void of_size_S_it_is_known_what_is_not_as_in_scope_S() {
    Suited suited = Suited.of(Scope.S, Size.S);
    Set<String> model = named(Scope.S.inputs(), Scope.S.registration());
    Set<String> device = named(suited.inputs(), suited.cast().objects());
    Set<String> left = new TreeSet<>(model);
    left.removeAll(device);
    Set<String> more = new TreeSet<>(device);
    more.removeAll(model);
    assertEquals(
        """
        Drain[]
        Dump[of=GROUP]
        Dump[of=POLICER]
        Dump[of=TRAP]
        GroupSet[group=empty, action=1, policer=-1, refuse=0]
        GroupSet[group=mixed, action=-1, policer=0, refuse=1]
        GroupSet[group=mixed, action=0, policer=-1, refuse=2]
        GroupSet[group=mixed, action=1, policer=0, refuse=4]
        GroupSet[group=mixed, action=1, policer=unknown, refuse=0]
        MonitorStart[software=false, hardware=false]
        MonitorStop[software=false, hardware=false]
        Packet[trap=c]
        PolicerSet[policer=#1, rate=-1, burst=3, refuse=0]
        PolicerSet[policer=#1, rate=0, burst=0, refuse=0]
        PolicerSet[policer=#1, rate=2, burst=-1, refuse=0]
        PolicerSet[policer=#1, rate=2, burst=-1, refuse=1]
        PolicerSet[policer=#1, rate=3, burst=0, refuse=0]
        PolicerSet[policer=#2, rate=-1, burst=-1, refuse=0]
        Register[refuse=1]
        Register[refuse=4]
        Register[refuse=9]
        Reload[refuse=1]
        Reload[refuse=7]
        TrapSet[trap=d2, action=1, refuse=1]
        TrapSet[trap=e, action=1, refuse=0]
        TrapSet[trap=e, action=1, refuse=1]
        """,
        String.join("\n", left) + "\n");
    assertEquals(
        """
        Get[of=TRAP, object=d2]
        Get[of=TRAP, object=e]
        GroupSet[group=mixed, action=-1, policer=#1, refuse=1]
        GroupSet[group=mixed, action=1, policer=-1, refuse=1]
        GroupSet[group=mixed, action=2, policer=unknown, refuse=0]
        PolicerSet[policer=#1, rate=-1, burst=-1, refuse=0]
        PolicerSet[policer=#1, rate=-1, burst=2, refuse=0]
        PolicerSet[policer=#1, rate=1, burst=1, refuse=1]
        PolicerSet[policer=#1, rate=3, burst=-1, refuse=0]
        TrapSet[trap=d2, action=2, refuse=0]
        """,
        String.join("\n", more) + "\n");
    Mealy minimal = suited.setup().machine();
    assertEquals(
        "4004 states, 248880 transitions",
        minimal.states() + " states, " + minimal.transitions() + " transitions");
  }
}
