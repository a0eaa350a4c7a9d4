package packettrap.asic.trap;

import java.util.Arrays;
import packettrap.spec.device.TrapHost;
import packettrap.spec.message.Cookie;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;

/**
 * Decides what becomes of packets that meet a check: actions, counters, and the policed way to the
 * CPU.
 *
 * <p>Of all checks that a packet meets, one is its trap, and is counted or reported. A check that
 * catches the packet where it stands is {@link #hit}; one that it meets while its way leads on
 * (control protocols, samples) is {@link #propose proposed}, and gives way to a check of a higher
 * priority that comes later. Once the packet has its trap, other checks act silently: they end it
 * unless their own action is mirror.
 */
public final class TrapUnit {
  private final TrapHost host;
  private final Policers policers = new Policers();
  private final TrapAction[] actions = new TrapAction[Check.all().size()];
  private final long[] dropped = new long[Check.all().size()];

  /** The traps as they were registered, and the numbers of their groups. */
  private final Trap[] registered = new Trap[Check.all().size()];

  private final int[] groups = new int[Check.all().size()];

  private int port;
  private Frame frame;
  private Check candidate;
  private boolean decided;

  /** A unit without traps: what its checks catch ends silently. */
  public TrapUnit(TrapHost host) {
    this.host = host;
    Arrays.fill(actions, TrapAction.DROP);
  }

  /** A packet begins its way. */
  public void begin(int ingressPort, Frame original) {
    port = ingressPort;
    frame = original;
    candidate = null;
    decided = false;
  }

  /** The packet meets a check while its way leads on; null: it does not. */
  public void propose(Check check) {
    if (check != null
        && registered[check.ordinal()] != null
        && (candidate == null || check.outranks(candidate))) {
      candidate = check;
    }
  }

  /** A check catches the packet; returns whether it goes on all the same. */
  public boolean hit(Check check) {
    return hit(check, null);
  }

  /**
   * A check catches the packet; returns whether it goes on all the same.
   *
   * @param cookie of the flow rule that drops it; null: none
   */
  public boolean hit(Check check, Cookie cookie) {
    TrapAction action = actions[check.ordinal()];
    boolean silent = decided || candidate != null && !check.outranks(candidate);
    if (!silent) {
      take(check, action, cookie);
    }
    return action == TrapAction.MIRROR;
  }

  /** Takes the packet out if it met a check whose action ends it; returns whether it goes on. */
  public boolean settle() {
    if (decided || candidate == null || actions[candidate.ordinal()] == TrapAction.MIRROR) {
      return true;
    }
    take(candidate, actions[candidate.ordinal()], null);
    return false;
  }

  /** The packet is at its end: what was proposed and not outranked is its trap. */
  public void finish() {
    if (!decided && candidate != null) {
      take(candidate, actions[candidate.ordinal()], null);
    }
    frame = null;
  }

  private void take(Check check, TrapAction action, Cookie cookie) {
    decided = true;
    if (action == TrapAction.DROP) {
      dropped[check.ordinal()]++;
      return;
    }
    TokenBucket bucket = policers.ofGroup(groups[check.ordinal()]);
    if (bucket == null || bucket.admits(host.now())) {
      host.report(registered[check.ordinal()], port, frame, cookie);
    }
  }

  /** A trap is registered, in its group; one that no check finds never fires. */
  public void assign(Trap trap) {
    Check check = Check.of(trap);
    if (check != null) {
      registered[check.ordinal()] = trap;
      groups[check.ordinal()] = policers.number(trap.group());
    }
  }

  /** A trap is no longer registered. */
  public void dismiss(Trap trap) {
    Check check = Check.of(trap);
    if (check != null) {
      registered[check.ordinal()] = null;
      actions[check.ordinal()] = TrapAction.DROP;
    }
  }

  /** Why a trap cannot have an action, in a sentence; null if it can. */
  public String objection(Trap trap, TrapAction action) {
    Check check = Check.of(trap);
    if (check == null) {
      return null;
    }
    return switch (trap.type()) {
      case DROP ->
          action == TrapAction.MIRROR && !check.hasWayOn()
              ? "a packet of " + trap.name() + " has no way on, so it cannot be mirrored"
              : null;
      // Drop is what every trap is set to before it is unregistered.
      case EXCEPTION, CONTROL ->
          action != TrapAction.DROP && action != trap.initialAction()
              ? trap.name() + " is not a drop trap, so its action is fixed"
              : null;
    };
  }

  /** A trap gets an action to which there is no {@link #objection}. */
  public void actionSet(Trap trap, TrapAction action) {
    Check check = Check.of(trap);
    if (check != null) {
      actions[check.ordinal()] = action;
    }
  }

  /** Packets that were dropped for a trap while its action was drop; 0 for an unknown trap. */
  public long dropped(Trap trap) {
    Check check = Check.of(trap);
    return check == null ? 0 : dropped[check.ordinal()];
  }

  /** A policer begins, full. */
  public void addPolicer(Policer policer) {
    policers.add(policer, host.now());
  }

  /** A policer ends. */
  public void removePolicer(Policer policer) {
    policers.remove(policer);
  }

  /** Whether the switch has a policer. */
  public boolean hasPolicer(Policer policer) {
    return policers.contains(policer);
  }

  /** A group goes through a policer from now on; null: through none. */
  public void bind(Group group, Policer policer) {
    policers.bind(group, policer);
  }

  /** A policer gets new parameters: packets a second, and packets. */
  public void changePolicer(Policer policer, long rate, long burst) {
    policers.change(policer, rate, burst, host.now());
  }

  /** Packets that a policer discarded. */
  public long discarded(Policer policer) {
    return policers.discarded(policer);
  }
}
