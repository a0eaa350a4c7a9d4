package packettrap.spec.scenario;

import java.util.List;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.message.Cookie;
import packettrap.spec.packet.Frame;

/**
 * Frames that arrive at a switch, and what must become of them.
 *
 * @param name unique; the trap's name first, as in ttl_value_is_too_small/ipv6-hop-limit-1
 * @param trap the trap that it is about
 * @param title what is shown, in one sentence
 * @param config how the switch is configured; null: any way, the frames alone decide
 * @param settle time that passes first so that what went before has no effect, ns
 * @param arrivals the frames, at one instant, in this order
 * @param rules ids of the rules that it shows beside that of its trap
 */
public record Scenario(
    String name,
    String trap,
    String title,
    SwitchConfig config,
    long settle,
    List<Arrival> arrivals,
    List<String> rules) {
  public Scenario {
    arrivals = List.copyOf(arrivals);
    rules = rules == null ? List.of() : List.copyOf(rules);
  }

  /** A scenario that shows the rule of its trap alone. */
  public Scenario(
      String name,
      String trap,
      String title,
      SwitchConfig config,
      long settle,
      List<Arrival> arrivals) {
    this(name, trap, title, config, settle, arrivals, null);
  }

  /** The same scenario on a switch that is configured otherwise. */
  public Scenario with(SwitchConfig other) {
    return new Scenario(name, trap, title, other, settle, arrivals, rules);
  }

  /** The same scenario with other arrivals. */
  public Scenario with(List<Arrival> others) {
    return new Scenario(name, trap, title, config, settle, others, rules);
  }

  /**
   * A frame that arrives.
   *
   * @param port number of the port
   * @param frame the frame
   * @param what what it is, for a reader
   * @param trap the trap that it hits; null: none
   * @param cookie the cookie that its report carries; null: none
   * @param departures what leaves the switch: if a trap is hit and does not forbid it (its action
   *     is mirror), or if none is hit; in any order; null: not said
   */
  public record Arrival(
      int port, Frame frame, String what, String trap, Cookie cookie, List<Departure> departures) {
    public Arrival {
      departures = departures == null ? null : List.copyOf(departures);
    }
  }

  /** A frame that leaves. */
  public record Departure(int port, Frame frame) {}
}
