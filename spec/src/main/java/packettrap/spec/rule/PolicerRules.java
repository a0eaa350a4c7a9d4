package packettrap.spec.rule;

import java.util.List;

/** How policers are changed (01 to 14), and how they police (20 to 34). */
public final class PolicerRules {
  public static final Rule POL_01 =
      Rule.must(
              Family.POL,
              1,
              "If the driver has no callback that changes policers, a policer set request MUST be "
                  + "refused with EOPNOTSUPP, before the policer is looked up.")
          .why("A program learns that this hardware's policers are fixed, whichever id it tried.")
          .from("devlink_nl_trap_policer_set_doit (trap_policer_set)")
          .ifBroken(
              "The order is: any policer registered? callback there? policer known? The first two "
                  + "give EOPNOTSUPP without a message.")
          .needs(Need.CHANGES, Need.NO_POLICER_SET, Need.POLICERS);

  public static final Rule POL_02 =
      Rule.must(
              Family.POL,
              2,
              "A rate below the policer's lowest rate MUST be refused with EINVAL and \"Policer "
                  + "rate lower than limit\".")
          .why("The limits are the hardware's; the message says which of the four was met.")
          .from("devlink_trap_policer_set")
          .ifBroken(
              "Compare with the limits that this policer was registered with, not with those of "
                  + "the device.")
          .needs(Need.CHANGES, Need.POLICER_SET, Need.POLICERS, Need.LOWEST_RATE);

  public static final Rule POL_03 =
      Rule.must(
              Family.POL,
              3,
              "A rate above the policer's highest rate MUST be refused with EINVAL and \"Policer "
                  + "rate higher than limit\".")
          .why(
              "Rounding down in silence would make the operator believe in a rate that is not "
                  + "there.")
          .from("devlink_trap_policer_set")
          .ifBroken("Refuse; do not clamp.")
          .needs(Need.CHANGES, Need.POLICER_SET, Need.POLICERS, Need.HIGHEST_RATE);

  public static final Rule POL_04 =
      Rule.must(
              Family.POL,
              4,
              "A burst below the policer's lowest burst MUST be refused with EINVAL and \"Policer "
                  + "burst size lower than limit\".")
          .why("Too small a burst discards packets at rates far below the limit.")
          .from("devlink_trap_policer_set")
          .ifBroken(
              "The text says \"burst size\". Compare with the burst limits, not with those of the "
                  + "rate.")
          .needs(Need.CHANGES, Need.POLICER_SET, Need.POLICERS, Need.LOWEST_BURST);

  public static final Rule POL_05 =
      Rule.must(
              Family.POL,
              5,
              "A burst above the policer's highest burst MUST be refused with EINVAL and "
                  + "\"Policer burst size higher than limit\".")
          .why("The bucket of the hardware has a fixed width.")
          .from("devlink_trap_policer_set")
          .ifBroken("Easily forgotten: the kernel's own selftest never reaches this check.")
          .needs(Need.CHANGES, Need.POLICER_SET, Need.POLICERS, Need.HIGHEST_BURST);

  public static final Rule POL_06 =
      Rule.must(
              Family.POL,
              6,
              "If several things are wrong with a policer set request, the first of these MUST "
                  + "decide: policer unknown, rate too low, rate too high, burst too low, burst "
                  + "too high.")
          .why(
              "With a fixed order the same request gets the same answer everywhere, and tests can "
                  + "compare.")
          .from("devlink_nl_trap_policer_set_doit, devlink_trap_policer_set")
          .ifBroken(
              "Both checks of the rate come before both checks of the burst; the driver is asked "
                  + "last.")
          .needs(Need.CHANGES, Need.POLICER_SET, Need.POLICERS);

  public static final Rule POL_07 =
      Rule.must(
              Family.POL,
              7,
              "The limits of a policer MUST be inclusive: the lowest and the highest rate and "
                  + "burst themselves are accepted, unless the driver refuses.")
          .why("The limits that a driver registers are values that it can do.")
          .from("devlink_trap_policer_set")
          .ifBroken("Look for <= where < belongs.")
          .needs(Need.CHANGES, Need.POLICER_SET, Need.POLICERS);

  public static final Rule POL_08 =
      Rule.must(
              Family.POL,
              8,
              "A rate or a burst that a request leaves out MUST keep its current value, and is "
                  + "checked against the limits like a given one.")
          .why(
              "The request is about a pair, of which one half is taken from the present. A "
                  + "policer that started outside its limits therefore refuses every request that "
                  + "leaves the odd value alone.")
          .from("devlink_trap_policer_set")
          .ifBroken(
              "Fill in the current values, those last set rather than the initial ones, then "
                  + "check both.")
          .needs(Need.CHANGES, Need.POLICER_SET, Need.POLICERS);

  public static final Rule POL_09 =
      Rule.must(
              Family.POL,
              9,
              "A policer set request that passes the checks MUST be passed on to the driver, also "
                  + "if it changes nothing.")
          .why("Setting the same values again is the way to repair hardware that lost them.")
          .from("devlink_trap_policer_set")
          .ifBroken(
              "No short cut in front of the callback. This holds for a request that names neither "
                  + "rate nor burst.")
          .needs(Need.POLICER_SET, Need.POLICERS, Need.POLICER_FAULTS);

  public static final Rule POL_10 =
      Rule.must(
              Family.POL,
              10,
              "If the driver refuses new parameters, its error MUST be the reply and the policer "
                  + "keeps its old values.")
          .why("What is shown must be what polices.")
          .from("devlink_trap_policer_set")
          .ifBroken("Store both values after the callback agreed, and neither before.")
          .needs(Need.POLICER_SET, Need.POLICERS, Need.POLICER_FAULTS);

  public static final Rule POL_11 =
      Rule.must(
              Family.POL,
              11,
              "The rate and the burst that the driver accepted MUST both be shown from then on.")
          .why("The operator sees the protection that is really in force.")
          .from("devlink_trap_policer_set, devlink_nl_trap_policer_fill")
          .ifBroken(
              "Hardware that rounds must refuse what it cannot do exactly; devlink shows what was "
                  + "asked for.")
          .needs(Need.CHANGES, Need.POLICER_SET, Need.POLICERS);

  public static final Rule POL_12 =
      Rule.must(
              Family.POL, 12, "After registration a policer MUST have its initial rate and burst.")
          .why("They are the driver's choice of what the CPU can take.")
          .from("devlink_trap_policer_register")
          .ifBroken(
              "Show the registered initial values, also if they lie outside the limits (REG-20).")
          .needs(Need.POLICERS);

  public static final Rule POL_13 =
      Rule.must(Family.POL, 13, "Changing one policer MUST leave all other policers as they are.")
          .why("Each protects against another kind of traffic.")
          .from("devlink_trap_policer_set")
          .ifBroken("Look for parameters that are kept once for the device.")
          .needs(Need.CHANGES, Need.POLICER_SET, Need.SEVERAL_POLICERS);

  public static final Rule POL_14 =
      Rule.must(
              Family.POL,
              14,
              "Rates and bursts MUST be treated as unsigned 64-bit numbers, and compared as such.")
          .why(
              "The attributes are u64. A limit of 2^64-1 means \"no limit\" and must not turn "
                  + "into -1.")
          .from(
              "DEVLINK_ATTR_TRAP_POLICER_RATE, DEVLINK_ATTR_TRAP_POLICER_BURST; struct "
                  + "devlink_trap_policer")
          .ifBroken("In Java use Long.compareUnsigned; in C look for a signed variable on the way.")
          .needs(Need.CHANGES, Need.POLICER_SET, Need.POLICERS);

  public static final Rule POL_20 =
      Rule.must(
              Family.POL,
              20,
              "A policer MUST start full: of packets that arrive at once after registration, as "
                  + "many as its burst get through.")
          .why(
              "Protocols start in bursts, for instance all neighbours at once after a link comes "
                  + "up.")
          .from("RFC 2697, section 3 (Metering); devlink-trap.rst, \"Packet Trap Policers\"")
          .ifBroken(
              "Set the tokens to the burst when the policer is registered. An empty bucket at the "
                  + "start discards the first packets.")
          .needs(
              Need.POLICERS, Need.FRAMES, Need.VIRTUAL_TIME, Need.POLICED_GROUP, Need.SMALL_BURST);

  public static final Rule POL_21 =
      Rule.must(
              Family.POL,
              21,
              "A packet that finds less than one token in the bucket MUST be discarded by the "
                  + "device.")
          .why("That is what a policer is for: the CPU never sees more than rate and burst allow.")
          .from("RFC 2697, section 3 (Metering)")
          .ifBroken(
              "A packet costs exactly one token, whatever its length. Look for > where >= "
                  + "belongs.")
          .needs(
              Need.POLICERS, Need.FRAMES, Need.VIRTUAL_TIME, Need.POLICED_GROUP, Need.SMALL_BURST);

  public static final Rule POL_22 =
      Rule.must(
              Family.POL,
              22,
              "A policer MUST gain its rate in tokens each second, continuously; in virtual time "
                  + "exactly, to the nanosecond.")
          .why(
              "Credit once a second would let the packets of a second through in one go and "
                  + "nothing in between.")
          .from("RFC 2697, section 3 (Metering)")
          .ifBroken(
              "Compute tokens from the time passed, keep the fraction, and divide last. A "
                  + "fraction dropped at every packet adds up to a rate that is too low.")
          .needs(
              Need.POLICERS, Need.FRAMES, Need.VIRTUAL_TIME, Need.POLICED_GROUP, Need.SMALL_BURST);

  public static final Rule POL_23 =
      Rule.must(Family.POL, 23, "A policer MUST never hold more tokens than its burst.")
          .why("Otherwise a quiet night would store up credit for a flood in the morning.")
          .from("RFC 2697, section 3 (Metering)")
          .ifBroken(
              "Cap after each refill. Take care that a long time multiplied by a high rate does "
                  + "not overflow.")
          .needs(
              Need.POLICERS, Need.FRAMES, Need.VIRTUAL_TIME, Need.POLICED_GROUP, Need.SMALL_BURST);

  public static final Rule POL_24 =
      Rule.must(Family.POL, 24, "A packet that a policer discards MUST be counted on that policer.")
          .why(
              "The counter is the only trace of such a packet, and the sign that a limit is too "
                  + "tight.")
          .from(
              "trap_policer_counter_get in struct devlink_ops; devlink-trap.rst, \"Packet Trap "
                  + "Policers\"")
          .ifBroken(
              "Once for each packet, on the policer that the trap's group is bound to at that "
                  + "moment.")
          .needs(
              Need.POLICERS,
              Need.POLICER_COUNTER,
              Need.FRAMES,
              Need.VIRTUAL_TIME,
              Need.POLICED_GROUP,
              Need.SMALL_BURST);

  public static final Rule POL_25 =
      Rule.must(
              Family.POL,
              25,
              "A packet that a policer discards MUST be counted on no trap and no group, and "
                  + "reaches neither drop monitor nor the stack.")
          .why("It never left the device. Statistics of traps are about what the CPU got.")
          .from(
              "devlink_trap_report is not called for it; devlink-trap.rst, \"Packet Trap "
                  + "Policers\"")
          .ifBroken(
              "Police before you report. A driver that reports first and polices afterwards fails "
                  + "here.")
          .needs(
              Need.POLICERS, Need.FRAMES, Need.VIRTUAL_TIME, Need.POLICED_GROUP, Need.SMALL_BURST);

  public static final Rule POL_26 =
      Rule.must(Family.POL, 26, "All groups that are bound to one policer MUST share its tokens.")
          .why("The policer limits the sum. A bucket for each group would multiply the limit.")
          .from("devlink_trap_group_set; devlink-trap.rst, \"Packet Trap Policers\"")
          .ifBroken("The bucket belongs to the policer, not to the group and not to the trap.")
          .needs(
              Need.POLICERS, Need.FRAMES, Need.VIRTUAL_TIME, Need.SHARED_POLICER, Need.SMALL_BURST);

  public static final Rule POL_27 =
      Rule.must(
              Family.POL, 27, "Packets of a group that is bound to no policer MUST NOT be policed.")
          .why("No policer means no limit. An invisible one cannot be tuned.")
          .from("devlink_trap_group_item_policer_link")
          .ifBroken("Look for a default policer that is applied where none is bound.")
          .needs(Need.FRAMES, Need.VIRTUAL_TIME, Need.UNPOLICED_GROUP);

  public static final Rule POL_28 =
      Rule.must(
              Family.POL, 28, "Binding and unbinding a group MUST act on its packets from then on.")
          .why("An operator under attack binds a policer and needs its effect at once.")
          .from("trap_group_set in struct devlink_ops")
          .ifBroken("Look up the binding when a packet arrives, not when the device is registered.")
          .needs(
              Need.GROUP_SET,
              Need.POLICERS,
              Need.FRAMES,
              Need.VIRTUAL_TIME,
              Need.POLICED_GROUP,
              Need.SMALL_BURST);

  public static final Rule POL_29 =
      Rule.must(Family.POL, 29, "New parameters of a policer MUST act on packets from then on.")
          .why("As for bindings: the change is made because it is needed now.")
          .from("trap_policer_set in struct devlink_ops")
          .ifBroken(
              "Credit the time before the change at the old rate, the time after it at the new "
                  + "one.")
          .needs(
              Need.POLICER_SET,
              Need.POLICERS,
              Need.FRAMES,
              Need.VIRTUAL_TIME,
              Need.POLICED_GROUP,
              Need.SMALL_BURST);

  public static final Rule POL_30 =
      Rule.must(Family.POL, 30, "The forwarded original of a mirrored packet MUST NOT be policed.")
          .why("A policer protects the CPU. It must never cost users their traffic.")
          .from("devlink-trap.rst, \"Packet Trap Policers\" and \"Trap Actions\" (mirror)")
          .ifBroken(
              "Decide on forwarding first, then police the copy. No token, no copy, but the "
                  + "packet goes on.")
          .needs(
              Need.POLICERS,
              Need.FRAMES,
              Need.EGRESS,
              Need.VIRTUAL_TIME,
              Need.POLICED_GROUP,
              Need.SMALL_BURST,
              Need.MIRRORING,
              Need.KNOWN_WAYS);

  public static final Rule POL_31 =
      Rule.should(
              Family.POL,
              31,
              "The drop counter of a policer SHOULD be kept when its parameters change or groups "
                  + "are bound to it or unbound.")
          .why(
              "Tools compute rates from differences of a counter; a reset looks like a jump back. "
                  + "mlxsw keeps it, other hardware may be unable to.")
          .from("mlxsw_sp_trap_policer_counter_get")
          .ifBroken(
              "If the hardware gives a new policer a counter of its own, add the old count in the "
                  + "driver.")
          .needs(
              Need.POLICER_COUNTER,
              Need.POLICER_SET,
              Need.POLICERS,
              Need.FRAMES,
              Need.POLICED_GROUP,
              Need.SMALL_BURST);

  public static final Rule POL_32 =
      Rule.must(
              Family.POL,
              32,
              "A packet that is dropped because its trap's action is drop MUST NOT cost a token.")
          .why(
              "Its copy never goes to the CPU, so there is nothing to police; dropped floods "
                  + "would starve the other groups of the policer.")
          .from("devlink-trap.rst, \"Trap Actions\" (drop)")
          .ifBroken("Look at the action before you look at the policer.")
          .needs(
              Need.POLICERS, Need.FRAMES, Need.VIRTUAL_TIME, Need.POLICED_DROPS, Need.SMALL_BURST);

  public static final Rule POL_33 =
      Rule.may(
              Family.POL,
              33,
              "After a change of its parameters a policer MAY hold any number of tokens from the "
                  + "lesser of those it held and its new burst, up to its new burst.")
          .why(
              "Hardware may keep the bucket, or set up a new one that starts full. Nobody depends "
                  + "on which.")
          .from("trap_policer_set in struct devlink_ops, which leaves it open")
          .ifBroken(
              "Nobody can break this rule. More tokens than the new burst break POL-23; fewer "
                  + "than were there and fit break POL-21.");

  public static final Rule POL_34 =
      Rule.must(
              Family.POL,
              34,
              "Binding a group to a policer, and unbinding it, MUST leave the tokens of the "
                  + "policer as they are.")
          .why("Groups come and go while other groups are using the same bucket.")
          .from("trap_group_set in struct devlink_ops, which is about the group alone")
          .ifBroken("Do not set up the policer anew when a group is bound to it.")
          .needs(
              Need.GROUP_SET,
              Need.POLICERS,
              Need.FRAMES,
              Need.VIRTUAL_TIME,
              Need.POLICED_GROUP,
              Need.SMALL_BURST);

  static final List<Rule> ALL =
      List.of(
          POL_01, POL_02, POL_03, POL_04, POL_05, POL_06, POL_07, POL_08, POL_09, POL_10, POL_11,
          POL_12, POL_13, POL_14, POL_20, POL_21, POL_22, POL_23, POL_24, POL_25, POL_26, POL_27,
          POL_28, POL_29, POL_30, POL_31, POL_32, POL_33, POL_34);

  private PolicerRules() {}
}
