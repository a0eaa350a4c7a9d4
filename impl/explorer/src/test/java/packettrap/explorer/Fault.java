package packettrap.explorer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import packettrap.reference.Input;
import packettrap.reference.Mechanism;
import packettrap.reference.MonitorState;
import packettrap.reference.Outcome;
import packettrap.reference.State;
import packettrap.reference.Step;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.rule.Rule;

/** Steps that are wrong on purpose, each with what finding it takes. */
public enum Fault {
  /** Whoever lacks the privilege may stop monitoring. */
  REQ_01(1) {
    @Override
    Outcome change(State before, Input input, Outcome right) {
      return asked(input) instanceof Request.Unprivileged one
              && one.request() instanceof Request.MonitorStop
          ? right.with(Reply.DONE)
          : right;
    }
  },
  /** The driver's refusal comes as another error. */
  ACT_07(1) {
    @Override
    Outcome change(State before, Input input, Outcome right) {
      return asked(input) instanceof Request.TrapSet
              && right.reply() instanceof Reply.Failed failed
              && failed.errno() == Errno.EIO
          ? right.with(new Reply.Failed(Errno.EINVAL, failed.message()))
          : right;
    }
  },
  /** The action that the driver accepted is not kept. */
  ACT_03(1) {
    @Override
    Outcome change(State before, Input input, Outcome right) {
      return asked(input) instanceof Request.TrapSet ? right.with(before) : right;
    }
  },
  /** It is not said that something was committed already. */
  GRP_08(1) {
    @Override
    Outcome change(State before, Input input, Outcome right) {
      return saidBy(right, "GRP-08") ? right.with(new Reply.Failed(Errno.ENOENT, null)) : right;
    }
  },
  /** A rate above the limit is taken for one below. */
  POL_06(1) {
    @Override
    Outcome change(State before, Input input, Outcome right) {
      return saidBy(right, "POL-03")
          ? right.with(new Reply.Failed(Errno.EINVAL, "Policer rate lower than limit"))
          : right;
    }
  },
  /** The group does not count. */
  STA_01(1) {
    @Override
    Outcome change(State before, Input input, Outcome right) {
      return input instanceof Input.Reported reported
          ? right.with(right.state().with(before.devlink().countingOn(reported.trap(), -1, 1, 60)))
          : right;
    }
  },
  /** The stack gets packets of drop traps. */
  PKT_05(2) {
    @Override
    Outcome change(State before, Input input, Outcome right) {
      return input instanceof Input.Reported packet && right.events().isEmpty()
          ? right.with(List.of(new Event.Received(packet.port(), packet.frame())))
          : right;
    }
  },
  /** Stopping leaves the summary as it is. */
  MON_14(3) {
    @Override
    Outcome change(State before, Input input, Outcome right) {
      if (!(asked(input) instanceof Request.MonitorStop)) {
        return right;
      }
      MonitorState.Side old = before.monitor().hardware();
      MonitorState.Side side = right.state().monitor().hardware();
      MonitorState.Side kept =
          new MonitorState.Side(side.running(), old.queue(), old.table(), old.alarm(), 0);
      return right.with(right.state().with(right.state().monitor().withHardware(kept)));
    }
  },
  /** A summary is not sent. */
  MON_22(3) {
    @Override
    Outcome change(State before, Input input, Outcome right) {
      return input instanceof Input.Ticked ? right.with(List.of()) : right;
    }
  },
  /** With queue length 0, one packet is told of all the same. */
  MON_15(4) {
    @Override
    Outcome change(State before, Input input, Outcome right) {
      return right.state().monitor().hardware().lost() > 0
          ? right.with(
              right
                  .state()
                  .with(
                      right
                          .state()
                          .monitor()
                          .withHardware(right.state().monitor().hardware().losing(-1))))
          : right;
    }
  },
  /** Objects go in the order in which they came. */
  NTF_03(1) {
    @Override
    Outcome change(State before, Input input, Outcome right) {
      List<Event> events = new ArrayList<>(right.events());
      Collections.reverse(events);
      return asked(input) instanceof Request.Unregister ? right.with(events) : right;
    }
  },
  /** A reload stops monitoring. */
  RLD_06(2) {
    @Override
    Outcome change(State before, Input input, Outcome right) {
      return asked(input) instanceof Request.Reload
          ? right.with(
              right
                  .state()
                  .with(
                      right
                          .state()
                          .monitor()
                          .withHardware(right.state().monitor().hardware().cleared(false))))
          : right;
    }
  };

  private final int length;

  Fault(int length) {
    this.length = length;
  }

  /** How many inputs it takes at least to see it. */
  public int length() {
    return length;
  }

  /** The step with the fault. */
  public Step step() {
    return (state, input, driver) ->
        change(state, input, Mechanism.STEP.apply(state, input, driver));
  }

  abstract Outcome change(State before, Input input, Outcome right);

  private static Request asked(Input input) {
    return input instanceof Input.Asked asked ? asked.request() : null;
  }

  private static boolean saidBy(Outcome outcome, String rule) {
    return outcome.replyRules().stream().map(Rule::id).anyMatch(rule::equals);
  }
}
