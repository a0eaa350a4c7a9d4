package packettrap.runner.classify;

import packettrap.spec.message.AlertMode;

/**
 * How drop monitor is to tell of drops.
 *
 * @param mode an alert each, or counts
 * @param truncation bytes of payload at most, 0 for all
 */
public record MonitorPlan(AlertMode mode, long truncation) {}
