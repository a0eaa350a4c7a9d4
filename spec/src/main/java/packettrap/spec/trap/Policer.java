package packettrap.spec.trap;

/**
 * A packet policer as a driver registers it; nothing is checked here, the registration checks it.
 *
 * <p>Source: {@code struct devlink_trap_policer}.
 *
 * @param id the number requests use, from 1 on; unique in its device
 * @param initialRate packets a second after registration; need not lie within the limits
 * @param initialBurst packets after registration; need not lie within the limits
 * @param minRate lowest rate a request may set, packets a second, inclusive
 * @param maxRate highest rate a request may set, packets a second, inclusive
 * @param minBurst lowest burst a request may set, packets, inclusive
 * @param maxBurst highest burst a request may set, packets, inclusive
 */
public record Policer(
    long id,
    long initialRate,
    long initialBurst,
    long minRate,
    long maxRate,
    long minBurst,
    long maxBurst) {}
