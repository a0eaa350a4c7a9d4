package packettrap.conformance.exhaustive;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import packettrap.explorer.ModelInput;
import packettrap.explorer.StateGraph;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.scenario.Scenario.Arrival;

/**
 * Plays walks through a scope with an {@link Ideal} device, so that it is known what a device must
 * do before it is asked.
 *
 * <p>A walk starts where the model does: the scope's objects are registered anew, and drop monitor
 * is as it was at first. Many walks are one life of a device.
 */
final class Rehearsal {
  /** How many actions start a walk. */
  static final int STARTING = 3;

  private static final int LONGEST = 1_000;
  private static final long DEFAULT_QUEUE = 1000;
  private static final Request SECOND = new Request.Advance(1_000_000_000L);

  private final ScopeCast cast;
  private final StateGraph graph;
  private final List<Action> actions;
  private final List<Action> starting;
  private final Supplier<int[]> walks;
  private final LongSupplier walked;
  private final List<Request> injections = new ArrayList<>();
  private final Request configure;
  private final Ideal first;
  private final List<Event> announcement;
  private Ideal ideal;
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
    this.cast = cast;
    this.graph = graph;
    this.actions = cast.actions();
    this.starting = starting(cast);
    this.walks = walks;
    this.walked = walked;
    this.configure = cast.config() == null ? null : new Request.Configure(cast.config());
    List<Arrival> known =
        cast.hits().stream().filter(Objects::nonNull).map(hit -> hit.arrivals().get(0)).toList();
    this.first = new Ideal(description, known);
    this.announcement = first.poll();
    for (var hit : cast.hits()) {
      injections.add(hit == null ? null : injection(hit.arrivals().get(0)));
    }
  }

  private static Request injection(Arrival arrival) {
    return new Request.Inject(arrival.port(), List.of(arrival.frame()));
  }

  /** The actions that start a walk; their numbers come behind those of the scope's inputs. */
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
    ideal = first.another(announcement);
    ideal.poll();
    ask(Life.ASIDE, new Request.Hold(true));
    while (walk.length > 0) {
      for (int i = 0; i < starting.size(); i++) {
        ask(actions.size() + i, starting.get(i).request());
      }
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
      if (!configured && configure != null) {
        ask(Life.ASIDE, configure);
        configured = true;
      }
      ask(number, injections.get(packet.trap() - 1));
    } else if (action.model() instanceof ModelInput.Tick) {
      ask(number, SECOND);
    } else if (action.model() instanceof ModelInput.SoftwareDrop) {
      ask(number, Session.SOFTWARE_DROP);
    } else if (action.model() instanceof ModelInput.Drain) {
      ask(Life.ASIDE, new Request.Hold(false));
      ask(Life.ASIDE, new Request.Hold(true));
    } else {
      if (action.refused() > 0) {
        ask(Life.ASIDE, new Request.Refuse(action.refused()));
      }
      ask(number, action.request());
    }
  }

  private void ask(int number, Request request) {
    if (request instanceof Request.Register || request instanceof Request.Reload) {
      configured = false;
    }
    Reply reply = ideal.call(request);
    life.add(number, request, reply, ideal.poll());
  }
}
