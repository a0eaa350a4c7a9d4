package packettrap.spec.config;

/**
 * Drops packets before a queue is full, the more the longer it is.
 *
 * <p>Source: Floyd and Jacobson, "Random Early Detection Gateways for Congestion Avoidance", 1993.
 *
 * @param minimum length up to which nothing is dropped, packets
 * @param maximum length from which on everything is dropped, packets; more than the minimum
 * @param percent how many packets of a hundred are dropped just below the maximum, 0 to 100
 * @param averaging the length is averaged over about 2^averaging packets, 0 to 6; 0: the length as
 *     it is
 */
public record RandomEarlyDetection(int minimum, int maximum, int percent, int averaging) {}
