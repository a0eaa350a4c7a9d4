package packettrap.runner;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import packettrap.conformance.Profile;
import packettrap.runner.report.Version;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.rule.RuleHistory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.TypeConversionException;

/** The command line {@code trap-tck}. */
@Command(
    name = "trap-tck",
    description = "Judges whether a driver keeps the rules of Linux packet traps.",
    synopsisSubcommandLabel = "COMMAND",
    scope = CommandLine.ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Main.Versions.class)
public final class Main {
  /** What {@code --version} prints. */
  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "trap-tck %s, specification %s, driver interface %d"
            .formatted(Version.get(), RuleHistory.CURRENT, TrapDriver.VERSION)
      };
    }
  }

  /** As long as a call may take by default. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Prepared in advance: when it is needed, nothing can be made any more. */
  private static final String OUT_OF_MEMORY =
      "trap-tck: The memory ran out: the JVM has %d MiB (see -Xmx). A driver that fills it is judged with --fork.\n";

  private Main() {}

  /** Runs a command and ends the JVM, whatever a driver has left running. */
  public static void main(String... arguments) {
    Locale.setDefault(Locale.ROOT);
    Console console = Console.standard();
    int status = Status.BROKEN.number();
    try {
      status = execute(console, Engine.KIT, arguments);
      console.out().flush();
      console.err().flush();
    } finally {
      Ending.end(status, PATIENCE, console);
    }
  }

  private static Profile profile(String name) {
    return Arrays.stream(Profile.values())
        .filter(profile -> profile.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException("'" + name + "' is none of quick, full, soak"));
  }

  /** Runs a command and gives its exit status. */
  static int execute(Console console, Engine engine, String... arguments) {
    byte[] complaint =
        OUT_OF_MEMORY.formatted(Runtime.getRuntime().maxMemory() >> 20).getBytes(UTF_8);
    CommandLine line =
        new CommandLine(new Main())
            .addSubcommand(new RunCommand(console, engine))
            .addSubcommand(new MergeCommand(console))
            .addSubcommand(new LearnCommand(console, engine))
            .addSubcommand(new ClassifyCommand(console, engine))
            .addSubcommand(new ReplayCommand(console, engine))
            .addSubcommand(new DiffCommand(console))
            .addSubcommand(new VerifyCommand(console, engine))
            .addSubcommand(new SelfTestCommand(console))
            .addSubcommand(new ShellCommand(console, engine))
            .addSubcommand(new RulesCommand(console))
            .setOut(new PrintWriter(console.out(), true))
            .setErr(new PrintWriter(console.err(), true))
            .setColorScheme(
                CommandLine.Help.defaultColorScheme(
                    console.coloured() ? CommandLine.Help.Ansi.AUTO : CommandLine.Help.Ansi.OFF))
            .registerConverter(Profile.class, Main::profile)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(
                (wrong, given) -> {
                  console.complain(wrong.getMessage().replace("option option", "option"));
                  console
                      .err()
                      .println(
                          "Try "
                              + wrong.getCommandLine().getCommandSpec().qualifiedName()
                              + " --help.");
                  return Status.UNUSABLE.number();
                })
            .setExecutionExceptionHandler(
                (thrown, command, given) -> {
                  if (thrown instanceof Unusable unusable) {
                    console.complain(unusable.getMessage());
                    return Status.UNUSABLE.number();
                  }
                  console.complain("The kit broke: " + thrown);
                  return Status.BROKEN.number();
                });
    try {
      return line.execute(arguments);
    } catch (OutOfMemoryError e) {
      console.err().write(complaint, 0, complaint.length);
      console.err().flush();
      return Status.BROKEN.number();
    } catch (StackOverflowError | LinkageError e) {
      console.complain("The kit broke: " + e);
      return Status.BROKEN.number();
    }
  }
}
