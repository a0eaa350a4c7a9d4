package packettrap.spec.rule;

import java.util.List;

/** The rules of family POL. */
public final class PolicerRules {
  public static final Rule POL_01 =
      Rule.must(Family.POL, 1, "No set callback: EOPNOTSUPP before look-up.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.NO_POLICER_SET, Need.POLICERS);
  public static final Rule POL_02 =
      Rule.must(Family.POL, 2, "Rate < min: EINVAL 'Policer rate lower than limit'.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.POLICER_SET, Need.POLICERS);
  public static final Rule POL_03 =
      Rule.must(Family.POL, 3, "Rate > max: EINVAL 'Policer rate higher than limit'.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.POLICER_SET, Need.POLICERS);
  public static final Rule POL_04 =
      Rule.must(Family.POL, 4, "Burst < min: EINVAL 'Policer burst size lower than limit'.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.POLICER_SET, Need.POLICERS);
  public static final Rule POL_05 =
      Rule.must(Family.POL, 5, "Burst > max: EINVAL 'Policer burst size higher than limit'.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.POLICER_SET, Need.POLICERS);
  public static final Rule POL_06 =
      Rule.must(
              Family.POL,
              6,
              "Several wrong at once: checks in this order: look-up, rate low, rate high, burst low, burst high.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.POLICER_SET, Need.POLICERS);
  public static final Rule POL_07 =
      Rule.must(Family.POL, 7, "Limits are inclusive.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.POLICER_SET, Need.POLICERS);
  public static final Rule POL_08 =
      Rule.must(
              Family.POL,
              8,
              "Values left out keep their current value, and are still checked with it (an initial value outside the limits makes such a request fail).")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.POLICER_SET, Need.POLICERS);
  public static final Rule POL_09 =
      Rule.must(Family.POL, 9, "The driver is asked even if nothing changes.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.POLICER_SET, Need.POLICERS, Need.FAULTS);
  public static final Rule POL_10 =
      Rule.must(Family.POL, 10, "Driver refuses: its error is the reply and old values stay.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.POLICER_SET, Need.POLICERS, Need.FAULTS);
  public static final Rule POL_11 =
      Rule.must(Family.POL, 11, "Accepted values are both shown from then on.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.POLICER_SET, Need.POLICERS);
  public static final Rule POL_12 =
      Rule.must(Family.POL, 12, "After registration a policer has its initial rate and burst.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.POLICERS);
  public static final Rule POL_13 =
      Rule.must(Family.POL, 13, "Changing one policer leaves the others alone.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.POLICER_SET, Need.SEVERAL_POLICERS);
  public static final Rule POL_14 =
      Rule.must(
              Family.POL, 14, "Rates and bursts are unsigned 64-bit numbers and compared as such.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.POLICER_SET, Need.POLICERS);
  public static final Rule POL_20 =
      Rule.must(Family.POL, 20, "A policer starts full: burst packets at once get through.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.POLICERS, Need.FRAMES, Need.VIRTUAL_TIME);
  public static final Rule POL_21 =
      Rule.must(
              Family.POL, 21, "A packet that finds less than one token is discarded by the device.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.POLICERS, Need.FRAMES, Need.VIRTUAL_TIME);
  public static final Rule POL_22 =
      Rule.must(
              Family.POL,
              22,
              "It gains rate tokens a second, continuously (in virtual time exact to the ns).")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.POLICERS, Need.FRAMES, Need.VIRTUAL_TIME);
  public static final Rule POL_23 =
      Rule.must(Family.POL, 23, "It never holds more than burst tokens.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.POLICERS, Need.FRAMES, Need.VIRTUAL_TIME);
  public static final Rule POL_24 =
      Rule.must(Family.POL, 24, "A discarded packet is counted on the policer.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.POLICERS, Need.POLICER_COUNTER, Need.FRAMES, Need.VIRTUAL_TIME);
  public static final Rule POL_25 =
      Rule.must(Family.POL, 25, "And on no trap and no group, and reaches nobody.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.POLICERS, Need.FRAMES, Need.VIRTUAL_TIME);
  public static final Rule POL_26 =
      Rule.must(Family.POL, 26, "All groups bound to a policer share its tokens.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.POLICERS, Need.FRAMES, Need.VIRTUAL_TIME);
  public static final Rule POL_27 =
      Rule.must(Family.POL, 27, "A group without policer is not policed.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.FRAMES, Need.VIRTUAL_TIME);
  public static final Rule POL_28 =
      Rule.must(Family.POL, 28, "Binding and unbinding act on packets from then on.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.GROUP_SET, Need.POLICERS, Need.FRAMES, Need.VIRTUAL_TIME);
  public static final Rule POL_29 =
      Rule.must(Family.POL, 29, "New parameters act on packets from then on.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.POLICER_SET, Need.POLICERS, Need.FRAMES, Need.VIRTUAL_TIME);
  public static final Rule POL_30 =
      Rule.must(Family.POL, 30, "The forwarded original of a mirrored packet is not policed.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.POLICERS, Need.FRAMES, Need.EGRESS, Need.VIRTUAL_TIME);
  public static final Rule POL_31 =
      Rule.should(
              Family.POL,
              31,
              "The drop counter is kept across parameter changes and re-binding (mlxsw).")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.POLICER_COUNTER, Need.POLICER_SET, Need.POLICERS);
  public static final Rule POL_32 =
      Rule.must(Family.POL, 32, "Packets that the action drop drops cost no token.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.POLICERS, Need.FRAMES, Need.VIRTUAL_TIME);
  public static final Rule POL_33 =
      Rule.may(
              Family.POL,
              33,
              "After a parameter change the bucket may hold any number of tokens from min(tokens before, new burst) to the new burst.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.");
  public static final Rule POL_34 =
      Rule.must(Family.POL, 34, "Binding leaves the tokens as they are.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.GROUP_SET, Need.POLICERS, Need.FRAMES, Need.VIRTUAL_TIME);
  static final List<Rule> ALL =
      List.of(
          POL_01, POL_02, POL_03, POL_04, POL_05, POL_06, POL_07, POL_08, POL_09, POL_10, POL_11,
          POL_12, POL_13, POL_14, POL_20, POL_21, POL_22, POL_23, POL_24, POL_25, POL_26, POL_27,
          POL_28, POL_29, POL_30, POL_31, POL_32, POL_33, POL_34);

  private PolicerRules() {}
}
