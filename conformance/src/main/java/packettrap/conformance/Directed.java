package packettrap.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import packettrap.conformance.engine.Interpreter;
import packettrap.conformance.engine.Op;
import packettrap.conformance.engine.Script;
import packettrap.conformance.engine.Step;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.scenario.Scenario.Arrival;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/** Scripts that lead straight to premises which chance seldom reaches on some devices. */
final class Directed {
  /** Repeats a frame once more than the policer has tokens, however many those are. */
  private static final int EXHAUST = 1 << 24 | 6;

  private final DeviceDescription description;
  private final Registration registration;
  private final List<Scenario> scenarios;
  private final List<String> provoked;
  private final DirectedTraffic traffic;

  Directed(DeviceDescription description, List<Scenario> scenarios) {
    this.description = description;
    this.registration = description.registration();
    this.scenarios = scenarios;
    this.traffic = new DirectedTraffic(registration);
    this.provoked =
        scenarios.stream()
            .flatMap(scenario -> scenario.arrivals().stream())
            .map(Arrival::trap)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
  }

  /** Names of the traps that the scenarios hit. */
  List<String> provoked() {
    return provoked;
  }

  /** The script of a property with a number; null if it is to be drawn. */
  Script script(Property property, long number) {
    if (description.has(Capability.OWN_TRAFFIC)) {
      return traffic.script(property, number);
    }
    int traps = provoked.size();
    if (property == Property.HARDWARE_ALERTS && number < traps) {
      return alerts(provoked.get((int) number));
    }
    int policers = registration.policers().size();
    if (property == Property.POLICING && number < (long) traps * policers) {
      return policing(provoked.get((int) (number % traps)), (int) (number / traps));
    }
    return null;
  }

  /** One trap in packet mode, with a queue that holds nothing, and in summary mode. */
  private Script alerts(String name) {
    int scenario = scenarioOf(name);
    List<Step> steps = new ArrayList<>();
    act(steps, name, TrapAction.TRAP);
    steps.add(new Step(Op.MONITOR_CONFIG_SET, 2, 0, 0));
    steps.add(new Step(Op.MONITOR_START, 2, 0, 0));
    steps.add(new Step(Op.HIT, scenario, 0, 0));
    act(steps, name, TrapAction.MIRROR);
    steps.add(new Step(Op.HIT, scenario, 0, 0));
    steps.add(new Step(Op.MONITOR_STOP, 2, 0, 0));
    steps.add(new Step(Op.ADVANCE, 9, 0, 0));
    steps.add(new Step(Op.MONITOR_CONFIG_SET, 0, 0, 1));
    steps.add(new Step(Op.MONITOR_START, 2, 0, 0));
    steps.add(new Step(Op.HIT, scenario, 0, 0));
    steps.add(new Step(Op.MONITOR_STATS_GET, 0, 0, 0));
    steps.add(new Step(Op.MONITOR_STOP, 2, 0, 0));
    steps.add(new Step(Op.ADVANCE, 9, 0, 0));
    steps.add(new Step(Op.MONITOR_CONFIG_SET, 1, 0, 0));
    steps.add(new Step(Op.MONITOR_START, 2, 0, 0));
    act(steps, name, TrapAction.TRAP);
    steps.add(new Step(Op.HIT, scenario, 0, 0));
    steps.add(new Step(Op.ADVANCE, 9, 0, 0));
    return new Script(steps);
  }

  /** One trap and one policer, which is emptied again and again, with another that shares it. */
  private Script policing(String name, int policer) {
    int scenario = scenarioOf(name);
    List<Step> steps = new ArrayList<>();
    bind(steps, name, policer);
    act(steps, name, TrapAction.DROP);
    steps.add(new Step(Op.HIT, scenario, 0, 1));
    act(steps, name, TrapAction.TRAP);
    steps.add(new Step(Op.HIT, scenario, EXHAUST, 1));
    steps.add(new Step(Op.ADVANCE, 9, 0, 0));
    act(steps, name, TrapAction.MIRROR);
    steps.add(new Step(Op.HIT, scenario, EXHAUST, 1));
    steps.add(new Step(Op.ADVANCE, 9, 0, 0));
    for (String other : provoked) {
      if (!groupOf(other).equals(groupOf(name))) {
        bind(steps, other, policer);
        act(steps, other, TrapAction.TRAP);
        steps.add(new Step(Op.HIT, scenarioOf(other), 0, 1));
        steps.add(new Step(Op.HIT, scenario, EXHAUST, 1));
        break;
      }
    }
    return new Script(steps);
  }

  private void act(List<Step> steps, String name, TrapAction action) {
    Trap trap = registration.traps().get(trapIndex(name));
    if (trap.type() != TrapType.DROP) {
      return;
    }
    int select = action.ordinal() << 5 | 4;
    steps.add(new Step(Op.TRAP_SET, Interpreter.number(trapIndex(name)), select, 0));
    if (description.has(Callback.GROUP_ACTION_SET)) {
      steps.add(new Step(Op.GROUP_SET, Interpreter.number(groupIndex(name)), select, 1));
    }
  }

  private void bind(List<Step> steps, String name, int policer) {
    if (description.has(Callback.GROUP_SET)) {
      // As Interpreter.groupSet reads it: no action, and a multiple of five would unbind.
      int count = registration.policers().size();
      int select = policer;
      while (select % 5 == 0 && select < 5 * count) {
        select += count;
      }
      steps.add(new Step(Op.GROUP_SET, Interpreter.number(groupIndex(name)), 0, select << 8 | 32));
    }
  }

  /** A scenario with a frame that hits a trap, if there is one with a cookie. */
  private int scenarioOf(String name) {
    int best = -1;
    for (int i = 0; i < scenarios.size(); i++) {
      for (Arrival arrival : scenarios.get(i).arrivals()) {
        if (name.equals(arrival.trap()) && arrival.cookie() != null) {
          return i;
        } else if (name.equals(arrival.trap()) && best < 0) {
          best = i;
        }
      }
    }
    return best;
  }

  private String groupOf(String name) {
    return registration.traps().get(trapIndex(name)).group();
  }

  private int groupIndex(String name) {
    List<String> groups = registration.groups().stream().map(Group::name).toList();
    return groups.indexOf(groupOf(name));
  }

  private int trapIndex(String name) {
    List<String> traps = registration.traps().stream().map(Trap::name).toList();
    return traps.indexOf(name);
  }
}
