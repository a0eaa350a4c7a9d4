package packettrap.conformance.scenario.generator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import packettrap.conformance.scenario.ScenarioFile;

/** Collects the scenarios of one trap. */
final class Page {
  /** How long an idle switch needs at most until its queues are empty, ns. */
  private static final long SETTLE = 10_000_000;

  private final String trap;
  private final List<ScenarioFile.Entry> entries = new ArrayList<>();
  private String config = CommonSwitch.NAME;
  private long settle;
  private List<String> rules = List.of();

  Page(String trap) {
    this.trap = trap;
  }

  /** What follows happens on a switch with this configuration. */
  Page on(String name) {
    config = name;
    return this;
  }

  /** What follows happens however the switch is configured. */
  Page anywhere() {
    return on(null);
  }

  /** What follows needs empty queues. */
  Page settled() {
    settle = SETTLE;
    return this;
  }

  /** What follows shows these rules, too; without any: the trap's alone. */
  Page shows(String... ids) {
    rules = List.of(ids);
    return this;
  }

  /** A scenario in which the trap is hit. */
  Page hit(String variant, String title, Shot... shots) {
    return add(true, variant, title, shots);
  }

  /** A scenario in which it nearly is. */
  Page miss(String variant, String title, Shot... shots) {
    return add(false, variant, title, shots);
  }

  private Page add(boolean hit, String variant, String title, Shot... shots) {
    if (Arrays.stream(shots).anyMatch(Shot::hitsSubject) != hit) {
      throw new IllegalStateException(trap + "/" + variant + " is filed as the opposite");
    }
    entries.add(
        new ScenarioFile.Entry(
            trap + "/" + variant,
            title,
            config,
            settle,
            rules,
            Arrays.stream(shots).map(shot -> shot.arrival(trap)).toList()));
    return this;
  }

  ScenarioFile file() {
    return new ScenarioFile(trap, entries);
  }
}
