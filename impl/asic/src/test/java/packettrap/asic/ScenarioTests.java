package packettrap.asic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.scenario.Scenario.Arrival;
import packettrap.spec.scenario.Scenario.Departure;

/**
 * The switch plays the kit's scenarios and its own: the same traps, and what hits none leaves as it
 * should.
 */
class ScenarioTests {
  /** Far more than a scenario takes: this is about loops without an end. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  @TestFactory
  Stream<DynamicTest> every_scenario_is_played() {
    return Stream.concat(BundledScenarios.all().stream(), new AsicDriver().scenarios().stream())
        .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> play(scenario)));
  }

  private static void play(Scenario scenario) {
    assertTimeoutPreemptively(LONGEST, () -> judge(scenario), scenario.name());
  }

  private static void judge(Scenario scenario) {
    TestSwitch device = new TestSwitch();
    device.configure(scenario.config() == null ? SwitchConfig.EMPTY : scenario.config());
    device.reportingAll();
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    for (Arrival arrival : scenario.arrivals()) {
      device.receive(arrival.port(), arrival.frame());
      expected.add(arrival.what() + ": " + List.of(arrival.trap() == null ? "" : arrival.trap()));
      String traps = String.join(",", device.reportedTraps());
      actual.add(arrival.what() + ": " + List.of(traps));
      boolean goesOn = arrival.trap() == null || device.mirrors(arrival.trap());
      if (goesOn && arrival.departures() != null && scenario.settle() == 0) {
        expected.add(departures(arrival.departures()));
        actual.add(
            departures(
                device.sent.stream()
                    .map(sent -> new Departure(sent.port(), sent.frame()))
                    .toList()));
      }
    }
    assertEquals(String.join("\n", expected), String.join("\n", actual), scenario.title());
  }

  private static String departures(List<Departure> departures) {
    return departures.stream()
        .sorted(Comparator.comparingInt(Departure::port))
        .map(departure -> departure.port() + " " + departure.frame())
        .toList()
        .toString();
  }
}
