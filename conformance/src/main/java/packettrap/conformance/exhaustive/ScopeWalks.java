package packettrap.conformance.exhaustive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import packettrap.conformance.DeviceBroke;
import packettrap.conformance.Progress;
import packettrap.conformance.engine.Exercised;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.TransitionCoverage;
import packettrap.explorer.Machine;
import packettrap.explorer.Scope;
import packettrap.explorer.StateGraph;
import packettrap.explorer.StateTour;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.scenario.Scenario;

/**
 * Walks with a device through the transitions of a scope of the model.
 *
 * <p>The reference goes ahead in a thread of its own (see {@link Rehearsal}); the device is called
 * in the thread of the caller, and what it does is compared for equality, which is fast. Where it
 * is not equal, the rules may still allow it: then all is done again with the kit's careful
 * comparison, which decides, and names the rules.
 */
public final class ScopeWalks implements Walking {
  private static final int MOST_STATES = 4_000_000;
  private static final int AHEAD = 3;

  /** Transitions of a walk, at most. */
  private static final int LONGEST = 2_000;

  /** Lives that differ where the rules allow it: from there on the model says where others are. */
  private static final int PATIENCE = 2;

  /** Requests that the search for a shorter counterexample may take. */
  private static final long SEARCH = 2_000_000;

  private static final Life END = new Life();

  private final Supplier<TrapDevice> devices;
  private final DeviceDescription description;
  private final ScopeCast cast;
  private final long budget;
  private final StateGraph graph;
  private final List<Action> actions;
  private final Bench bench;
  private long requests;
  private int allowed;
  private volatile long exercised;

  private ScopeWalks(
      Supplier<TrapDevice> devices, DeviceDescription description, ScopeCast cast, long budget) {
    this.devices = devices;
    this.description = description;
    this.cast = cast;
    this.budget = budget;
    this.graph = StateGraph.of(new Machine(cast.scope()), MOST_STATES);
    this.actions = new ArrayList<>(cast.actions());
    actions.addAll(Rehearsal.starting(cast));
    this.bench = new Bench(devices, description, actions);
  }

  /**
   * Walks through a scope; none if the device cannot play it.
   *
   * @param scenarios those that can be played on the device
   * @param budget requests after which no new walk begins
   */
  public static Optional<ScopeWalks> of(
      Supplier<TrapDevice> devices,
      DeviceDescription description,
      List<Scenario> scenarios,
      Scope scope,
      long budget) {
    return ScopeCast.of(devices, description, scenarios, scope)
        .map(cast -> new ScopeWalks(devices, description, cast, budget));
  }

  @Override
  public long requests() {
    return requests + bench.requests();
  }

  @Override
  public Optional<Counterexample> run(Progress progress, Exercised counting) {
    StateTour tour = new StateTour(graph, LONGEST);
    int[] broken = walk(tour::next, tour::walked, budget, progress);
    if (broken == null) {
      return Optional.empty();
    }
    int[] nearer = walk(nearest(broken.length - Rehearsal.STARTING), () -> 0L, SEARCH, progress);
    int[] shortest = nearer != null && nearer.length < broken.length ? nearer : broken;
    return Optional.of(
        new Shortening(bench, description, actions).counterexample(TITLE, shortest, true));
  }

  /**
   * Shortest ways to every state, each with one transition more, the shortest first.
   *
   * @param length of the ways that are too long
   */
  private Supplier<int[]> nearest(int length) {
    int[] at = {0, 0};
    return () -> {
      while (at[0] < graph.states() && graph.first(at[0]) + at[1] == graph.end(at[0])) {
        at[0]++;
        at[1] = 0;
      }
      int[] way = at[0] == graph.states() ? null : graph.wayTo(at[0]);
      if (way == null || way.length + 1 >= length) {
        return new int[0];
      }
      int[] walk = Arrays.copyOf(way, way.length + 1);
      walk[way.length] = graph.first(at[0]) + at[1]++;
      return walk;
    };
  }

  /** Walks; gives the actions up to the first that the rules do not allow, or null. */
  private int[] walk(Supplier<int[]> walks, LongSupplier walked, long most, Progress progress) {
    BlockingQueue<Life> lives = new ArrayBlockingQueue<>(AHEAD);
    Rehearsal rehearsal = new Rehearsal(description, cast, graph, walks, walked);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread ahead = new Thread(() -> rehearse(rehearsal, lives, failure), "rehearsal");
    ahead.setDaemon(true);
    ahead.start();
    try {
      long end = requests + most;
      for (Life life = lives.take(); life != END; life = lives.take()) {
        progress.at(TITLE, exercised, graph.transitions());
        int difference = live(life);
        if (difference < 0) {
          exercised += life.walked();
        } else {
          int[] broken = carefully(life, difference);
          if (broken != null) {
            return broken;
          }
          allowed++;
        }
        if (requests >= end || allowed == PATIENCE) {
          return null;
        }
      }
      if (failure.get() != null) {
        throw new IllegalStateException("the walks could not be rehearsed", failure.get());
      }
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeviceBroke("the walks were interrupted", e);
    } finally {
      ahead.interrupt();
    }
  }

  private static void rehearse(
      Rehearsal rehearsal, BlockingQueue<Life> lives, AtomicReference<Throwable> failure) {
    try {
      try {
        for (Life life = rehearsal.next(); life != null; life = rehearsal.next()) {
          lives.put(life);
        }
      } catch (RuntimeException | Error e) { // whoever waits for lives must not wait for ever
        failure.set(e);
      }
      lives.put(END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A new device lives a life; gives the number of the first request that differs, or -1. */
  private int live(Life life) {
    int number = 0;
    try (TrapDevice device = devices.get()) {
      device.poll();
      for (; number < life.length(); number++) {
        Reply reply = device.call(life.request(number));
        List<Event> events = device.poll();
        requests++;
        if (!life.reply(number).equals(reply) || !Equality.of(life.events(number), events)) {
          return number;
        }
      }
      return -1;
    } catch (DeviceBroke e) {
      throw e;
    } catch (RuntimeException | Error e) { // whatever it is, it is the device's
      return number;
    }
  }

  /**
   * Does a life again as the kit compares, up to a request and without what only the reference
   * sees; gives the actions if the rules do not allow what happens then, or null.
   */
  private int[] carefully(Life life, int last) {
    int walk = 0;
    for (int i = 0; i <= last; i++) {
      walk = life.action(i) == cast.scope().inputs().size() ? i : walk;
    }
    for (int from : new int[] {walk, 0}) {
      int[] sequence = life.actions(from, last);
      if (bench.run(sequence, sequence.length, true, new Exercised(), List.of()).isPresent()) {
        return sequence;
      }
    }
    return null;
  }

  @Override
  public TransitionCoverage coverage() {
    return new TransitionCoverage(
        cast.scope().name(), graph.states(), graph.transitions(), exercised);
  }
}
