package packettrap.spec.device;

import java.util.List;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;

/**
 * A driver as a kernel knows it: it registers traps, gets told their actions, and reports packets.
 *
 * <p>This is the first of two ways to plug in; the mechanism around it (look-ups, statistics, drop
 * monitor and so on) is the reference's. A jar names its driver in {@code
 * META-INF/services/packettrap.spec.device.TrapDriver}; the class is public and has a public
 * constructor without parameters. What a driver can do beyond this, it says by implementing more
 * interfaces of {@link DriverAbility}.
 *
 * <p>All calls come from one thread, one after the other. The life of a driver: {@link #start},
 * then the registration ({@link #policerInit}, {@link #groupInit}, {@link #trapInit} for each
 * object), then requests, frames and time in any order, then the end (every trap set to drop, then
 * {@link #trapFini} and {@link #policerFini}), then {@link #stop}. After a stop it may be started
 * again, and starts over: nothing of the life before is left.
 */
public interface TrapDriver {
  /**
   * The version of this interface; a constant, so that a driver's jar keeps the one it was compiled
   * with.
   */
  int VERSION = 1;

  /** {@code return VERSION;} and nothing else: tells which version the driver was compiled with. */
  int interfaceVersion();

  /** The ports of the device, numbered from 1 without a gap. Always the same. */
  default List<Port> ports() {
    return Port.numbered(8);
  }

  /** What the driver registers. Always the same. */
  Registration registration();

  /** The device comes to life. Everything starts over. */
  void start(TrapHost host);

  /** The device is gone; no call of {@link TrapHost} is allowed any more. */
  default void stop() {}

  /** A policer is being registered. Source: {@code trap_policer_init}. */
  default Answer policerInit(Policer policer) {
    return Answer.OK;
  }

  /** A policer is gone. Source: {@code trap_policer_fini}. */
  default void policerFini(Policer policer) {}

  /**
   * A group is being registered. Source: {@code trap_group_init}.
   *
   * @param policer what it is bound to at first; null: nothing
   */
  default Answer groupInit(Group group, Policer policer) {
    return Answer.OK;
  }

  /** A trap is being registered, with its initial action. Source: {@code trap_init}. */
  default Answer trapInit(Trap trap) {
    return Answer.OK;
  }

  /** A trap is gone. Source: {@code trap_fini}. */
  default void trapFini(Trap trap) {}

  /**
   * A trap gets an action, from the next frame on. Source: {@code trap_action_set}.
   *
   * @return {@link Answer#OK}, or a refusal that changed nothing
   */
  Answer trapActionSet(Trap trap, TrapAction action);

  /**
   * A frame arrives on a port. What becomes of it, the driver says by calling {@link
   * TrapHost#report} and {@link TrapHost#transmit}.
   */
  void receive(int port, Frame frame);
}
