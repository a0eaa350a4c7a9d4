package packettrap.spec.trap;

import java.util.List;

/**
 * Everything a driver registers, each kind in the order of its registration.
 *
 * @param policers registered first
 * @param groups registered second
 * @param traps registered last
 */
public record Registration(List<Policer> policers, List<Group> groups, List<Trap> traps) {
  /** A registration of nothing. */
  public static final Registration EMPTY = new Registration(List.of(), List.of(), List.of());

  public Registration {
    policers = List.copyOf(policers);
    groups = List.copyOf(groups);
    traps = List.copyOf(traps);
  }

  /** A registration without policers. */
  public static Registration of(List<Group> groups, List<Trap> traps) {
    return new Registration(List.of(), groups, traps);
  }
}
