package packettrap.spec.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import packettrap.spec.device.Capability;
import packettrap.spec.message.Errno;
import packettrap.spec.trap.GenericGroups;
import packettrap.spec.trap.GenericTraps;

/** The tables of the specification, in Markdown. */
final class SpecificationTables {
  private SpecificationTables() {}

  static String familyLinks() {
    return Arrays.stream(Family.values())
        .map(family -> "[" + family.title() + "](#" + anchor(family.title()) + ")")
        .collect(Collectors.joining(" · "));
  }

  static String levels() {
    Stream<String> families =
        Arrays.stream(Family.values())
            .map(
                family ->
                    numbers(
                        family + ", [" + family.title() + "](#" + anchor(family.title()) + ")",
                        Catalogue.in(family)));
    return table(
        "Family | MUST | SHOULD | MAY | All",
        Stream.concat(families, Stream.of(numbers("**all**", Catalogue.rules()))));
  }

  private static String numbers(String name, List<Rule> rules) {
    Stream<Long> counts =
        Stream.of(Level.MUST, Level.SHOULD, Level.MAY)
            .map(level -> rules.stream().filter(rule -> rule.level() == level).count());
    return Stream.concat(Stream.of(name), Stream.concat(counts, Stream.of(rules.size())))
        .map(String::valueOf)
        .collect(Collectors.joining(" | "));
  }

  static String capabilities() {
    return table(
        "Capability | The device | As a `TrapDriver` you have it | Rules that need it",
        Arrays.stream(Capability.values()).map(SpecificationTables::capability));
  }

  private static String capability(Capability capability) {
    Need need = Need.valueOf(capability.name());
    long rules = Catalogue.rules().stream().filter(rule -> rule.needs().contains(need)).count();
    return "`" + capability + "` | " + need.text() + " | " + ownedBy(capability) + " | " + rules;
  }

  private static String ownedBy(Capability capability) {
    return switch (capability) {
      case SWITCH -> "with `Configurable`";
      case OWN_TRAFFIC, PORTS -> "with `MakesTraffic`";
      case REGISTRATION -> "with `RegistersOnRequest`";
      case FRAMES, EGRESS -> "without `MakesTraffic`";
      case VIRTUAL_TIME,
          CHANGES,
          RX_PATH,
          DROP_MONITOR,
          SOFTWARE_DROPS,
          NOTIFICATIONS,
          RELOAD,
          LIFECYCLE,
          CALLERS,
          HANDLES,
          STEPS ->
          "always";
    };
  }

  static String traps() {
    return table(
        "Id | Name | Type | Usual group | Usual action | The packet",
        GenericTraps.all().stream().map(SpecificationTables::trap));
  }

  private static String trap(GenericTraps.Entry trap) {
    String id =
        GenericTrapRules.of(trap.name())
            .map(rule -> "[" + trap.id() + "](#" + anchor(rule.id()) + ")")
            .orElse(String.valueOf(trap.id()));
    return String.join(
        " | ",
        id,
        "`" + trap.name() + "`",
        lower(trap.type()),
        "`" + trap.usualGroup() + "`",
        lower(trap.usualAction()),
        trap.description());
  }

  static String groups() {
    return table(
        "Id | Name | Traps usually in it | What they have in common",
        GenericGroups.all().stream()
            .map(
                group ->
                    String.join(
                        " | ",
                        String.valueOf(group.id()),
                        "`" + group.name() + "`",
                        String.valueOf(members(group)),
                        group.description())));
  }

  private static long members(GenericGroups.Entry group) {
    return GenericTraps.all().stream()
        .filter(trap -> trap.usualGroup().equals(group.name()))
        .count();
  }

  static String errnos() {
    return table(
        "Number | Name | Text | Said by the mechanism",
        Arrays.stream(Errno.values())
            .map(
                errno ->
                    errno.number()
                        + " | "
                        + errno
                        + " | "
                        + errno.text()
                        + " | "
                        + saidWhen(errno)));
  }

  private static String saidWhen(Errno errno) {
    return switch (errno) {
      case EPERM -> rules("the caller lacks the right", "REQ-01");
      case ENOENT -> rules("the object is not registered", "REQ-08", "REQ-09", "REQ-10", "GRP-09");
      case EAGAIN -> rules("drop monitor already does that", "MON-08", "MON-09");
      case EBUSY -> rules("drop monitor is running", "MON-03");
      case EEXIST -> rules("the name or the id is taken", "REG-07", "REG-08", "REG-15", "REG-19");
      case ENODEV -> rules("there is no such device", "REQ-04", "REG-24");
      case EINVAL -> rules("a value makes no sense", "REQ-03", "ACT-09", "POL-02", "MON-04");
      case ERANGE -> rules("an action does not exist (later kernels)", "ACT-09");
      case EMSGSIZE -> rules("a counter cannot be read", "STA-07");
      case EOPNOTSUPP ->
          rules("nothing of the kind, no callback, no capability", "REQ-05", "GRP-11", "REQ-14");
      default -> "never";
    };
  }

  private static String rules(String when, String... ids) {
    return when + ": " + Arrays.stream(ids).map(RuleText::link).collect(Collectors.joining(", "));
  }

  static String trapCount() {
    return String.valueOf(GenericTraps.COUNT);
  }

  static String groupCount() {
    return String.valueOf(GenericGroups.COUNT);
  }

  private static String table(String head, Stream<String> rows) {
    int columns = head.split(" \\| ").length;
    String rule =
        IntStream.range(0, columns).mapToObj(i -> "---").collect(Collectors.joining(" | "));
    return Stream.concat(Stream.of(head, rule), rows)
        .map(row -> "| " + row + " |")
        .collect(Collectors.joining("\n"));
  }

  /** The anchor that a Markdown renderer gives a heading. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
