package packettrap.runner;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import packettrap.conformance.DeviceBroke;
import packettrap.runner.classify.CaptureReader;
import packettrap.runner.classify.NamedConfig;
import packettrap.runner.shell.CaptureFile;
import packettrap.runner.shell.Prompt;
import packettrap.runner.shell.Shell;
import packettrap.spec.device.Capability;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code trap-tck shell}: a prompt that speaks as devlink and dropwatch do. */
@Command(
    name = "shell",
    description = "Talks to a device as devlink and dropwatch do; try help in it.",
    footer = {
      "",
      "From a pipe or a file it reads commands without a prompt.",
      "",
      "Exit status: 0; 1 a command failed that came from a pipe or a file; 2 wrong",
      "usage, or a file or driver that cannot be used; 4 the driver broke."
    })
final class ShellCommand implements Callable<Integer> {
  private static final int FAILED = 1;

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
      names = "--name",
      paramLabel = "BUS/DEVICE",
      description = "What the device is called here (default: its own name).")
  private String name;

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description = "Where lines are kept for the next session (default: nowhere).")
  private Path history;

  @Mixin private DriverChoice choice;

  private final Console console;
  private final Engine engine;

  ShellCommand(Console console, Engine engine) {
    this.console = console;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    Duration limit = choice.limit();
    if (name != null && !name.matches("[^/\\s]+/[^/\\s]+")) {
      throw new Unusable(
          "--name must be a bus and a device, as pci/0000:01:00.0, not " + name + ".");
    }
    NamedConfig wanted = config == null ? null : NamedConfig.read(config);
    InputStream input = System.in; // before it is taken away from the driver
    boolean somebody = console.terminal() && Console.consoleIsTerminal();
    Candidate candidate = choice.candidate();
    try {
      boolean failed =
          new DriverThread<Boolean>(candidate, choice.options(), limit)
              .result(
                  console,
                  engine,
                  loaded -> {
                    try (TrapDevice device = loaded.get()) {
                      return talk(device, wanted, somebody, input);
                    }
                  });
      return failed ? FAILED : Status.CONFORMANT.number();
    } catch (DeviceBroke e) {
      console.complain(e.getMessage());
      return Status.BROKEN.number();
    }
  }

  private boolean talk(TrapDevice device, NamedConfig wanted, boolean somebody, InputStream input) {
    configure(device, wanted);
    CaptureFile captures =
        (file, taker) -> CaptureReader.read(file, frame -> taker.take(frame.time(), frame.frame()));
    Shell shell = new Shell(device, name, captures, console.out(), console.err());
    if (!somebody) {
      Prompt.read(input, shell);
      return shell.failed();
    }
    Prompt.ask(shell, history);
    return false;
  }

  /** A switch that was not told how to be configured gets what most scenarios play on. */
  private void configure(TrapDevice device, NamedConfig wanted) {
    if (!device.description().has(Capability.SWITCH)) {
      if (wanted != null) {
        throw new Unusable("The switch of this driver cannot be configured; leave out --config.");
      }
      return;
    }
    NamedConfig given = wanted == null ? NamedConfig.read(NamedConfig.USUAL) : wanted;
    if (device.call(new Request.Configure(given.config())) instanceof Reply.Failed failed) {
      String sentence =
          "The device refuses the configuration %s: %s."
              .formatted(
                  given.name(),
                  failed.message() == null ? failed.errno().text() : failed.message());
      if (wanted != null) {
        throw new Unusable(sentence);
      }
      console.announce(sentence);
    }
  }
}
