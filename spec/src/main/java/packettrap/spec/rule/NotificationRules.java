package packettrap.spec.rule;

import java.util.List;

/** The rules of family NTF. */
public final class NotificationRules {
  public static final Rule NTF_01 =
      Rule.must(
              Family.NTF,
              1,
              "Registering announces policers, groups, traps in that order, each kind in registration order.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.NOTIFICATIONS);
  public static final Rule NTF_02 =
      Rule.must(Family.NTF, 2, "Each announcement shows what a get would show at that moment.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.NOTIFICATIONS);
  public static final Rule NTF_03 =
      Rule.must(
              Family.NTF,
              3,
              "Unregistering announces trap-del, group-del, policer-del, each in reverse registration order.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.NOTIFICATIONS, Need.LIFECYCLE);
  public static final Rule NTF_04 =
      Rule.may(Family.NTF, 4, "The action in trap-del is the last one set (6.1) or drop (6.12).")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.");
  public static final Rule NTF_05 =
      Rule.must(Family.NTF, 5, "Set requests notify nobody.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.NOTIFICATIONS);
  public static final Rule NTF_06 =
      Rule.must(
              Family.NTF,
              6,
              "Held back until the device is registered: a registration that fails announces nothing.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.NOTIFICATIONS, Need.REGISTRATION);
  public static final Rule NTF_07 =
      Rule.must(
              Family.NTF,
              7,
              "A reload announces the deletion of everything and then everything anew.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.NOTIFICATIONS, Need.RELOAD);
  static final List<Rule> ALL = List.of(NTF_01, NTF_02, NTF_03, NTF_04, NTF_05, NTF_06, NTF_07);

  private NotificationRules() {}
}
