package packettrap.spec.rule;

import java.util.List;

/** The rules of family DRV. */
public final class DriverRules {
  public static final Rule DRV_01 =
      Rule.must(
              Family.DRV,
              1,
              "A driver reports only traps that it registered, and only while it is registered.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.FRAMES);
  public static final Rule DRV_02 =
      Rule.must(Family.DRV, 2, "It reports the whole frame, as it came in.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.FRAMES);
  public static final Rule DRV_03 =
      Rule.must(Family.DRV, 3, "A packet is reported at most once.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.FRAMES);
  public static final Rule DRV_04 =
      Rule.must(Family.DRV, 4, "Action drop: no copy goes to the CPU.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_TRAPS, Need.FRAMES);
  public static final Rule DRV_05 =
      Rule.must(Family.DRV, 5, "Action drop: the packet is not forwarded.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_TRAPS, Need.FRAMES, Need.EGRESS);
  public static final Rule DRV_06 =
      Rule.must(Family.DRV, 6, "Action trap: the CPU gets a copy.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.FRAMES);
  public static final Rule DRV_07 =
      Rule.must(Family.DRV, 7, "Action trap: it is the sole copy; the packet is not forwarded.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.FRAMES, Need.EGRESS);
  public static final Rule DRV_08 =
      Rule.must(Family.DRV, 8, "Action mirror: the CPU gets a copy.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.FRAMES);
  public static final Rule DRV_09 =
      Rule.must(
              Family.DRV,
              9,
              "Action mirror: the packet is forwarded as if it had not hit the trap.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.FRAMES, Need.EGRESS);
  public static final Rule DRV_10 =
      Rule.must(
              Family.DRV,
              10,
              "A refused change changes nothing in the device: the next frame meets the old action, binding, parameters.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.FAULTS, Need.FRAMES);
  public static final Rule DRV_11 =
      Rule.must(Family.DRV, 11, "An accepted action acts from the next frame on.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_TRAPS, Need.FRAMES);
  public static final Rule DRV_12 =
      Rule.must(Family.DRV, 12, "The same requests lead to the same observations.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.VIRTUAL_TIME);
  public static final Rule DRV_13 =
      Rule.must(
              Family.DRV,
              13,
              "A device does nothing by itself: no packet is reported or sent without a frame that came in (virtual time).")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.VIRTUAL_TIME);
  public static final Rule DRV_14 =
      Rule.must(
              Family.DRV,
              14,
              "Every call gets an answer: no null, and nothing impossible (a view of a wrong kind).")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.");
  public static final Rule DRV_15 =
      Rule.should(
              Family.DRV,
              15,
              "A refusal's errno is not one that the mechanism's own checks use to say something else: EPERM, ENOENT, ENODEV, EEXIST.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.");
  public static final Rule DRV_16 =
      Rule.may(
              Family.DRV,
              16,
              "A driver may refuse any action, binding or parameters (mlxsw: mirror on drop traps, early_drop, fixed policers, bursts not a power of two; dpaa2: single traps).")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.");
  public static final Rule DRV_17 =
      Rule.must(
              Family.DRV,
              17,
              "Configuring the switch touches no action, binding, parameter or statistics.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.SWITCH);
  public static final Rule DRV_18 =
      Rule.must(
              Family.DRV,
              18,
              "After a reload/re-registration the hardware starts over too: frames meet the initial actions and bindings.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.FRAMES, Need.RELOAD);
  static final List<Rule> ALL =
      List.of(
          DRV_01, DRV_02, DRV_03, DRV_04, DRV_05, DRV_06, DRV_07, DRV_08, DRV_09, DRV_10, DRV_11,
          DRV_12, DRV_13, DRV_14, DRV_15, DRV_16, DRV_17, DRV_18);

  private DriverRules() {}
}
