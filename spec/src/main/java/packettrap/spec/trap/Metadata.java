package packettrap.spec.trap;

/**
 * What a trap declares to accompany each of its packets. Source: {@code
 * DEVLINK_TRAP_METADATA_TYPE_F_*}.
 */
public enum Metadata {
  /** The port on which the packet came in. */
  INPUT_PORT,
  /** The cookie of the flow rule that dropped the packet. */
  FLOW_ACTION_COOKIE
}
