package packettrap.conformance.engine;

/** What a step of a script does; its numbers say with what, and are resolved when it is done. */
public enum Op {
  TRAP_GET,
  TRAP_SET,
  GROUP_GET,
  GROUP_SET,
  POLICER_GET,
  POLICER_SET,
  OBSERVE,
  RELOAD,
  REREGISTER,
  REGISTER_OTHER,
  MONITOR_CONFIG_GET,
  MONITOR_STATS_GET,
  MONITOR_CONFIG_SET,
  MONITOR_START,
  MONITOR_STOP,
  HIT,
  ADVANCE,
  SOFTWARE_DROP,
  SOFTWARE_FLOOD,
  FAIL,
  UNPRIVILEGED,
  ON_DEVICE,
  UNSUPPORTED;

  /** Whether it asks for a change. */
  boolean changes() {
    return this == TRAP_SET
        || this == GROUP_SET
        || this == POLICER_SET
        || this == MONITOR_CONFIG_SET
        || this == MONITOR_START
        || this == MONITOR_STOP;
  }
}
