package packettrap.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import packettrap.conformance.engine.Exercised;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.Guarantee;
import packettrap.conformance.report.TransitionCoverage;
import packettrap.spec.rule.Rule;

/** What a run finds, stage by stage; another thread may look while this one is stuck. */
final class Findings {
  private final List<Piece> over = new CopyOnWriteArrayList<>();
  private volatile Stage stage = new Stage(Stages.INTRODUCTION, "registration");

  /** Ids of rules that are known to be broken. */
  private Set<String> tolerated = Set.of();

  /** The stage that is being done. */
  private static final class Stage {
    private final int number;
    private final String title;
    private final Exercised exercised = new Exercised();
    private final List<Counterexample> counterexamples = new CopyOnWriteArrayList<>();
    private final Map<Rule, String> deviations = new LinkedHashMap<>();
    private volatile Piece.End end = Piece.End.REACHED;
    private volatile LongSupplier requests = () -> 0;
    private volatile Supplier<Guarantee> guarantee = () -> null;
    private volatile Supplier<TransitionCoverage> coverage = () -> null;

    Stage(int number, String title) {
      this.number = number;
      this.title = title;
    }

    Piece piece() {
      Map<String, String> found = new TreeMap<>();
      deviations.forEach((rule, text) -> found.put(rule.id(), text));
      return new Piece(
          number,
          title,
          end,
          exercised.counts(),
          counterexamples,
          found,
          requests.getAsLong(),
          guarantee.get(),
          coverage.get());
    }
  }

  void tolerate(Set<String> rules) {
    tolerated = Set.copyOf(rules);
  }

  /** Begins where another run was. */
  void from(Checkpoint checkpoint) {
    over.addAll(checkpoint.pieces());
    stage = new Stage(checkpoint.stage(), stage.title);
  }

  void begin(int number, String title) {
    if (stage.number < number) {
      over.add(stage.piece());
    }
    stage = new Stage(number, title);
  }

  /** Says where the stage's requests are counted, from now on. */
  void counting(LongSupplier requests) {
    long before = requests.getAsLong();
    stage.requests = () -> requests.getAsLong() - before;
  }

  /** Says who knows what a complete suite guarantees. */
  void guaranteeing(Supplier<Guarantee> guarantee) {
    stage.guarantee = guarantee;
  }

  /** Says who knows which transitions were exercised. */
  void covering(Supplier<TransitionCoverage> coverage) {
    stage.coverage = coverage;
  }

  /** Counts how often the stage looks at rules. */
  Exercised exercised() {
    return stage.exercised;
  }

  /** Notes what was found about a rule that only recommends. */
  void deviates(Map<Rule, String> texts) {
    texts.forEach(stage.deviations::putIfAbsent);
  }

  /**
   * Adds what was found; gives whether the stage ends with it. It goes on where a rule is broken
   * that is known to be; of each such rule one counterexample is enough.
   */
  boolean add(Counterexample found) {
    String rule = found.rules().get(0);
    if (isTolerated(rule)) {
      if (!isShown(rule)) {
        stage.counterexamples.add(found);
      }
      return false;
    }
    stage.counterexamples.add(found);
    stage.end = Piece.End.STOPPED;
    return true;
  }

  /** Whether a rule is known to be broken. */
  boolean isTolerated(String rule) {
    return tolerated.contains(rule);
  }

  /** Whether this stage has a counterexample of a rule. */
  boolean isShown(String rule) {
    return stage.counterexamples.stream().anyMatch(shown -> shown.rules().get(0).equals(rule));
  }

  /** Whether no counterexample was found. */
  boolean isEmpty() {
    return pieces().stream().allMatch(piece -> piece.counterexamples().isEmpty());
  }

  /** The stages that are over, and this one. */
  List<Piece> pieces() {
    List<Piece> all = new ArrayList<>(over);
    all.add(stage.piece());
    return all;
  }

  /** Where another run can begin that does this stage once more. */
  Checkpoint before() {
    return new Checkpoint(stage.number, stage.title, over);
  }

  /** The same with what this stage has found; {@link Checkpoint#behind} goes on from that. */
  Checkpoint now() {
    return new Checkpoint(stage.number, stage.title, pieces());
  }
}
