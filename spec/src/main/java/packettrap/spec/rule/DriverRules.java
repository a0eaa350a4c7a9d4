package packettrap.spec.rule;

import java.util.List;

/** What a driver owes the mechanism. */
public final class DriverRules {
  public static final Rule DRV_01 =
      Rule.must(
              Family.DRV,
              1,
              "A driver MUST report packets only on traps that it registered, and only while it "
                  + "is registered.")
          .why(
              "The report refers to the registered trap; after its end that memory belongs to "
                  + "someone else.")
          .from("devlink_trap_report (trap_ctx from trap_init); devlink_trap_disable")
          .ifBroken(
              "Report with the trap object that trapInit gave you, and forget it in trapFini.")
          .needs(Need.FRAMES, Need.TRAPS);

  public static final Rule DRV_02 =
      Rule.must(Family.DRV, 2, "A driver MUST report the whole frame, as it came in.")
          .why(
              "Who looks for the cause of a drop needs the packet, not what the pipeline made of "
                  + "it.")
          .from("devlink_trap_report; struct sk_buff from the link-layer header on")
          .ifBroken(
              "Before the TTL is decremented, the MAC addresses are rewritten or a tag is "
                  + "removed. Keep the frame as it arrived beside the one you work on.")
          .needs(Need.FRAMES, Need.TRAPS);

  public static final Rule DRV_03 =
      Rule.must(Family.DRV, 3, "A driver MUST report a packet at most once.")
          .why("Twice reported is twice counted, and the numbers no longer add up to the traffic.")
          .from("devlink_trap_report; devlink-trap.rst, \"Overview\"")
          .ifBroken(
              "Stop looking for traps at the first one that is hit. A mirrored packet goes on its "
                  + "way, but is not reported again.")
          .needs(Need.FRAMES, Need.TRAPS);

  public static final Rule DRV_04 =
      Rule.must(
              Family.DRV,
              4,
              "If a packet hits a trap with action drop, a copy of it MUST NOT go to the CPU.")
          .why("Drops come in floods; the CPU must not feel them.")
          .from("devlink-trap.rst, \"Trap Actions\"")
          .ifBroken("Look at the present action of the trap before every report.")
          .needs(Need.DROP_TRAPS, Need.PACKETS);

  public static final Rule DRV_05 =
      Rule.must(
              Family.DRV, 5, "If a packet hits a trap with action drop, it MUST NOT be forwarded.")
          .why("The trap stands for a reason why this packet must not go on.")
          .from("devlink-trap.rst, \"Trap Actions\"")
          .ifBroken("No transmit behind the decision, no flooding to the remaining ports.")
          .needs(Need.DROP_TRAPS, Need.FRAMES, Need.EGRESS);

  public static final Rule DRV_06 =
      Rule.must(
              Family.DRV,
              6,
              "If a packet hits a trap with action trap, the CPU MUST get a copy of it, unless a "
                  + "policer discards that.")
          .why("This is the packet that the operator or the control plane is waiting for.")
          .from("devlink-trap.rst, \"Trap Actions\"; devlink_trap_report")
          .ifBroken(
              "Follow the frame: does the pipeline reach the trap, does the action read trap, "
                  + "does the policer have tokens?")
          .needs(Need.PACKETS, Need.TRAPPING);

  public static final Rule DRV_07 =
      Rule.must(
              Family.DRV,
              7,
              "If a packet hits a trap with action trap, the CPU's copy MUST be the only one: the "
                  + "packet is not forwarded, not even if a policer discarded the copy.")
          .why(
              "The CPU will deal with the packet and perhaps send it on; with a second copy on "
                  + "the wire it would arrive twice.")
          .from("devlink-trap.rst, \"Trap Actions\"")
          .ifBroken("Return after the report, and after the policer's refusal too.")
          .needs(Need.FRAMES, Need.EGRESS, Need.TRAPPING);

  public static final Rule DRV_08 =
      Rule.must(
              Family.DRV,
              8,
              "If a packet hits a trap with action mirror, the CPU MUST get a copy of it, unless "
                  + "a policer discards that.")
          .why("Mirroring is how control planes listen to traffic that the device handles itself.")
          .from("devlink-trap.rst, \"Trap Actions\"; devlink_trap_report")
          .ifBroken("Look for a test like \"action == TRAP\" where \"action != DROP\" is meant.")
          .needs(Need.PACKETS, Need.MIRRORING);

  public static final Rule DRV_09 =
      Rule.must(
              Family.DRV,
              9,
              "If a packet hits a trap with action mirror, it MUST be forwarded as if it had not "
                  + "hit the trap.")
          .why(
              "Looking must not change what is looked at: queries that were mirrored still have "
                  + "to reach all ports.")
          .from("devlink-trap.rst, \"Trap Actions\"")
          .ifBroken(
              "Carry on behind the report, with the frame unchanged. For a drop trap it means "
                  + "forwarding what was to be dropped; refuse mirror if the hardware cannot do "
                  + "that.")
          .needs(Need.FRAMES, Need.EGRESS, Need.MIRRORING, Need.KNOWN_WAYS);

  public static final Rule DRV_10 =
      Rule.must(
              Family.DRV,
              10,
              "A change that a driver refuses MUST change nothing in the device: the next frame "
                  + "meets the old action, binding and parameters.")
          .why("Devlink goes on showing the old values, so the hardware has to follow them.")
          .from(
              "__devlink_trap_action_set, devlink_trap_group_set, devlink_trap_policer_set: all "
                  + "store only on success")
          .ifBroken("Check before you write registers; if writing fails half way, write back.")
          .needs(Need.CHANGE_FAULTS, Need.PACKETS);

  public static final Rule DRV_11 =
      Rule.must(Family.DRV, 11, "An action that a driver accepted MUST act from the next frame on.")
          .why(
              "The reply is the operator's starting signal. A delay shows as a change that does "
                  + "not work.")
          .from("trap_action_set in struct devlink_ops")
          .ifBroken(
              "No batch, no cache of decisions. A driver that accepts everything and does nothing "
                  + "fails here.")
          .needs(Need.DROP_TRAPS, Need.PACKETS);

  public static final Rule DRV_12 =
      Rule.must(
              Family.DRV,
              12,
              "The same requests, frames and times MUST lead to the same observations.")
          .why("Only what can be repeated can be tested, and debugged.")
          .from("This project's interface: Capability.VIRTUAL_TIME")
          .ifBroken(
              "No random numbers without a fixed seed, no wall clock, no order of hash tables.")
          .needs(Need.VIRTUAL_TIME);

  public static final Rule DRV_13 =
      Rule.must(
              Family.DRV,
              13,
              "In virtual time a device MUST NOT do anything by itself: nothing is reported or "
                  + "sent that does not go back to a frame that came in.")
          .why("The reference cannot foresee what has no cause.")
          .from("This project's interface: Capability.VIRTUAL_TIME")
          .ifBroken(
              "Switch off traffic generators and hello timers. What waits in a queue may leave "
                  + "later, as time passes.")
          .needs(Need.VIRTUAL_TIME);

  public static final Rule DRV_14 =
      Rule.must(
              Family.DRV,
              14,
              "Every call MUST get an answer, and a possible one: no null, no exception, no reply "
                  + "of a kind that does not fit the request.")
          .why("A kit can judge only what it can read.")
          .from("This project's interfaces: packettrap.spec.device.TrapDriver and TrapDevice")
          .ifBroken(
              "The counterexample shows the call and what came back. A get is answered with one "
                  + "object, a dump with a list, a set with done or failed.");

  public static final Rule DRV_15 =
      Rule.should(
              Family.DRV, 15, "A driver SHOULD NOT refuse with EPERM, ENOENT, ENODEV or EEXIST.")
          .why(
              "The mechanism's own checks use them to say that the caller, the object or the "
                  + "device is at fault; a program would draw the wrong conclusion.")
          .from("genl_family_rcv_msg, devlink_get_from_attrs_lock, net/devlink/trap.c")
          .ifBroken(
              "EINVAL for values that the hardware cannot do, EOPNOTSUPP for what it never does, "
                  + "EIO or EBUSY for a failure at the moment.")
          .needs(Need.CHANGES);

  public static final Rule DRV_16 =
      Rule.may(Family.DRV, 16, "A driver MAY refuse any action, binding or parameters.")
          .why(
              "Hardware has limits: mlxsw refuses to mirror dropped packets, to change "
                  + "early_drop, to re-bind fixed policers, and bursts that are no power of two; "
                  + "dpaa2 refuses to change one trap alone.")
          .from(
              "mlxsw_sp_trap_action_set, mlxsw_sp_trap_group_set, "
                  + "mlxsw_sp_trap_policer_params_check; dpaa2_eth_dl_trap_action_set")
          .ifBroken(
              "Nobody can break this rule; how to refuse is the matter of DRV-10 and DRV-15.");

  public static final Rule DRV_17 =
      Rule.must(
              Family.DRV,
              17,
              "Configuring the switch MUST NOT touch any action, binding, policer parameter or "
                  + "statistics.")
          .why("Routes and VLANs change all day; the operator's choice of traps must outlast them.")
          .from(
              "The configuration reaches a driver through switchdev, tc and the FIB notifiers, "
                  + "not through devlink")
          .ifBroken("Keep the state of traps apart from the pipeline that is rebuilt.")
          .needs(Need.SWITCH);

  public static final Rule DRV_18 =
      Rule.must(
              Family.DRV,
              18,
              "After a reload or a new registration the hardware too MUST start over: frames meet "
                  + "the initial actions and bindings.")
          .why("Devlink shows the initial values; the hardware has to follow.")
          .from(
              "devlink_reload; trap_init, trap_group_init, trap_policer_init in struct "
                  + "devlink_ops")
          .ifBroken(
              "Set the hardware from the object in each init callback. Look for state that "
                  + "survives stop and start.")
          .needs(Need.PACKETS, Need.RELOAD, Need.TRAPS);

  public static final Rule DRV_19 =
      Rule.must(
              Family.DRV,
              19,
              "While its ports are down, a device MUST NOT report packets: no counter of a trap or "
                  + "a group grows.")
          .why(
              "Traffic of the device's own can be turned off in no other way, and only while it is "
                  + "off can everything be compared exactly.")
          .from(
              "This project's interface: Capability.PORTS; nsim_dev_trap_report_work (netif_running)")
          .ifBroken("Look at the state of the port before each report.")
          .needs(Need.OWN_TRAFFIC, Need.PORTS, Need.TRAPS);

  static final List<Rule> ALL =
      List.of(
          DRV_01, DRV_02, DRV_03, DRV_04, DRV_05, DRV_06, DRV_07, DRV_08, DRV_09, DRV_10, DRV_11,
          DRV_12, DRV_13, DRV_14, DRV_15, DRV_16, DRV_17, DRV_18, DRV_19);

  private DriverRules() {}
}
