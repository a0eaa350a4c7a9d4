package packettrap.runner.driver.lines;

import java.util.Map;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Request;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;

/**
 * What the kit says to a driver in a process of its own, one line each.
 *
 * <p>The lines are the calls of {@link packettrap.spec.device.TrapDriver} and {@link
 * packettrap.spec.device.DriverAbility}, with the meaning that they have there. Objects that the
 * driver registered are named: a trap and a group by name, a policer by id.
 */
public sealed interface HostLine {
  /**
   * The first line; the answer is {@link DriverLine.Hello}.
   *
   * @param version of the interface
   * @param options of the command line
   */
  record Hello(int version, Map<String, String> options) implements HostLine {}

  /**
   * A new device: whatever was before is forgotten, as if the process had just been started. The
   * answer is {@link DriverLine.Ready}.
   */
  record New() implements HostLine {}

  /** The device comes to life; {@code now} is the time, ns, until {@link TimePassed}. */
  record Start(long now) implements HostLine {}

  /** The device is gone. */
  record Stop() implements HostLine {}

  /** A policer is being registered. */
  record PolicerInit(Policer policer) implements HostLine {}

  /** A policer is gone. */
  record PolicerFini(long policer) implements HostLine {}

  /** A group is being registered; {@code policer} is what it is bound to at first, if anything. */
  record GroupInit(Group group, Long policer) implements HostLine {}

  /** A trap is being registered, with its initial action. */
  record TrapInit(Trap trap) implements HostLine {}

  /** A trap is gone. */
  record TrapFini(String trap) implements HostLine {}

  /** A trap gets an action, from the next frame on. */
  record TrapActionSet(String trap, TrapAction action) implements HostLine {}

  /** The drop traps of a group get an action. */
  record GroupActionSet(String group, TrapAction action) implements HostLine {}

  /** A group is bound to a policer; without one it is unbound. */
  record GroupSet(String group, Long policer) implements HostLine {}

  /** A policer gets new parameters: packets a second, packets. */
  record PolicerSet(long policer, long rate, long burst) implements HostLine {}

  /** How many packets a policer discarded; the answer is {@link DriverLine.Counter}. */
  record PolicerDropped(long policer) implements HostLine {}

  /** How many packets the device dropped for a trap; the answer is {@link DriverLine.Counter}. */
  record TrapDropped(String trap) implements HostLine {}

  /** The switch gets a configuration in place of the one it has. */
  record Configure(SwitchConfig config) implements HostLine {}

  /** It is now {@code now}, ns. */
  record TimePassed(long now) implements HostLine {}

  /** All ports are taken up, or down; the cookie is what the device's own traffic carries. */
  record Ports(boolean up, Cookie cookie) implements HostLine {}

  /** From now on this callback refuses and changes nothing, or no longer does. */
  record Fail(Callback callback, boolean on) implements HostLine {}

  /** At the next start it registers this; without it, its own again. */
  record Register(Registration registration) implements HostLine {}

  /** A frame arrives on a port. */
  record Receive(int port, Frame frame) implements HostLine {}

  /** To a whole device: a request; the answer is {@link DriverLine.Replied}. */
  record Call(Request request) implements HostLine {}

  /** To a whole device in real time: what happened since? */
  record Poll() implements HostLine {}
}
