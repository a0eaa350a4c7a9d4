package packettrap.spec.rule;

import java.util.List;

/** What is counted, where, and how counters are read. */
public final class StatisticsRules {
  public static final Rule STA_01 =
      Rule.must(
              Family.STA,
              1,
              "Every packet that is reported on a trap MUST be counted exactly once in that "
                  + "trap's packets.")
          .why("Trap counters are how operators find out why packets are missing.")
          .from("devlink_trap_report, devlink_trap_stats_update")
          .ifBroken(
              "One report, one packet. Look for counting both in the driver and in the mechanism.")
          .needs(Need.TRAPS, Need.PACKETS);

  public static final Rule STA_02 =
      Rule.must(
              Family.STA,
              2,
              "Every packet that is reported on a trap MUST be counted exactly once in the "
                  + "packets of that trap's group.")
          .why("Where single traps are too fine, the group is the number that is watched.")
          .from("devlink_trap_report, devlink_trap_stats_update")
          .ifBroken(
              "The group is the one the trap was registered in. The sum of its traps' packets "
                  + "equals its own.")
          .needs(Need.TRAPS, Need.PACKETS);

  public static final Rule STA_03 =
      Rule.must(
              Family.STA,
              3,
              "Every packet that is reported MUST be counted with its full length in bytes, from "
                  + "the link-layer header on, on its trap and its group.")
          .why(
              "Bytes divided by packets is the packet size that operators look at; a different "
                  + "starting point makes it wrong.")
          .from("devlink_trap_report (skb->len); devlink_trap_stats_update")
          .ifBroken(
              "Not the IP length, not the truncated length of drop monitor, no frame check "
                  + "sequence.")
          .needs(Need.TRAPS, Need.PACKETS);

  public static final Rule STA_04 =
      Rule.must(
              Family.STA,
              4,
              "Reported packets MUST be counted whatever the type of the trap, and whether or not "
                  + "drop monitor runs.")
          .why("Statistics are always on; drop monitor is switched on for a closer look.")
          .from("devlink_trap_report")
          .ifBroken(
              "The count comes before the test for listeners, and before the test for control "
                  + "traps.")
          .needs(Need.TRAPS, Need.PACKETS);

  public static final Rule STA_05 =
      Rule.must(
              Family.STA,
              5,
              "A trap's drop counter MUST be shown exactly if the driver has the callback that "
                  + "reads it.")
          .why("A 0 that nobody counted would be read as \"no drops\".")
          .from("devlink_trap_stats_put (trap_drop_counter_get)")
          .ifBroken("Absent, not 0, without the callback; present, and be it 0, with it.")
          .needs(Need.TRAPS);

  public static final Rule STA_06 =
      Rule.must(
              Family.STA,
              6,
              "A policer's drop counter MUST be shown exactly if the driver has the callback that "
                  + "reads it; without it a policer shows no statistics at all.")
          .why("As for traps, an absent counter and a counter that is 0 are different news.")
          .from("devlink_trap_policer_stats_put (trap_policer_counter_get)")
          .ifBroken("Absent, not 0, without the callback.")
          .needs(Need.POLICERS);

  public static final Rule STA_07 =
      Rule.must(
              Family.STA,
              7,
              "If a counter cannot be read, a get of that object MUST fail with EMSGSIZE, "
                  + "whatever errno the driver gave.")
          .why(
              "An odd choice, but one that programs meet: the function that fills the message "
                  + "reports every failure as a lack of room.")
          .from("devlink_nl_trap_fill, devlink_nl_trap_policer_fill")
          .ifBroken(
              "The driver's errno is lost on purpose. There is no reply that shows the object "
                  + "without its counter.")
          .needs(Need.COUNTER_FAULTS);

  public static final Rule STA_08 =
      Rule.must(
              Family.STA,
              8,
              "If a counter cannot be read, a dump MUST end in front of that object, without an "
                  + "error.")
          .why(
              "A lack of room in a dump means \"go on in the next message\"; with nothing in the "
                  + "message, it means the end.")
          .from("devlink_nl_trap_get_dumpit, devlink_nl_trap_policer_get_dumpit")
          .ifBroken(
              "What was listed before it stays listed, what comes behind it is missing, and the "
                  + "dump succeeds.")
          .needs(Need.COUNTER_FAULTS);

  public static final Rule STA_09 =
      Rule.must(
              Family.STA,
              9,
              "All statistics of traps, groups and policers MUST be 0 after registration.")
          .why("They count since registration; that is the only reference point that they have.")
          .from("devlink_trap_register, devlink_trap_group_register (netdev_alloc_pcpu_stats)")
          .ifBroken(
              "Hardware counters may survive: remember their value at the init callback and "
                  + "subtract it.")
          .needs(Need.FRESH);

  public static final Rule STA_10 =
      Rule.must(
              Family.STA,
              10,
              "Statistics MUST only grow while the device is registered; no request resets them "
                  + "but those that register it anew.")
          .why("Tools compute rates from two readings.")
          .from("devlink_trap_stats_update; devlink has no command that clears them")
          .ifBroken("Look for a counter that restarts when an action or a policer is changed.")
          .needs(Need.PACKETS);

  public static final Rule STA_11 =
      Rule.must(
              Family.STA,
              11,
              "A trap's drop counter MUST count exactly the packets that hit the trap and that "
                  + "the device dropped while its action was drop.")
          .why(
              "It tells of drops without sending a single copy to the CPU, and so works under any "
                  + "load.")
          .from("trap_drop_counter_get in struct devlink_ops")
          .ifBroken(
              "Packets that a policer discarded do not belong here, nor does a packet that was "
                  + "trapped or mirrored.")
          .needs(Need.DROP_COUNTER, Need.FRAMES, Need.VIRTUAL_TIME, Need.DROP_TRAPS);

  public static final Rule STA_12 =
      Rule.must(
              Family.STA,
              12,
              "A packet that is dropped because its trap's action is drop MUST NOT be counted in "
                  + "the packets and bytes of the trap or its group.")
          .why("Those count what the CPU received, and it received nothing.")
          .from(
              "devlink_trap_report is not called for it; devlink-trap.rst, \"Trap Actions\" "
                  + "(drop)")
          .ifBroken("Do not report packets with a flag that says \"only count\".")
          .needs(Need.DROP_TRAPS, Need.PACKETS);

  public static final Rule STA_13 =
      Rule.should(
              Family.STA,
              13,
              "A counter that the driver offers SHOULD be readable: reading fails only if it was "
                  + "made to fail.")
          .why(
              "An unreadable counter takes the object's whole get with it (STA-07) and cuts dumps "
                  + "short (STA-08).")
          .from("devlink_trap_stats_put, devlink_trap_policer_stats_put")
          .ifBroken(
              "If hardware cannot count for some traps, report 0 for them rather than an error.")
          .needs(Need.COUNTERS);

  public static final Rule STA_14 =
      Rule.may(
              Family.STA,
              14,
              "On a device with traffic of its own the drop counters of traps and policers MAY "
                  + "grow by themselves, also by being read, and at any time; the packets and "
                  + "bytes of a trap whose action is not drop MAY grow while the ports are up.")
          .why(
              "Nobody but the device knows what hits its traps. What must hold all the same does: "
                  + "a group counts what its traps count, drop monitor tells of what they count, "
                  + "and all stands still while the ports are down.")
          .from(
              "nsim_dev_devlink_trap_drop_counter_get, nsim_dev_devlink_trap_policer_counter_get: "
                  + "netdevsim's drop counters are the number of times that they were read")
          .ifBroken("Nobody can break this rule.");

  static final List<Rule> ALL =
      List.of(
          STA_01, STA_02, STA_03, STA_04, STA_05, STA_06, STA_07, STA_08, STA_09, STA_10, STA_11,
          STA_12, STA_13, STA_14);

  private StatisticsRules() {}
}
