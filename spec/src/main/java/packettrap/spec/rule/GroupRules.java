package packettrap.spec.rule;

import java.util.List;

/** How the actions of a whole group are set, and how a group is bound to a policer. */
public final class GroupRules {
  public static final Rule GRP_01 =
      Rule.must(
              Family.GRP,
              1,
              "A group action MUST set the action of every drop trap of the group, unless the "
                  + "driver refuses.")
          .why(
              "One request opens or closes all drops of a kind: that is the reason why traps have "
                  + "groups.")
          .from("__devlink_trap_group_action_set")
          .ifBroken("Walk over all traps and compare their group; do not stop at the first.")
          .needs(Need.CHANGES, Need.DROP_TRAPS);

  public static final Rule GRP_02 =
      Rule.must(
              Family.GRP,
              2,
              "Where members are set one by one, exception and control traps whose action differs "
                  + "MUST keep it, and the request succeeds with the warning of ACT-05.")
          .why("Groups may mix types; their drop traps must stay reachable as a group.")
          .from("__devlink_trap_group_action_set, __devlink_trap_action_set")
          .ifBroken(
              "Skipping a member is not an error and not the end of the walk. A member that "
                  + "already has the action gives no warning.")
          .needs(Need.CHANGES, Need.EXCEPTION_OR_CONTROL_TRAPS, Need.NO_GROUP_ACTION_SET);

  public static final Rule GRP_03 =
      Rule.must(
              Family.GRP,
              3,
              "Members MUST be set one by one in the order of their registration, and the first "
                  + "refusal ends it: members before it keep the new action, members behind it "
                  + "the old one.")
          .why(
              "There is no roll-back in devlink. A fixed order at least lets a program work out "
                  + "where the line runs.")
          .from("__devlink_trap_group_action_set")
          .ifBroken(
              "Registration order, not alphabetical order; stop at once; do not undo. This "
                  + "applies to drivers without a whole-group callback.")
          .needs(Need.NO_GROUP_ACTION_SET, Need.ACTION_FAULTS);

  public static final Rule GRP_04 =
      Rule.must(
              Family.GRP,
              4,
              "If a member's refusal ends a group action, the reply MUST be the driver's own "
                  + "error, without the \"committed\" message of GRP-08.")
          .why(
              "That message is about the step behind the action; here the driver's reason is "
                  + "worth more.")
          .from("devlink_trap_group_action_set, devlink_nl_trap_group_set_doit")
          .ifBroken("Note that something was committed only after the whole action step succeeded.")
          .needs(Need.NO_GROUP_ACTION_SET, Need.ACTION_FAULTS);

  public static final Rule GRP_05 =
      Rule.must(
              Family.GRP,
              5,
              "If the driver has a whole-group callback, a group action MUST call it once; if it "
                  + "refuses, no trap changes.")
          .why("Hardware with one switch for a group cannot set its members one by one.")
          .from("__devlink_trap_group_action_set (trap_group_action_set)")
          .ifBroken(
              "Do not fall back to the single callback after a refusal, and do not call both.")
          .needs(Need.GROUP_ACTION_SET, Need.GROUP_ACTION_FAULTS);

  public static final Rule GRP_06 =
      Rule.must(
              Family.GRP,
              6,
              "If the whole-group callback agrees, the action MUST be stored for the drop traps "
                  + "of the group; exception and control traps keep theirs, without a warning.")
          .why(
              "The actions shown have to match what the hardware does; that non-drop traps are "
                  + "passed over is silent on this path.")
          .from("__devlink_trap_group_action_set")
          .ifBroken(
              "Forgetting to store is the common fault: the hardware has changed and devlink "
                  + "shows the old actions. A warning here is wrong too.")
          .needs(Need.CHANGES, Need.GROUP_ACTION_SET);

  public static final Rule GRP_07 =
      Rule.must(Family.GRP, 7, "A group action MUST leave the traps of other groups as they are.")
          .why(
              "Otherwise an operator who opens the drops of the bridge would flood the CPU with "
                  + "those of the router.")
          .from("__devlink_trap_group_action_set")
          .ifBroken("Compare the group a trap is in, not the order or the id range of the traps.")
          .needs(Need.CHANGES, Need.SEVERAL_GROUPS);

  public static final Rule GRP_08 =
      Rule.must(
              Family.GRP,
              8,
              "A group request with an action and a policer MUST set the action first. If the "
                  + "binding then fails, the action stays, and the reply is the errno of the "
                  + "binding step with \"Trap group set failed, but some changes were committed "
                  + "already\".")
          .why("A program must learn that the error does not mean that nothing happened.")
          .from("devlink_nl_trap_group_set_doit")
          .ifBroken(
              "The message replaces the one of the binding step; the errno does not change. It "
                  + "appears if the action step ran to its end, even if no action differed.")
          .needs(Need.CHANGES, Need.GROUPS);

  public static final Rule GRP_09 =
      Rule.must(
              Family.GRP,
              9,
              "Binding a group to a policer id that is neither 0 nor registered MUST be refused "
                  + "with ENOENT and \"Device did not register this trap policer\"; the old "
                  + "binding stays.")
          .why("A mistyped id must not leave the CPU unprotected.")
          .from("devlink_trap_group_set")
          .ifBroken(
              "Look the policer up before the driver is asked, and before the old binding is "
                  + "touched.")
          .needs(Need.CHANGES, Need.GROUP_SET);

  public static final Rule GRP_10 =
      Rule.must(
              Family.GRP,
              10,
              "Binding a group to policer 0 MUST unbind it, unless the driver refuses; afterwards "
                  + "the group shows no policer.")
          .why("There must be a way back to unpoliced, and it must show.")
          .from("devlink_trap_group_set, devlink_nl_trap_group_fill")
          .ifBroken(
              "The driver is asked with \"none\". Show no policer at all, rather than a policer "
                  + "with id 0.")
          .needs(Need.CHANGES, Need.GROUP_SET);

  public static final Rule GRP_11 =
      Rule.must(
              Family.GRP,
              11,
              "If the driver has no binding callback, a request to bind a group MUST be refused "
                  + "with EOPNOTSUPP, before the policer is looked up.")
          .why(
              "A program finds out whether bindings can be changed without knowing a policer's "
                  + "id.")
          .from("devlink_trap_group_set (trap_group_set)")
          .ifBroken(
              "The order is: callback there? then policer known? An unknown id gets EOPNOTSUPP "
                  + "here, not ENOENT.")
          .needs(Need.CHANGES, Need.NO_GROUP_SET, Need.GROUPS);

  public static final Rule GRP_12 =
      Rule.must(
              Family.GRP,
              12,
              "If the driver refuses a binding, its error MUST be the reply and the old binding "
                  + "stays.")
          .why(
              "A group that shows a policer which the hardware does not apply is worse than an "
                  + "error.")
          .from("devlink_trap_group_set")
          .ifBroken(
              "Store after the callback. With an action in the same request the message is that "
                  + "of GRP-08; the errno stays the driver's.")
          .needs(Need.GROUP_SET, Need.BINDING_FAULTS);

  public static final Rule GRP_13 =
      Rule.must(
              Family.GRP,
              13,
              "After registration a group MUST be bound to its initial policer; a group that has "
                  + "none shows none.")
          .why("The initial bindings are the driver's default protection of the CPU.")
          .from("devlink_trap_group_item_policer_link, devlink_nl_trap_group_fill")
          .ifBroken("No policer is shown as absence, not as 0.")
          .needs(Need.GROUPS);

  public static final Rule GRP_14 =
      Rule.must(
              Family.GRP,
              14,
              "A group set request that names neither an action nor a policer MUST succeed and do "
                  + "nothing.")
          .why(
              "What is left out is left alone; with everything left out nothing remains to be "
                  + "done.")
          .from("devlink_trap_group_action_set, devlink_trap_group_set")
          .ifBroken(
              "No callback is called, so that a driver that refuses everything cannot fail it.")
          .needs(Need.CHANGES, Need.GROUPS);

  public static final Rule GRP_15 =
      Rule.must(
              Family.GRP,
              15,
              "An action number that is none of the three MUST be refused for a group as for a "
                  + "trap (ACT-09), and the binding in the same request is not attempted.")
          .why("The action step comes first, and its error ends the request.")
          .from("devlink_trap_group_action_set")
          .ifBroken("Nothing was committed, so the \"committed\" message is wrong here.")
          .needs(Need.CHANGES, Need.GROUPS);

  public static final Rule GRP_16 =
      Rule.must(
              Family.GRP,
              16,
              "The binding that the driver accepted MUST be the one that is shown from then on.")
          .why("It is the operator's only confirmation.")
          .from("devlink_trap_group_set")
          .ifBroken("Store the policer that was asked for after the callback agreed.")
          .needs(Need.CHANGES, Need.GROUP_SET, Need.POLICERS);

  public static final Rule GRP_17 =
      Rule.must(
              Family.GRP,
              17,
              "Binding one group MUST leave the bindings of all other groups as they are.")
          .why("Groups share policers but are bound one by one.")
          .from("devlink_trap_group_set")
          .ifBroken(
              "If hardware ties several groups to one policer, refuse to re-bind one of them "
                  + "alone (DRV-16).")
          .needs(Need.CHANGES, Need.GROUP_SET, Need.SEVERAL_GROUPS, Need.POLICERS);

  public static final Rule GRP_18 =
      Rule.must(
              Family.GRP,
              18,
              "A group action on a group that has no traps MUST succeed without a warning, unless "
                  + "a whole-group callback refuses it.")
          .why("A script sets all groups of a device; an empty one is no reason to fail.")
          .from("__devlink_trap_group_action_set")
          .ifBroken("The walk over the members finds none, and that is success.")
          .needs(Need.REGISTRATION);

  static final List<Rule> ALL =
      List.of(
          GRP_01, GRP_02, GRP_03, GRP_04, GRP_05, GRP_06, GRP_07, GRP_08, GRP_09, GRP_10, GRP_11,
          GRP_12, GRP_13, GRP_14, GRP_15, GRP_16, GRP_17, GRP_18);

  private GroupRules() {}
}
