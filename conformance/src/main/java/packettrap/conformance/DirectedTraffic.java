package packettrap.conformance;

import java.util.ArrayList;
import java.util.List;
import packettrap.conformance.engine.Interpreter;
import packettrap.conformance.engine.Op;
import packettrap.conformance.engine.Script;
import packettrap.conformance.engine.Step;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.TrapAction;

/**
 * Scripts for a device with traffic of its own: in real time that takes so long that chance would
 * not get around to everything.
 */
final class DirectedTraffic {
  /** The ports go up, packets come, the ports go down. */
  private static final Step FLOW = new Step(Op.HIT, 0, 0, 1);

  /** The same, but the ports stay up. */
  private static final Step FLOW_ON = new Step(Op.HIT, 0, 3, 1);

  private static final Step START = new Step(Op.MONITOR_START, 2, 0, 0);
  private static final Step STOP = new Step(Op.MONITOR_STOP, 2, 0, 0);
  private static final Step LOOK = new Step(Op.OBSERVE, 0, 0, 0);

  /** Values of a policer as the interpreter reads them. */
  private static final int LOWEST = 12;

  private static final int LEFT_OUT = 0;

  private final Registration registration;

  DirectedTraffic(Registration registration) {
    this.registration = registration;
  }

  /** The script of a property with a number; null if it is to be drawn. */
  Script script(Property property, long number) {
    List<Script> scripts =
        switch (property) {
          case PACKETS -> List.of(actions(), whileFlowing());
          case REFUSALS -> List.of(refusals());
          case RELOADS -> List.of(restart(new Step(Op.RELOAD, 0, 0, 0)));
          case LIFECYCLE -> List.of(restart(new Step(Op.REREGISTER, 0, 0, 0)));
          case HARDWARE_ALERTS ->
              List.of(
                  packets(1, 1),
                  packets(5, 7),
                  packets(8, 1),
                  packets(12, 3),
                  packets(2, 2),
                  summaries(),
                  stopped(1),
                  stopped(2));
          default -> List.of();
        };
    return number < scripts.size() ? scripts.get((int) number) : null;
  }

  /** All groups get an action, where it is changed at all. */
  private void act(List<Step> steps, TrapAction action) {
    for (int group = 0; group < registration.groups().size(); group++) {
      steps.add(new Step(Op.GROUP_SET, Interpreter.number(group), action.ordinal() << 5 | 4, 1));
    }
  }

  private Script actions() {
    List<Step> steps = new ArrayList<>();
    steps.add(FLOW);
    for (TrapAction action : List.of(TrapAction.TRAP, TrapAction.MIRROR, TrapAction.DROP)) {
      act(steps, action);
      steps.add(FLOW);
    }
    return new Script(steps);
  }

  /** Requests while packets come. */
  private Script whileFlowing() {
    List<Step> steps = new ArrayList<>();
    act(steps, TrapAction.TRAP);
    steps.add(FLOW_ON);
    steps.add(LOOK);
    act(steps, TrapAction.DROP);
    steps.add(LOOK);
    steps.add(FLOW_ON);
    steps.add(LOOK);
    act(steps, TrapAction.MIRROR);
    steps.add(FLOW_ON);
    steps.add(LOOK);
    return new Script(steps);
  }

  /** What is refused does not act. */
  private Script refusals() {
    List<Step> steps = new ArrayList<>();
    for (Callback callback : Callback.values()) {
      steps.add(new Step(Op.FAIL, callback.ordinal(), 1, 0));
    }
    for (int group = 0; group < registration.groups().size(); group++) {
      int bind = group % Math.max(1, registration.policers().size()) << 8;
      int action = TrapAction.TRAP.ordinal() << 5 | 4;
      steps.add(new Step(Op.GROUP_SET, Interpreter.number(group), 0, bind + 0x100 | 32));
      steps.add(new Step(Op.TRAP_SET, Interpreter.number(group), action, 0));
    }
    for (int policer = 0; policer < registration.policers().size(); policer++) {
      int number = Interpreter.number(policer);
      steps.add(new Step(Op.POLICER_SET, number, LOWEST, LOWEST));
      steps.add(new Step(Op.POLICER_SET, number, LEFT_OUT, LEFT_OUT));
      steps.add(new Step(Op.POLICER_GET, number, 0, 0));
    }
    steps.add(new Step(Op.TRAP_GET, Interpreter.number(0), 0, 0));
    steps.add(LOOK);
    steps.add(FLOW);
    return new Script(steps);
  }

  private Script restart(Step restart) {
    List<Step> steps = new ArrayList<>();
    act(steps, TrapAction.TRAP);
    steps.add(FLOW);
    steps.add(restart);
    steps.add(FLOW);
    return new Script(steps);
  }

  /**
   * Packet mode.
   *
   * @param truncation which of the interpreter's truncation lengths
   * @param queue which of its queue lengths
   */
  private Script packets(int truncation, int queue) {
    List<Step> steps = new ArrayList<>();
    act(steps, TrapAction.TRAP);
    steps.add(new Step(Op.MONITOR_CONFIG_SET, 2, truncation, queue));
    steps.add(START);
    steps.add(FLOW);
    act(steps, TrapAction.MIRROR);
    steps.add(FLOW);
    steps.add(STOP);
    steps.add(FLOW);
    return new Script(steps);
  }

  private Script summaries() {
    List<Step> steps = new ArrayList<>();
    act(steps, TrapAction.MIRROR);
    steps.add(new Step(Op.MONITOR_CONFIG_SET, 1, 0, 0));
    steps.add(START);
    steps.add(FLOW);
    steps.add(FLOW);
    return new Script(steps);
  }

  /** Monitoring ends while there is something to tell, and begins anew. */
  private Script stopped(int mode) {
    List<Step> steps = new ArrayList<>();
    act(steps, TrapAction.TRAP);
    steps.add(new Step(Op.MONITOR_CONFIG_SET, mode, 0, 0));
    steps.add(START);
    steps.add(FLOW_ON);
    steps.add(STOP);
    steps.add(FLOW);
    steps.add(START);
    steps.add(FLOW);
    return new Script(steps);
  }
}
