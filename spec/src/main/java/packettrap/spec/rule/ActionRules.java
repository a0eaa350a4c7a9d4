package packettrap.spec.rule;

import java.util.List;

/** How the action of a single trap is set. */
public final class ActionRules {
  public static final Rule ACT_01 =
      Rule.must(
              Family.ACT,
              1,
              "After registration a trap MUST have the initial action that it was registered "
                  + "with.")
          .why(
              "Operators rely on the defaults: drops are dropped silently, control packets "
                  + "arrive.")
          .from("devlink_trap_register (init_action)")
          .ifBroken(
              "The device shows what the registration says, and the hardware does it from the "
                  + "first frame on, without a call of trap_action_set.")
          .needs(Need.TRAPS);

  public static final Rule ACT_02 =
      Rule.must(
              Family.ACT,
              2,
              "The action of a drop trap MUST be settable to any of drop, trap and mirror, unless "
                  + "the driver refuses.")
          .why(
              "Looking at dropped packets is what drop traps are for: trap or mirror to see them, "
                  + "drop to stop.")
          .from("__devlink_trap_action_set")
          .ifBroken(
              "The mechanism itself never refuses a known action on a drop trap. If your hardware "
                  + "cannot do one, refuse in the callback (DRV-16).")
          .needs(Need.CHANGES, Need.DROP_TRAPS);

  public static final Rule ACT_03 =
      Rule.must(
              Family.ACT,
              3,
              "The action that the driver accepted MUST be the one that is shown from then on.")
          .why("What the operator reads back is the only confirmation that the change took place.")
          .from("__devlink_trap_action_set")
          .ifBroken(
              "Store the action after the callback agreed, and show the stored one. A driver that "
                  + "agreed and did something else breaks DRV-11.")
          .needs(Need.CHANGES, Need.DROP_TRAPS);

  public static final Rule ACT_04 =
      Rule.must(
              Family.ACT,
              4,
              "The action of an exception or a control trap MUST be immutable: a request for "
                  + "another action leaves it as it is.")
          .why(
              "These packets keep the control plane alive. Without them the device would lose "
                  + "neighbours, routes and topology, and traceroute would end in silence.")
          .from("__devlink_trap_action_set; devlink-trap.rst, \"Trap Types\"")
          .ifBroken(
              "Look at the type before you store anything. Every path counts: single trap, whole "
                  + "group, whole-group callback.")
          .needs(Need.CHANGES, Need.EXCEPTION_OR_CONTROL_TRAPS);

  public static final Rule ACT_05 =
      Rule.must(
              Family.ACT,
              5,
              "A request for another action of an exception or a control trap MUST succeed, with "
                  + "the warning \"Cannot change action of non-drop traps. Skipping\".")
          .why(
              "A group action has to get past such members without failing, and a single request "
                  + "behaves alike; the warning tells the operator that nothing happened.")
          .from("__devlink_trap_action_set")
          .ifBroken(
              "Success with a message, not an error. The rule is about a different action: for "
                  + "the same one see ACT-06.")
          .needs(Need.CHANGES, Need.EXCEPTION_OR_CONTROL_TRAPS);

  public static final Rule ACT_06 =
      Rule.must(
              Family.ACT,
              6,
              "A request for the action that an exception or a control trap already has MUST be "
                  + "passed on to the driver, which may refuse it, and carries no warning.")
          .why(
              "The early way out exists only for changes; a request that changes nothing takes "
                  + "the way of all others, and lets a driver write the setting to its hardware "
                  + "anew.")
          .from("__devlink_trap_action_set")
          .ifBroken(
              "Compare the action before you compare the type: the type matters only if the "
                  + "actions differ.")
          .needs(Need.EXCEPTION_OR_CONTROL_TRAPS, Need.ACTION_FAULTS);

  public static final Rule ACT_07 =
      Rule.must(
              Family.ACT,
              7,
              "If the driver refuses an action, the reply MUST be its errno and its message.")
          .why(
              "Only the driver knows why, for instance that mirroring dropped packets is beyond "
                  + "the hardware.")
          .from("__devlink_trap_action_set")
          .ifBroken("Do not translate the errno and do not replace the message.")
          .needs(Need.DROP_TRAPS, Need.ACTION_FAULTS);

  public static final Rule ACT_08 =
      Rule.must(Family.ACT, 8, "If the driver refuses an action, the trap MUST keep the old one.")
          .why("Otherwise the device would show an action that the hardware does not follow.")
          .from("__devlink_trap_action_set")
          .ifBroken("Store after the callback, not before. If you store first, undo it on refusal.")
          .needs(Need.DROP_TRAPS, Need.ACTION_FAULTS);

  public static final Rule ACT_09 =
      Rule.must(
              Family.ACT,
              9,
              "An action number that is none of the three MUST be refused with EINVAL and "
                  + "\"Invalid trap action\" once the trap is found, or with ERANGE before any "
                  + "look-up; nothing changes.")
          .why(
              "Both occur: 6.1 checks in the handler, later kernels in the netlink policy. A "
                  + "program has to expect either.")
          .from(
              "devlink_trap_action_get_from_info (6.1); the policy of DEVLINK_ATTR_TRAP_ACTION in "
                  + "net/devlink/netlink_gen.c (6.12)")
          .ifBroken(
              "Keep to one of the two kinds. With EINVAL an unknown trap still gets ENOENT; with "
                  + "ERANGE it does not matter whether the trap exists.")
          .needs(Need.CHANGES, Need.TRAPS);

  public static final Rule ACT_10 =
      Rule.must(
              Family.ACT,
              10,
              "A trap set request without an action MUST succeed and do nothing; the driver is "
                  + "not asked.")
          .why(
              "All attributes but the name are optional, and leaving one out means leaving it "
                  + "alone.")
          .from("devlink_trap_action_set")
          .ifBroken("A missing attribute is not 0: 0 is the number of drop.")
          .needs(Need.CHANGES, Need.TRAPS);

  public static final Rule ACT_11 =
      Rule.must(
              Family.ACT,
              11,
              "Setting the action of one trap MUST leave the actions of all other traps as they "
                  + "are.")
          .why(
              "Operators open one trap at a time to look for one kind of drop; others that open "
                  + "along with it flood the CPU.")
          .from("__devlink_trap_action_set")
          .ifBroken(
              "Hardware often has one setting for several traps. If yours does, refuse the change "
                  + "of a single trap (as dpaa2 does) rather than change its neighbours.")
          .needs(Need.CHANGES, Need.SEVERAL_TRAPS, Need.DROP_TRAPS);

  public static final Rule ACT_12 =
      Rule.must(
              Family.ACT,
              12,
              "For a drop trap the driver MUST be asked also if the action stays the same, and "
                  + "its refusal is the reply.")
          .why(
              "Devlink's picture may be older than the hardware's state; setting the same value "
                  + "again is the way to repair it.")
          .from("__devlink_trap_action_set")
          .ifBroken("No short cut for \"nothing to do\" in front of the callback.")
          .needs(Need.DROP_TRAPS, Need.ACTION_FAULTS);

  public static final Rule ACT_13 =
      Rule.must(
              Family.ACT,
              13,
              "For a different action of an exception or a control trap the driver MUST NOT be "
                  + "asked, so that its refusal cannot show.")
          .why("The driver need not be prepared for a change that can never happen.")
          .from("__devlink_trap_action_set")
          .ifBroken(
              "The warning of ACT-05 is decided before the callback. A driver that refuses "
                  + "everything still sees such a request succeed.")
          .needs(Need.EXCEPTION_OR_CONTROL_TRAPS, Need.ACTION_FAULTS);

  static final List<Rule> ALL =
      List.of(
          ACT_01, ACT_02, ACT_03, ACT_04, ACT_05, ACT_06, ACT_07, ACT_08, ACT_09, ACT_10, ACT_11,
          ACT_12, ACT_13);

  private ActionRules() {}
}
