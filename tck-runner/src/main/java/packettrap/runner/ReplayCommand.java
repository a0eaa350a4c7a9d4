package packettrap.runner;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import packettrap.conformance.report.Counterexample;
import packettrap.spec.json.Json;
import packettrap.spec.json.JsonException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code trap-tck replay}: has the conversation of a counterexample once more. */
@Command(
    name = "replay",
    description = "Repeats a counterexample of an earlier run.",
    footer = {
      "",
      "Exit status: 0 the driver keeps the rules now; 1 it breaks one; 2 wrong usage,",
      "or a file or driver that cannot be used; 4 the driver or the kit broke."
    })
final class ReplayCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "TRACE.json",
      description = "A counterexample-N.json from the folder of a report.")
  private String trace;

  @Mixin private DriverChoice choice;

  private final Console console;
  private final Engine engine;

  ReplayCommand(Console console, Engine engine) {
    this.console = console;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    Duration limit = choice.limit();
    Counterexample told = read(trace);
    Candidate candidate = choice.candidate();
    return new ReplayRun(told, candidate, console)
        .pass(new DriverThread<>(candidate, choice.options(), limit), engine)
        .number();
  }

  private static Counterexample read(String name) {
    try {
      Counterexample told = Json.read(Files.readString(Path.of(name)), Counterexample.class);
      if (told == null) {
        throw new Unusable(name + " is no counterexample of trap-tck: there is nothing in it.");
      } else if (told.steps().isEmpty()) {
        throw new Unusable(
            name + " has no steps to repeat: the rule was broken before anything was asked.");
      }
      return told;
    } catch (JsonException | MalformedInputException e) {
      throw new Unusable(
          "%s is no counterexample of trap-tck: %s".formatted(name, e.getMessage()), e);
    } catch (IOException | InvalidPathException e) {
      throw new Unusable(
          "%s cannot be read (%s)."
              .formatted(name, e.getClass().getSimpleName().replace("Exception", "")),
          e);
    } catch (RuntimeException e) {
      if (e instanceof Unusable) {
        throw e;
      }
      throw new Unusable(name + " is no counterexample of trap-tck: " + e.getMessage(), e);
    }
  }
}
