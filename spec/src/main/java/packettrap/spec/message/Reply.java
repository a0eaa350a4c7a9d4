package packettrap.spec.message;

import java.util.List;

/** What a device answers to a request. */
public sealed interface Reply {
  /** Success without a result and without a warning. */
  Done DONE = new Done(null);

  /**
   * Success without a result.
   *
   * @param warning the extended-ack text, null for none
   */
  record Done(String warning) implements Reply {}

  /**
   * Refusal.
   *
   * @param errno why
   * @param message the extended-ack text, null for none
   */
  record Failed(Errno errno, String message) implements Reply {}

  /** The trap that was asked for. */
  record OneTrap(View.OfTrap trap) implements Reply {}

  /** All traps, in the order of their registration. */
  record Traps(List<View.OfTrap> traps) implements Reply {
    public Traps {
      traps = List.copyOf(traps);
    }
  }

  /** The group that was asked for. */
  record OneGroup(View.OfGroup group) implements Reply {}

  /** All groups, in the order of their registration. */
  record Groups(List<View.OfGroup> groups) implements Reply {
    public Groups {
      groups = List.copyOf(groups);
    }
  }

  /** The policer that was asked for. */
  record OnePolicer(View.OfPolicer policer) implements Reply {}

  /** All policers, in the order of their registration. */
  record Policers(List<View.OfPolicer> policers) implements Reply {
    public Policers {
      policers = List.copyOf(policers);
    }
  }

  /**
   * Drop monitor's configuration.
   *
   * @param alertMode summary or packet
   * @param truncation bytes of payload at most, 0 for no limit, u32
   * @param queueLength packets that wait at most, u32
   */
  record MonitorConfig(AlertMode alertMode, long truncation, long queueLength) implements Reply {}

  /**
   * Packets that drop monitor lost because its queue was full; they only grow.
   *
   * @param software dropped by the stack
   * @param hardware dropped by a device
   */
  record MonitorStats(long software, long hardware) implements Reply {}
}
