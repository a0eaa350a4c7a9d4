package packettrap.conformance.report;

/**
 * Which part of the specification's machine a run has walked through on a device.
 *
 * @param scope how much of the mechanism the machine has
 * @param states of the machine
 * @param transitions of the machine
 * @param exercised transitions on which the device was compared
 */
public record TransitionCoverage(String scope, long states, long transitions, long exercised) {}
