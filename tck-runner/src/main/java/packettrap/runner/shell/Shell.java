package packettrap.runner.shell;

import java.io.PrintStream;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import packettrap.runner.Unusable;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.Event;

/** Takes commands as devlink and dropwatch have them, and tells what the device did by itself. */
public final class Shell {
  private static final String HELP =
      """
      devlink [ -s | -v | -j | -p ] trap [ group | policer ] { show | set | help } ...
      devlink dev { show | reload DEV }
      devlink monitor [ all | OBJECT-LIST ]   objects that come and go, from now on
      set { alertmode { summary | packet } | trunc N | queue N | alertlimit N }
      set { sw | hw } { true | false }        what drop monitor reports
      start, stop, show, stats                drop monitor, as in dropwatch
      send FILE.pcap [ port N ]               frames of a capture into a port (1)
      send SCENARIO                           frames that hit a trap; a trap's name: all of its
      scenarios [ BEGINNING ]                 the names of scenarios
      wait [ SECONDS ]                        time passes
      monitor off                             ends devlink monitor
      help, quit
      A word of devlink may be given by its beginning; DEV is %s.
      """;

  private final TrapDevice device;
  private final DeviceDescription description;
  private final String name;
  private final Devlink devlink;
  private final Dropwatch dropwatch;
  private final Notices notices;
  private final Sending sending;
  private final PrintStream out;
  private final PrintStream err;
  private boolean succeeded = true;
  private boolean failed;

  /**
   * A shell for a device.
   *
   * @param name bus and name by which it is called here; null: its own
   * @param out what is asked for
   * @param err refusals and wrong words
   */
  public Shell(
      TrapDevice device, String name, CaptureFile captures, PrintStream out, PrintStream err) {
    this.device = device;
    this.description = device.description();
    this.name = name == null ? description.handle() : name;
    this.out = out;
    this.err = err;
    // What a simulation calls 1970 is not to depend on where it is read.
    ZoneId zone =
        description.has(Capability.VIRTUAL_TIME) ? ZoneOffset.UTC : ZoneId.systemDefault();
    this.notices = new Notices(this.name, out, err);
    this.devlink = new Devlink(device, description, this.name, notices, out, err);
    this.dropwatch = new Dropwatch(device, new Alerts(out, zone), out);
    this.sending = new Sending(device, description, captures, this::hear, out, err);
    device.poll(); // of what came before, nobody was to be told
  }

  /**
   * Runs one line.
   *
   * @return whether there may be another
   */
  public boolean run(String line) {
    List<String> words = Arrays.stream(line.strip().split("\\s+")).toList();
    String command = words.get(0);
    if (command.isEmpty() || command.startsWith("#")) {
      return true;
    } else if (command.equals("quit") || command.equals("exit")) {
      return false;
    }
    succeeded = false;
    try {
      succeeded = run(command, words.subList(1, words.size()));
    } catch (WrongSyntax | Unusable e) {
      err.println(e.getMessage());
    }
    device.poll().forEach(this::hear);
    failed |= !succeeded;
    out.flush();
    err.flush();
    return true;
  }

  private boolean run(String command, List<String> words) {
    return switch (command) {
      case "devlink" -> devlink.run(words);
      case "set" -> dropwatch.set(words);
      case "start" -> alone(command, words) && dropwatch.start();
      case "stop" -> alone(command, words) && dropwatch.stop();
      case "show" -> alone(command, words) && dropwatch.show();
      case "stats" -> alone(command, words) && dropwatch.stats();
      case "send" -> sending.send(words);
      case "scenarios" -> sending.list(words);
      case "wait" -> sending.wait(words);
      case "monitor" -> monitorOff(words);
      case "help" -> help();
      default -> throw new WrongSyntax("There is no command %s; try help.".formatted(command));
    };
  }

  private static boolean alone(String command, List<String> words) {
    if (!words.isEmpty()) {
      throw new WrongSyntax("%s takes no more words, but got %s".formatted(command, words.get(0)));
    }
    return true;
  }

  private boolean monitorOff(List<String> words) {
    if (!words.equals(List.of("off"))) {
      throw new WrongSyntax("It is devlink monitor, or monitor off.");
    } else if (!notices.stop()) {
      throw new WrongSyntax("devlink monitor was not on.");
    }
    return true;
  }

  private boolean help() {
    out.printf(HELP, name);
    return true;
  }

  private void hear(Event event) {
    notices.take(event);
    dropwatch.take(event);
  }

  /** Ctrl-C: ends what goes on beside the prompt, as it ends the programs. */
  public void interrupt() {
    notices.stop();
    if (dropwatch.receiving()) {
      dropwatch.stop();
    }
    out.flush();
  }

  /** Whether the last command did what it should; devlink's exit status would be 0. */
  boolean succeeded() {
    return succeeded;
  }

  /** Whether any command failed. */
  public boolean failed() {
    return failed;
  }

  /** What could stand in a line at this place. */
  public List<String> candidates(List<String> before) {
    return new Completion(description, name, sending::scenarios).after(before);
  }
}
