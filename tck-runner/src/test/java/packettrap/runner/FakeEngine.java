package packettrap.runner;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import packettrap.conformance.DeviceBroke;
import packettrap.conformance.Part;
import packettrap.conformance.Progress;
import packettrap.conformance.report.Conclusion;
import packettrap.conformance.report.RuleResult;
import packettrap.conformance.report.RunResult;
import packettrap.conformance.report.Verdict;
import packettrap.reference.HostedDevice;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.message.Event;
import packettrap.spec.message.Request;
import packettrap.spec.packet.Frame;
import packettrap.spec.rule.Catalogue;
import packettrap.spec.rule.Rule;
import packettrap.spec.trap.TrapAction;

/** A kit that asks a handful of requests and finds every device conformant that survives them. */
class FakeEngine implements Engine {
  private static final List<Request> REQUESTS =
      List.of(
          new Request.TrapDump(),
          Request.set("lldp", TrapAction.MIRROR),
          new Request.Inject(1, List.of(Frame.parse("0180c200000e 020000000001 88cc"))),
          new Request.Advance(1_000_000_000),
          new Request.Reload());

  @Override
  public TrapDevice host(Supplier<TrapDriver> driver) {
    return new HostedDevice(driver.get());
  }

  @Override
  public Run prepare(Supplier<TrapDevice> devices, RunOptions options) {
    return new Run() {
      private volatile long requests;

      @Override
      public RunResult run(Progress progress) {
        try (TrapDevice device = devices.get()) {
          device.description();
          for (Request request : REQUESTS) {
            device.call(request);
            for (Event event : device.poll()) {
              event.toString();
            }
            requests++;
            progress.at("fake", requests, REQUESTS.size());
          }
          return result(judged(options.wanted()));
        } catch (DeviceBroke e) {
          return abandon(e.getMessage());
        }
      }

      @Override
      public RunResult abandon(String error) {
        return new RunResult(
            Conclusion.ERROR, requests, List.of(), List.of(), List.of(), error, null, null);
      }

      @Override
      public Part part(String error) {
        throw new UnsupportedOperationException("this is a whole run");
      }

      private RunResult result(List<RuleResult> rules) {
        return FakeEngine.this.result(
            new RunResult(
                Conclusion.CONFORMANT, requests, rules, List.of(), List.of(), null, null, null));
      }
    };
  }

  /** What a run that came to its end found. */
  protected RunResult result(RunResult passed) {
    return passed;
  }

  private static List<RuleResult> judged(Predicate<Rule> wanted) {
    return Catalogue.rules().stream()
        .filter(wanted)
        .map(rule -> new RuleResult(rule.id(), rule.level(), Verdict.PASS, 5, null, null))
        .toList();
  }
}
