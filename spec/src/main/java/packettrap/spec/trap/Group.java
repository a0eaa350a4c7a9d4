package packettrap.spec.trap;

/**
 * A trap group as a driver registers it; nothing is checked here, the registration checks it.
 *
 * <p>Source: {@code struct devlink_trap_group}.
 *
 * @param id the number: a generic group's from the registry, a driver's own from {@link
 *     GenericGroups#COUNT} on
 * @param name the name; what requests use
 * @param generic whether the group is one of the registry
 * @param policer the id of the policer it is bound to at first, 0 for none
 */
public record Group(int id, String name, boolean generic, long policer) {
  /**
   * A generic group without a policer.
   *
   * @throws IllegalArgumentException if the registry has no group of that name
   */
  public static Group generic(String name) {
    return new Group(GenericGroups.named(name).id(), name, true, 0);
  }

  /** A group of the driver's own without a policer; {@code number} counts from 0. */
  public static Group specific(int number, String name) {
    return new Group(GenericGroups.COUNT + number, name, false, 0);
  }

  /** The same group, bound to a policer at first; 0 for none. */
  public Group boundTo(long other) {
    return new Group(id, name, generic, other);
  }
}
