package packettrap.runner.driver.lines;

import java.util.List;
import java.util.Set;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.Port;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.packet.Frame;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.trap.Registration;

/**
 * What a driver in a process of its own says to the kit, one line each.
 *
 * <p>Every {@link HostLine} gets one answer. Before it come, in their order, what the driver
 * reports and sends because of that line.
 */
public sealed interface DriverLine {
  /**
   * Who the driver is; the answer to {@link HostLine.Hello}.
   *
   * @param version of the interface that it was written for
   * @param name of the driver
   * @param takes which of the optional lines it wants to get, by type
   * @param ports its ports, numbered from 1; null: eight
   * @param registration what it registers; null: it is a whole device
   * @param scenarios frames that provoke its traps, beside those of the kit; null: none
   * @param announcement what it is going to touch, a sentence each; null: nothing
   * @param device of a whole device, what it is; null: it is a driver
   */
  record Hello(
      int version,
      String name,
      Set<String> takes,
      List<Port> ports,
      Registration registration,
      List<Scenario> scenarios,
      List<String> announcement,
      DeviceDescription device)
      implements DriverLine {
    public Hello {
      takes = takes == null ? Set.of() : takes;
      ports = ports == null ? Port.numbered(8) : List.copyOf(ports);
      scenarios = scenarios == null ? List.of() : List.copyOf(scenarios);
      announcement = announcement == null ? List.of() : List.copyOf(announcement);
    }
  }

  /** Everything is forgotten; the answer to {@link HostLine.New}. */
  record Ready() implements DriverLine {}

  /** Done, or refused; the answer to most lines. */
  record Answer(Errno errno, String message) implements DriverLine {}

  /** A counter, or why it cannot be read. */
  record Counter(long value, Errno errno) implements DriverLine {}

  /** The device trapped a packet; {@code port} 0 is one that is not known. */
  record Report(String trap, int port, Frame frame, Cookie cookie) implements DriverLine {}

  /** The device sends a frame out of a port. */
  record Transmit(int port, Frame frame) implements DriverLine {}

  /** Of a whole device: something happened by itself. */
  record Happened(Event event) implements DriverLine {}

  /** Of a whole device: the answer to {@link HostLine.Call}. */
  record Replied(Reply reply) implements DriverLine {}
}
