package packettrap.conformance.exhaustive;

import packettrap.conformance.engine.Words;
import packettrap.explorer.ModelInput;
import packettrap.spec.message.Request;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.trap.Callback;

/**
 * Something that is done with a device, as one input of the machine.
 *
 * @param model the same in the machine
 * @param request what is asked; null: the input is no request
 * @param failing the callback that is made to refuse meanwhile; null: none
 * @param frame whose frame comes in; null: none does
 * @param refused number of the callback that is refused in the driver's place; 0: none
 * @param cost about how many requests it takes
 */
record Action(
    ModelInput model, Request request, Callback failing, Scenario frame, int refused, int cost) {
  /** Whether a driver may be asked whether it agrees. */
  boolean changes() {
    return model instanceof ModelInput.TrapSet
        || model instanceof ModelInput.GroupSet
        || model instanceof ModelInput.PolicerSet;
  }

  /** What it is, in a few words. */
  String words() {
    if (frame != null) {
      return "a packet for " + frame.trap();
    } else if (model instanceof ModelInput.Tick) {
      return "a second passes";
    } else if (model instanceof ModelInput.SoftwareDrop) {
      return "the stack drops a packet";
    } else if (model instanceof ModelInput.MonitorConfigSet set) {
      String mode = set.mode() == 0 ? " summaries" : set.mode() == 1 ? " packets" : " mode 3";
      return "drop monitor set"
          + (set.mode() == ModelInput.ABSENT ? "" : mode)
          + (set.queueLength() == ModelInput.ABSENT ? "" : " queue " + set.queueLength());
    }
    String failed =
        failing == null ? "" : ", refused in " + failing.name().toLowerCase(java.util.Locale.ROOT);
    return Words.of(request) + failed + (refused == 0 ? "" : ", callback " + refused + " refused");
  }

  static Action ask(ModelInput model, Request request) {
    return new Action(model, request, null, null, 0, 1);
  }
}
