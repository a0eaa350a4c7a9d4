package packettrap.reference;

import java.util.List;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.rule.Rule;

/**
 * What a step leads to.
 *
 * @param state the state afterwards
 * @param reply the answer; null unless something was asked
 * @param events what happens by itself, in order
 * @param replyRules the rules that demand this reply, the most telling first
 * @param stateRules the rules that demand this state
 */
public record Outcome(
    State state, Reply reply, List<Event> events, List<Rule> replyRules, List<Rule> stateRules) {

  /** What a step leads to that makes nothing happen by itself. */
  public static Outcome of(State state, Reply reply, List<Rule> rules) {
    return new Outcome(state, reply, List.of(), rules, rules);
  }

  static Outcome of(State state, Reply reply, List<Rule> replyRules, List<Rule> stateRules) {
    return new Outcome(state, reply, List.of(), replyRules, stateRules);
  }

  static Outcome silent(State state) {
    return new Outcome(state, null, List.of(), List.of(), List.of());
  }

  /** The same with another state. */
  public Outcome with(State other) {
    return new Outcome(other, reply, events, replyRules, stateRules);
  }

  /** The same with another reply. */
  public Outcome with(Reply other) {
    return new Outcome(state, other, events, replyRules, stateRules);
  }

  /** The same with other events. */
  public Outcome with(List<Event> other) {
    return new Outcome(state, reply, other, replyRules, stateRules);
  }
}
