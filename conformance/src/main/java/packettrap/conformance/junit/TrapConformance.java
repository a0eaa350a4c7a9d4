package packettrap.conformance.junit;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import packettrap.conformance.Checks;
import packettrap.conformance.Conversation;
import packettrap.conformance.Devices;
import packettrap.conformance.Kit;
import packettrap.conformance.Profile;
import packettrap.conformance.Progress;
import packettrap.conformance.report.Conclusion;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.RunResult;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.device.TrapDriver;

/**
 * The kit inside a build of one's own: a test class extends this one and returns its driver.
 *
 * <p>jqwik draws new seeds in every run, and repeats the one that failed; the kit itself makes the
 * counterexample short. {@link #is_conformant} is the same in every run.
 */
public abstract class TrapConformance {
  private static final int TRIES = 100;
  private static final Map<Class<?>, Checks> CHECKS = new ConcurrentHashMap<>();

  /** A new driver each time. */
  protected abstract TrapDriver driver();

  /** A new device each time; to be overridden by who brings a whole device. */
  protected TrapDevice device() {
    return Devices.hosting(this::driver);
  }

  /** Every rule that applies is exercised and kept. */
  @Example
  public void is_conformant() {
    RunResult result = new Kit(this::device, Profile.QUICK, 1, rule -> true).run(Progress.SILENT);
    if (!result.counterexamples().isEmpty()) {
      throw new AssertionError(print(result.counterexamples().get(0)));
    }
    if (result.conclusion() != Conclusion.CONFORMANT) {
      throw new AssertionError(
          result.error() != null
              ? result.error()
              : "never exercised: "
                  + result.rules().stream()
                      .filter(rule -> rule.verdict().name().equals("INCONCLUSIVE"))
                      .map(rule -> rule.rule())
                      .toList());
    }
  }

  /** {@link packettrap.conformance.Property#EACH_SCENARIO}. */
  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  public void each_scenario_plays_as_it_should(@ForAll long seed) {
    check(packettrap.conformance.Property.EACH_SCENARIO, seed);
  }

  /** {@link packettrap.conformance.Property#REQUESTS}. */
  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  public void requests_are_answered_as_the_rules_say(@ForAll long seed) {
    check(packettrap.conformance.Property.REQUESTS, seed);
  }

  /** {@link packettrap.conformance.Property#ACTIONS}. */
  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  public void actions_are_set_and_shown(@ForAll long seed) {
    check(packettrap.conformance.Property.ACTIONS, seed);
  }

  /** {@link packettrap.conformance.Property#GROUPS}. */
  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  public void groups_are_set_and_bound(@ForAll long seed) {
    check(packettrap.conformance.Property.GROUPS, seed);
  }

  /** {@link packettrap.conformance.Property#POLICERS}. */
  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  public void policers_take_what_lies_within_their_limits(@ForAll long seed) {
    check(packettrap.conformance.Property.POLICERS, seed);
  }

  /** {@link packettrap.conformance.Property#REFUSALS}. */
  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  public void a_refusal_changes_nothing(@ForAll long seed) {
    check(packettrap.conformance.Property.REFUSALS, seed);
  }

  /** {@link packettrap.conformance.Property#PACKETS}. */
  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  public void packets_are_dropped_trapped_and_mirrored(@ForAll long seed) {
    check(packettrap.conformance.Property.PACKETS, seed);
  }

  /** {@link packettrap.conformance.Property#POLICING}. */
  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  public void policers_police(@ForAll long seed) {
    check(packettrap.conformance.Property.POLICING, seed);
  }

  /** {@link packettrap.conformance.Property#MONITOR_REQUESTS}. */
  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  public void drop_monitor_is_configured_started_and_stopped(@ForAll long seed) {
    check(packettrap.conformance.Property.MONITOR_REQUESTS, seed);
  }

  /** {@link packettrap.conformance.Property#HARDWARE_ALERTS}. */
  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  public void drop_monitor_tells_of_hardware_drops(@ForAll long seed) {
    check(packettrap.conformance.Property.HARDWARE_ALERTS, seed);
  }

  /** {@link packettrap.conformance.Property#SOFTWARE_ALERTS}. */
  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  public void drop_monitor_tells_of_software_drops(@ForAll long seed) {
    check(packettrap.conformance.Property.SOFTWARE_ALERTS, seed);
  }

  /** {@link packettrap.conformance.Property#RELOADS}. */
  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  public void a_reload_starts_over(@ForAll long seed) {
    check(packettrap.conformance.Property.RELOADS, seed);
  }

  /** {@link packettrap.conformance.Property#LIFECYCLE}. */
  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  public void devices_come_and_go(@ForAll long seed) {
    check(packettrap.conformance.Property.LIFECYCLE, seed);
  }

  /** {@link packettrap.conformance.Property#REPETITION}. */
  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  public void the_same_script_leads_to_the_same_observations(@ForAll long seed) {
    check(packettrap.conformance.Property.REPETITION, seed);
  }

  /** {@link packettrap.conformance.Property#EVERYTHING}. */
  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  public void everything_at_once(@ForAll long seed) {
    check(packettrap.conformance.Property.EVERYTHING, seed);
  }

  private void check(packettrap.conformance.Property property, long seed) {
    Optional<Counterexample> found =
        CHECKS.computeIfAbsent(getClass(), type -> new Checks(this::device)).check(property, seed);
    if (found.isPresent()) {
      throw new AssertionError(print(found.get()));
    }
  }

  private static String print(Counterexample counterexample) {
    return System.lineSeparator() + Conversation.print(counterexample);
  }
}
