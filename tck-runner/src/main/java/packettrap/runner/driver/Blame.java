package packettrap.runner.driver;

import java.util.Arrays;
import java.util.Optional;
import packettrap.conformance.DeviceBroke;
import packettrap.spec.device.TrapDriver;

/** Says in one sentence what a driver did wrong, given what it threw or where it is stuck. */
public final class Blame {
  private Blame() {}

  /**
   * The sentence about something thrown while a driver was called.
   *
   * @param call what was called
   */
  static DeviceBroke thrown(Throwable thrown, String call) {
    return new DeviceBroke(sentence(thrown, call), thrown);
  }

  /** Whether something thrown is an exception of the kit's own, with its own meaning. */
  static boolean isKits(Throwable thrown) {
    Class<?> type = thrown.getClass();
    return thrown instanceof RuntimeException
        && type.getClassLoader() == Blame.class.getClassLoader()
        && type.getName().startsWith("packettrap.")
        && !type.getName().startsWith("packettrap.spec.");
  }

  private static String sentence(Throwable thrown, String call) {
    String where = place(thrown.getStackTrace()).orElse(call);
    String message = message(thrown);
    if (thrown instanceof ExitCalls.ExitAttempt) {
      return "The driver called " + message + " in " + where + "; a driver must not end the JVM.";
    } else if (thrown instanceof OutOfMemoryError) {
      return outOfMemory(" in " + where);
    } else if (thrown instanceof StackOverflowError) {
      return "The driver's calls nest without end in " + where + " (StackOverflowError).";
    } else if (thrown instanceof ExceptionInInitializerError e && e.getCause() != null) {
      Throwable cause = e.getCause();
      return "The driver threw %s in %s: %s"
          .formatted(
              cause.getClass().getName(),
              place(cause.getStackTrace()).orElse(where),
              message(cause));
    } else if (thrown instanceof UnsupportedClassVersionError) {
      return message + ".";
    } else if (thrown instanceof NoClassDefFoundError && !message.contains(" ")) {
      String name = message.replace('/', '.');
      return name.startsWith("packettrap.spec.") ? otherInterface(name) : missingClass(name);
    } else if (thrown instanceof IncompatibleClassChangeError) {
      return otherInterface(message);
    }
    boolean drivers = place(thrown.getStackTrace()).isPresent() || thrown instanceof LinkageError;
    return "%s threw %s in %s: %s"
        .formatted(
            drivers ? "The driver" : "The kit or the driver",
            thrown.getClass().getName(),
            where,
            message);
  }

  /** The sentence about memory that ran out. */
  public static String outOfMemory(String where) {
    return "The driver ran out of memory%s: the JVM has %d MiB (see -Xmx)."
        .formatted(where, Runtime.getRuntime().maxMemory() >> 20);
  }

  /** The sentence about a class that is not there. */
  static String missingClass(String name) {
    return "The driver needs the class %s, which is not in its jar; a driver sees the JDK,"
            .formatted(name)
        + " packettrap.spec, its own jar and the jars of its manifest's Class-Path, so put the class"
        + " into the jar (shade it).";
  }

  /** The sentence about a method of the interface that is missing on one side. */
  private static String otherInterface(String message) {
    return "The driver says it was compiled with version %d of the interface, this kit has version"
            .formatted(TrapDriver.VERSION)
        + " %d, yet they differ: %s".formatted(TrapDriver.VERSION, message);
  }

  /** Where in the driver a thread was that does not come back. */
  public static String stuckAt(StackTraceElement[] stack, String call) {
    return place(stack).orElse(call);
  }

  /** The method of the driver that the kit had called: the outermost of its frames. */
  private static Optional<String> place(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .filter(frame -> DriverLoader.NAME.equals(frame.getClassLoaderName()))
        .reduce((inner, outer) -> outer)
        .map(frame -> method(frame) + line(frame));
  }

  private static String method(StackTraceElement frame) {
    String type = frame.getClassName().replaceFirst(".*\\.", "");
    return switch (frame.getMethodName()) {
      case "<init>" -> "the constructor of " + type;
      case "<clinit>" -> "the static initialiser of " + type;
      default -> type + "." + frame.getMethodName();
    };
  }

  private static String line(StackTraceElement frame) {
    return frame.getFileName() == null || frame.getLineNumber() < 0
        ? ""
        : " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
  }

  /** A message on one line; a driver's exception may throw where it is asked for its message. */
  private static String message(Throwable thrown) {
    try {
      String message = thrown.getMessage();
      return message == null ? "no message" : message.strip().replaceAll("\\s*\\R\\s*", " ");
    } catch (RuntimeException | StackOverflowError e) {
      return "no message";
    }
  }
}
