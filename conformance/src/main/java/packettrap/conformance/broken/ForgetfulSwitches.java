package packettrap.conformance.broken;

import java.util.List;
import packettrap.spec.config.SwitchConfig.FdbEntry;
import packettrap.spec.packet.Frame;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.scenario.Scenario.Arrival;
import packettrap.spec.scenario.Scenario.Departure;

/** Switches that know the kit's scenarios by heart and get one thing wrong. */
final class ForgetfulSwitches {
  private ForgetfulSwitches() {}

  /** Misses its trap in the scenarios whose names begin so. */
  static final class Misses extends ScenarioDriver {
    private final String beginning;

    Misses(String beginning) {
      super(null);
      this.beginning = beginning;
    }

    @Override
    String trap(Arrival one) {
      return from(scenario -> scenario.name().startsWith(beginning)) == null ? one.trap() : null;
    }
  }

  /** Where traps compete, hits the one that a scenario is about though another comes first. */
  static final class Prefers extends ScenarioDriver {
    private final String rule;

    /** Wherever a scenario shows this rule. */
    Prefers(String rule) {
      super(null);
      this.rule = rule;
    }

    @Override
    String trap(Arrival one) {
      Scenario competing = from(scenario -> scenario.rules().contains(rule));
      return one.trap() == null || competing == null ? one.trap() : competing.trap();
    }
  }

  /** Its FDB has one entry for each address, whatever the VLAN is. */
  static final class OneFdb extends ScenarioDriver {
    OneFdb() {
      super(null);
    }

    @Override
    List<Departure> departures(Arrival one) {
      List<Departure> right = one.departures();
      if (right == null || right.isEmpty() || config() == null) {
        return right;
      }
      for (FdbEntry entry : config().fdb()) {
        if (entry.mac().equals(one.frame().destination())) {
          return List.of(new Departure(entry.ports().get(0), right.get(0).frame()));
        }
      }
      return right;
    }
  }

  /** Its tags have a VLAN and nothing else. */
  static final class NoPriority extends ScenarioDriver {
    NoPriority() {
      super(null);
    }

    @Override
    List<Departure> departures(Arrival one) {
      List<Departure> right = one.departures();
      return right == null ? null : right.stream().map(NoPriority::without).toList();
    }

    private static Departure without(Departure departure) {
      Frame frame = departure.frame();
      if (frame.u16(12) != 0x8100) {
        return departure;
      }
      byte[] bytes = frame.toByteArray();
      bytes[14] &= 0x0f;
      return new Departure(departure.port(), Frame.of(bytes));
    }
  }
}
