package packettrap.runner;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import packettrap.conformance.Progress;
import packettrap.conformance.broken.Broken;
import packettrap.conformance.broken.BrokenDevices;
import packettrap.conformance.broken.SelfTest;
import packettrap.conformance.broken.SelfTest.Finding;
import packettrap.spec.rule.Catalogue;
import packettrap.spec.rule.Rule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code trap-tck self-test}: shows that the kit finds the faults of its broken drivers. */
@Command(
    name = "self-test",
    description = "Judges the kit's own broken drivers: is each fault found?",
    footer = {"", "Exit status: 0 every fault was found; 2 wrong usage; 4 the kit missed one."})
final class SelfTestCommand implements Callable<Integer> {
  private static final String ROW = "%-8s %-50s %-8s %5s";

  @Option(
      names = "--rule",
      paramLabel = "GLOB",
      description = "Only faults that break a rule whose id matches, as in ACT-*.")
  private List<String> rules = List.of();

  private final Console console;

  SelfTestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Predicate<Rule> wanted = RuleGlobs.matching(rules);
    List<Broken> all =
        BrokenDevices.all().stream()
            .filter(broken -> Catalogue.find(broken.rule()).filter(wanted).isPresent())
            .toList();
    if (all.isEmpty()) {
      throw new Unusable("The kit has no broken driver for these rules.");
    }
    Progress progress = console.progress();
    console.out().println(ROW.formatted("breaks", "a driver that", "found as", "steps"));
    int missed = 0;
    for (int i = 0; i < all.size(); i++) {
      progress.at(all.get(i).rule(), i, all.size());
      Finding finding = SelfTest.judge(all.get(i));
      missed += finding.found() ? 0 : 1;
      console.endProgress();
      console.out().println(row(finding));
    }
    console
        .out()
        .println(
            missed == 0
                ? "all %d faults were found".formatted(all.size())
                : "MISSED: %d of %d faults".formatted(missed, all.size()));
    console.out().flush();
    return missed == 0 ? 0 : Status.BROKEN.number();
  }

  private static String row(Finding finding) {
    String fault = finding.broken().fault();
    String found = finding.found() ? finding.rule() : finding.rule() == null ? "MISSED" : "MISSED*";
    return ROW.formatted(
            finding.broken().rule(),
            fault.length() > 50 ? fault.substring(0, 47) + "..." : fault,
            found,
            finding.steps() == 0 ? "-" : "" + finding.steps())
        .stripTrailing();
  }
}
