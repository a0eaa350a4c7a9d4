package packettrap.conformance.broken;

import packettrap.reference.ReferenceDriver;
import packettrap.spec.device.DriverAbility.KeepsTime;
import packettrap.spec.device.DriverAbility.MakesTraffic;
import packettrap.spec.device.TrapHost;
import packettrap.spec.message.Cookie;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.Metadata;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;

/**
 * A driver with traffic of its own: every 100 ms each trap is hit once while the ports are up.
 *
 * <p>It is like Linux's netdevsim in this, and nothing polices that traffic.
 */
class BusyDriver extends ReferenceDriver implements MakesTraffic, KeepsTime {
  private static final long PERIOD = 100_000_000;

  /** After a long time nobody wants to hear of all that happened. */
  private static final int MOST = 20;

  private boolean up;
  private Cookie cookie;
  private long next;
  private boolean started;

  @Override
  public void start(TrapHost host) {
    super.start(host);
    started = true;
    up = false;
  }

  @Override
  public void stop() {
    super.stop();
    started = false;
  }

  @Override
  public void ports(boolean newUp, Cookie newCookie) {
    up = newUp;
    cookie = newCookie;
    next = host().now() + PERIOD;
  }

  /** Whether the ports are up. */
  final boolean up() {
    return up;
  }

  @Override
  public void timePassed() {
    for (int rounds = 0; started && next <= host().now() && rounds < MOST; rounds++) {
      next += PERIOD;
      round();
    }
    next = Math.max(next, host().now());
  }

  /** One packet on every trap whose action is not drop. */
  void round() {
    int index = 0;
    for (Trap trap : registration().traps()) {
      if (up && hardware().action(index) != TrapAction.DROP) {
        report(trap, frameFor(trap.name(), 142));
      }
      index++;
    }
  }

  /** A packet goes to the CPU. */
  void report(Trap trap, Frame frame) {
    boolean tells = trap.metadata().contains(Metadata.FLOW_ACTION_COOKIE);
    host().report(trap, 1, frame, tells ? cookie : null);
  }
}
