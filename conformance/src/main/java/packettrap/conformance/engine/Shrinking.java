package packettrap.conformance.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes a script that shows a difference as short as it can: first fewer steps, then smaller
 * numbers in them.
 */
public final class Shrinking {
  private static final int MOST_TRIES = 1500;

  private final Predicate<Script> differs;
  private int tries;

  private Shrinking(Predicate<Script> differs) {
    this.differs = differs;
  }

  /**
   * A shorter script that differs too.
   *
   * @param script one that differs
   * @param differs whether a script does
   * @param looks steps that only look at one thing each, to take the place of a look at everything
   */
  public static Script shrink(Script script, Predicate<Script> differs, List<Step> looks) {
    Shrinking shrinking = new Shrinking(differs);
    Script shorter = shrinking.looking(shrinking.fewer(script), looks);
    return shrinking.simpler(shrinking.fewer(shorter));
  }

  private boolean still(Script candidate) {
    tries++;
    return tries <= MOST_TRIES && differs.test(candidate);
  }

  private Script fewer(Script script) {
    int chunk = Math.max(1, script.steps().size() / 2);
    while (true) {
      boolean changed = false;
      for (int to = script.steps().size(); to > 0; to -= chunk) {
        Script candidate = script.without(Math.max(0, to - chunk), to);
        if (still(candidate)) {
          script = candidate;
          changed = true;
        }
      }
      if (chunk > 1) {
        chunk /= 2;
      } else if (!changed) {
        return script;
      }
    }
  }

  private Script looking(Script script, List<Step> looks) {
    int last = script.steps().size() - 1;
    if (last < 0 || script.steps().get(last).op() != Op.OBSERVE) {
      return script;
    }
    for (Step look : looks) {
      Script candidate = script.with(last, look);
      if (still(candidate)) {
        return candidate;
      }
    }
    return script;
  }

  private Script simpler(Script script) {
    for (int i = 0; i < script.steps().size(); i++) {
      Step step = script.steps().get(i);
      List<Step> candidates = new ArrayList<>();
      candidates.add(new Step(step.op(), step.a(), 0, 0));
      candidates.add(new Step(step.op(), step.a(), 0, step.c()));
      candidates.add(new Step(step.op(), step.a(), step.b(), 0));
      if (step.op() == Op.HIT || step.op() == Op.ADVANCE) {
        candidates.add(new Step(step.op(), step.a(), 3, step.c()));
        candidates.add(new Step(step.op(), step.a(), 4, step.c()));
      }
      for (Step candidate : candidates) {
        if (!candidate.equals(script.steps().get(i)) && still(script.with(i, candidate))) {
          script = script.with(i, candidate);
          break;
        }
      }
    }
    return script;
  }
}
