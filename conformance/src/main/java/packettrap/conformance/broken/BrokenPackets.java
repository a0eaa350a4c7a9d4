package packettrap.conformance.broken;

import static packettrap.conformance.broken.Faults.asked;
import static packettrap.conformance.broken.Faults.driver;
import static packettrap.conformance.broken.Faults.event;
import static packettrap.conformance.broken.Faults.fault;

import java.util.ArrayList;
import java.util.List;
import packettrap.reference.Input;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/**
 * Devices that treat packets wrongly.
 *
 * <p>Everything in here is wrong on purpose.
 */
final class BrokenPackets {
  private BrokenPackets() {}

  static List<Broken> all() {
    List<Broken> all = new ArrayList<>();
    all.addAll(policing());
    all.addAll(statistics());
    all.addAll(drivers());
    all.addAll(packets());
    return all;
  }

  private static List<Broken> policing() {
    return List.of(
        driver("POL-20", "policers start empty", BrokenDrivers.StartsEmpty::new),
        driver("POL-21", "policers never discard", BrokenDrivers.NeverDiscards::new),
        driver("POL-22", "policers refill 5 ns early", BrokenDrivers.RefillsTooFast::new),
        driver("POL-23", "policers hold one token more", BrokenDrivers.HoldsOneMore::new),
        driver("POL-24", "every other discard is counted", BrokenDrivers.ForgetsDiscards::new),
        driver("POL-25", "reports what it discarded", BrokenDrivers.ReportsDiscards::new),
        driver("POL-26", "every group has its own tokens", BrokenDrivers.PolicesEachGroup::new),
        driver("POL-27", "polices without a policer", BrokenDrivers.PolicesUnbound::new),
        driver("POL-28", "does not bind", BrokenDrivers.DoesNotBind::new),
        driver("POL-29", "does not change policers", BrokenDrivers.DoesNotChangePolicers::new),
        driver("POL-30", "polices the original", BrokenDrivers.PolicesTheOriginal::new),
        driver("POL-31", "counts from 0 after a change", BrokenDrivers.CountsFromZero::new),
        driver("POL-32", "charges for dropped packets", BrokenDrivers.ChargesDrops::new),
        driver("POL-34", "binding fills a policer", BrokenDrivers.FillsWhenBound::new),
        driver("RLD-05", "a reload leaves policers used", BrokenDrivers.KeepsTokens::new));
  }

  private static List<Broken> statistics() {
    return List.of(
        fault(
            "STA-01",
            "counts exceptions and controls twice",
            (before, input, right, driver) ->
                input instanceof Input.Reported packet
                        && before.devlink().registeredTrap(packet.trap()).type() != TrapType.DROP
                    ? right.with(
                        right
                            .state()
                            .with(
                                right
                                    .state()
                                    .devlink()
                                    .countingOn(packet.trap(), -1, 1, packet.frame().length())))
                    : right),
        fault(
            "STA-02",
            "does not count on the group",
            (before, input, right, driver) ->
                input instanceof Input.Reported packet
                    ? right.with(
                        right
                            .state()
                            .with(
                                before
                                    .devlink()
                                    .countingOn(packet.trap(), -1, 1, packet.frame().length())))
                    : right),
        fault(
            "STA-03",
            "counts bytes without the link-layer header",
            (before, input, right, driver) ->
                input instanceof Input.Reported packet
                    ? right.with(
                        right.state().with(right.state().devlink().counting(packet.trap(), 0, -14)))
                    : right),
        fault(
            "STA-04",
            "counts only what is monitored",
            (before, input, right, driver) ->
                input instanceof Input.Reported && !before.monitor().hardware().running()
                    ? right.with(right.state().with(before.devlink()))
                    : right),
        fault(
            "STA-09",
            "starts with one packet",
            (before, input, right, driver) ->
                asked(input) instanceof Request.Register
                    ? right.with(
                        BrokenControl.changing(right, state -> state.countingOn(0, -1, 1, 60)))
                    : right),
        fault(
            "STA-10",
            "setting an action resets the counters",
            (before, input, right, driver) ->
                asked(input) instanceof Request.TrapSet set
                        && right.reply() == Reply.DONE
                        && set.action() != null
                    ? right.with(
                        BrokenControl.changing(
                            right,
                            state -> {
                              int trap = state.trap(set.trap());
                              return state.countingOn(
                                  trap, -1, -state.trapPackets(trap), -state.trapBytes(trap));
                            }))
                    : right),
        driver("STA-11", "counts all hits as dropped", BrokenDrivers.CountsAllAsDropped::new),
        Faults.reply(
            "STA-12",
            "shows dropped packets among the packets",
            Bases::full,
            Reply.OneTrap.class,
            one -> new Reply.OneTrap(withDropped(one.trap()))),
        driver("STA-13", "counters fail at times", BrokenDrivers.CountersFail::new),
        driver("MET-02", "names another port", BrokenDrivers.NamesAnotherPort::new),
        driver("MET-03", "leaves out the cookie", BrokenDrivers.LeavesOutTheCookie::new));
  }

  private static View.OfTrap withDropped(View.OfTrap trap) {
    long dropped = trap.dropped() == null ? 0 : trap.dropped();
    return new View.OfTrap(
        trap.name(),
        trap.type(),
        trap.generic(),
        trap.action(),
        trap.group(),
        trap.metadata(),
        trap.packets() + dropped,
        trap.bytes(),
        trap.dropped());
  }

  private static List<Broken> drivers() {
    return List.of(
        driver("DRV-01", "reports what it did not register", BrokenDrivers.ReportsAnother::new),
        driver("DRV-02", "reports the first 128 bytes", BrokenDrivers.Truncates::new),
        driver("DRV-03", "reports drops twice", BrokenDrivers.ReportsTwice::new),
        driver(
            "DRV-04",
            "copies what is dropped",
            () -> new BrokenDrivers.Acts(TrapAction.DROP, true, false)),
        driver(
            "DRV-05",
            "forwards what is dropped",
            () -> new BrokenDrivers.Acts(TrapAction.DROP, false, true)),
        driver(
            "DRV-06",
            "does not copy what is trapped",
            () -> new BrokenDrivers.Acts(TrapAction.TRAP, false, false)),
        driver(
            "DRV-07",
            "forwards what is trapped",
            () -> new BrokenDrivers.Acts(TrapAction.TRAP, true, true)),
        driver(
            "DRV-08",
            "does not copy what is mirrored",
            () -> new BrokenDrivers.Acts(TrapAction.MIRROR, false, true)),
        driver(
            "DRV-09",
            "does not forward what is mirrored",
            () -> new BrokenDrivers.Acts(TrapAction.MIRROR, true, false)),
        driver("DRV-10", "refuses and changes", BrokenDrivers.RefusesAndChanges::new),
        driver("DRV-11", "acts one frame late", BrokenDrivers.ActsLate::new),
        driver("DRV-12", "is never the same", BrokenDrivers.Unsteady::new),
        driver("DRV-13", "sends by itself", BrokenDrivers.ActsByItself::new),
        driver("DRV-14", "answers null", BrokenDrivers.AnswersNull::new),
        driver("DRV-15", "refuses with ENOENT", BrokenDrivers.RefusesWithEnoent::new),
        driver("DRV-18", "keeps an action over a reload", BrokenDrivers.KeepsActions::new));
  }

  private static List<Broken> packets() {
    return List.of(
        driver("PKT-01", "reports on the group's first trap", BrokenDrivers.ReportsTheFirst::new),
        driver("PKT-02", "reports what hits no trap", BrokenDrivers.ReportsEverything::new),
        event(
            "PKT-04",
            "keeps exceptions and controls from the stack",
            Event.Received.class,
            received -> null),
        fault(
            "PKT-05",
            "hands drops to the stack",
            (before, input, right, driver) ->
                input instanceof Input.Reported packet
                        && before.devlink().registeredTrap(packet.trap()).type() == TrapType.DROP
                    ? right.with(List.of(new Event.Received(packet.port(), packet.frame())))
                    : right),
        event(
            "PKT-06",
            "hands the stack packets without the link-layer header",
            Event.Received.class,
            received -> {
              Event.Received in = (Event.Received) received;
              byte[] bytes = in.frame().toByteArray();
              return new Event.Received(
                  in.port(), packettrap.spec.packet.Frame.of(bytes, 14, bytes.length - 14));
            }));
  }
}
