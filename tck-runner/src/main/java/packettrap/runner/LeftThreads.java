package packettrap.runner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Threads that a driver started and did not end; the verdict stands. */
final class LeftThreads {
  private static final long FAREWELL_MILLIS = 200;

  /** As many names are told; more are counted. */
  private static final int TOLD = 10;

  /** JNA has a daemon of its own, which a driver cannot end. */
  private static final String OF_A_LIBRARY = "JNA Cleaner";

  private LeftThreads() {}

  /** A remark about those in a group, or none. */
  static List<String> remarks(ThreadGroup group) {
    Thread[] threads = new Thread[group.activeCount() + 16];
    int count = group.enumerate(threads);
    List<Thread> left = new ArrayList<>(Arrays.asList(threads).subList(0, count));
    long end = System.nanoTime() + FAREWELL_MILLIS * 1_000_000;
    for (Thread thread : left) { // one that is about to end gets the time to
      Watch.join(thread, Math.max(1, (end - System.nanoTime()) / 1_000_000));
    }
    List<String> names =
        left.stream()
            .filter(Thread::isAlive)
            .map(Thread::getName)
            .filter(name -> !name.equals(OF_A_LIBRARY))
            .sorted()
            .toList();
    if (names.isEmpty()) {
      return List.of();
    }
    String more = names.size() > TOLD ? " and %d more".formatted(names.size() - TOLD) : "";
    return List.of(
        "The driver left threads running: %s%s."
            .formatted(names.stream().limit(TOLD).collect(Collectors.joining(", ")), more));
  }
}
