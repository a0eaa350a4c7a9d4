package packettrap.spec.rule;

import java.util.List;

/** The rules of family MON. */
public final class MonitorRules {
  public static final Rule MON_01 =
      Rule.must(
              Family.MON,
              1,
              "At first: summary, truncation 0, queue length 1000; nothing monitored, nothing lost.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR);
  public static final Rule MON_02 =
      Rule.must(
              Family.MON,
              2,
              "Each of the three parameters can be set alone; others keep their value; shown from then on.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR);
  public static final Rule MON_03 =
      Rule.must(
              Family.MON,
              3,
              "Configure while software or hardware drops are monitored: EBUSY 'Cannot configure drop monitor during monitoring'.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR);
  public static final Rule MON_04 =
      Rule.must(Family.MON, 4, "Unknown alert mode: EINVAL 'Invalid alert mode'.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR);
  public static final Rule MON_05 =
      Rule.must(Family.MON, 5, "And nothing of that request is applied.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR);
  public static final Rule MON_06 =
      Rule.must(
              Family.MON,
              6,
              "Queue length is not validated: 0 means every packet is lost (packet mode).")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR, Need.FRAMES);
  public static final Rule MON_07 =
      Rule.must(Family.MON, 7, "Start and stop with neither flag mean software.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR);
  public static final Rule MON_08 =
      Rule.must(
              Family.MON,
              8,
              "Start of software that runs: EAGAIN 'Trace state already set to requested state'.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR);
  public static final Rule MON_09 =
      Rule.must(
              Family.MON,
              9,
              "Start of hardware that runs: EAGAIN 'Hardware monitoring already enabled'.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR);
  public static final Rule MON_10 =
      Rule.must(Family.MON, 10, "Start of both when software runs: hardware is not touched.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR);
  public static final Rule MON_11 =
      Rule.must(Family.MON, 11, "Start of both when hardware runs: the software start is undone.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR);
  public static final Rule MON_12 =
      Rule.must(Family.MON, 12, "Stop always succeeds and stops.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR);
  public static final Rule MON_13 =
      Rule.must(
              Family.MON,
              13,
              "Stop of what does not run carries 'Hardware monitoring already disabled' / 'Trace state already set to requested state' (software's text wins when both: it is written last).")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR);
  public static final Rule MON_14 =
      Rule.must(
              Family.MON,
              14,
              "Stop discards what is queued or summarised and not yet sent; it is not counted as lost.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR, Need.FRAMES, Need.VIRTUAL_TIME);
  public static final Rule MON_15 =
      Rule.must(
              Family.MON,
              15,
              "Hardware monitoring: every packet that a driver reports on a drop or an exception trap is told of, in either mode.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR, Need.FRAMES, Need.DROP_OR_EXCEPTION_TRAPS);
  public static final Rule MON_16 =
      Rule.must(Family.MON, 16, "Control traps never reach drop monitor.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR, Need.FRAMES, Need.CONTROL_TRAPS);
  public static final Rule MON_17 =
      Rule.must(Family.MON, 17, "Packet mode: one alert a packet, in their order.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR, Need.FRAMES);
  public static final Rule MON_18 =
      Rule.must(
              Family.MON,
              18,
              "A packet that finds the queue at the configured length is lost and counted in the statistics (in virtual time: the queue empties at the end of each request).")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR, Need.FRAMES, Need.VIRTUAL_TIME);
  public static final Rule MON_19 =
      Rule.must(Family.MON, 19, "Lost software and hardware packets are counted apart.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR, Need.SOFTWARE_DROPS);
  public static final Rule MON_20 =
      Rule.must(
              Family.MON,
              20,
              "These statistics only grow: neither stop nor start nor configuration nor reload resets them.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR);
  public static final Rule MON_21 =
      Rule.must(Family.MON, 21, "Summary mode counts packets by trap name.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR, Need.FRAMES);
  public static final Rule MON_22 =
      Rule.must(
              Family.MON,
              22,
              "One alert goes out 1 s after the first new entry, and the table starts empty.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR, Need.FRAMES, Need.VIRTUAL_TIME);
  public static final Rule MON_23 =
      Rule.must(
              Family.MON,
              23,
              "The table holds 64 names; further names are lost, known ones still count.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR, Need.REGISTRATION, Need.FRAMES);
  public static final Rule MON_24 =
      Rule.may(
              Family.MON,
              24,
              "Names of 39 characters or more: Linux stores 38 and never finds them again (each packet a new entry); a device may count them properly under the name cut to 38 characters or more.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.");
  public static final Rule MON_25 =
      Rule.must(Family.MON, 25, "Alert: trap and group name.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR, Need.FRAMES);
  public static final Rule MON_26 =
      Rule.must(
              Family.MON,
              26,
              "Alert: input port's index and name, none if no network device is known.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR, Need.FRAMES);
  public static final Rule MON_27 =
      Rule.must(Family.MON, 27, "Alert: the cookie if there is one, none otherwise.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR, Need.FRAMES);
  public static final Rule MON_28 =
      Rule.must(Family.MON, 28, "Alert: timestamp of when the packet was reported.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR, Need.FRAMES, Need.VIRTUAL_TIME);
  public static final Rule MON_29 =
      Rule.must(
              Family.MON, 29, "Alert: original length is the full length, whatever the truncation.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR, Need.FRAMES);
  public static final Rule MON_30 =
      Rule.must(
              Family.MON,
              30,
              "Alert: payload starts at the link-layer header and has min(length, 65527, truncation length if not 0) bytes.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR, Need.FRAMES);
  public static final Rule MON_31 =
      Rule.must(Family.MON, 31, "Protocol and payload are left out only when that is 0.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR, Need.FRAMES);
  public static final Rule MON_32 =
      Rule.must(
              Family.MON,
              32,
              "Protocol is the EtherType behind the source MAC, or 4/1 where that is a length.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR, Need.FRAMES);
  public static final Rule MON_33 =
      Rule.must(
              Family.MON,
              33,
              "Software alert (packet mode): origin, program counter, reason, symbol, input port index always, no name; timestamp, length, protocol, payload as above.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR, Need.SOFTWARE_DROPS);
  public static final Rule MON_34 =
      Rule.must(
              Family.MON,
              34,
              "Software summary: {program counter, count} entries, same timer and table size.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR, Need.SOFTWARE_DROPS);
  public static final Rule MON_35 =
      Rule.must(Family.MON, 35, "What is not monitored is not told and not counted as lost.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR, Need.FRAMES);
  public static final Rule MON_36 =
      Rule.must(
              Family.MON,
              36,
              "Software monitoring tells of software drops only, hardware monitoring of hardware drops only.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_MONITOR, Need.SOFTWARE_DROPS);
  static final List<Rule> ALL =
      List.of(
          MON_01, MON_02, MON_03, MON_04, MON_05, MON_06, MON_07, MON_08, MON_09, MON_10, MON_11,
          MON_12, MON_13, MON_14, MON_15, MON_16, MON_17, MON_18, MON_19, MON_20, MON_21, MON_22,
          MON_23, MON_24, MON_25, MON_26, MON_27, MON_28, MON_29, MON_30, MON_31, MON_32, MON_33,
          MON_34, MON_35, MON_36);

  private MonitorRules() {}
}
