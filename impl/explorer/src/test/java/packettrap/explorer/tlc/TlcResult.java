package packettrap.explorer.tlc;

import java.util.List;

/**
 * What TLC found.
 *
 * @param distinct states
 * @param transitions that were made; the initial state is none
 * @param violated properties and invariants, by name
 * @param errors what else TLC complained of
 */
record TlcResult(long distinct, long transitions, List<String> violated, List<String> errors) {}
