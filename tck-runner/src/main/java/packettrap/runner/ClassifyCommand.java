package packettrap.runner;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import packettrap.conformance.DeviceBroke;
import packettrap.runner.alerts.AlertFile;
import packettrap.runner.classify.CaptureReader;
import packettrap.runner.classify.Classification;
import packettrap.runner.classify.ClassificationJson;
import packettrap.runner.classify.ClassificationText;
import packettrap.runner.classify.Classifier;
import packettrap.runner.classify.MonitorPlan;
import packettrap.runner.classify.NamedConfig;
import packettrap.runner.report.Report;
import packettrap.runner.report.Version;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.AlertMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trap-tck classify}: tells what a switch does with the frames of a capture. */
@Command(
    name = "classify",
    description = "Tells what a switch does with each frame of a capture, and why.",
    footer = {
      "",
      "Frames come in at the times of the capture. Trap groups are unbound from their",
      "policers and drop traps trap, so that every packet is seen.",
      "",
      "Exit status: 0 every frame was classified; 2 wrong usage, or a file or driver",
      "that cannot be used; 4 the driver broke. Unless it is 0, nothing is written."
    })
final class ClassifyCommand implements Callable<Integer> {
  /** An attribute of 32 bits. */
  private static final long MOST_TRUNCATION = 0xffff_ffffL;

  @Parameters(
      paramLabel = "FILE",
      description = "The capture: a pcap or pcapng file with Ethernet frames.")
  private Path capture;

  @Option(
      names = "--config",
      paramLabel = "JSON",
      description =
          "The switch's configuration: a JSON file, or a bundled switch's name"
              + " (default: "
              + NamedConfig.USUAL
              + ").")
  private String config;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "1",
      description = "The port that all frames come in on (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--json",
      description = "One JSON document in place of text (classification.schema.json).")
  private boolean json;

  @Option(
      names = "--capture",
      paramLabel = "FILE",
      description =
          "Where to write drop monitor's alerts, as netlink messages in a pcap file, like dwdump.")
  private Path alerts;

  @Option(
      names = "--alert-mode",
      paramLabel = "MODE",
      description =
          "With --capture, packet: an alert a packet (default), or summary: counts once a second.")
  private AlertMode mode;

  @Option(
      names = "--trunc-len",
      paramLabel = "BYTES",
      description = "With --capture, bytes of a packet at most in its alert; 0: all (default).")
  private Long truncation;

  @Mixin private DriverChoice choice;

  private final Console console;
  private final Engine engine;

  ClassifyCommand(Console console, Engine engine) {
    this.console = console;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    Duration limit = choice.limit();
    MonitorPlan plan = plan();
    NamedConfig wanted = config == null ? null : NamedConfig.read(config);
    CaptureReader.check(capture);
    Candidate candidate = choice.candidate();
    AlertFile written = alertFile();
    try {
      Classification found =
          new DriverThread<Classification>(candidate, choice.options(), limit)
              .result(
                  console,
                  engine,
                  loaded ->
                      Classifier.classify(
                          capture,
                          device(loaded, written),
                          candidate.judged().jar(),
                          wanted,
                          port,
                          plan));
      String sentence = written == null ? null : written.finish();
      print(found, candidate.judged(), sentence);
      return Status.CONFORMANT.number();
    } catch (DeviceBroke e) {
      console.complain(e.getMessage());
      return Status.BROKEN.number();
    } finally {
      if (written != null) {
        written.withdraw();
      }
    }
  }

  /** How drop monitor is to tell of drops; null: it is not asked. */
  private MonitorPlan plan() {
    if (alerts == null) {
      refuse("--alert-mode", mode);
      refuse("--trunc-len", truncation);
      return null;
    }
    if (truncation != null && (truncation < 0 || truncation > MOST_TRUNCATION)) {
      throw new Unusable(
          "--trunc-len must be from 0 to %d, not %d.".formatted(MOST_TRUNCATION, truncation));
    }
    return new MonitorPlan(
        mode == null ? AlertMode.PACKET : mode, truncation == null ? 0 : truncation);
  }

  private static void refuse(String option, Object given) {
    if (given != null) {
      throw new Unusable(option + " needs --capture: it says what alerts are written there.");
    }
  }

  /** Begins the file of the alerts; it must not be the one that is read. */
  private AlertFile alertFile() {
    if (alerts == null) {
      return null;
    }
    try {
      if (Files.exists(alerts) && Files.isSameFile(alerts, capture)) {
        throw new Unusable(
            "--capture must name another file than %s, which is read.".formatted(capture));
      }
    } catch (IOException e) {
      throw new Unusable("%s cannot be compared with %s.".formatted(alerts, capture), e);
    }
    return AlertFile.create(alerts);
  }

  private static TrapDevice device(Supplier<TrapDevice> driver, AlertFile written) {
    TrapDevice device = driver.get();
    return written == null ? device : written.listeningTo(device);
  }

  private void print(Classification found, Report.JudgedDriver driven, String alertsWritten) {
    PrintStream out = console.out();
    if (json) {
      ClassificationJson.write(
          found,
          Version.get(),
          new ClassificationJson.Driver(driven.className(), driven.jar(), driven.sha256()),
          out::println);
    } else {
      ClassificationText.write(found, driven.className() + " in " + driven.jar(), out::println);
      if (alertsWritten != null) {
        out.println(alertsWritten);
      }
    }
    out.flush();
  }
}
