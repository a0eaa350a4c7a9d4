package packettrap.spec.trap;

import java.util.EnumSet;
import java.util.Set;

/**
 * A trap as a driver registers it; nothing is checked here, the registration checks it.
 *
 * <p>Source: {@code struct devlink_trap}.
 *
 * @param id the number: a generic trap's from the registry, a driver's own from {@link
 *     GenericTraps#COUNT} on
 * @param name the name; what requests use
 * @param type drop, exception or control
 * @param generic whether the trap is one of the registry
 * @param initialAction the action after registration
 * @param group the name of the group it belongs to
 * @param metadata what accompanies its packets
 */
public record Trap(
    int id,
    String name,
    TrapType type,
    boolean generic,
    TrapAction initialAction,
    String group,
    Set<Metadata> metadata) {

  public Trap {
    metadata = Metadata.canonical(metadata);
  }

  /**
   * A generic trap in its usual group, with its usual first action, that tells the input port.
   *
   * @throws IllegalArgumentException if the registry has no trap of that name
   */
  public static Trap generic(String name) {
    GenericTraps.Entry entry = GenericTraps.named(name);
    return new Trap(
        entry.id(),
        name,
        entry.type(),
        true,
        entry.usualAction(),
        entry.usualGroup(),
        EnumSet.of(Metadata.INPUT_PORT));
  }

  /** A trap of the driver's own that tells the input port; {@code number} counts from 0. */
  public static Trap specific(int number, String name, TrapType type, String group) {
    return new Trap(
        GenericTraps.COUNT + number,
        name,
        type,
        false,
        type == TrapType.DROP ? TrapAction.DROP : TrapAction.TRAP,
        group,
        EnumSet.of(Metadata.INPUT_PORT));
  }

  /** The same trap in another group. */
  public Trap inGroup(String other) {
    return new Trap(id, name, type, generic, initialAction, other, metadata);
  }

  /** The same trap with another first action. */
  public Trap startingWith(TrapAction action) {
    return new Trap(id, name, type, generic, action, group, metadata);
  }

  /** The same trap with exactly these metadata. */
  public Trap telling(Metadata... kinds) {
    return new Trap(id, name, type, generic, initialAction, group, Set.of(kinds));
  }
}
