package packettrap.conformance.engine;

/**
 * A step of a script.
 *
 * @param op what it does
 * @param a which object, or what else comes first
 * @param b what with
 * @param c what else
 */
public record Step(Op op, int a, int b, int c) {}
