package packettrap.conformance.exhaustive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import packettrap.conformance.engine.Oracle;
import packettrap.explorer.ModelInput;
import packettrap.explorer.StateGraph;
import packettrap.reference.Hardware.Fate;
import packettrap.reference.Input;
import packettrap.reference.Outcome;
import packettrap.spec.device.Answer;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.Port;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.scenario.Scenario.Arrival;
import packettrap.spec.scenario.Scenario.Departure;
import packettrap.spec.trap.Metadata;
import packettrap.spec.trap.TrapAction;

/**
 * Plays walks through a scope with the reference, so that it is known what a device must do before
 * the device is asked.
 *
 * <p>A walk starts where the model does: the scope's objects are registered anew, and drop monitor
 * is as it was at first. Many walks are one life of a device.
 */
final class Rehearsal {
  /** How many actions start a walk. */
  static final int STARTING = 3;

  private static final long SECOND = 1_000_000_000L;
  private static final int LONGEST = 6_000;
  private static final long DEFAULT_QUEUE = 1000;
  private static final Input DRAINED = new Input.Drained();

  private final DeviceDescription description;
  private final ScopeCast cast;
  private final StateGraph graph;
  private final List<Action> actions;
  private final Supplier<int[]> walks;
  private final LongSupplier walked;
  private final Request.Advance second = new Request.Advance(SECOND);
  private final List<Request> restart;
  private final List<List<Event>> sent = new ArrayList<>();
  private final Request configure;
  private final List<Request> injections = new ArrayList<>();
  private Oracle oracle;
  private Life life;
  private boolean configured;

  /** Transitions that were walked on in earlier lives. */
  private long counted;

  /**
   * A rehearsal of walks.
   *
   * @param walks transitions of one walk after the other; the last is followed by an empty one
   * @param walked how many transitions the walks went through so far
   */
  Rehearsal(
      DeviceDescription description,
      ScopeCast cast,
      StateGraph graph,
      Supplier<int[]> walks,
      LongSupplier walked) {
    this.description = description;
    this.cast = cast;
    this.graph = graph;
    this.actions = cast.actions();
    this.walks = walks;
    this.walked = walked;
    this.configure = cast.config() == null ? null : new Request.Configure(cast.config());
    this.restart = starting(cast).stream().map(Action::request).toList();
    for (var hit : cast.hits()) {
      List<Event> departing = new ArrayList<>();
      Request injection = null;
      if (hit != null) {
        Arrival arrival = hit.arrivals().get(0);
        List<Departure> departures = arrival.departures();
        for (Departure departure : departures == null ? List.<Departure>of() : departures) {
          departing.add(new Event.Transmitted(departure.port(), departure.frame()));
        }
        injection = new Request.Inject(arrival.port(), List.of(arrival.frame()));
      }
      sent.add(departing);
      injections.add(injection);
    }
  }

  /** The actions that start a walk, for {@link Bench}. */
  static List<Action> starting(ScopeCast cast) {
    return List.of(
        Action.ask(new ModelInput.MonitorStop(true, true), new Request.MonitorStop(true, true)),
        Action.ask(
            new ModelInput.MonitorConfigSet(0, (int) DEFAULT_QUEUE),
            new Request.MonitorConfigSet(0, null, DEFAULT_QUEUE)),
        Action.ask(new ModelInput.Register(0), cast.registering()));
  }

  /** The next life; null if there are no more walks. */
  Life next() {
    int[] walk = walks.get();
    if (walk.length == 0) {
      return null;
    }
    life = new Life();
    oracle = new Oracle(description);
    oracle.hardware().keepTokens();
    oracle.begin();
    configured = false;
    hold(true);
    while (walk.length > 0) {
      for (int i = 0; i < restart.size(); i++) {
        ask(actions.size() + i, restart.get(i));
      }
      configured = false;
      for (int transition : walk) {
        int number = graph.input(transition);
        act(number, actions.get(number));
      }
      walk = life.length() < LONGEST ? walks.get() : new int[0];
    }
    ask(Life.ASIDE, new Request.TrapDump());
    ask(Life.ASIDE, new Request.GroupDump());
    ask(Life.ASIDE, new Request.PolicerDump());
    long now = walked.getAsLong();
    life.end(now - counted);
    counted = now;
    return life;
  }

  private void act(int number, Action action) {
    if (action.model() instanceof ModelInput.Packet packet) {
      hit(number, packet.trap() - 1);
    } else if (action.model() instanceof ModelInput.Tick) {
      life.add(number, second, Reply.DONE, oracle.advance(SECOND).events());
    } else if (action.model() instanceof ModelInput.SoftwareDrop) {
      Request.SoftwareDrop drop = Session.SOFTWARE_DROP;
      Event.InputPort port =
          new Event.InputPort(description.ports().get(drop.port() - 1).ifindex(), null);
      Outcome outcome =
          oracle.feed(
              new Input.DroppedInSoftware(
                  port, drop.frame(), drop.pc(), drop.symbol(), drop.reason()));
      life.add(number, drop, Reply.DONE, outcome.events());
    } else if (action.model() instanceof ModelInput.Drain) {
      hold(false);
      hold(true);
    } else if (action.refused() > 0) {
      life.add(Life.ASIDE, new Request.Refuse(action.refused()), Reply.DONE, List.of());
      oracle.hardware().refuse(action.refused(), Answer.REFUSED);
      ask(number, action.request());
      oracle.hardware().refuse(0, null);
    } else {
      ask(number, action.request());
    }
  }

  private void hold(boolean on) {
    List<Event> events = on ? List.of() : oracle.feed(DRAINED).events();
    life.add(Life.ASIDE, new Request.Hold(on), Reply.DONE, events);
  }

  private void ask(int number, Request request) {
    Outcome outcome = oracle.ask(request);
    if (request instanceof Request.Register || request instanceof Request.Reload) {
      configured = false;
    }
    life.add(number, request, outcome.reply(), outcome.events());
  }

  private void hit(int number, int trap) {
    if (!configured && configure != null) {
      life.add(Life.ASIDE, configure, Reply.DONE, List.of());
      configured = true;
    }
    TrapAction action = oracle.hardware().action(trap);
    Fate fate = oracle.hardware().hit(trap);
    List<Event> events = new ArrayList<>();
    if (action == TrapAction.MIRROR) {
      events.addAll(sent.get(trap));
    }
    if (fate == Fate.COPIED) {
      Arrival arrival = cast.hits().get(trap).arrivals().get(0);
      Port port = description.ports().get(arrival.port() - 1);
      boolean cookie =
          cast.scope()
              .registration()
              .traps()
              .get(trap)
              .metadata()
              .contains(Metadata.FLOW_ACTION_COOKIE);
      Cookie told = cookie ? arrival.cookie() : null;
      events.addAll(
          oracle
              .feed(
                  new Input.Reported(
                      trap,
                      arrival.port(),
                      new Event.InputPort(port.ifindex(), port.name()),
                      arrival.frame(),
                      told))
              .events());
    }
    life.add(number, injections.get(trap), Reply.DONE, events);
  }
}
