package packettrap.runner.classify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import packettrap.conformance.DeviceBroke;
import packettrap.runner.Unusable;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;

/**
 * Sends the frames of a capture into a switch, at the times at which they were captured.
 *
 * <p>Time stands still where a capture goes back in it.
 */
public final class Classifier {
  /** As long as a summary of drop monitor waits. Source: {@code dm_delay}. */
  private static final long SUMMARY = 1_000_000_000;

  private final TrapDevice device;
  private final int port;
  private final TrapWatch traps;

  /** Null: nothing waits in this switch. */
  private final Waiting waiting;

  private final List<Verdict> verdicts = new ArrayList<>();
  private long now;

  private Classifier(TrapDevice device, int port, SwitchConfig config) {
    this.device = device;
    this.port = port;
    this.traps = new TrapWatch(device, device.description().registration().traps());
    this.waiting = config == null || config.queues().isEmpty() ? null : new Waiting();
  }

  /**
   * Classifies a capture.
   *
   * @param driver the driver's jar, for sentences
   * @param config null: the usual one
   * @param plan null: drop monitor is not needed
   * @throws Unusable if the capture, the configuration or the driver cannot be used
   */
  public static Classification classify(
      Path capture,
      TrapDevice device,
      String driver,
      NamedConfig config,
      int port,
      MonitorPlan plan) {
    Preparation preparation = new Preparation(device, driver);
    preparation.checkDriver(port);
    NamedConfig applied = preparation.configure(config);
    preparation.unbindPolicers();
    preparation.reportDrops();
    if (plan != null) {
      preparation.startMonitor(plan);
    }
    device.poll();
    Classifier classifier = new Classifier(device, port, applied == null ? null : applied.config());
    CaptureReader.read(capture, classifier::take);
    classifier.end(applied);
    return new Classification(
        capture.getFileName().toString(),
        applied == null ? null : applied.name(),
        port,
        preparation.remarks(),
        classifier.verdicts);
  }

  private void take(CapturedFrame frame) {
    pass(frame.time() - now);
    ask(new Request.Inject(port, List.of(frame.frame())));
    Verdict verdict = new Verdict(frame, traps.hit());
    verdicts.add(verdict);
    for (Event event : device.poll()) {
      if (event instanceof Event.Transmitted sent) {
        verdict.leftBy(sent.port());
      }
    }
    if (waiting != null) {
      waiting.add(verdict, frame.frame());
    }
  }

  /** Time passes; what leaves meanwhile came in earlier. */
  private void pass(long nanos) {
    if (nanos <= 0) {
      return;
    }
    ask(new Request.Advance(nanos));
    now += nanos;
    for (Event event : device.poll()) {
      if (waiting != null && event instanceof Event.Transmitted sent) {
        waiting.left(sent.port(), sent.frame());
      }
    }
  }

  /** As much time as the queues need, and drop monitor. */
  private void end(NamedConfig config) {
    long longest = SUMMARY;
    if (config != null) {
      for (SwitchConfig.EgressQueue queue : config.config().queues()) {
        if (queue.rate() > 0) {
          longest = Math.max(longest, (queue.limit() + 1L) * SUMMARY / queue.rate());
        }
      }
    }
    pass(longest);
  }

  private void ask(Request request) {
    if (!(device.call(request) instanceof Reply.Done)) {
      throw new DeviceBroke("The device refused a " + request.getClass().getSimpleName() + ".");
    }
  }
}
