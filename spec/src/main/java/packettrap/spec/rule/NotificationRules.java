package packettrap.spec.rule;

import java.util.List;

/** What a device announces by itself. */
public final class NotificationRules {
  public static final Rule NTF_01 =
      Rule.must(
              Family.NTF,
              1,
              "Registering MUST announce policers, groups and traps, in this order, each kind in "
                  + "the order of its registration.")
          .why("A listener can resolve every reference at the moment it reads it.")
          .from(
              "devlink_notify_register; devlink_trap_policers_notify_register, "
                  + "devlink_trap_groups_notify_register, devlink_traps_notify_register")
          .ifBroken(
              "One notification for each object. Look for an unordered map between registration "
                  + "and announcement.")
          .needs(Need.FRESH, Need.NOTIFICATIONS);

  public static final Rule NTF_02 =
      Rule.must(
              Family.NTF,
              2,
              "Each announcement of a new object MUST show what a get of it would show at that "
                  + "moment.")
          .why("Listeners keep a copy of the device; they should not have to ask again.")
          .from(
              "devlink_trap_notify, devlink_trap_group_notify, devlink_trap_policer_notify, which "
                  + "share the fill functions with the gets")
          .ifBroken(
              "Use the function that answers gets. If a counter cannot be read there is no "
                  + "notification at all.")
          .needs(Need.ANNOUNCES, Need.NOTIFICATIONS);

  public static final Rule NTF_03 =
      Rule.must(
              Family.NTF,
              3,
              "Unregistering MUST announce the end of traps, groups and policers, in this order, "
                  + "each kind in reverse order of its registration.")
          .why("What refers to something goes before what it refers to.")
          .from(
              "devlink_notify_unregister; devl_traps_unregister, devl_trap_groups_unregister, "
                  + "devl_trap_policers_unregister")
          .ifBroken("Exactly the reverse of NTF-01.")
          .needs(Need.NOTIFICATIONS, Need.LIFECYCLE);

  public static final Rule NTF_04 =
      Rule.may(
              Family.NTF,
              4,
              "The action that the end of a trap is announced with MAY be the one last set, or "
                  + "drop.")
          .why(
              "Unregistering disables the traps first. 6.1 does not note that in what it shows, "
                  + "6.12 does.")
          .from("devlink_trap_disable (6.1 and 6.12 differ)")
          .ifBroken(
              "Nobody can break this rule, but everything else in the announcement is as before.");

  public static final Rule NTF_05 =
      Rule.must(Family.NTF, 5, "Set requests MUST NOT be followed by a notification.")
          .why(
              "Devlink announces what comes and goes, not what changes. A listener that needs "
                  + "changes has to ask.")
          .from(
              "devlink_nl_trap_set_doit, devlink_nl_trap_group_set_doit, "
                  + "devlink_nl_trap_policer_set_doit")
          .ifBroken(
              "Well meant and still wrong: a notification of \"new\" for a trap that exists makes "
                  + "listeners count it twice.")
          .needs(Need.CHANGES, Need.NOTIFICATIONS);

  public static final Rule NTF_06 =
      Rule.must(
              Family.NTF,
              6,
              "Notifications MUST be held back until the device is registered; a registration "
                  + "that fails announces nothing.")
          .why(
              "Nobody can ask about a device that is not there yet, and one that never came must "
                  + "not be heard of.")
          .from("devl_is_registered in devlink_trap_notify and its kin; devlink_notify_register")
          .ifBroken(
              "Announce at the end, all in one go, and not while the objects are being "
                  + "registered.")
          .needs(Need.NOTIFICATIONS, Need.REGISTRATION);

  public static final Rule NTF_07 =
      Rule.must(
              Family.NTF,
              7,
              "A reload MUST announce the end of everything and then everything anew, as "
                  + "unregistering and registering do.")
          .why("A listener needs no idea of reloads to stay right.")
          .from("devlink_reload; devl_traps_unregister, devl_traps_register and their kin")
          .ifBroken(
              "NTF-03 and NTF-01, one behind the other, with the initial values in the second "
                  + "half.")
          .needs(Need.NOTIFICATIONS, Need.RELOAD);

  static final List<Rule> ALL = List.of(NTF_01, NTF_02, NTF_03, NTF_04, NTF_05, NTF_06, NTF_07);

  private NotificationRules() {}
}
