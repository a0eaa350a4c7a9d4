package packettrap.runner;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import packettrap.conformance.Checkpoint;
import packettrap.conformance.DeviceBroke;
import packettrap.conformance.Kit;
import packettrap.conformance.Part;
import packettrap.conformance.Progress;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.TraceStep;
import packettrap.runner.driver.DriverOutput;
import packettrap.spec.rule.Catalogue;
import packettrap.spec.rule.DriverRules;
import packettrap.spec.rule.Rule;

/**
 * A run in a process of its own, and in a new one behind each stage in which the driver breaks.
 *
 * <p>A stage is the complete suite, a property, or the walks. A driver that breaks in one has
 * broken DRV-14; the run goes on with the next.
 */
final class ForkedRun {
  private final RunOptions options;
  private final Candidate.InJar jar;
  private final DriverOutput output;
  private final Consumer<String> announcing;
  private final List<String> remarks = new ArrayList<>();
  private boolean announced;

  /**
   * A run that was not started yet.
   *
   * @param output takes what the driver prints
   * @param announcing takes what the driver is going to touch
   */
  ForkedRun(
      RunOptions options, Candidate.InJar jar, DriverOutput output, Consumer<String> announcing) {
    this.options = options;
    this.jar = jar;
    this.output = output;
    this.announcing = announcing;
  }

  /** Sentences about the driver that are no verdicts. */
  List<String> remarks() {
    return remarks;
  }

  /**
   * Runs to the end.
   *
   * @throws Unusable if the driver cannot be used
   */
  Part run(Progress progress) {
    Checkpoint from = null;
    while (true) {
      Outcome outcome = process(from, false, progress);
      if (outcome.part() != null) {
        return outcome.part();
      } else if (outcome.reached() == null) {
        return abandoned(from, outcome.sentence());
      }
      List<TraceStep> conversation = outcome.conversation();
      if (conversation == null) {
        conversation = overheard(outcome.reached());
      }
      from =
          outcome
              .reached()
              .behind(
                  new Counterexample(
                      List.of(DriverRules.DRV_14.id()),
                      outcome.reached().title(),
                      options.seed(),
                      outcome.sentence(),
                      "an answer, and a process that goes on",
                      conversation));
    }
  }

  /**
   * What a process came to.
   *
   * @param part null: the driver broke
   * @param sentence how it broke
   * @param reached the stage in which it broke; null: it did not get as far as that
   * @param conversation in which it broke; null: the process could not tell
   */
  private record Outcome(
      Part part, String sentence, Checkpoint reached, List<TraceStep> conversation) {}

  private Outcome process(Checkpoint from, boolean aloud, Progress progress) {
    Checkpoint reached = null;
    Overheard overheard = new Overheard();
    try (ForkedProcess process = ForkedProcess.start(task(from, aloud), output, announcing)) {
      for (ForkWord word = process.hear(); word != null; word = process.hear()) {
        if (word instanceof ForkWord.Announced said) {
          announce(said.sentences());
        } else if (word instanceof ForkWord.Progressed said) {
          progress.at(said.property(), said.done(), said.total());
        } else if (word instanceof ForkWord.Reached said) {
          if (aloud && reached != null) {
            return new Outcome(null, null, reached, List.of()); // it did not break this time
          }
          reached = said.checkpoint();
        } else if (word instanceof ForkWord.Asking said) {
          overheard.asking(said);
        } else if (word instanceof ForkWord.Answered said) {
          overheard.answered(said);
        } else if (word instanceof ForkWord.Ended said) {
          remarks.addAll(said.remarks());
          return new Outcome(said.part(), null, reached, List.of());
        } else if (word instanceof ForkWord.Refused said) {
          return refused(from, said.sentence());
        } else if (word instanceof ForkWord.Broke said) {
          return new Outcome(null, said.sentence(), said.found(), said.conversation());
        }
      }
      String sentence = process.end() + (reached == null ? process.lastWords() : "");
      return new Outcome(null, sentence, reached, aloud ? overheard.conversation() : null);
    } catch (IOException e) {
      return new Outcome(null, "The driver's process could not be started: " + e, null, null);
    }
  }

  private Outcome refused(Checkpoint from, String sentence) {
    if (from == null) {
      throw new Unusable(sentence);
    }
    return new Outcome(null, sentence, null, List.of()); // it was usable before
  }

  private void announce(List<String> sentences) {
    if (!announced) {
      sentences.forEach(announcing);
      announced = true;
    }
  }

  private ForkTask task(Checkpoint from, boolean aloud) {
    return new ForkTask(
        jar.path(),
        jar.className(),
        options.driverOptions(),
        options.profile(),
        Catalogue.rules().stream().filter(options.wanted()).map(Rule::id).toList(),
        options.plan(),
        options.seed(),
        options.work(),
        options.tolerated().stream().sorted().toList(),
        options.limit().toSeconds(),
        from,
        aloud,
        null);
  }

  /**
   * A process that was gone at once could not tell what it was asked; another one tells it before.
   */
  private List<TraceStep> overheard(Checkpoint stage) {
    List<TraceStep> conversation = process(stage, true, Progress.SILENT).conversation();
    return conversation == null ? List.of() : conversation;
  }

  private Part abandoned(Checkpoint from, String sentence) {
    Kit kit =
        new Kit(
                () -> {
                  throw new DeviceBroke(sentence);
                },
                options.profile(),
                options.seed(),
                options.wanted(),
                options.plan())
            .only(options.work());
    if (from != null) {
      kit.from(from);
    }
    kit.run(Progress.SILENT);
    return kit.part(sentence);
  }

  /** The conversation with the newest device. */
  private static final class Overheard {
    private final List<TraceStep> steps = new ArrayList<>();
    private ForkWord.Asking open;

    void asking(ForkWord.Asking word) {
      if (word.fresh()) {
        steps.clear();
      }
      open = word;
    }

    void answered(ForkWord.Answered word) {
      steps.add(new TraceStep(open.request(), word.reply(), word.events()));
      open = null;
    }

    List<TraceStep> conversation() {
      if (open != null) {
        steps.add(new TraceStep(open.request(), null, List.of()));
        open = null;
      }
      return List.copyOf(steps);
    }
  }
}
