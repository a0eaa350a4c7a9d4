package packettrap.conformance.broken;

import java.util.function.Supplier;
import packettrap.spec.device.TrapDevice;

/**
 * A device that breaks one rule.
 *
 * @param rule id of the rule that it breaks
 * @param fault what it does, in a few words
 * @param device makes one
 */
public record Broken(String rule, String fault, Supplier<TrapDevice> device) {}
