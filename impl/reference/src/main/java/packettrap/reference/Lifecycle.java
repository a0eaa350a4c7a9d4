package packettrap.reference;

import static packettrap.spec.rule.NotificationRules.NTF_01;
import static packettrap.spec.rule.NotificationRules.NTF_03;
import static packettrap.spec.rule.NotificationRules.NTF_07;
import static packettrap.spec.rule.RegistrationRules.REG_01;
import static packettrap.spec.rule.RegistrationRules.REG_02;
import static packettrap.spec.rule.RegistrationRules.REG_10;
import static packettrap.spec.rule.RegistrationRules.REG_20;
import static packettrap.spec.rule.RegistrationRules.REG_23;
import static packettrap.spec.rule.RegistrationRules.REG_25;
import static packettrap.spec.rule.ReloadRules.RLD_01;
import static packettrap.spec.rule.ReloadRules.RLD_02;
import static packettrap.spec.rule.ReloadRules.RLD_03;
import static packettrap.spec.rule.ReloadRules.RLD_04;
import static packettrap.spec.rule.ReloadRules.RLD_05;
import static packettrap.spec.rule.ReloadRules.RLD_06;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import packettrap.spec.message.Event;
import packettrap.spec.message.Event.Change;
import packettrap.spec.message.Reply;
import packettrap.spec.rule.Rule;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;

/** How a device comes, goes and is reloaded. */
final class Lifecycle {
  private static final List<Rule> REGISTERED = List.of(REG_02, REG_01);
  private static final List<Rule> TWINS = List.of(REG_10, REG_02);
  private static final List<Rule> OUTSIDE_LIMITS = List.of(REG_20, REG_02);
  private static final List<Rule> AGAIN = List.of(REG_25, REG_01, NTF_01);
  private static final List<Rule> UNREGISTERED = List.of(REG_23, NTF_03);
  private static final List<Rule> RELOADED =
      List.of(RLD_01, RLD_02, RLD_03, RLD_04, RLD_05, RLD_06, NTF_07);

  private Lifecycle() {}

  /**
   * The device is registered, after it was unregistered if it was there.
   *
   * @param registration what to register; null: the driver's own
   */
  static Outcome register(State state, Registration registration, Callbacks driver) {
    List<Event> events = new ArrayList<>();
    State gone = state.registered() ? leave(state, driver, events) : state;
    return arrive(gone, registration, driver, events, null);
  }

  /** The device is unregistered. */
  static Outcome unregister(State state, Callbacks driver) {
    List<Event> events = new ArrayList<>();
    State gone = leave(state, driver, events);
    return new Outcome(gone, Reply.DONE, events, UNREGISTERED, UNREGISTERED);
  }

  /** Source: {@code devlink_reload}. */
  static Outcome reload(State state, Callbacks driver) {
    List<Event> events = new ArrayList<>();
    State gone = leave(state, driver, events);
    return arrive(gone, null, driver, events, RELOADED);
  }

  private static Outcome arrive(
      State state, Registration wanted, Callbacks driver, List<Event> events, List<Rule> rules) {
    Registration own = driver.start();
    Registration registration = wanted == null ? own : wanted;
    Optional<Registrar.Refusal> refusal = Registrar.register(registration, driver);
    if (refusal.isPresent()) {
      driver.stop();
      List<Rule> because = refusal.get().rules();
      State empty = state.registered(true, DevlinkState.NOTHING);
      return new Outcome(empty, refusal.get().reply(), events, because, because);
    }
    DevlinkState devlink = DevlinkState.fresh(Objects.of(registration));
    announce(devlink, driver, events);
    State there = state.registered(true, devlink);
    return rules == null
        ? new Outcome(there, Reply.DONE, events, rulesOf(devlink.objects), AGAIN)
        : new Outcome(there, Reply.DONE, events, rules, rules);
  }

  /** The rules that allow a registration, the most telling first. */
  private static List<Rule> rulesOf(Objects objects) {
    return objects.startOutsideLimits() ? OUTSIDE_LIMITS : objects.haveTwins() ? TWINS : REGISTERED;
  }

  /** Source: {@code devlink_notify_register}. */
  private static void announce(DevlinkState devlink, Callbacks driver, List<Event> events) {
    for (int i = 0; i < devlink.policerCount(); i++) {
      notice(devlink, Change.NEW, Kind.POLICER, i, driver).ifPresent(events::add);
    }
    for (int i = 0; i < devlink.groupCount(); i++) {
      notice(devlink, Change.NEW, Kind.GROUP, i, driver).ifPresent(events::add);
    }
    for (int i = 0; i < devlink.trapCount(); i++) {
      notice(devlink, Change.NEW, Kind.TRAP, i, driver).ifPresent(events::add);
    }
  }

  /**
   * Source: {@code devl_traps_unregister}, {@code devl_trap_groups_unregister}, {@code
   * devl_trap_policers_unregister}.
   */
  private static State leave(State state, Callbacks driver, List<Event> events) {
    DevlinkState devlink = state.devlink();
    Trap[] traps = devlink.objects.traps;
    for (int i = traps.length - 1; i >= 0; i--) {
      driver.trapActionSet(traps[i], TrapAction.DROP);
      devlink = devlink.withAction(i, TrapAction.DROP);
    }
    for (int i = traps.length - 1; i >= 0; i--) {
      notice(devlink, Change.DEL, Kind.TRAP, i, driver).ifPresent(events::add);
      driver.trapFini(traps[i]);
    }
    for (int i = devlink.groupCount() - 1; i >= 0; i--) {
      notice(devlink, Change.DEL, Kind.GROUP, i, driver).ifPresent(events::add);
    }
    for (int i = devlink.policerCount() - 1; i >= 0; i--) {
      notice(devlink, Change.DEL, Kind.POLICER, i, driver).ifPresent(events::add);
      driver.policerFini(devlink.objects.policers[i]);
    }
    driver.stop();
    return state.registered(false, DevlinkState.NOTHING);
  }

  private enum Kind {
    TRAP,
    GROUP,
    POLICER
  }

  /** A notification shows what a get shows; one that cannot be filled is not sent. */
  private static Optional<Event> notice(
      DevlinkState devlink, Change change, Kind kind, int index, Callbacks driver) {
    return switch (kind) {
      case TRAP ->
          Views.trap(devlink, index, driver).map(view -> new Event.TrapNotice(change, view));
      case GROUP -> Optional.of(new Event.GroupNotice(change, Views.group(devlink, index)));
      case POLICER ->
          Views.policer(devlink, index, driver).map(view -> new Event.PolicerNotice(change, view));
    };
  }
}
