package packettrap.conformance.broken;

import packettrap.reference.Hardware;
import packettrap.reference.Hardware.Fate;
import packettrap.reference.ReferenceDriver;
import packettrap.reference.TokenBucket;
import packettrap.spec.device.Answer;
import packettrap.spec.device.Counter;
import packettrap.spec.device.DriverAbility.KeepsTime;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Errno;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/**
 * Drivers that break what a driver owes, with classes of their own.
 *
 * <p>Everything in here is wrong on purpose, but {@link RefusesMirrorOfSecond}, which only uses a
 * driver's right to refuse.
 */
final class BrokenDrivers {
  private BrokenDrivers() {}

  /** Refuses to mirror the second drop trap, as it may. */
  static class RefusesMirrorOfSecond extends ReferenceDriver {
    @Override
    public Answer trapActionSet(Trap trap, TrapAction action) {
      return action == TrapAction.MIRROR && trap.name().equals("vlan_tag_mismatch")
          ? Answer.refuse(Errno.EINVAL, "This trap cannot be mirrored")
          : super.trapActionSet(trap, action);
    }
  }

  /** Policers start empty. */
  static class StartsEmpty extends ReferenceDriver {
    @Override
    public Answer trapInit(Trap trap) {
      Answer answer = super.trapInit(trap);
      if (trap.equals(registration().traps().get(registration().traps().size() - 1))) {
        for (int i = 0; i < registration().policers().size(); i++) {
          while (hardware().bucket(i).verdict(host().now()) == TokenBucket.PASS) {
            hardware().bucket(i).take();
          }
        }
      }
      return answer;
    }
  }

  /** Never discards. */
  static class NeverDiscards extends ReferenceDriver {
    @Override
    protected void finish(Trap trap, TrapAction action, Fate fate, int port, Frame frame) {
      super.finish(trap, action, fate == Fate.DISCARDED ? Fate.COPIED : fate, port, frame);
    }

    @Override
    public Counter policerDropped(Policer policer) {
      return Counter.of(0);
    }
  }

  /** Policers refill a little too fast. */
  static class RefillsTooFast extends ReferenceDriver {
    @Override
    public void receive(int port, Frame frame) {
      for (int i = 0; i < registration().policers().size(); i++) {
        TokenBucket bucket = hardware().bucket(i);
        long next = bucket.untilNext(host().now());
        if (next > 0 && next <= 5) {
          bucket.verdict(host().now() + 5);
        }
      }
      super.receive(port, frame);
    }
  }

  /** After a long rest, one packet more than the burst passes. */
  static class HoldsOneMore extends ReferenceDriver {
    private long last;
    private int rested;

    @Override
    protected void finish(Trap trap, TrapAction action, Fate fate, int port, Frame frame) {
      if (host().now() - last > 5_000_000_000L) {
        rested = 1;
      }
      last = host().now();
      if (fate == Fate.DISCARDED && rested > 0) {
        rested = 0;
        super.finish(trap, action, Fate.COPIED, port, frame);
        int policer = hardware().policerOf(registration().traps().indexOf(trap));
        hardware().recount(policer, hardware().policerDrops(policer) - 1);
        return;
      }
      super.finish(trap, action, fate, port, frame);
    }
  }

  /** Does not count what policers discard. */
  static class ForgetsDiscards extends ReferenceDriver {
    @Override
    public Counter policerDropped(Policer policer) {
      return Counter.of(super.policerDropped(policer).value() / 2);
    }
  }

  /** Reports what a policer discarded. */
  static class ReportsDiscards extends ReferenceDriver {
    @Override
    protected void finish(Trap trap, TrapAction action, Fate fate, int port, Frame frame) {
      super.finish(trap, action, fate == Fate.DISCARDED ? Fate.COPIED : fate, port, frame);
    }
  }

  /** Gives each group tokens of its own. */
  static class PolicesEachGroup extends ReferenceDriver {
    private String last = "";

    @Override
    public void receive(int port, Frame frame) {
      for (Trap trap : registration().traps()) {
        if (frame.equals(ReferenceDriver.frameFor(trap.name(), frame.length()))) {
          int policer = hardware().policerOf(registration().traps().indexOf(trap));
          if (policer >= 0 && !last.isEmpty() && !last.equals(trap.group())) {
            hardware().bucket(policer).fill();
          }
          last = trap.group();
        }
      }
      super.receive(port, frame);
    }
  }

  /** Polices groups that no policer is bound to. */
  static class PolicesUnbound extends ReferenceDriver {
    private int copies;

    @Override
    protected void copy(Trap trap, int port, Frame frame) {
      boolean bound = hardware().policerOf(registration().traps().indexOf(trap)) >= 0;
      if (bound || ++copies % 4 != 0) {
        super.copy(trap, port, frame);
      }
    }
  }

  /** Agrees to bindings and does not make them. */
  static class DoesNotBind extends ReferenceDriver {
    @Override
    public Answer groupSet(Group group, Policer policer) {
      return Answer.OK;
    }
  }

  /** Agrees to parameters and does not take them. */
  static class DoesNotChangePolicers extends ReferenceDriver {
    @Override
    public Answer policerSet(Policer policer, long rate, long burst) {
      return Answer.OK;
    }
  }

  /** Does not forward the original of a packet whose copy is discarded. */
  static class PolicesTheOriginal extends ReferenceDriver {
    @Override
    protected void finish(Trap trap, TrapAction action, Fate fate, int port, Frame frame) {
      if (fate != Fate.DISCARDED) {
        super.finish(trap, action, fate, port, frame);
      }
    }
  }

  /** Counts from 0 after every change of a policer, as it should not. */
  static class CountsFromZero extends ReferenceDriver {
    @Override
    public Answer policerSet(Policer policer, long rate, long burst) {
      Answer answer = super.policerSet(policer, rate, burst);
      if (answer.ok()) {
        hardware().recount(registration().policers().indexOf(policer), 0);
      }
      return answer;
    }
  }

  /** Takes a token for a packet that is dropped anyway. */
  static class ChargesDrops extends ReferenceDriver {
    @Override
    protected void finish(Trap trap, TrapAction action, Fate fate, int port, Frame frame) {
      int policer = hardware().policerOf(registration().traps().indexOf(trap));
      if (fate == Fate.DROPPED
          && policer >= 0
          && hardware().bucket(policer).verdict(host().now()) == TokenBucket.PASS) {
        hardware().bucket(policer).take();
      }
      super.finish(trap, action, fate, port, frame);
    }
  }

  /** Fills a policer when a group is bound to it. */
  static class FillsWhenBound extends ReferenceDriver {
    @Override
    public Answer groupSet(Group group, Policer policer) {
      Answer answer = super.groupSet(group, policer);
      if (answer.ok() && policer != null) {
        hardware().bucket(registration().policers().indexOf(policer)).fill();
      }
      return answer;
    }
  }

  /** Counts every hit as dropped. */
  static class CountsAllAsDropped extends ReferenceDriver {
    private final long[] hits = new long[256];

    @Override
    protected void finish(Trap trap, TrapAction action, Fate fate, int port, Frame frame) {
      hits[registration().traps().indexOf(trap)]++;
      super.finish(trap, action, fate, port, frame);
    }

    @Override
    public Counter trapDropped(Trap trap) {
      int index = registration().traps().indexOf(trap);
      return index < 0 ? Counter.of(0) : Counter.of(hits[index]);
    }
  }

  /** A counter fails while its trap mirrors. */
  static class CountersFail extends ReferenceDriver {
    @Override
    public Counter trapDropped(Trap trap) {
      int index = registration().traps().indexOf(trap);
      boolean mirrors =
          index >= 0
              && trap.name().equals("vlan_tag_mismatch")
              && !hardware().failing(Callback.TRAP_ACTION_SET)
              && hardware().action(index) == TrapAction.MIRROR;
      return mirrors ? Counter.failed(Errno.EIO) : super.trapDropped(trap);
    }
  }

  /** Names the next port. */
  static class NamesAnotherPort extends ReferenceDriver {
    @Override
    protected void copy(Trap trap, int port, Frame frame) {
      super.copy(trap, trap.type() == TrapType.DROP ? port % 8 + 1 : port, frame);
    }
  }

  /** Leaves out the cookie. */
  static class LeavesOutTheCookie extends ReferenceDriver {
    @Override
    protected void copy(Trap trap, int port, Frame frame) {
      host().report(trap, port, frame, (Cookie) null);
    }
  }

  /** Reports a trap that it did not register. */
  static class ReportsAnother extends ReferenceDriver {
    @Override
    protected void copy(Trap trap, int port, Frame frame) {
      host().report(Trap.generic("early_drop"), port, frame);
    }
  }

  /** Reports the first 128 bytes. */
  static class Truncates extends ReferenceDriver {
    @Override
    protected void copy(Trap trap, int port, Frame frame) {
      super.copy(trap, port, frame.truncated(128));
    }
  }

  /** Reports each packet twice. */
  static class ReportsTwice extends ReferenceDriver {
    @Override
    protected void copy(Trap trap, int port, Frame frame) {
      super.copy(trap, port, frame);
      if (trap.type() == TrapType.DROP) {
        super.copy(trap, port, frame);
      }
    }
  }

  /** What becomes of a packet depends on the action in another way than it should. */
  static class Acts extends ReferenceDriver {
    private final TrapAction when;
    private final boolean copies;
    private final boolean forwards;

    Acts(TrapAction when, boolean copies, boolean forwards) {
      this.when = when;
      this.copies = copies;
      this.forwards = forwards;
    }

    @Override
    protected void finish(Trap trap, TrapAction action, Fate fate, int port, Frame frame) {
      if (action != when) {
        super.finish(trap, action, fate, port, frame);
        return;
      }
      if (copies && fate != Fate.DISCARDED) {
        copy(trap, port, frame);
      }
      if (forwards) {
        forward(port, frame);
      }
    }
  }

  /** Refuses, and changes all the same. */
  static class RefusesAndChanges extends ReferenceDriver {
    private boolean failing;

    @Override
    public void fail(Callback callback, boolean on) {
      if (callback == Callback.TRAP_ACTION_SET) {
        failing = on;
      } else {
        super.fail(callback, on);
      }
    }

    @Override
    public Answer trapActionSet(Trap trap, TrapAction action) {
      Answer answer = super.trapActionSet(trap, action);
      return failing ? Answer.refuse(Errno.EIO) : answer;
    }
  }

  /** An action acts from the second frame on. */
  static class ActsLate extends ReferenceDriver {
    private Trap late;
    private TrapAction then;

    @Override
    public Answer trapActionSet(Trap trap, TrapAction action) {
      if (trap.type() != TrapType.DROP || trap.equals(late)) {
        return super.trapActionSet(trap, action);
      }
      if (late != null) {
        super.trapActionSet(late, then);
      }
      late = trap;
      then = action;
      return Answer.OK;
    }

    @Override
    public void receive(int port, Frame frame) {
      super.receive(port, frame);
      if (late != null) {
        super.trapActionSet(late, then);
        late = null;
      }
    }
  }

  /** Does something else every time it is made. */
  static class Unsteady extends ReferenceDriver {
    private static int made;
    private final boolean odd = ++made % 2 == 0;

    @Override
    public Answer policerSet(Policer policer, long rate, long burst) {
      return odd ? Answer.refuse(Errno.EIO) : super.policerSet(policer, rate, burst);
    }
  }

  /** Reports a packet when time passes. */
  static class ActsByItself extends ReferenceDriver implements KeepsTime {
    @Override
    public void timePassed() {
      host().transmit(1, ReferenceDriver.frameFor("nobody", 64));
    }
  }

  /** Answers nothing. */
  static class AnswersNull extends ReferenceDriver {
    @Override
    public Answer policerSet(Policer policer, long rate, long burst) {
      return null;
    }
  }

  /** Refuses with what means something else. */
  static class RefusesWithEnoent extends ReferenceDriver {
    @Override
    public Answer trapActionSet(Trap trap, TrapAction action) {
      return action == TrapAction.MIRROR && trap.name().equals("vlan_tag_mismatch")
          ? Answer.refuse(Errno.ENOENT)
          : super.trapActionSet(trap, action);
    }
  }

  /** Its hardware keeps the actions over a reload. */
  static class KeepsActions extends ReferenceDriver {
    private TrapAction kept = TrapAction.DROP;
    private boolean ending;

    @Override
    public Answer trapActionSet(Trap trap, TrapAction action) {
      if (trap.name().equals("blackhole_route") && !ending) {
        kept = action == TrapAction.DROP && kept != TrapAction.DROP ? kept : action;
      }
      return super.trapActionSet(trap, action);
    }

    @Override
    public Answer trapInit(Trap trap) {
      Answer answer = super.trapInit(trap);
      if (trap.equals(registration().traps().get(registration().traps().size() - 1))) {
        for (Trap one : registration().traps()) {
          if (one.name().equals("blackhole_route")) {
            hardware().trapActionSet(one, kept);
          }
        }
      }
      return answer;
    }
  }

  /** Its policers keep their tokens over a reload. */
  static class KeepsTokens extends ReferenceDriver {
    private boolean used;

    @Override
    public void stop() {
      used = true;
      super.stop();
    }

    @Override
    public Answer trapInit(Trap trap) {
      Answer answer = super.trapInit(trap);
      if (used && trap.equals(registration().traps().get(registration().traps().size() - 1))) {
        Hardware hardware = hardware();
        for (int i = 0; i < registration().policers().size(); i++) {
          hardware.bucket(i).take();
        }
      }
      return answer;
    }
  }

  /** Reports every packet on the first trap of its group. */
  static class ReportsTheFirst extends ReferenceDriver {
    @Override
    protected void copy(Trap trap, int port, Frame frame) {
      for (Trap one : registration().traps()) {
        if (one.group().equals(trap.group()) && one.type() == trap.type()) {
          super.copy(one, port, frame);
          return;
        }
      }
    }
  }

  /** Reports frames that hit no trap. */
  static class ReportsEverything extends ReferenceDriver {
    @Override
    protected void forward(int port, Frame frame) {
      super.forward(port, frame);
      if (frame.length() % 2 == 0 && registration().traps().size() > 2) {
        host().report(registration().traps().get(0), port, frame);
      }
    }
  }
}
