package packettrap.runner.driver.exec;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import packettrap.conformance.DeviceBroke;
import packettrap.runner.Unusable;
import packettrap.runner.driver.DriverOutput;
import packettrap.runner.driver.lines.DriverLine;
import packettrap.runner.driver.lines.HostLine;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.json.Json;
import packettrap.spec.json.JsonException;

/** The conversation with a driver's process, which is started again if it was given up. */
final class Talk {
  /** As many lines are read to their end from a driver that was given up; then it starts anew. */
  private static final int DRAINED = 10_000;

  private final List<String> command;
  private final Map<String, String> options;
  private final Duration limit;
  private final DriverOutput output;
  private Child child;
  private DriverLine.Hello hello;

  Talk(List<String> command, Map<String, String> options, Duration limit, DriverOutput output) {
    this.command = command;
    this.options = options;
    this.limit = limit;
    this.output = output;
  }

  /**
   * Starts the process and lets it introduce itself.
   *
   * @throws Unusable if it cannot be used
   * @throws DeviceBroke if it breaks
   */
  DriverLine.Hello begin() {
    child = Child.start(command, limit, output);
    HostLine line = new HostLine.Hello(TrapDriver.VERSION, options);
    DriverLine said = ask(line, DriverLine.class, before -> false);
    if (said instanceof DriverLine.Answer refusal) {
      throw new Unusable(
          "The driver's process refuses to start: "
              + (refusal.message() != null
                  ? refusal.message()
                  : refusal.errno() != null ? refusal.errno() : "it gives no reason"));
    } else if (!(said instanceof DriverLine.Hello introduced)) {
      throw wrongKind(said, DriverLine.Hello.class);
    } else if (introduced.version() != TrapDriver.VERSION) {
      throw new Unusable(
          "The driver was written for version %d of the interface, and this kit has version %d."
              .formatted(introduced.version(), TrapDriver.VERSION));
    } else {
      hello = introduced;
    }
    return hello;
  }

  /** A new device: everything before is forgotten. */
  void renew() {
    renew(line -> false);
  }

  /** A new device, which has something to tell from the start. */
  void renew(Before before) {
    if (child == null) {
      DriverLine.Hello first = hello;
      if (!begin().equals(first)) {
        throw new DeviceBroke(
            "The driver's process introduced itself otherwise when it was started again.");
      }
    }
    ask(new HostLine.New(), DriverLine.Ready.class, before);
  }

  /** Takes what comes before an answer; false: that cannot be. */
  interface Before {
    boolean take(DriverLine line);
  }

  /**
   * Says a line and gives the answer.
   *
   * @param before takes what comes before the answer; what it throws goes to the caller when the
   *     answer is there
   */
  <A extends DriverLine> A ask(HostLine line, Class<A> kind, Before before) {
    if (child == null) {
      throw new DeviceBroke("The driver broke before and is not called again.");
    }
    try {
      child.say(Json.write(line), line.getClass().getSimpleName());
      while (true) {
        DriverLine said = hear();
        if (isAnswer(said)) {
          if (!kind.isInstance(said)) {
            throw wrongKind(said, kind);
          }
          return kind.cast(said);
        }
        take(said, before);
      }
    } catch (DeviceBroke e) {
      end();
      throw e;
    }
  }

  private void take(DriverLine said, Before before) {
    boolean fits;
    try {
      fits = before.take(said);
    } catch (DeviceBroke e) {
      throw e;
    } catch (RuntimeException e) { // the driver did what no driver may do
      drain();
      throw e;
    }
    if (!fits) {
      throw child.babble(
          Json.write(said), "a %s does not fit here".formatted(said.getClass().getSimpleName()));
    }
  }

  /** Leaves the process where it waits for the next line, or ends it. */
  private void drain() {
    try {
      for (int i = 0; i < DRAINED; i++) {
        if (isAnswer(hear())) {
          return;
        }
      }
    } catch (DeviceBroke e) {
      // what it did before counts
    }
    end();
  }

  private DriverLine hear() {
    String line = child.hear();
    try {
      return Json.read(line, DriverLine.class);
    } catch (JsonException e) {
      throw child.babble(line, "which is no message, " + e.getMessage());
    }
  }

  private static boolean isAnswer(DriverLine line) {
    return !(line instanceof DriverLine.Report
        || line instanceof DriverLine.Transmit
        || line instanceof DriverLine.Happened);
  }

  private DeviceBroke wrongKind(DriverLine said, Class<?> kind) {
    return child.babble(
        Json.write(said), "the answer has to be a line of type " + kind.getSimpleName());
  }

  /** The sentence about an answer that cannot be right; the process is given up. */
  DeviceBroke babble(DriverLine said, String why) {
    DeviceBroke broke = child.babble(Json.write(said), why);
    end();
    return broke;
  }

  /** Ends the process; it is started again for the next device. */
  void end() {
    if (child != null) {
      child.end();
      child = null;
    }
  }
}
