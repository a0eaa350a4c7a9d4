package packettrap.runner.driver.exec;

import java.util.Map;

/** Says how a process ended. */
public final class Exits {
  private static final int SIGNALLED = 128;

  /** Signals that end processes, by their numbers on Linux. */
  private static final Map<Integer, String> SIGNALS =
      Map.ofEntries(
          Map.entry(1, "SIGHUP"),
          Map.entry(2, "SIGINT"),
          Map.entry(3, "SIGQUIT"),
          Map.entry(4, "SIGILL"),
          Map.entry(5, "SIGTRAP"),
          Map.entry(6, "SIGABRT"),
          Map.entry(7, "SIGBUS"),
          Map.entry(8, "SIGFPE"),
          Map.entry(9, "SIGKILL"),
          Map.entry(11, "SIGSEGV"),
          Map.entry(13, "SIGPIPE"),
          Map.entry(14, "SIGALRM"),
          Map.entry(15, "SIGTERM"),
          Map.entry(24, "SIGXCPU"),
          Map.entry(25, "SIGXFSZ"),
          Map.entry(31, "SIGSYS"));

  private Exits() {}

  /** The verb of a sentence about a process. */
  public static String how(int status) {
    String name = SIGNALS.get(status - SIGNALLED);
    return name == null
        ? "ended with exit status " + status
        : "died of signal " + (status - SIGNALLED) + " (" + name + ")";
  }
}
