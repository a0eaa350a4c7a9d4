package packettrap.conformance;

import java.util.ArrayList;
import java.util.List;
import packettrap.conformance.engine.Interpreter;
import packettrap.conformance.engine.Op;
import packettrap.conformance.engine.Script;
import packettrap.conformance.engine.Step;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/** The scripts of each property for a device: the same number, the same script. */
final class Scripts {
  /** Scenarios that are played on one device, one after the other. */
  private static final int TOGETHER = 8;

  /** In real time a new device takes as long as many requests, so scripts are longer there. */
  private static final int SLOW = 4;

  private final DeviceDescription description;
  private final List<Scenario> scenarios;
  private final Directed directed;
  private final List<Play> plays;

  /**
   * The scripts for a device.
   *
   * @param scenarios those that can be played on it
   * @param thorough whether each is played with every action of its trap
   */
  Scripts(
      DeviceDescription description,
      List<Scenario> scenarios,
      Directed directed,
      boolean thorough,
      long seed) {
    this.description = description;
    this.scenarios = scenarios;
    this.directed = directed;
    this.plays = plays(thorough, seed);
  }

  /** The script of a property with a number. */
  Script of(Property property, long seed, long number) {
    Script straight = directed.script(property, number);
    if (straight != null) {
      return looking(straight);
    }
    if (property.length() > 0) {
      boolean slow = !description.has(Capability.VIRTUAL_TIME);
      int length = slow ? SLOW * property.length() : property.length();
      Script drawn = Script.draw(property.weights(), length, mix(seed, property, number));
      return looking(drawn);
    }
    int from = (int) number * TOGETHER;
    List<Step> steps = new ArrayList<>();
    for (Play play : plays.subList(from, Math.min(from + TOGETHER, plays.size()))) {
      int trap = trapIndex(scenarios.get(play.scenario()).trap());
      if (play.action() != null) {
        int action = play.action().ordinal() << 5 | 4;
        steps.add(new Step(Op.TRAP_SET, Interpreter.number(trap), action, 0));
      }
      steps.add(new Step(Op.HIT, play.scenario(), 0, 1));
    }
    return looking(new Script(steps));
  }

  /** How many there are of a property that enumerates them. */
  long enumerated() {
    return (plays.size() + TOGETHER - 1) / TOGETHER;
  }

  /** A scenario and the action that its trap gets first; null: the one it has. */
  private record Play(int scenario, TrapAction action) {}

  /**
   * Every scenario with every action; with one of them each, if there is little time. Those come
   * first in which a report tells on which trap a frame hit.
   */
  private List<Play> plays(boolean thorough, long seed) {
    List<Play> all = new ArrayList<>();
    for (TrapAction action : List.of(TrapAction.TRAP, TrapAction.DROP, TrapAction.MIRROR)) {
      for (int i = 0; i < scenarios.size(); i++) {
        int trap = trapIndex(scenarios.get(i).trap());
        boolean drop = description.registration().traps().get(trap).type() == TrapType.DROP;
        if (!drop && action == TrapAction.TRAP) {
          all.add(new Play(i, null));
        } else if (drop && (thorough || action.ordinal() == Math.floorMod(i + seed, 3L))) {
          all.add(new Play(i, action));
        }
      }
    }
    return all;
  }

  private static Script looking(Script script) {
    List<Step> steps = new ArrayList<>(script.steps());
    steps.add(new Step(Op.OBSERVE, 0, 0, 0));
    return new Script(steps);
  }

  private int trapIndex(String name) {
    for (int i = 0; i < description.registration().traps().size(); i++) {
      if (name.equals(description.registration().traps().get(i).name())) {
        return i;
      }
    }
    return -1;
  }

  static long mix(long seed, Property property, long number) {
    long mixed =
        seed * 0x9e37_79b9_7f4a_7c15L + property.ordinal() * 0xc2b2_ae3d_27d4_eb4fL + number;
    mixed = (mixed ^ mixed >>> 32) * 0xd6e8_feb8_6659_fd93L;
    return mixed ^ mixed >>> 32;
  }
}
