package com.example.hello;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import packettrap.spec.device.Answer;
import packettrap.spec.device.DriverAbility;
import packettrap.spec.device.Port;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.device.TrapHost;
import packettrap.spec.packet.Frame;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/**
 * A driver to start from: a hub of four ports that floods every frame, and traps three kinds.
 *
 * <p>Build it with {@code mvn package} and judge it with {@code trap-tck run --driver
 * target/hello-driver.jar}.
 */
public final class HelloDriver implements TrapDriver, DriverAbility.BringsScenarios {
  private static final long LLDP_ADDRESS = 0x0180c200000eL;
  private static final int LLDP_ETHERTYPE = 0x88cc;

  // What it registers. Generic traps and groups are known to everybody by name; a driver's own
  // are numbered from 0. Every trap is in a group that is registered too.
  private static final Trap MULTICAST_SOURCE = Trap.generic("source_mac_is_multicast");
  private static final Trap LLDP = Trap.generic("lldp");
  private static final Trap RUNT =
      Trap.specific(0, "runt_frame", TrapType.DROP, "hello_drops");

  // The state of the "hardware": what to do with the frames that hit a trap.
  private final Map<String, TrapAction> actions = new HashMap<>();
  private TrapHost host;

  /** Tells the kit which version of the interface this was compiled with. */
  @Override
  public int interfaceVersion() {
    return VERSION;
  }

  @Override
  public List<Port> ports() {
    return Port.numbered(4);
  }

  @Override
  public Registration registration() {
    return Registration.of(
        List.of(Group.generic("l2_drops"), Group.generic("lldp"), Group.specific(0, "hello_drops")),
        List.of(MULTICAST_SOURCE, LLDP, RUNT));
  }

  /** A new life begins; nothing of an earlier one may be left. */
  @Override
  public void start(TrapHost newHost) {
    host = newHost;
    actions.clear();
  }

  /** A trap is registered: the hardware learns its first action. */
  @Override
  public Answer trapInit(Trap trap) {
    actions.put(trap.name(), trap.initialAction());
    return Answer.OK;
  }

  /** From the next frame on the trap has another action. */
  @Override
  public Answer trapActionSet(Trap trap, TrapAction action) {
    actions.put(trap.name(), action);
    return Answer.OK;
  }

  /** The way of a packet: at most one trap, then its action, then the other ports. */
  @Override
  public void receive(int port, Frame frame) {
    Trap trap = hit(frame);
    TrapAction action = trap == null ? TrapAction.MIRROR : actions.get(trap.name());
    if (trap != null && action != TrapAction.DROP) {
      host.report(trap, port, frame); // the CPU's copy: all of them reach devlink from here
    }
    if (action == TrapAction.MIRROR) { // trap: the CPU has the sole copy; drop: nobody has one
      flood(port, frame);
    }
  }

  /** What the specification says of each trap; protocols come before drops. */
  private static Trap hit(Frame frame) {
    if (frame.length() < 14) {
      return RUNT;
    } else if (frame.u48(0) == LLDP_ADDRESS && frame.u16(12) == LLDP_ETHERTYPE) {
      return LLDP;
    }
    return frame.source().isMulticast() ? MULTICAST_SOURCE : null;
  }

  /**
   * A frame for the kit to try: it knows none that hits a trap of our own. What leaves if the trap
   * only mirrors is said too, or the kit could not tell whether mirrored frames go on (DRV-09).
   */
  @Override
  public List<Scenario> scenarios() {
    Frame runt = Frame.parse("0200000000010200");
    List<Scenario.Departure> flooded =
        List.of(
            new Scenario.Departure(2, runt),
            new Scenario.Departure(3, runt),
            new Scenario.Departure(4, runt));
    return List.of(
        new Scenario(
            "runt_frame/eight-bytes",
            RUNT.name(),
            "A frame that ends within the source address.",
            null, // however the switch is configured
            0, // no time has to pass first
            List.of(new Scenario.Arrival(1, runt, "a runt", RUNT.name(), null, flooded))));
  }

  private void flood(int port, Frame frame) {
    for (Port other : ports()) {
      if (other.number() != port) {
        host.transmit(other.number(), frame);
      }
    }
  }
}
