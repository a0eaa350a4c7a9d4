package packettrap.conformance.faultless;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import packettrap.conformance.Devices;
import packettrap.conformance.Kit;
import packettrap.conformance.Profile;
import packettrap.conformance.Progress;
import packettrap.conformance.report.Counterexample;
import packettrap.spec.device.Answer;
import packettrap.spec.device.Counter;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/** The same drivers, spoilt by one fault each: the rule it breaks is among the first named. */
class SpoiltDriversTests {
  private static final int NAMED = 3;

  /** Two drop traps in two groups, two policers, of which one group has one at first. */
  private static final Registration POLICED =
      new Registration(
          List.of(
              new Policer(1, 10, 4, 1, 1000, 1, 64), new Policer(2, 1000, 16, 1, 100_000, 2, 128)),
          List.of(
              Group.generic("l2_drops"), Group.generic("lldp").boundTo(1), Group.generic("stp")),
          List.of(
              Trap.generic("source_mac_is_multicast"), Trap.generic("lldp"), Trap.generic("stp")));

  private static void assertNamed(String rule, Supplier<TrapDriver> driver) {
    List<List<String>> found =
        new Kit(() -> Devices.hosting(driver), Profile.QUICK, 1, any -> true)
            .run(Progress.SILENT).counterexamples().stream().map(Counterexample::rules).toList();
    assertTrue(!found.isEmpty(), "nothing was found");
    assertTrue(
        found.get(0).stream().limit(NAMED).toList().contains(rule),
        () -> "named " + found + ", not " + rule);
  }

  @Test
  void who_agrees_to_actions_and_does_nothing_breaks_drv_11() {
    assertNamed(
        "DRV-11",
        () ->
            new PolicedHub(POLICED) {
              @Override
              public Answer trapActionSet(Trap trap, TrapAction action) {
                return Answer.OK;
              }
            });
  }

  @Test
  void who_sets_every_trap_when_one_is_set_breaks_act_11() {
    Registration two =
        Registration.of(
            List.of(Group.generic("l2_drops"), Group.specific(0, "own_drops")),
            List.of(
                Trap.generic("source_mac_is_multicast"),
                Trap.specific(0, "other_drop", TrapType.DROP, "own_drops")));
    assertNamed(
        "ACT-11",
        () ->
            new Hub(4, two) {
              @Override
              public Answer trapActionSet(Trap trap, TrapAction action) {
                actions.replaceAll((name, old) -> action);
                return Answer.OK;
              }
            });
  }

  @Test
  void who_fills_a_policer_when_a_group_is_bound_breaks_pol_34() {
    assertNamed(
        "POL-34",
        () ->
            new PolicedHub(POLICED) {
              @Override
              public Answer groupSet(Group group, Policer policer) {
                if (policer != null) {
                  buckets.get(policer.id()).fill();
                }
                return super.groupSet(group, policer);
              }
            });
  }

  @Test
  void who_binds_all_groups_when_one_is_bound_breaks_grp_17() {
    assertNamed(
        "GRP-17",
        () ->
            new PolicedHub(POLICED) {
              @Override
              public Answer groupSet(Group group, Policer policer) {
                bindings.replaceAll((name, old) -> policer == null ? 0L : policer.id());
                return Answer.OK;
              }
            });
  }

  @Test
  void who_changes_all_policers_when_one_is_changed_breaks_pol_29() {
    assertNamed(
        "POL-29",
        () ->
            new PolicedHub(POLICED) {
              @Override
              public Answer policerSet(Policer policer, long rate, long burst) {
                buckets.values().forEach(bucket -> bucket.change(rate, burst, host.now()));
                return Answer.OK;
              }
            });
  }

  @Test
  void who_never_refills_breaks_pol_22() {
    assertNamed(
        "POL-22",
        () ->
            new PolicedHub(POLICED) {
              @Override
              public Answer policerInit(Policer policer) {
                buckets.put(policer.id(), new Bucket(0, policer.initialBurst(), host.now()));
                return Answer.OK;
              }
            });
  }

  @Test
  void who_counts_drops_from_1_breaks_sta_09() {
    assertNamed(
        "STA-09",
        () ->
            new PolicedHub(POLICED) {
              @Override
              public Counter trapDropped(Trap trap) {
                return Counter.of(super.trapDropped(trap).value() + 1);
              }
            });
  }

  @Test
  void who_treats_the_same_frames_now_so_now_otherwise_breaks_drv_12() {
    int[] seen = new int[1];
    assertNamed(
        "DRV-12",
        () ->
            new PolicedHub(POLICED) {
              @Override
              boolean passes(Trap trap) {
                return ++seen[0] % 7 != 0 && super.passes(trap);
              }
            });
  }
}
