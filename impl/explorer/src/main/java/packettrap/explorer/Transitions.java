package packettrap.explorer;

import java.util.List;

/**
 * The transitions of a machine, quickly: each step that differs in what it reads is made by the
 * core once (see {@link Steps}).
 *
 * <p>Only for the core as it is: a step that is broken on purpose may read what no step reads. Not
 * thread-safe.
 */
public final class Transitions {
  private final Machine machine;
  private final Steps[] steps;

  /** The transitions of a machine. */
  public Transitions(Machine machine) {
    this.machine = machine;
    Watch nothing = new Watch(List.of());
    steps = new Steps[machine.inputs()];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = new Steps(machine, i, nothing);
    }
  }

  /** The machine. */
  public Machine machine() {
    return machine;
  }

  /** The state that an input leads to, or {@link Machine#DISABLED}. */
  public long next(long state, int input) {
    return steps[input].next(state);
  }
}
