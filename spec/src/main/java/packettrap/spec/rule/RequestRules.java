package packettrap.spec.rule;

import java.util.List;

/** The rules of family REQ. */
public final class RequestRules {
  public static final Rule REQ_01 =
      Rule.must(
              Family.REQ,
              1,
              "A request that changes something (trap/group/policer set, reload; monitor config/start/stop) from a caller without CAP_NET_ADMIN gets EPERM before anything else is looked at, and changes nothing.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.CALLERS);
  public static final Rule REQ_02 =
      Rule.must(
              Family.REQ,
              2,
              "Reading (get, dump, monitor config get, stats get) needs no privilege.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.CALLERS);
  public static final Rule REQ_03 =
      Rule.must(Family.REQ, 3, "A devlink request that names no device: EINVAL.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.HANDLES);
  public static final Rule REQ_04 =
      Rule.must(Family.REQ, 4, "A devlink request that names an unknown device: ENODEV.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.HANDLES);
  public static final Rule REQ_05 =
      Rule.must(
              Family.REQ,
              5,
              "No trap registered: trap get/set EOPNOTSUPP, no message, before any look-up (dump: an empty list).")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.NO_TRAPS);
  public static final Rule REQ_06 =
      Rule.must(Family.REQ, 6, "Same for groups.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.NO_GROUPS);
  public static final Rule REQ_07 =
      Rule.must(Family.REQ, 7, "Same for policers.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.NO_POLICERS);
  public static final Rule REQ_08 =
      Rule.must(
              Family.REQ,
              8,
              "Unknown or missing trap name: ENOENT 'Device did not register this trap'.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.TRAPS);
  public static final Rule REQ_09 =
      Rule.must(
              Family.REQ,
              9,
              "Unknown or missing group: ENOENT 'Device did not register this trap group'.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.GROUPS);
  public static final Rule REQ_10 =
      Rule.must(
              Family.REQ,
              10,
              "Unknown or missing policer id: ENOENT 'Device did not register this trap policer'.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.POLICERS);
  public static final Rule REQ_11 =
      Rule.must(
              Family.REQ,
              11,
              "A request that fails changes nothing, but where a rule says that it does (GRP-03, GRP-08).")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.");
  public static final Rule REQ_12 =
      Rule.must(
              Family.REQ, 12, "Reading changes nothing: the same question twice, the same answer.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.");
  public static final Rule REQ_13 =
      Rule.must(
              Family.REQ,
              13,
              "A dump lists every object once, in the order of registration, as a get of each shows it.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.");
  public static final Rule REQ_14 =
      Rule.must(
              Family.REQ,
              14,
              "A request that needs an undeclared capability is refused with EOPNOTSUPP and changes nothing.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.UNDECLARED);
  public static final Rule REQ_15 =
      Rule.may(
              Family.REQ,
              15,
              "The extended-ack text may have the kernel module's name and ': ' in front ('leftover: '); only the text behind it counts.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.");
  static final List<Rule> ALL =
      List.of(
          REQ_01, REQ_02, REQ_03, REQ_04, REQ_05, REQ_06, REQ_07, REQ_08, REQ_09, REQ_10, REQ_11,
          REQ_12, REQ_13, REQ_14, REQ_15);

  private RequestRules() {}
}
