package packettrap.runner.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import packettrap.spec.message.Event;
import packettrap.spec.message.View;

/**
 * What {@code devlink monitor} prints: objects that come and go.
 *
 * <p>The program waits for them; here it goes on to listen while other commands are given.
 */
final class Notices {
  private static final DevlinkOptions PLAIN = new DevlinkOptions(false, false, false, false);
  private static final List<String> OBJECTS =
      List.of("all", "dev", "port", "lc", "health", "trap", "trap-group", "trap-policer");
  private static final String USAGE =
      """
      Usage: devlink monitor [ all | OBJECT-LIST ]
      where  OBJECT-LIST := { dev | port | lc | health | trap | trap-group | trap-policer }
      """;

  private final String handle;
  private final PrintStream out;
  private final PrintStream err;
  private final List<String> wanted = new ArrayList<>();

  Notices(String handle, PrintStream out, PrintStream err) {
    this.handle = handle;
    this.out = out;
    this.err = err;
  }

  /** From now on, notifications are printed. */
  boolean listen(Arguments arguments) {
    if (arguments.take("help")) {
      err.print(USAGE);
      return true;
    }
    List<String> objects = new ArrayList<>();
    while (!arguments.none()) {
      String object = arguments.name();
      if (!OBJECTS.contains(object)) {
        throw new WrongSyntax("Unknown object \"%s\"".formatted(object));
      }
      objects.add(object);
    }
    wanted.clear();
    wanted.addAll(objects.isEmpty() ? List.of("all") : objects);
    return true;
  }

  /** From now on, none is. */
  boolean stop() {
    boolean listened = !wanted.isEmpty();
    wanted.clear();
    return listened;
  }

  /** Prints an event if it is a notification that is wanted. */
  void take(Event event) {
    if (event instanceof Event.TrapNotice notice) {
      print("trap", notice.change(), notice.trap());
    } else if (event instanceof Event.GroupNotice notice) {
      print("trap-group", notice.change(), notice.group());
    } else if (event instanceof Event.PolicerNotice notice) {
      print("trap-policer", notice.change(), notice.policer());
    }
  }

  private void print(String object, Event.Change change, View view) {
    if (wanted.contains("all") || wanted.contains(object)) {
      out.printf(
          "[%s,%s] %s: %s%n",
          object,
          change.name().toLowerCase(Locale.ROOT),
          handle,
          DevlinkObject.of(view, PLAIN).line());
    }
  }
}
