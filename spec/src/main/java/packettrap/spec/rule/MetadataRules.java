package packettrap.spec.rule;

import java.util.List;

/** The rules of family MET. */
public final class MetadataRules {
  public static final Rule MET_01 =
      Rule.must(Family.MET, 1, "The metadata that a trap declared are shown, and no others.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.TRAPS);
  public static final Rule MET_02 =
      Rule.must(
              Family.MET,
              2,
              "A trap that declares input port: each of its reports names the port it came in on.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.INPUT_PORTS, Need.FRAMES, Need.DROP_MONITOR);
  public static final Rule MET_03 =
      Rule.must(
              Family.MET,
              3,
              "A trap that declares flow action cookie: each report carries the cookie of the rule that dropped the packet, if that rule has one.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.COOKIES, Need.FRAMES, Need.DROP_MONITOR);
  public static final Rule MET_04 =
      Rule.must(Family.MET, 4, "Type and generic flag shown as registered.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.TRAPS);
  public static final Rule MET_05 =
      Rule.may(
              Family.MET,
              5,
              "A report may carry more than was declared; the mechanism does not enforce the promise.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.");
  static final List<Rule> ALL = List.of(MET_01, MET_02, MET_03, MET_04, MET_05);

  private MetadataRules() {}
}
