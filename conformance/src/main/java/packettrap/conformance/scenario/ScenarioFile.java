package packettrap.conformance.scenario;

import java.util.List;
import packettrap.spec.scenario.Scenario.Arrival;

/**
 * A file of scenarios: all those of one trap.
 *
 * @param trap name of the trap
 * @param scenarios in the order in which they are told
 */
public record ScenarioFile(String trap, List<Entry> scenarios) {
  public ScenarioFile {
    scenarios = List.copyOf(scenarios);
  }

  /**
   * A scenario that has its configuration in a file of its own.
   *
   * @param name unique; the trap's name first
   * @param title what is shown, in one sentence
   * @param config name of the configuration; null: any
   * @param settle time that passes first, ns
   * @param rules ids of the rules that it shows beside that of its trap
   * @param arrivals the frames, at one instant, in this order
   */
  public record Entry(
      String name,
      String title,
      String config,
      long settle,
      List<String> rules,
      List<Arrival> arrivals) {
    public Entry {
      rules = rules == null ? List.of() : List.copyOf(rules);
      arrivals = List.copyOf(arrivals);
    }
  }
}
