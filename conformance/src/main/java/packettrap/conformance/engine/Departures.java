package packettrap.conformance.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import packettrap.spec.message.Event;
import packettrap.spec.packet.Frame;
import packettrap.spec.scenario.Scenario.Departure;
import packettrap.spec.trap.TrapAction;

/** The frames that must leave the device, and those that did. */
final class Departures {
  private final boolean late;
  private final TreeMap<Integer, List<Frame>> demanded = new TreeMap<>();
  private final TreeMap<Integer, List<Frame>> observed = new TreeMap<>();
  private final List<Hit> hits = new ArrayList<>();
  private boolean open;

  /** Departures that are known only when the queues are empty, if {@code late}. */
  Departures(boolean late) {
    this.late = late;
  }

  /** Whether they are complete only after some time. */
  boolean late() {
    return late;
  }

  /** Adds what must leave after these frames came in. */
  void demand(List<Hit> more) {
    if (!late) {
      demanded.clear();
      observed.clear();
      hits.clear();
      open = false;
    }
    hits.addAll(more);
    for (Hit hit : more) {
      if (hit.trap() >= 0 && hit.action() != TrapAction.MIRROR) {
        continue;
      }
      List<Departure> departures = hit.arrival().departures();
      if (departures == null) {
        open = true;
        continue;
      }
      for (Departure departure : departures) {
        demanded.computeIfAbsent(departure.port(), p -> new ArrayList<>()).add(departure.frame());
      }
    }
  }

  void observe(List<Event> events) {
    for (Event event : events) {
      if (event instanceof Event.Transmitted out) {
        observed.computeIfAbsent(out.port(), p -> new ArrayList<>()).add(out.frame());
      }
    }
  }

  /** What must leave, by ports; nothing if that is not said. */
  List<Event> demanded() {
    List<Event> events = new ArrayList<>();
    if (!open) {
      demanded.forEach(
          (port, frames) ->
              frames.forEach(frame -> events.add(new Event.Transmitted(port, frame))));
    }
    return events;
  }

  /** Whether what left is what must leave, as far as it is said. */
  boolean right() {
    if (open) {
      return true;
    }
    return demanded.equals(observed);
  }

  /** Whether more left, or elsewhere, than may. */
  boolean tooMuch() {
    for (var port : observed.entrySet()) {
      List<Frame> rest = new ArrayList<>(demanded.getOrDefault(port.getKey(), List.of()));
      for (Frame frame : port.getValue()) {
        if (!rest.remove(frame)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether anything left. */
  boolean some() {
    return !observed.isEmpty();
  }

  List<Hit> hits() {
    return hits;
  }

  String describeObserved() {
    return describe(observed);
  }

  String describeDemanded() {
    return open ? "the frame leaves" : describe(demanded);
  }

  private static String describe(TreeMap<Integer, List<Frame>> frames) {
    if (frames.isEmpty()) {
      return "no frame leaves";
    }
    List<String> texts = new ArrayList<>();
    for (var port : frames.entrySet()) {
      String text = Words.of(new Event.Transmitted(port.getKey(), port.getValue().get(0)));
      texts.add(port.getValue().size() == 1 ? text : port.getValue().size() + " " + text);
      if (texts.size() == 4 && frames.size() > 4) {
        texts.add("and out of " + (frames.size() - 4) + " more");
        break;
      }
    }
    return String.join("; ", texts);
  }
}
