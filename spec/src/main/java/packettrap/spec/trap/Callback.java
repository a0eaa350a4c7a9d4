package packettrap.spec.trap;

/**
 * The callbacks of a driver that a request can reach.
 *
 * <p>Source: {@code struct devlink_ops}.
 */
public enum Callback {
  /** {@code trap_init}: a trap is being registered. Needed by whoever registers traps. */
  TRAP_INIT,
  /** {@code trap_action_set}: a trap gets an action. Needed by whoever registers traps. */
  TRAP_ACTION_SET,
  /** {@code trap_group_action_set}: all traps of a group get an action in one call. Optional. */
  GROUP_ACTION_SET,
  /** {@code trap_group_set}: a group is bound to a policer or to none. Optional. */
  GROUP_SET,
  /** {@code trap_policer_set}: a policer gets a rate and a burst. Optional. */
  POLICER_SET,
  /** {@code trap_policer_counter_get}: how many packets a policer discarded. Optional. */
  POLICER_COUNTER_GET,
  /** {@code trap_drop_counter_get}: how many packets the device dropped for a trap. Optional. */
  DROP_COUNTER_GET
}
