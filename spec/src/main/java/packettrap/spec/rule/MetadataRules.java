package packettrap.spec.rule;

import java.util.List;

/** What a trap declares to accompany its packets. */
public final class MetadataRules {
  public static final Rule MET_01 =
      Rule.must(Family.MET, 1, "A trap MUST show the metadata that it declared, and no others.")
          .why("Tools prepare their columns by the declaration.")
          .from("devlink_trap_metadata_put")
          .ifBroken("Show the declaration and not what the last report carried.")
          .needs(Need.TRAPS);

  public static final Rule MET_02 =
      Rule.must(
              Family.MET,
              2,
              "If a trap declares the input port, each of its reports MUST name the port on which "
                  + "the packet came in.")
          .why("The first question about a dropped packet is where it came from.")
          .from("DEVLINK_TRAP_METADATA_TYPE_F_IN_PORT; devlink_trap_report_metadata_set")
          .ifBroken(
              "The ingress port, not the egress port, also for drops at the egress such as "
                  + "tail_drop.")
          .needs(Need.INPUT_PORTS, Need.PACKETS, Need.DROP_MONITOR);

  public static final Rule MET_03 =
      Rule.must(
              Family.MET,
              3,
              "If a trap declares the flow action cookie, each of its reports MUST carry the "
                  + "cookie of the rule that dropped the packet, if that rule has one.")
          .why("The cookie is how whoever installed the rule recognises it as the cause.")
          .from("DEVLINK_TRAP_METADATA_TYPE_F_FA_COOKIE; struct flow_action_cookie")
          .ifBroken(
              "The cookie of the rule that matched, byte by byte, and none if it has none. Look "
                  + "for a cookie left over from the packet before.")
          .needs(Need.COOKIES, Need.PACKETS, Need.DROP_MONITOR);

  public static final Rule MET_04 =
      Rule.must(
              Family.MET,
              4,
              "A trap MUST show the type and the generic flag that it was registered with.")
          .why(
              "The type tells an operator whether the action can be changed, the flag whether the "
                  + "name can be trusted.")
          .from("devlink_nl_trap_fill")
          .ifBroken("Neither changes during the life of a trap.")
          .needs(Need.TRAPS);

  public static final Rule MET_05 =
      Rule.may(
              Family.MET,
              5,
              "A report MAY carry more than its trap declared; the mechanism does not enforce the "
                  + "declaration.")
          .why("Devlink passes on what the driver hands over. The declaration promises a minimum.")
          .from("devlink_trap_report, which never looks at metadata_cap")
          .ifBroken("Nobody can break this rule. Less than was declared breaks MET-02 or MET-03.");

  static final List<Rule> ALL = List.of(MET_01, MET_02, MET_03, MET_04, MET_05);

  private MetadataRules() {}
}
