package packettrap.conformance.faultless;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import packettrap.spec.device.Answer;
import packettrap.spec.device.Port;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.device.TrapHost;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;

/** A hub that knows the traps which need no configuration, and registers some of them. */
class Hub implements TrapDriver {
  static final Set<String> KNOWN = Set.of("source_mac_is_multicast", "stp", "lacp", "lldp");

  private final int ports;
  private final Registration registration;
  final Map<String, Trap> traps = new HashMap<>();
  final Map<String, TrapAction> actions = new HashMap<>();
  TrapHost host;

  Hub(int ports, Registration registration) {
    this.ports = ports;
    this.registration = registration;
  }

  @Override
  public int interfaceVersion() {
    return VERSION;
  }

  @Override
  public List<Port> ports() {
    return Port.numbered(ports);
  }

  @Override
  public Registration registration() {
    return registration;
  }

  @Override
  public void start(TrapHost newHost) {
    host = newHost;
    traps.clear();
    actions.clear();
  }

  @Override
  public Answer trapInit(Trap trap) {
    traps.put(trap.name(), trap);
    actions.put(trap.name(), trap.initialAction());
    return Answer.OK;
  }

  @Override
  public void trapFini(Trap trap) {
    traps.remove(trap.name());
  }

  @Override
  public Answer trapActionSet(Trap trap, TrapAction action) {
    actions.put(trap.name(), action);
    return Answer.OK;
  }

  @Override
  public void receive(int port, Frame frame) {
    String name = classify(frame);
    Trap trap = name == null ? null : traps.get(name);
    TrapAction action = trap == null ? TrapAction.MIRROR : actions.get(name);
    if (action == TrapAction.MIRROR) {
      flood(port, frame);
    }
    if (trap != null && action == TrapAction.DROP) {
      dropped(trap);
    } else if (trap != null && passes(trap)) {
      host.report(trap, namedPort(trap, port), frame);
    }
  }

  private void flood(int port, Frame frame) {
    for (int other = 1; other <= ports; other++) {
      if (other != port) {
        host.transmit(other, frame);
      }
    }
  }

  /** The trap that a frame hits; null: none. */
  String classify(Frame frame) {
    if (frame.length() < 17) {
      return null;
    }
    long destination = frame.u48(0);
    int type = frame.u16(12);
    if (destination == 0x0180c2000000L && type < 0x600 && frame.u16(14) == 0x4242) {
      return "stp";
    } else if (destination == 0x0180c2000002L && type == 0x8809 && frame.u8(14) == 1) {
      return "lacp";
    } else if (destination == 0x0180c200000eL && type == 0x88cc) {
      return "lldp";
    }
    return frame.source().isMulticast() ? "source_mac_is_multicast" : null;
  }

  /** The device dropped a packet for a trap. */
  void dropped(Trap trap) {}

  /** Whether a copy gets through to the CPU. */
  boolean passes(Trap trap) {
    return true;
  }

  /** The port that a report names. */
  int namedPort(Trap trap, int port) {
    return port;
  }
}
