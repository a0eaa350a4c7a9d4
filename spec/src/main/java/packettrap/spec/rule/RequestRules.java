package packettrap.spec.rule;

import java.util.List;

/**
 * What every request has in common: who may ask, which device is meant, what an error leaves
 * behind.
 */
public final class RequestRules {
  public static final Rule REQ_01 =
      Rule.must(
              Family.REQ,
              1,
              "A request that changes something (a trap, group or policer set, a reload, or drop "
                  + "monitor's configure, start and stop) MUST be refused with EPERM if its "
                  + "caller lacks CAP_NET_ADMIN, before anything else about it is looked at. It "
                  + "changes nothing.")
          .why(
              "Whoever may change traps can hide drops or flood the CPU. A caller without the "
                  + "right must not even learn from the error which objects exist.")
          .from("GENL_ADMIN_PERM in the devlink and NET_DM command tables; genl_family_rcv_msg")
          .ifBroken(
              "Check the caller first, before the device, the object and the attributes. The "
                  + "usual fault is a look-up that answers ENOENT or ENODEV ahead of EPERM.")
          .needs(Need.CALLERS);

  public static final Rule REQ_02 =
      Rule.must(
              Family.REQ,
              2,
              "Reading (the gets and dumps of traps, groups and policers, drop monitor's "
                  + "configuration and statistics) MUST NOT need a privilege.")
          .why(
              "Monitoring agents run as ordinary users; if reading needed a capability, operators "
                  + "would hand out one that can also write.")
          .from("The read commands of devlink_nl_ops and dropmon_ops, which lack GENL_ADMIN_PERM")
          .ifBroken(
              "Look for a check of the caller that sits in front of all requests instead of in "
                  + "front of those that change something.")
          .needs(Need.CALLERS);

  public static final Rule REQ_03 =
      Rule.must(
              Family.REQ, 3, "A devlink request that names no device MUST be refused with EINVAL.")
          .why(
              "A host has many devlink devices. Guessing one would send a change to the wrong "
                  + "switch.")
          .from("devlink_get_from_attrs_lock")
          .ifBroken(
              "A missing handle and an unknown one are two cases: EINVAL and ENODEV. A default "
                  + "device is a third, and wrong.")
          .needs(Need.HANDLES);

  public static final Rule REQ_04 =
      Rule.must(
              Family.REQ,
              4,
              "A devlink request that names a device that does not exist MUST be refused with "
                  + "ENODEV.")
          .why(
              "A script that waits for a device to appear polls until ENODEV goes away; another "
                  + "error ends the wait.")
          .from("devlink_get_from_attrs_lock")
          .ifBroken(
              "Compare bus and name, both of them, and do it before any look-up of a trap, group "
                  + "or policer.")
          .needs(Need.HANDLES);

  public static final Rule REQ_05 =
      Rule.must(
              Family.REQ,
              5,
              "If a device registered no trap at all, a trap get or set MUST be refused with "
                  + "EOPNOTSUPP and without a message, before any look-up; a dump is an empty "
                  + "list.")
          .why(
              "User space tells a device without the feature from a device without this one trap "
                  + "by the errno alone.")
          .from("devlink_nl_trap_get_doit, devlink_nl_trap_set_doit")
          .ifBroken(
              "Test for the empty list first. ENOENT here says that the device has traps, only "
                  + "not this one.")
          .needs(Need.NO_TRAPS);

  public static final Rule REQ_06 =
      Rule.must(
              Family.REQ,
              6,
              "If a device registered no trap group at all, a group get or set MUST be refused "
                  + "with EOPNOTSUPP and without a message, before any look-up; a dump is an "
                  + "empty list.")
          .why(
              "As for traps: no groups and no such group are different answers to a program that "
                  + "decides what to offer.")
          .from("devlink_nl_trap_group_get_doit, devlink_nl_trap_group_set_doit")
          .ifBroken("Test for the empty list first, also when the request names no group.")
          .needs(Need.NO_GROUPS);

  public static final Rule REQ_07 =
      Rule.must(
              Family.REQ,
              7,
              "If a device registered no policer at all, a policer get or set MUST be refused "
                  + "with EOPNOTSUPP and without a message, before any look-up; a dump is an "
                  + "empty list.")
          .why(
              "Policers are optional hardware. Control-plane policing daemons probe for them with "
                  + "one get.")
          .from("devlink_nl_trap_policer_get_doit, devlink_nl_trap_policer_set_doit")
          .ifBroken(
              "Test for the empty list first. It also comes before the test for the set callback "
                  + "of POL-01.")
          .needs(Need.NO_POLICERS);

  public static final Rule REQ_08 =
      Rule.must(
              Family.REQ,
              8,
              "A trap get or set that names a trap that the device did not register, or none, "
                  + "MUST be refused with ENOENT and \"Device did not register this trap\".")
          .why(
              "The message reaches the operator's terminal word for word, and tells a typing "
                  + "error from a driver that lacks the trap.")
          .from(
              "devlink_trap_item_get_from_info, devlink_nl_trap_get_doit, "
                  + "devlink_nl_trap_set_doit")
          .ifBroken(
              "Names are compared whole and with their case. A name left out is the same as an "
                  + "unknown one, not EINVAL.")
          .needs(Need.TRAPS);

  public static final Rule REQ_09 =
      Rule.must(
              Family.REQ,
              9,
              "A group get or set that names a group that the device did not register, or none, "
                  + "MUST be refused with ENOENT and \"Device did not register this trap group\".")
          .why(
              "A generic group is known to every tool, but exists only where the driver "
                  + "registered it; the answer must say so.")
          .from(
              "devlink_trap_group_item_get_from_info, devlink_nl_trap_group_get_doit, "
                  + "devlink_nl_trap_group_set_doit")
          .ifBroken("Look among the registered groups, not in the registry of generic ones.")
          .needs(Need.GROUPS);

  public static final Rule REQ_10 =
      Rule.must(
              Family.REQ,
              10,
              "A policer get or set that names a policer that the device did not register, or "
                  + "none, MUST be refused with ENOENT and \"Device did not register this trap "
                  + "policer\".")
          .why(
              "The ids are the driver's own choice; an operator has only this answer to find out "
                  + "that one does not exist.")
          .from(
              "devlink_trap_policer_item_get_from_info, devlink_nl_trap_policer_get_doit, "
                  + "devlink_nl_trap_policer_set_doit")
          .ifBroken(
              "Ids are u32 and compared as unsigned; id 0 is never registered and so always "
                  + "unknown here.")
          .needs(Need.POLICERS);

  public static final Rule REQ_11 =
      Rule.must(
              Family.REQ,
              11,
              "A request that fails MUST change nothing, except where a rule says that it does "
                  + "(GRP-03 and GRP-08).")
          .why(
              "A program that got an error goes on as if nothing had happened. If something did, "
                  + "what it shows and what the device does drift apart.")
          .from("The error paths of net/devlink/trap.c; net_dm_cmd_config")
          .ifBroken(
              "Check everything first, ask the driver second, store last. Look for a field that "
                  + "is assigned before the call that may refuse.");

  public static final Rule REQ_12 =
      Rule.must(
              Family.REQ,
              12,
              "Reading MUST change nothing: the same question asked twice with nothing in between "
                  + "gets the same answer.")
          .why(
              "Several tools poll one device at the same time. A counter that is cleared by "
                  + "reading gives each of them a part of the truth.")
          .from("devlink_nl_trap_fill, devlink_nl_trap_group_fill, devlink_nl_trap_policer_fill")
          .ifBroken(
              "Hardware with clear-on-read counters needs a running total in the driver. "
                  + "(netdevsim's drop counters break this on purpose: see the peculiarities.)");

  public static final Rule REQ_13 =
      Rule.must(
              Family.REQ,
              13,
              "A dump MUST list every object of its kind exactly once, in the order of "
                  + "registration, and show each as a get of that object shows it.")
          .why(
              "Tools build their picture of a device from one dump and update it with single "
                  + "gets; the two must agree.")
          .from(
              "devlink_nl_trap_get_dumpit, devlink_nl_trap_group_get_dumpit, "
                  + "devlink_nl_trap_policer_get_dumpit")
          .ifBroken(
              "Use one function to show an object, and keep the objects in a list, not in a hash "
                  + "map. An unordered map is the usual fault.");

  public static final Rule REQ_14 =
      Rule.must(
              Family.REQ,
              14,
              "A request that needs a capability that the device does not declare MUST be refused "
                  + "with EOPNOTSUPP and change nothing.")
          .why(
              "The kit skips rules on the strength of a declaration. It probes what is "
                  + "undeclared, so that nothing that works is left untested and nothing "
                  + "half-works.")
          .from("This project's interface: packettrap.spec.device.Capability")
          .ifBroken(
              "Either declare the capability or refuse. For a driver plugged in as TrapDevice: "
                  + "end the switch over requests with a default that refuses.")
          .needs(Need.UNDECLARED);

  public static final Rule REQ_15 =
      Rule.may(
              Family.REQ,
              15,
              "The extended-ack text MAY have the name of a kernel module and \": \" in front, as "
                  + "in \"leftover: \"; only the text behind it counts.")
          .why(
              "The prefix is the name of the source file's module. It was \"leftover\" in 6.1 and "
                  + "is gone in later kernels; a kit that compared it would test the kernel's "
                  + "file layout.")
          .from(
              "NL_SET_ERR_MSG_MOD versus NL_SET_ERR_MSG; net/devlink/leftover.c (6.1), "
                  + "net/devlink/trap.c (6.12)")
          .ifBroken(
              "Nobody can break this rule. If a message is not accepted, compare the text behind "
                  + "the prefix with the rule letter by letter, without a full stop.");

  static final List<Rule> ALL =
      List.of(
          REQ_01, REQ_02, REQ_03, REQ_04, REQ_05, REQ_06, REQ_07, REQ_08, REQ_09, REQ_10, REQ_11,
          REQ_12, REQ_13, REQ_14, REQ_15);

  private RequestRules() {}
}
