package packettrap.conformance.exhaustive;

import java.util.ArrayList;
import java.util.List;
import packettrap.spec.message.Event;

/** Compares what happens to the letter, which is fast. */
final class Equality {
  private Equality() {}

  /** Whether the same happens, and frames leave in any order. */
  static boolean of(List<Event> demanded, List<Event> observed) {
    if (observed == null || demanded.size() != observed.size()) {
      return false;
    } else if (demanded.equals(observed)) {
      return true;
    }
    List<Event> rest = new ArrayList<>(observed);
    List<Event> told = new ArrayList<>();
    for (Event event : demanded) {
      if (!(event instanceof Event.Transmitted)) {
        told.add(event);
      } else if (!rest.remove(event)) {
        return false;
      }
    }
    return told.equals(rest);
  }
}
