package packettrap.conformance.broken;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import packettrap.reference.Callbacks;
import packettrap.reference.HostedDevice;
import packettrap.reference.Input;
import packettrap.reference.Mechanism;
import packettrap.reference.Outcome;
import packettrap.reference.State;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;

/** Ways to break a device whose mechanism is a pure function: the function is changed. */
final class Faults {
  /** A step that was made rightly, and what it is to come to instead. */
  @FunctionalInterface
  interface Fault {
    Outcome change(State before, Input input, Outcome right, Callbacks driver);
  }

  private Faults() {}

  static Broken fault(String rule, String text, Supplier<TrapDriver> base, Fault fault) {
    return new Broken(
        rule,
        text,
        () ->
            new HostedDevice(
                base.get(),
                (state, input, driver) ->
                    fault.change(
                        state, input, Mechanism.STEP.apply(state, input, driver), driver)));
  }

  static Broken fault(String rule, String text, Fault fault) {
    return fault(rule, text, Bases::full, fault);
  }

  static Broken driver(String rule, String text, Supplier<TrapDriver> driver) {
    return new Broken(rule, text, () -> new HostedDevice(driver.get()));
  }

  static Broken device(
      String rule, String text, Supplier<TrapDriver> base, UnaryOperator<TrapDevice> change) {
    return new Broken(rule, text, () -> change.apply(new HostedDevice(base.get())));
  }

  /** The request of an input; null if it is none. */
  static Request asked(Input input) {
    return input instanceof Input.Asked asked ? asked.request() : null;
  }

  /** Whether a rule says what the reply must be. */
  static boolean saidBy(Outcome outcome, String rule) {
    return outcome.replyRules().stream().anyMatch(one -> one.id().equals(rule));
  }

  /** Where this rule says how to refuse, another errno is given. */
  static Broken errno(String rule, Supplier<TrapDriver> base, Errno errno) {
    return fault(
        rule,
        "refuses with " + errno,
        base,
        (before, input, right, driver) ->
            right.reply() instanceof Reply.Failed failed
                    && !right.replyRules().isEmpty()
                    && right.replyRules().get(0).id().equals(rule)
                ? right.with(new Reply.Failed(errno, failed.message()))
                : right);
  }

  /** Where this rule demands a refusal, success is answered. */
  static Broken accepts(String rule, Supplier<TrapDriver> base) {
    return fault(
        rule,
        "answers success where it must refuse",
        base,
        (before, input, right, driver) ->
            right.reply() instanceof Reply.Failed
                    && !right.replyRules().isEmpty()
                    && right.replyRules().get(0).id().equals(rule)
                ? right.with(Reply.DONE)
                : right);
  }

  /** Where this rule demands success, it is refused. */
  static Broken refuses(String rule, Errno errno) {
    return fault(
        rule,
        "refuses with " + errno + " what is allowed",
        Bases::memberwise,
        (before, input, right, driver) ->
            right.reply() instanceof Reply.Done
                    && !right.replyRules().isEmpty()
                    && right.replyRules().get(0).id().equals(rule)
                ? right.with(new Reply.Failed(errno, null)).with(before)
                : right);
  }

  /** For requests of a kind that succeed, another state comes out. */
  static <R extends Request> Broken state(
      String rule, String text, Class<R> kind, BiFunction<State, Outcome, State> change) {
    return fault(
        rule,
        text,
        (before, input, right, driver) ->
            kind.isInstance(asked(input)) && !(right.reply() instanceof Reply.Failed)
                ? right.with(change.apply(before, right))
                : right);
  }

  /** Replies of a kind are changed. */
  static <R extends Reply> Broken reply(
      String rule, String text, Supplier<TrapDriver> base, Class<R> kind, UnaryOperator<R> change) {
    return fault(
        rule,
        text,
        base,
        (before, input, right, driver) ->
            kind.isInstance(right.reply())
                ? right.with(change.apply(kind.cast(right.reply())))
                : right);
  }

  /** Events of a kind are changed; null: left out. */
  static <E extends Event> Broken event(
      String rule, String text, Class<E> kind, UnaryOperator<Event> change) {
    return event(rule, text, Bases::full, kind, change);
  }

  static <E extends Event> Broken event(
      String rule,
      String text,
      Supplier<TrapDriver> base,
      Class<E> kind,
      UnaryOperator<Event> change) {
    return fault(
        rule,
        text,
        base,
        (before, input, right, driver) ->
            right.events().stream().anyMatch(kind::isInstance)
                ? right.with(
                    right.events().stream()
                        .map(event -> kind.isInstance(event) ? change.apply(event) : event)
                        .filter(event -> event != null)
                        .toList())
                : right);
  }

  static List<Event> only(List<Event> events, Predicate<Event> condition) {
    return events.stream().filter(condition).toList();
  }
}
