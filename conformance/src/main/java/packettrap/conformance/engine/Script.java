package packettrap.conformance.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What is to be done with a device, as small numbers: cheap to draw, and to make shorter.
 *
 * @param steps in their order
 */
public record Script(List<Step> steps) {
  public Script {
    steps = List.copyOf(steps);
  }

  /** Draws a script; the same weights and the same seed give the same script. */
  public static Script draw(Weights weights, int length, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int count = 1 + random.nextInt(length);
    List<Step> steps = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Op op = weights.pick(random.nextInt(weights.sum()));
      steps.add(new Step(op, bits(random), bits(random), bits(random)));
    }
    return new Script(steps);
  }

  private static int bits(SplittableRandom random) {
    return random.nextInt() >>> 1;
  }

  /** The script without some steps. */
  Script without(int from, int to) {
    List<Step> rest = new ArrayList<>(steps.subList(0, from));
    rest.addAll(steps.subList(to, steps.size()));
    return new Script(rest);
  }

  /** The script with another step at a place. */
  Script with(int place, Step step) {
    List<Step> changed = new ArrayList<>(steps);
    changed.set(place, step);
    return new Script(changed);
  }

  /** How often each kind of step is drawn, relative to the others. */
  public static final class Weights {
    private final int[] bounds = new int[Op.values().length];
    private static final Op[] OPS = Op.values();

    /** Weights in the form TRAP_SET, 5, TRAP_GET, 3 and so on. */
    public static Weights of(Object... pairs) {
      Weights weights = new Weights();
      int[] each = new int[OPS.length];
      for (int i = 0; i < pairs.length; i += 2) {
        each[((Op) pairs[i]).ordinal()] += (Integer) pairs[i + 1];
      }
      int sum = 0;
      for (int i = 0; i < each.length; i++) {
        sum += each[i];
        weights.bounds[i] = sum;
      }
      return weights;
    }

    int sum() {
      return bounds[bounds.length - 1];
    }

    Op pick(int number) {
      int i = 0;
      while (bounds[i] <= number) {
        i++;
      }
      return OPS[i];
    }
  }
}
