package packettrap.conformance.engine;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import packettrap.spec.device.Capability;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Registration;

/**
 * Finds the one fault of policers that explains all that was counted since the device came to life.
 */
final class PolicingTheories {
  private final Subject subject;
  private final Oracle oracle;
  private final Causes causes;
  private final List<List<Hit>> injected;

  /** Theories about a conversation; {@code injected} has the frames of each injection in it. */
  PolicingTheories(Subject subject, Oracle oracle, Causes causes, List<List<Hit>> injected) {
    this.subject = subject;
    this.oracle = oracle;
    this.causes = causes;
    this.injected = injected;
  }

  /** Those of some theories that explain the counters as they are now. */
  Set<Theory> explaining(Set<Theory> theories) {
    Set<Theory> explaining = EnumSet.noneOf(Theory.class);
    Registration registration = oracle.registration();
    if (registration.policers().isEmpty()
        || !subject.description().has(Capability.VIRTUAL_TIME)
        || !(subject.probe(new Request.TrapDump()) instanceof Reply.Traps traps)
        || traps.traps().size() != registration.traps().size()) {
      return explaining;
    }
    List<View.OfPolicer> policers =
        subject.description().has(Callback.POLICER_COUNTER_GET)
                && subject.probe(new Request.PolicerDump()) instanceof Reply.Policers dump
            ? dump.policers()
            : List.of();
    for (Theory theory : theories) {
      if (explains(theory, true, traps.traps(), policers)
          || explains(theory, false, traps.traps(), policers)) {
        explaining.add(theory);
      }
    }
    return explaining;
  }

  private boolean explains(
      Theory theory, boolean fills, List<View.OfTrap> traps, List<View.OfPolicer> policers) {
    TheoreticalMeters meters = play(theory, fills);
    for (int i = 0; i < traps.size(); i++) {
      if (traps.get(i).packets() != meters.packets()[i]) {
        return false;
      }
    }
    for (int i = 0; i < policers.size(); i++) {
      Long dropped = policers.get(i).dropped();
      if (dropped != null && dropped != meters.discarded()[i]) {
        return false;
      }
    }
    return true;
  }

  /** Plays all that happened since something else was registered. */
  private TheoreticalMeters play(Theory theory, boolean fills) {
    TheoreticalMeters meters = new TheoreticalMeters(theory, oracle.registration(), fills);
    List<Cause> all = causes.all();
    int from = 0;
    int next = 0;
    for (int i = 0; i < all.size(); i++) {
      boolean other =
          all.get(i).request() instanceof Request.Register register
              && register.registration() != null;
      from = other ? i + 1 : from;
    }
    for (int i = 0; i < all.size(); i++) {
      boolean frames = all.get(i).request() instanceof Request.Inject;
      if (!frames && (i >= from || all.get(i).request() instanceof Request.Advance)) {
        meters.after(all.get(i));
      } else if (i >= from && next < injected.size()) {
        meters.hit(injected.get(next));
      }
      next += frames ? 1 : 0;
    }
    return meters;
  }
}
