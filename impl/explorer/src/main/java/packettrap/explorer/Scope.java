package packettrap.explorer;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Registration;

/**
 * A finite part of the mechanism: what is registered, and which inputs happen.
 *
 * <p>The modules of the same names in TLA+ (ScopeXS, ScopeS, ScopeW, ScopeM, ScopeL) say the same.
 *
 * @param name of the scope
 * @param registration what the driver registers
 * @param callbacks what the driver has
 * @param maxCount packets that a line of a summary counts at most; more do not happen
 * @param maxQueue packets that wait at most, whatever the queue length; more do not happen
 * @param inputs what happens, in the order of their numbers
 */
public record Scope(
    String name,
    Registration registration,
    Set<Callback> callbacks,
    int maxCount,
    int maxQueue,
    List<ModelInput> inputs) {

  /** What a complete test suite of size XS is about. */
  public static final Scope XS = SmallestScope.XS;

  /** The smallest in which everything happens; for every build. */
  public static final Scope S = SmallScope.S;

  /** As S, but the driver sets the actions of whole groups, and nothing else that is optional. */
  public static final Scope W = SmallScope.W;

  /** A second policer that is used, longer queues, higher counts; for every build. */
  public static final Scope M = MediumScope.M;

  /** As M with more of everything; for machines with time. */
  public static final Scope L = MediumScope.L;

  public Scope {
    callbacks = Set.copyOf(callbacks);
    inputs = List.copyOf(inputs);
  }

  /** All scopes, the smallest first. */
  public static List<Scope> all() {
    return List.of(XS, S, W, M, L);
  }

  /**
   * The scope of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Scope named(String name) {
    return all().stream()
        .filter(scope -> scope.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no scope is named " + name));
  }

  /** What every driver has, and these. */
  static Set<Callback> with(Callback... optional) {
    EnumSet<Callback> all =
        EnumSet.of(
            Callback.TRAP_INIT,
            Callback.TRAP_ACTION_SET,
            Callback.POLICER_COUNTER_GET,
            Callback.DROP_COUNTER_GET);
    all.addAll(List.of(optional));
    return all;
  }
}
