package packettrap.spec.rule;

import java.util.List;

/** The rules of family GRP. */
public final class GroupRules {
  public static final Rule GRP_01 =
      Rule.must(Family.GRP, 1, "A group action sets every drop trap of the group.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_TRAPS);
  public static final Rule GRP_02 =
      Rule.must(
              Family.GRP,
              2,
              "Exception and control members keep theirs, the request succeeds with the warning of ACT-05 (without whole-group callback).")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.EXCEPTION_OR_CONTROL_TRAPS, Need.NO_GROUP_ACTION_SET);
  public static final Rule GRP_03 =
      Rule.must(
              Family.GRP,
              3,
              "Members go one by one in registration order; the first refusal stops it; members before keep the new action, those behind the old.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.NO_GROUP_ACTION_SET, Need.FAULTS);
  public static final Rule GRP_04 =
      Rule.must(
              Family.GRP,
              4,
              "In that case the reply is the driver's own error, without the 'committed' message of GRP-08.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.NO_GROUP_ACTION_SET, Need.FAULTS);
  public static final Rule GRP_05 =
      Rule.must(Family.GRP, 5, "Whole-group callback: called once; if it refuses nothing changes.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.GROUP_ACTION_SET, Need.FAULTS);
  public static final Rule GRP_06 =
      Rule.must(
              Family.GRP,
              6,
              "Whole-group callback agreed: stored for the drop members, others are left silently (no warning).")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.GROUP_ACTION_SET);
  public static final Rule GRP_07 =
      Rule.must(Family.GRP, 7, "Traps of other groups are left alone.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.SEVERAL_GROUPS);
  public static final Rule GRP_08 =
      Rule.must(
              Family.GRP,
              8,
              "Action and policer in one request: action first; if the binding fails the action stays, errno of the binding step, message 'Trap group set failed, but some changes were committed already'.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.GROUPS);
  public static final Rule GRP_09 =
      Rule.must(
              Family.GRP,
              9,
              "Bind to unknown non-zero policer: ENOENT 'Device did not register this trap policer'; old binding stays.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.GROUP_SET);
  public static final Rule GRP_10 =
      Rule.must(Family.GRP, 10, "Policer 0 unbinds; afterwards none is shown.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.GROUP_SET);
  public static final Rule GRP_11 =
      Rule.must(Family.GRP, 11, "No binding callback: EOPNOTSUPP before the policer is looked up.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.NO_GROUP_SET, Need.GROUPS);
  public static final Rule GRP_12 =
      Rule.must(
              Family.GRP,
              12,
              "Driver refuses the binding: its error is the reply and old binding stays.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.GROUP_SET, Need.FAULTS);
  public static final Rule GRP_13 =
      Rule.must(
              Family.GRP,
              13,
              "After registration a group is bound to its initial policer; one that has none shows none.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.GROUPS);
  public static final Rule GRP_14 =
      Rule.must(
              Family.GRP,
              14,
              "A set request that names neither action nor policer succeeds and does nothing.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.GROUPS);
  public static final Rule GRP_15 =
      Rule.must(
              Family.GRP,
              15,
              "Unknown action number for a group: as ACT-09; the binding is not attempted.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.GROUPS);
  public static final Rule GRP_16 =
      Rule.must(Family.GRP, 16, "The binding that the driver accepted is shown from then on.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.GROUP_SET, Need.POLICERS);
  public static final Rule GRP_17 =
      Rule.must(Family.GRP, 17, "Binding one group leaves the other groups' bindings alone.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.GROUP_SET, Need.SEVERAL_GROUPS, Need.POLICERS);
  public static final Rule GRP_18 =
      Rule.must(Family.GRP, 18, "A group action on a group without traps succeeds.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.REGISTRATION);
  static final List<Rule> ALL =
      List.of(
          GRP_01, GRP_02, GRP_03, GRP_04, GRP_05, GRP_06, GRP_07, GRP_08, GRP_09, GRP_10, GRP_11,
          GRP_12, GRP_13, GRP_14, GRP_15, GRP_16, GRP_17, GRP_18);

  private GroupRules() {}
}
