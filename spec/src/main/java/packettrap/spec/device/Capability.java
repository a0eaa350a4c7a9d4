package packettrap.spec.device;

/**
 * What a device declares that can be done with it, beyond answering devlink requests.
 *
 * <p>A request that needs an undeclared capability is refused with EOPNOTSUPP and changes nothing.
 */
public enum Capability {
  /** Time passes only by {@code Advance}; everything is over when a call returns. */
  VIRTUAL_TIME,
  /**
   * It can be changed: traps, groups and policers can be set, and drop monitor configured, started
   * and stopped.
   */
  CHANGES,
  /** Frames can be sent into its ports ({@code Inject}). */
  FRAMES,
  /** Its switch can be configured ({@code Configure}). */
  SWITCH,
  /** Frames that leave its ports can be seen ({@code Transmitted}). */
  EGRESS,
  /** What reaches the stack can be seen ({@code Received}). */
  RX_PATH,
  /** It has drop monitor. */
  DROP_MONITOR,
  /** Its stack can be made to drop packets ({@code SoftwareDrop}). */
  SOFTWARE_DROPS,
  /** Its notifications can be seen. */
  NOTIFICATIONS,
  /** It can be reloaded. */
  RELOAD,
  /** It can be unregistered and registered again. */
  LIFECYCLE,
  /** It can be registered with any objects ({@code Register} with a registration). */
  REGISTRATION,
  /** It tells callers with the admin capability from others ({@code Unprivileged}). */
  CALLERS,
  /** It looks at the device that a request names ({@code OnDevice}). */
  HANDLES,
  /** Packets hit its traps again and again that nobody injected, while its ports are up. */
  OWN_TRAFFIC,
  /** Its ports can be taken up and down ({@code Ports}); they are down when it is registered. */
  PORTS,
  /** What happens in it can be told step by step ({@code Refuse}, {@code Hold}). */
  STEPS
}
