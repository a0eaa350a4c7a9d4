package packettrap.spec.message;

import java.util.Set;
import packettrap.spec.trap.Metadata;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/** What a device shows of one of its objects, in replies and in notifications. */
public sealed interface View {
  /**
   * A trap. Source: {@code devlink_nl_trap_fill}.
   *
   * @param name its name
   * @param type its type
   * @param generic whether it is of the registry
   * @param action its action now
   * @param group its group's name
   * @param metadata what it declares
   * @param packets packets reported, since registration
   * @param bytes their bytes, from the link-layer header on
   * @param dropped packets that the device dropped for it; null without the callback
   */
  record OfTrap(
      String name,
      TrapType type,
      boolean generic,
      TrapAction action,
      String group,
      Set<Metadata> metadata,
      long packets,
      long bytes,
      Long dropped)
      implements View {
    public OfTrap {
      metadata = Metadata.canonical(metadata);
    }

    /** The same with another drop counter. */
    public OfTrap dropping(Long drops) {
      return new OfTrap(name, type, generic, action, group, metadata, packets, bytes, drops);
    }
  }

  /**
   * A group. Source: {@code devlink_nl_trap_group_fill}.
   *
   * @param name its name
   * @param generic whether it is of the registry
   * @param policer the id of the policer it is bound to, 0 for none (then nothing is shown)
   * @param packets packets reported on its traps, since registration
   * @param bytes their bytes
   */
  record OfGroup(String name, boolean generic, long policer, long packets, long bytes)
      implements View {}

  /**
   * A policer. Source: {@code devlink_nl_trap_policer_fill}.
   *
   * @param id its number
   * @param rate packets a second
   * @param burst packets
   * @param dropped packets that it discarded; null without the callback
   */
  record OfPolicer(long id, long rate, long burst, Long dropped) implements View {
    /** The same with another drop counter. */
    public OfPolicer dropping(Long drops) {
      return new OfPolicer(id, rate, burst, drops);
    }
  }
}
