package packettrap.runner;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import packettrap.spec.rule.Catalogue;
import packettrap.spec.rule.Need;
import packettrap.spec.rule.Rule;
import packettrap.spec.rule.RuleHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code trap-tck rules}: shows the catalogue. */
@Command(name = "rules", description = "Lists the rules, or shows one of them whole.")
final class RulesCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "The rule to show, as in ACT-04; without one, all rules are listed.")
  private String id;

  private final Console console;

  RulesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    PrintStream out = console.out();
    if (id == null) {
      Catalogue.rules()
          .forEach(
              rule -> out.println("%s %-6s %s".formatted(rule, rule.level(), rule.sentence())));
    } else {
      show(rule(id), out);
    }
    out.flush();
    return 0;
  }

  private static Rule rule(String id) {
    return Catalogue.find(id.toUpperCase(Locale.ROOT))
        .orElseThrow(
            () ->
                new Unusable("There is no rule %s; trap-tck rules lists them all.".formatted(id)));
  }

  private static void show(Rule rule, PrintStream out) {
    out.println(rule + " (" + rule.family().title() + "), " + rule.level());
    out.println();
    out.println(rule.sentence());
    section("Why", rule.why(), out);
    section("Source", rule.source(), out);
    section(
        "Applies if the device",
        rule.needs().stream().map(Need::text).collect(Collectors.joining(", ")),
        out);
    section("If a device breaks it, look at", rule.hint(), out);
    section("Since", since(rule), out);
  }

  private static String since(Rule rule) {
    String since = RuleHistory.since(rule);
    String changed = RuleHistory.changed(rule);
    return "specification "
        + since
        + (since.equals(changed) ? "" : ", as it is now since " + changed);
  }

  private static void section(String title, String text, PrintStream out) {
    if (!text.isEmpty()) {
      out.println();
      out.println(title + ":");
      out.println("  " + text);
    }
  }
}
