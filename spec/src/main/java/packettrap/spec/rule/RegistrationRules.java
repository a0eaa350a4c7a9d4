package packettrap.spec.rule;

import java.util.List;

/** The rules of family REG. */
public final class RegistrationRules {
  public static final Rule REG_01 =
      Rule.must(
              Family.REG,
              1,
              "Everything that was registered is there, as registered: name, generic flag, group.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.");
  public static final Rule REG_02 =
      Rule.must(Family.REG, 2, "Policers are registered before groups and groups before traps.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.TRAPS);
  public static final Rule REG_03 =
      Rule.must(Family.REG, 3, "Trap without a name (null): EINVAL.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.REGISTRATION);
  public static final Rule REG_04 =
      Rule.must(
              Family.REG,
              4,
              "Generic trap whose id is not in the registry or whose name is not that id's: EINVAL.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.REGISTRATION);
  public static final Rule REG_05 =
      Rule.must(Family.REG, 5, "Generic trap whose type is not the registry's: EINVAL.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.REGISTRATION);
  public static final Rule REG_06 =
      Rule.must(Family.REG, 6, "Driver-specific trap with an id inside the generic range: EINVAL.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.REGISTRATION);
  public static final Rule REG_07 =
      Rule.must(Family.REG, 7, "Driver-specific trap with a generic trap's name: EEXIST.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.REGISTRATION);
  public static final Rule REG_08 =
      Rule.must(Family.REG, 8, "A trap name twice: EEXIST.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.REGISTRATION);
  public static final Rule REG_09 =
      Rule.must(Family.REG, 9, "A trap's group must be registered: EINVAL.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.REGISTRATION);
  public static final Rule REG_10 =
      Rule.must(
              Family.REG,
              10,
              "Ids of driver-specific traps are not checked for duplicates: two traps with one id are both registered.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.REGISTRATION);
  public static final Rule REG_11 =
      Rule.must(Family.REG, 11, "Group without a name: EINVAL.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.REGISTRATION);
  public static final Rule REG_12 =
      Rule.must(Family.REG, 12, "Generic group must match the registry by id and name: EINVAL.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.REGISTRATION);
  public static final Rule REG_13 =
      Rule.must(
              Family.REG, 13, "Driver-specific group with an id inside the generic range: EINVAL.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.REGISTRATION);
  public static final Rule REG_14 =
      Rule.must(Family.REG, 14, "Driver-specific group with a generic group's name: EEXIST.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.REGISTRATION);
  public static final Rule REG_15 =
      Rule.must(Family.REG, 15, "A group name twice: EEXIST.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.REGISTRATION);
  public static final Rule REG_16 =
      Rule.must(Family.REG, 16, "A group's initial policer (not 0) must be registered: EINVAL.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.REGISTRATION);
  public static final Rule REG_17 =
      Rule.must(Family.REG, 17, "Policer id 0: EINVAL.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.REGISTRATION);
  public static final Rule REG_18 =
      Rule.must(
              Family.REG, 18, "Policer with max rate < min rate or max burst < min burst: EINVAL.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.REGISTRATION);
  public static final Rule REG_19 =
      Rule.must(Family.REG, 19, "Policer id twice: EEXIST.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.REGISTRATION);
  public static final Rule REG_20 =
      Rule.must(
              Family.REG,
              20,
              "A policer's initial values are not checked against its limits and are shown as they are.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.REGISTRATION);
  public static final Rule REG_21 =
      Rule.must(
              Family.REG,
              21,
              "A registration that fails undoes what it registered, in reverse; nothing is left (every look-up EOPNOTSUPP) and nobody is notified.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.REGISTRATION);
  public static final Rule REG_22 =
      Rule.must(
              Family.REG,
              22,
              "An init callback that refuses: the registration fails with its error.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.REGISTRATION, Need.FAULTS);
  public static final Rule REG_23 =
      Rule.must(
              Family.REG,
              23,
              "Unregistering first sets every trap's action to drop through the driver, in reverse, whatever its type, errors ignored: after it, no frame brings a copy to the CPU.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.LIFECYCLE);
  public static final Rule REG_24 =
      Rule.must(Family.REG, 24, "An unregistered device does not exist: ENODEV.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.LIFECYCLE);
  public static final Rule REG_25 =
      Rule.must(
              Family.REG,
              25,
              "A device registered again starts over: actions, bindings, parameters, statistics.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.LIFECYCLE);
  static final List<Rule> ALL =
      List.of(
          REG_01, REG_02, REG_03, REG_04, REG_05, REG_06, REG_07, REG_08, REG_09, REG_10, REG_11,
          REG_12, REG_13, REG_14, REG_15, REG_16, REG_17, REG_18, REG_19, REG_20, REG_21, REG_22,
          REG_23, REG_24, REG_25);

  private RegistrationRules() {}
}
