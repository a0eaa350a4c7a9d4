package packettrap.explorer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Goes to every state of a machine, breadth first, with several threads.
 *
 * <p>States are longs in an open hash table that holds them whole, so that none is taken for
 * another; they are also listed in the order of their distance, which makes the list the queue, and
 * gives a shortest way to each of them without a note of where it came from. The threads go through
 * one distance after the other. Every transition is looked at; the core makes each step that is not
 * known yet (see {@link Steps}).
 */
public final class Explorer {
  /** States that are worked on before the table is given room for more. */
  private static final int ROUND = 1 << 13;

  private final Machine machine;
  private final StateSet states = new StateSet();
  private final List<Worker> workers = new ArrayList<>();
  private final AtomicInteger cursor = new AtomicInteger();
  private final CyclicBarrier barrier;
  private final List<Integer> distances = new ArrayList<>();

  /** The states that were found, the nearest first. */
  private long[] found = new long[1 << 10];

  private int end;

  /** Where the states of the last distance end that was worked on. */
  private int workedEnd;

  private int roundEnd;
  private boolean done;
  private volatile Throwable failure;

  private Explorer(Machine machine, List<Invariant> invariants, int threads, boolean byCore) {
    this.machine = machine;
    Watch watch = new Watch(invariants);
    for (int i = 0; i < threads; i++) {
      workers.add(new Worker(i == 0 ? machine : machine.another(), states, watch, byCore));
    }
    barrier = new CyclicBarrier(threads);
    states.add(machine.initial());
    found[end++] = machine.initial();
    String rule = watch.brokenBy(machine.initial());
    if (rule != null) {
      throw new IllegalArgumentException("the initial state breaks " + rule);
    }
  }

  /**
   * Explores until all was seen or an invariant is broken.
   *
   * <p>Invariants of states are looked at in every state, those of steps at every step that the
   * core makes. If one of these does not lead where it should by its footprint, the core reads or
   * writes more than it should; then all is explored anew as {@link #exploreByCore} does.
   */
  public static Exploration explore(Machine machine, List<Invariant> invariants, int threads) {
    try {
      return new Explorer(machine, invariants, threads, false).explore();
    } catch (Steps.Contradiction e) {
      return exploreByCore(machine, invariants, threads);
    }
  }

  /** The same, but the core makes every step from every state. */
  public static Exploration exploreByCore(
      Machine machine, List<Invariant> invariants, int threads) {
    return new Explorer(machine, invariants, threads, true).explore();
  }

  private Exploration explore() {
    List<Thread> helpers = new ArrayList<>();
    for (Worker worker : workers.subList(1, workers.size())) {
      Thread helper = new Thread(() -> help(worker), "explorer");
      helper.setDaemon(true);
      helper.start();
      helpers.add(helper);
    }
    Worker.Broken broken = null;
    int from = 0;
    while (from < end && broken == null) {
      distances.add(from);
      int levelEnd = end;
      for (int round = from; round < levelEnd; round += ROUND) {
        round(round, Math.min(levelEnd, round + ROUND));
      }
      from = levelEnd;
      workedEnd = levelEnd;
      broken = worst();
    }
    done = true;
    meet();
    return result(broken);
  }

  private void round(int from, int to) {
    states.reserve(end + (long) (to - from) * machine.inputs());
    cursor.set(from);
    roundEnd = to;
    meet();
    work(workers.get(0));
    meet();
    if (failure != null) {
      done = true;
      meet();
      throw failure instanceof Steps.Contradiction contradiction
          ? contradiction
          : new IllegalStateException(failure.getMessage(), failure);
    }
    for (Worker worker : workers) {
      if (end + worker.freshCount() > found.length) {
        found = Arrays.copyOf(found, 2 * (end + worker.freshCount()));
      }
      end = worker.give(found, end);
    }
  }

  private void help(Worker worker) {
    meet();
    while (!done) {
      work(worker);
      meet();
      meet();
    }
  }

  private void work(Worker worker) {
    try {
      worker.work(found, cursor, roundEnd);
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }

  private void meet() {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException("the exploration was interrupted", e);
    }
  }

  private Worker.Broken worst() {
    Worker.Broken worst = null;
    for (Worker worker : workers) {
      if (worker.worst() != null && worker.worst().isBefore(worst)) {
        worst = worker.worst();
      }
    }
    return worst;
  }

  private Exploration result(Worker.Broken broken) {
    long transitions = workers.stream().mapToLong(Worker::transitions).sum();
    long coreSteps = workers.stream().mapToLong(Worker::coreSteps).sum();
    Violation violation = broken == null ? null : violation(broken);
    return new Exploration(end, transitions, distances.size() - 1, coreSteps, violation);
  }

  private Violation violation(Worker.Broken broken) {
    LinkedList<ModelInput> inputs = new LinkedList<>();
    if (broken.input() >= 0) {
      inputs.add(machine.input(broken.input()));
    }
    // A state that breaks a rule was found from the last distance, a step started there.
    int distance = broken.input() >= 0 ? distances.size() - 2 : distances.size() - 1;
    long last = broken.before();
    long state = last;
    for (; distance >= 0; distance--) {
      long best = -1;
      int to = distance + 1 < distances.size() ? distances.get(distance + 1) : workedEnd;
      for (int i = distances.get(distance); i < to; i++) {
        if ((best < 0 || found[i] < best) && workers.get(0).between(found[i], state) >= 0) {
          best = found[i];
        }
      }
      inputs.addFirst(machine.input(workers.get(0).between(best, state)));
      state = best;
    }
    return new Violation(broken.rule(), broken.oddity(), inputs, last);
  }
}
