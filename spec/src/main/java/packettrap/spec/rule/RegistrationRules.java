package packettrap.spec.rule;

import java.util.List;

/** What a driver may register, what is refused, and what unregistering leaves behind. */
public final class RegistrationRules {
  public static final Rule REG_01 =
      Rule.must(
              Family.REG,
              1,
              "Everything that was registered MUST be there afterwards as it was registered: each "
                  + "trap with its name, generic flag and group, each group with its name and "
                  + "generic flag, each policer with its id.")
          .why(
              "The registration is the device's self-portrait; tools decide by it what they "
                  + "offer.")
          .from("devl_traps_register, devl_trap_groups_register, devl_trap_policers_register")
          .ifBroken(
              "Compare the dump with the registration line by line: a missing line is an object "
                  + "that was lost, a wrong group is a link by position instead of by identity.");

  public static final Rule REG_02 =
      Rule.must(
              Family.REG,
              2,
              "Policers MUST be registered before groups, and groups before traps, so that a "
                  + "group can name its policer and a trap its group.")
          .why(
              "A reference to something that comes later would be refused, and a user who sees a "
                  + "new group must be able to look up its policer at once.")
          .from(
              "devlink_trap_group_item_policer_link, devlink_trap_item_group_link; "
                  + "nsim_dev_traps_init")
          .ifBroken(
              "Look at the order of the init callbacks and of the first notifications: policers, "
                  + "groups, traps.")
          .needs(Need.TRAPS, Need.LIFECYCLE);

  public static final Rule REG_03 =
      Rule.must(Family.REG, 3, "Registering a trap without a name MUST fail with EINVAL.")
          .why("The name is what requests use; a trap without one could be neither read nor set.")
          .from("devlink_trap_verify")
          .ifBroken("The check of the name comes before all others that use it.")
          .needs(Need.REGISTRATION);

  public static final Rule REG_04 =
      Rule.must(
              Family.REG,
              4,
              "Registering a generic trap MUST fail with EINVAL if its id is not in the registry, "
                  + "or its name is not the one that the registry has for that id.")
          .why(
              "A generic name promises the same meaning on every device. A driver that takes the "
                  + "flag but not the definition makes that promise worthless.")
          .from("devlink_trap_generic_verify")
          .ifBroken(
              "Look up the registry by id and compare the name with that entry; do not look for "
                  + "the name anywhere in the registry.")
          .needs(Need.REGISTRATION);

  public static final Rule REG_05 =
      Rule.must(
              Family.REG,
              5,
              "Registering a generic trap MUST fail with EINVAL if its type is not the "
                  + "registry's.")
          .why(
              "The type decides whether the action may be changed and who gets the packets. A "
                  + "control trap declared as a drop trap could be switched off by accident.")
          .from("devlink_trap_generic_verify")
          .ifBroken(
              "The type is part of the definition: drop, exception or control as in the table of "
                  + "generic traps.")
          .needs(Need.REGISTRATION);

  public static final Rule REG_06 =
      Rule.must(
              Family.REG,
              6,
              "Registering a driver-specific trap MUST fail with EINVAL if its id lies within the "
                  + "range of the generic ones.")
          .why(
              "The ranges are kept apart so that an id alone says which kind of trap it is, also "
                  + "when the registry grows.")
          .from("devlink_trap_driver_verify")
          .ifBroken(
              "A driver's own ids start behind the last generic id, and the last generic id "
                  + "itself is taken.")
          .needs(Need.REGISTRATION);

  public static final Rule REG_07 =
      Rule.must(
              Family.REG,
              7,
              "Registering a driver-specific trap under a generic trap's name MUST fail with "
                  + "EEXIST.")
          .why(
              "Two meanings under one name would make statistics of different devices "
                  + "incomparable.")
          .from("devlink_trap_driver_verify")
          .ifBroken(
              "Compare with all names of the registry, not only with those that this device "
                  + "registers. The id is checked first: a wrong id gives EINVAL whatever the "
                  + "name.")
          .needs(Need.REGISTRATION);

  public static final Rule REG_08 =
      Rule.must(Family.REG, 8, "Registering a second trap of a name MUST fail with EEXIST.")
          .why("Requests address a trap by name; the second one could never be reached.")
          .from("devlink_trap_register, devlink_trap_item_lookup")
          .ifBroken(
              "The check is on the name, for generic and own traps alike, and comes before the "
                  + "group and the init callback.")
          .needs(Need.REGISTRATION);

  public static final Rule REG_09 =
      Rule.must(
              Family.REG,
              9,
              "Registering a trap in a group that was not registered MUST fail with EINVAL.")
          .why("Every trap has a group: statistics are added there and policers are bound there.")
          .from("devlink_trap_item_group_link")
          .ifBroken("A generic group exists for a device only once the device registered it.")
          .needs(Need.REGISTRATION);

  public static final Rule REG_10 =
      Rule.must(
              Family.REG,
              10,
              "Ids of driver-specific traps MUST NOT be checked for duplicates: two traps with "
                  + "different names and one id are both registered.")
          .why(
              "Ids of driver-specific traps are internal to the driver; nothing in the mechanism "
                  + "looks a trap up by id.")
          .from("devlink_trap_driver_verify")
          .ifBroken("Do not index traps by id. A table keyed by id loses one of the two.")
          .needs(Need.REGISTRATION);

  public static final Rule REG_11 =
      Rule.must(Family.REG, 11, "Registering a group without a name MUST fail with EINVAL.")
          .why(
              "As for traps: without a name it cannot be addressed. (Linux relies on its drivers "
                  + "here; the rule closes the gap with the answer that traps get.)")
          .from("By analogy with devlink_trap_verify; devlink_trap_group_verify has no such check")
          .ifBroken("Check the name before the generic flag sends you to a comparison of names.")
          .needs(Need.REGISTRATION);

  public static final Rule REG_12 =
      Rule.must(
              Family.REG,
              12,
              "Registering a generic group MUST fail with EINVAL if its id is not in the "
                  + "registry, or its name is not the one that the registry has for that id.")
          .why("Operators bind policers to generic groups on all their devices with one script.")
          .from("devlink_trap_group_generic_verify")
          .ifBroken("Look up the registry by id and compare the name with that entry.")
          .needs(Need.REGISTRATION);

  public static final Rule REG_13 =
      Rule.must(
              Family.REG,
              13,
              "Registering a driver-specific group MUST fail with EINVAL if its id lies within "
                  + "the range of the generic ones.")
          .why("As for traps, the ranges are kept apart.")
          .from("devlink_trap_group_driver_verify")
          .ifBroken("A driver's own ids start behind the last generic group's id.")
          .needs(Need.REGISTRATION);

  public static final Rule REG_14 =
      Rule.must(
              Family.REG,
              14,
              "Registering a driver-specific group under a generic group's name MUST fail with "
                  + "EEXIST.")
          .why("A generic name has one meaning everywhere.")
          .from("devlink_trap_group_driver_verify")
          .ifBroken("Compare with all names of the registry; the id is checked first.")
          .needs(Need.REGISTRATION);

  public static final Rule REG_15 =
      Rule.must(Family.REG, 15, "Registering a second group of a name MUST fail with EEXIST.")
          .why("Requests address a group by name.")
          .from("devlink_trap_group_register, devlink_trap_group_item_lookup")
          .ifBroken("The check comes before the link to the policer and before the init callback.")
          .needs(Need.REGISTRATION);

  public static final Rule REG_16 =
      Rule.must(
              Family.REG,
              16,
              "Registering a group whose initial policer is not 0 and was not registered MUST "
                  + "fail with EINVAL.")
          .why("The group would come up unpoliced although its driver meant to protect the CPU.")
          .from("devlink_trap_group_item_policer_link")
          .ifBroken(
              "0 means none and needs no look-up. Everything else is looked up among the "
                  + "registered policers.")
          .needs(Need.REGISTRATION);

  public static final Rule REG_17 =
      Rule.must(Family.REG, 17, "Registering a policer with id 0 MUST fail with EINVAL.")
          .why("0 stands for \"no policer\" in requests and in registrations.")
          .from("devl_trap_policers_register")
          .ifBroken("Policer ids start at 1.")
          .needs(Need.REGISTRATION);

  public static final Rule REG_18 =
      Rule.must(
              Family.REG,
              18,
              "Registering a policer MUST fail with EINVAL if its highest rate is below its "
                  + "lowest, or its highest burst below its lowest.")
          .why("No request could ever satisfy such limits.")
          .from("devl_trap_policers_register")
          .ifBroken(
              "The limits are unsigned 64-bit numbers: a highest rate of 2^64-1 must not look "
                  + "like -1. Equal limits are allowed.")
          .needs(Need.REGISTRATION);

  public static final Rule REG_19 =
      Rule.must(Family.REG, 19, "Registering a second policer of an id MUST fail with EEXIST.")
          .why("Groups refer to policers by id.")
          .from("devlink_trap_policer_register, devlink_trap_policer_item_lookup")
          .ifBroken("The limits are checked first (EINVAL), then the id.")
          .needs(Need.REGISTRATION);

  public static final Rule REG_20 =
      Rule.must(
              Family.REG,
              20,
              "A policer's initial rate and burst MUST NOT be checked against its limits at "
                  + "registration, and are shown as they are.")
          .why(
              "Hardware may come up with values that it would not accept later. What it starts "
                  + "with is a fact, not a request.")
          .from("devlink_trap_policer_register")
          .ifBroken(
              "Do not clamp. Such a policer then refuses every request that leaves the odd value "
                  + "alone: see POL-08.")
          .needs(Need.REGISTRATION);

  public static final Rule REG_21 =
      Rule.must(
              Family.REG,
              21,
              "A registration that fails MUST undo what it registered, in reverse: afterwards "
                  + "nothing is left, so that every look-up gets EOPNOTSUPP, and nobody was "
                  + "notified.")
          .why("A half-registered device would show traps that no hardware serves.")
          .from(
              "The error paths of devl_traps_register, devl_trap_groups_register, "
                  + "devl_trap_policers_register; nsim_dev_traps_init")
          .ifBroken(
              "Unwind all three kinds, not only the one that failed. Count init and fini calls: "
                  + "they must balance.")
          .needs(Need.REGISTRATION);

  public static final Rule REG_22 =
      Rule.must(
              Family.REG,
              22,
              "If an init callback of the driver refuses, the registration MUST fail with the "
                  + "error of that callback.")
          .why("The driver's errno is the only hint at what the hardware lacks.")
          .from("devlink_trap_register, devlink_trap_group_register, devlink_trap_policer_register")
          .ifBroken(
              "Pass the callback's errno on unchanged, then undo as in REG-21. The object whose "
                  + "init refused gets no fini.")
          .needs(Need.REGISTRATION, Need.INIT_FAULTS);

  public static final Rule REG_23 =
      Rule.must(
              Family.REG,
              23,
              "Unregistering MUST first set every trap's action to drop through the driver, in "
                  + "reverse order, whatever its type and whatever the driver answers, so that no "
                  + "later frame brings a copy to the CPU.")
          .why(
              "Packets that are reported while the traps are being freed would touch memory that "
                  + "is gone. Silencing the hardware first closes that race.")
          .from("devlink_trap_disable, devl_traps_unregister")
          .ifBroken(
              "The driver sees drop for exception and control traps too, here and only here. A "
                  + "driver that refuses must nevertheless stop reporting once its traps are gone "
                  + "(DRV-01).")
          .needs(Need.LIFECYCLE);

  public static final Rule REG_24 =
      Rule.must(
              Family.REG,
              24,
              "A device that was unregistered MUST NOT exist for requests: they get ENODEV until "
                  + "it is registered again.")
          .why(
              "A handle that still answers would keep programs from noticing that the hardware is "
                  + "gone.")
          .from("devlink_unregister; devlink_get_from_attrs_lock")
          .ifBroken("Requests to drop monitor are not addressed to a device and go on working.")
          .needs(Need.LIFECYCLE);

  public static final Rule REG_25 =
      Rule.must(
              Family.REG,
              25,
              "A device that is registered again MUST start over: initial actions, initial "
                  + "bindings, initial policer parameters, all statistics 0.")
          .why(
              "Registration describes a device that was just initialised; remnants of an earlier "
                  + "life contradict it.")
          .from(
              "devlink_trap_register, devlink_trap_group_register, devlink_trap_policer_register, "
                  + "which allocate new items")
          .ifBroken("Look for state in static fields or in objects that outlive stop and start.")
          .needs(Need.LIFECYCLE);

  static final List<Rule> ALL =
      List.of(
          REG_01, REG_02, REG_03, REG_04, REG_05, REG_06, REG_07, REG_08, REG_09, REG_10, REG_11,
          REG_12, REG_13, REG_14, REG_15, REG_16, REG_17, REG_18, REG_19, REG_20, REG_21, REG_22,
          REG_23, REG_24, REG_25);

  private RegistrationRules() {}
}
