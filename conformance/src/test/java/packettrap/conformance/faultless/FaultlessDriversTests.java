package packettrap.conformance.faultless;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import packettrap.conformance.Conversation;
import packettrap.conformance.Devices;
import packettrap.conformance.Kit;
import packettrap.conformance.Profile;
import packettrap.conformance.Progress;
import packettrap.conformance.broken.Bases;
import packettrap.conformance.report.Conclusion;
import packettrap.conformance.report.RuleResult;
import packettrap.conformance.report.RunResult;
import packettrap.conformance.report.Verdict;
import packettrap.spec.device.Answer;
import packettrap.spec.device.Counter;
import packettrap.spec.device.DriverAbility;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Request;
import packettrap.spec.rule.GenericTrapRules;
import packettrap.spec.rule.Need;
import packettrap.spec.trap.GenericTraps;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/** Drivers that use every freedom the rules grant, and must come out conformant. */
class FaultlessDriversTests {
  private static final Registration ONE_DROP =
      Registration.of(
          List.of(Group.generic("l2_drops")), List.of(Trap.generic("source_mac_is_multicast")));

  private static RunResult judge(Supplier<TrapDriver> driver) {
    return new Kit(() -> Devices.hosting(driver), Profile.QUICK, 1, rule -> true)
        .run(Progress.SILENT);
  }

  private static RunResult assertConformant(Supplier<TrapDriver> driver) {
    RunResult result = judge(driver);
    assertEquals(
        "",
        result.counterexamples().stream().map(Conversation::print).collect(Collectors.joining()));
    assertEquals(Set.of(), rules(result, Verdict.FAIL, Verdict.ERROR));
    assertEquals(Conclusion.CONFORMANT, result.conclusion());
    return result;
  }

  private static Set<String> rules(RunResult result, Verdict... verdicts) {
    return result.rules().stream()
        .filter(rule -> List.of(verdicts).contains(rule.verdict()))
        .map(RuleResult::rule)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Test
  void a_single_drop_trap_is_enough() {
    assertConformant(() -> new Hub(3, ONE_DROP));
  }

  @Test
  void control_traps_need_no_drop_trap_beside_them() {
    assertConformant(
        () ->
            new Hub(
                4,
                Registration.of(
                    List.of(Group.generic("stp"), Group.generic("lldp")),
                    List.of(Trap.generic("stp"), Trap.generic("lldp")))));
  }

  @Test
  void all_traps_that_need_a_configuration_may_be_registered_though_few_can_be_provoked() {
    List<Trap> traps = new ArrayList<>();
    Set<Group> groups = new LinkedHashSet<>();
    for (GenericTraps.Entry entry : GenericTraps.all()) {
      boolean configured =
          GenericTrapRules.of(entry.name()).orElseThrow().needs().contains(Need.SWITCH);
      if (!configured && !Hub.KNOWN.contains(entry.name())) {
        continue;
      }
      traps.add(Trap.generic(entry.name()));
      groups.add(Group.generic(entry.usualGroup()));
    }
    assertConformant(() -> new Hub(8, Registration.of(List.copyOf(groups), traps)));
  }

  @Test
  void a_trap_that_no_scenario_provokes_leaves_the_verdict_open() {
    Registration own =
        Registration.of(
            List.of(Group.specific(0, "own_drops")),
            List.of(Trap.specific(0, "own_drop", TrapType.DROP, "own_drops")));
    assertEquals(Conclusion.INCONCLUSIVE, judge(() -> new Hub(4, own)).conclusion());
  }

  @Test
  void a_driver_may_refuse_to_mirror_drops_to_rebind_a_group_and_odd_bursts() {
    class Spectrum extends PolicedHub {
      Spectrum() {
        super(USUAL);
      }

      @Override
      public Answer trapActionSet(Trap trap, TrapAction action) {
        return trap.type() == TrapType.DROP && action == TrapAction.MIRROR
            ? Answer.refuse(Errno.EINVAL, "Dropped packets cannot be mirrored")
            : super.trapActionSet(trap, action);
      }

      @Override
      public Answer groupSet(Group group, Policer policer) {
        return group.name().equals("l2_drops")
            ? Answer.refuse(Errno.EOPNOTSUPP, "The policer of this group is fixed")
            : super.groupSet(group, policer);
      }

      @Override
      public Answer policerSet(Policer policer, long rate, long burst) {
        return Long.bitCount(burst) != 1
            ? Answer.refuse(Errno.EINVAL, "The burst must be a power of two")
            : super.policerSet(policer, rate, burst);
      }
    }
    assertConformant(Spectrum::new);
  }

  @Test
  void a_driver_may_set_whole_groups_only() {
    class Layerscape extends Hub implements DriverAbility.SetsGroupAction {
      Layerscape() {
        super(4, ONE_DROP);
      }

      @Override
      public Answer trapActionSet(Trap trap, TrapAction action) {
        return Answer.refuse(Errno.EOPNOTSUPP, "Traps cannot be set apart from their group");
      }

      @Override
      public Answer groupActionSet(Group group, TrapAction action) {
        if (action == TrapAction.MIRROR) {
          return Answer.refuse(Errno.EINVAL);
        }
        actions.replaceAll((name, old) -> action);
        return Answer.OK;
      }
    }
    RunResult result = assertConformant(Layerscape::new);
    Set<String> notApplicable = rules(result, Verdict.NOT_APPLICABLE);
    assertEquals(
        Set.of("ACT-02", "ACT-03", "DRV-08"),
        Set.of("ACT-02", "ACT-03", "DRV-08", "DRV-11").stream()
            .filter(notApplicable::contains)
            .collect(Collectors.toSet()));
  }

  @Test
  void a_policer_may_be_full_again_after_a_change() {
    class Refilled extends PolicedHub {
      Refilled() {
        super(USUAL);
      }

      @Override
      public Answer policerSet(Policer policer, long rate, long burst) {
        super.policerSet(policer, rate, burst);
        buckets.get(policer.id()).fill();
        return Answer.OK;
      }
    }
    assertEquals(Set.of(), rules(assertConformant(Refilled::new), Verdict.DEVIATION));
  }

  @Test
  void a_counter_that_starts_over_at_a_change_is_a_deviation() {
    class Recounted extends PolicedHub {
      Recounted() {
        super(USUAL);
      }

      @Override
      public Answer policerSet(Policer policer, long rate, long burst) {
        discarded.remove(policer.id());
        return super.policerSet(policer, rate, burst);
      }
    }
    assertEquals(Set.of("POL-31"), rules(assertConformant(Recounted::new), Verdict.DEVIATION));
  }

  @Test
  void a_counter_that_cannot_be_read_at_times_is_a_deviation() {
    class Unreadable extends PolicedHub {
      Unreadable() {
        super(USUAL);
      }

      @Override
      public Counter trapDropped(Trap trap) {
        return trap.type() == TrapType.CONTROL || actions.get(trap.name()) == TrapAction.MIRROR
            ? Counter.failed(Errno.EOPNOTSUPP)
            : super.trapDropped(trap);
      }
    }
    assertEquals(Set.of("STA-13"), rules(assertConformant(Unreadable::new), Verdict.DEVIATION));
  }

  @Test
  void limits_may_be_narrow_or_as_wide_as_numbers_go() {
    List<Policer> policers =
        List.of(
            new Policer(1, 5, 3, 5, 5, 3, 3),
            new Policer(2, 0, 2, 0, 10, 0, 5),
            new Policer(0xffff_ffffL, 7, 7, 0, -1, 0, -1),
            new Policer(3, Long.MAX_VALUE, Long.MAX_VALUE, 0, Long.MAX_VALUE, 0, Long.MAX_VALUE));
    Registration odd = new Registration(policers, PolicedHub.USUAL.groups(), USUAL_TRAPS);
    assertConformant(() -> new PolicedHub(odd));
  }

  private static final List<Trap> USUAL_TRAPS = PolicedHub.USUAL.traps();

  @Test
  void a_port_may_be_left_out_where_it_was_not_promised() {
    class Portless extends Hub {
      Portless() {
        super(
            3,
            Registration.of(
                List.of(Group.generic("stp"), Group.generic("lldp")),
                List.of(Trap.generic("lldp").telling(), Trap.generic("stp"))));
      }

      @Override
      int namedPort(Trap trap, int port) {
        return trap.metadata().isEmpty() ? 0 : port;
      }
    }
    assertConformant(Portless::new);
  }

  @Test
  void policers_of_a_device_in_real_time_may_have_their_tolerance() {
    class Generous extends Hub {
      Generous() {
        super(8, PolicedHub.USUAL);
      }
    }
    RunResult result =
        new Kit(
                () -> new InRealTime(Devices.hosting(Generous::new), false),
                Profile.QUICK,
                1,
                rule -> true)
            .run(Progress.SILENT);
    assertEquals(Set.of(), rules(result, Verdict.FAIL));
    assertEquals(Conclusion.CONFORMANT, result.conclusion());
  }

  @Test
  void a_device_in_real_time_with_traffic_of_its_own_keeps_every_rule() {
    RunResult result =
        new Kit(
                () -> new InRealTime(Devices.hosting(Bases::busy), true),
                Profile.QUICK,
                1,
                rule -> true)
            .run(Progress.SILENT);
    assertEquals(Set.of(), rules(result, Verdict.FAIL));
    assertEquals(Set.of(), rules(result, Verdict.INCONCLUSIVE));
    assertEquals(Conclusion.CONFORMANT, result.conclusion());
  }

  /** A timer of Linux's may be late by an eighth of what it was set to. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 9, 15, 28})
  void a_device_whose_summaries_come_as_late_as_linux_s_keeps_every_rule(long seed) {
    RunResult result =
        new Kit(
                () -> new InRealTime(Devices.hosting(Bases::busy), true, 125_000_000),
                Profile.FULL,
                seed,
                rule -> rule.id().startsWith("MON-"))
            .run(Progress.SILENT);
    assertEquals(Set.of(), rules(result, Verdict.FAIL));
  }

  @Test
  void a_device_in_use_that_can_only_be_read_keeps_every_rule_about_reading() {
    RunResult result =
        new Kit(() -> new ReadOnly(inUse(), false), Profile.QUICK, 1, rule -> true)
            .run(Progress.SILENT);
    assertEquals(Set.of(), rules(result, Verdict.FAIL));
    assertEquals(Set.of(), rules(result, Verdict.INCONCLUSIVE));
    assertEquals(Conclusion.CONFORMANT, result.conclusion());
  }

  @Test
  void its_counters_may_grow_while_they_are_read() {
    RunResult result =
        new Kit(() -> new ReadOnly(inUse(), true), Profile.QUICK, 1, rule -> true)
            .run(Progress.SILENT);
    assertEquals(Set.of(), rules(result, Verdict.FAIL));
    assertEquals(Conclusion.CONFORMANT, result.conclusion());
  }

  /** Its ports were up for a while, and are. */
  private static TrapDevice inUse() {
    TrapDevice device = Devices.hosting(Bases::busy);
    device.poll();
    device.call(new Request.Ports(true, new Cookie("ab")));
    device.call(new Request.Advance(1_000_000_000));
    device.poll();
    return device;
  }
}
