package packettrap.conformance.engine;

import java.util.ArrayList;
import java.util.List;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.message.Request;
import packettrap.spec.packet.Frame;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.scenario.Scenario.Arrival;

/**
 * Does the requests of an earlier conversation once more, with the comparison that a script has.
 *
 * <p>What a frame must lead to is in the scenarios. Of a device with traffic of its own, what was
 * found only by waiting long enough is not found again.
 */
public final class Retelling {
  private final Lockstep lockstep;
  private final List<Scenario> scenarios;
  private final List<Request> unsupported;

  /**
   * A conversation with a device.
   *
   * @param scenarios those that can be played on it
   */
  public Retelling(Lockstep lockstep, List<Scenario> scenarios) {
    this.lockstep = lockstep;
    this.scenarios = scenarios;
    this.unsupported = Unsupported.requests(lockstep.subject().description());
  }

  /**
   * Asks one request more.
   *
   * @throws Difference if the rules demand something else than what happens
   * @throws IllegalArgumentException if it has frames that no scenario has
   */
  public void ask(Request request) {
    if (unsupported.contains(request)) {
      lockstep.askUnsupported(request);
    } else if (request instanceof Request.Inject inject) {
      inject(inject);
    } else if (request instanceof Request.Advance advance) {
      lockstep.advance(advance.nanos());
      lockstep.traffic().resumed();
    } else if (request instanceof Request.Configure configure) {
      lockstep.configure(known(configure.config()));
    } else if (request instanceof Request.Fail fail) {
      lockstep.fail(fail.callback(), fail.on());
    } else if (request instanceof Request.Refuse refuse) {
      lockstep.refuse(refuse.nth()); // asked together with the next request
    } else if (request instanceof Request.SoftwareDrop drop) {
      lockstep.dropInSoftware(drop);
    } else if (request instanceof Request.Ports ports) {
      lockstep.takePorts(ports.up());
    } else if (!(request instanceof Request.Hold)) {
      lockstep.ask(request);
    }
  }

  /** The scenarios' own configuration if it is equal: it is the one that they are played with. */
  private SwitchConfig known(SwitchConfig config) {
    for (Scenario scenario : scenarios) {
      if (config != null && config.equals(scenario.config())) {
        return scenario.config();
      }
    }
    return config;
  }

  private void inject(Request.Inject request) {
    for (boolean configured : new boolean[] {true, false}) {
      for (Scenario scenario : scenarios) {
        SwitchConfig config = configured ? lockstep.config() : null;
        boolean fits =
            config == null ? scenario.config() == null : config.equals(scenario.config());
        for (List<Arrival> run : fits ? runs(scenario) : List.<List<Arrival>>of()) {
          if (isRepeated(run, request)) {
            lockstep.traffic().resume(scenario, run, request.frames().size() / run.size());
            return;
          }
        }
      }
    }
    throw new IllegalArgumentException("no scenario for this device has these frames");
  }

  /** What a scenario injects at once: arrivals in a row on one port. */
  private static List<List<Arrival>> runs(Scenario scenario) {
    List<List<Arrival>> runs = new ArrayList<>();
    for (Arrival arrival : scenario.arrivals()) {
      List<Arrival> last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
      if (last == null || last.get(0).port() != arrival.port()) {
        runs.add(new ArrayList<>(List.of(arrival)));
      } else {
        last.add(arrival);
      }
    }
    return runs;
  }

  private static boolean isRepeated(List<Arrival> run, Request.Inject request) {
    List<Frame> frames = request.frames();
    boolean same =
        !frames.isEmpty() && frames.size() % run.size() == 0 && run.get(0).port() == request.port();
    for (int i = 0; same && i < frames.size(); i++) {
      same = frames.get(i).equals(run.get(i % run.size()).frame());
    }
    return same;
  }
}
