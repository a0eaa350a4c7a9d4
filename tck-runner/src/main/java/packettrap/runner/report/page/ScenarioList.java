package packettrap.runner.report.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import packettrap.conformance.report.TrapCoverage;
import packettrap.conformance.scenario.Scenarios;
import packettrap.runner.report.Report;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.scenario.Scenario.Arrival;
import packettrap.spec.scenario.Scenario.Departure;

/** The scenarios that can be played on the device, with their frames dissected. */
final class ScenarioList {
  private ScenarioList() {}

  static Html of(Report report) {
    Map<String, Scenario> known = new HashMap<>();
    Scenarios.bundled().forEach(scenario -> known.put(scenario.name(), scenario));
    Html html = new Html();
    html.open("section", "id", "scenarios", "aria-labelledby", "scenarios-title");
    html.element("h2", "Scenarios", "id", "scenarios-title");
    List<TrapCoverage> traps =
        report.traps().stream().filter(trap -> !trap.scenarios().isEmpty()).toList();
    if (traps.isEmpty()) {
      html.element("p", "No scenario can be played on this device.");
    }
    for (TrapCoverage trap : traps) {
      html.open("div", "class", "trap", "data-group", "");
      html.element("h3", trap.trap());
      for (String name : trap.scenarios()) {
        if (known.containsKey(name)) {
          scenario(html, known.get(name));
        } else {
          html.open("p", "data-find", name).element("code", name);
          html.text(" (the driver's own)").close();
        }
      }
      html.close();
    }
    html.close();
    return html;
  }

  private static void scenario(Html html, Scenario scenario) {
    html.open("details", "data-find", scenario.name() + " " + scenario.title());
    html.open("summary");
    html.element("code", scenario.name().substring(scenario.name().indexOf('/') + 1));
    html.text(" " + scenario.title());
    html.close();
    for (Arrival arrival : scenario.arrivals()) {
      html.element("p", words(arrival), "class", "arrival");
      html.add(FramePicture.compact(arrival.frame()));
    }
    html.close();
  }

  private static String words(Arrival arrival) {
    StringBuilder words =
        new StringBuilder(
            "Into port " + arrival.port() + " comes " + arrival.what() + "; it hits ");
    words.append(arrival.trap() == null ? "no trap" : arrival.trap());
    if (arrival.departures() != null) {
      String ports =
          String.join(
              ", ",
              arrival.departures().stream().map(Departure::port).map(String::valueOf).toList());
      words.append(arrival.trap() == null ? " and" : " and, if the trap mirrors,");
      words.append(ports.isEmpty() ? " leaves by no port" : " leaves by port " + ports);
    }
    return words.append('.').toString();
  }
}
