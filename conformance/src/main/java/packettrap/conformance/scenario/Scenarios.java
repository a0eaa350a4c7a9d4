package packettrap.conformance.scenario;

import java.util.List;
import packettrap.spec.scenario.Scenario;

public final class Scenarios {
  private Scenarios() {}

  public static List<Scenario> bundled() {
    return List.of();
  }
}
