package packettrap.conformance.broken;

import static packettrap.conformance.broken.Faults.driver;
import static packettrap.conformance.broken.Faults.event;
import static packettrap.conformance.broken.Faults.fault;
import static packettrap.conformance.broken.Faults.reply;

import java.util.ArrayList;
import java.util.List;
import packettrap.reference.Input;
import packettrap.reference.MonitorState;
import packettrap.reference.Outcome;
import packettrap.reference.State;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/**
 * Devices with traffic of their own that is not handled, counted or told of as it should be.
 *
 * <p>Everything in here is wrong on purpose.
 */
final class BrokenTraffic {
  private BrokenTraffic() {}

  static List<Broken> all() {
    return List.of(
        driver(
            "DRV-19",
            "reports traffic of its own while its ports are down",
            () ->
                Bases.memberwise(
                    new BusyDriver() {
                      @Override
                      void round() {
                        if (!up()) {
                          report(registration().traps().get(3), frameFor("x", 142));
                        }
                        super.round();
                      }
                    })),
        driver(
            "DRV-04",
            "reports traffic of its own on a trap whose action is drop",
            () ->
                Bases.memberwise(
                    new BusyDriver() {
                      @Override
                      void round() {
                        super.round();
                        if (up() && hardware().action(4) == TrapAction.DROP) {
                          report(registration().traps().get(4), frameFor("x", 142));
                        }
                      }
                    })),
        driver(
            "DRV-06",
            "never traps the traffic of its own that hits one trap",
            () ->
                Bases.memberwise(
                    new BusyDriver() {
                      @Override
                      void report(Trap trap, Frame frame) {
                        if (!trap.name().equals("ttl_value_is_too_small")) {
                          super.report(trap, frame);
                        }
                      }
                    })),
        fault(
            "STA-02",
            "counts traffic of its own twice on its group",
            Bases::busy,
            (before, input, right, driver) ->
                input instanceof Input.Reported packet
                    ? right.with(
                        right
                            .state()
                            .with(
                                right
                                    .state()
                                    .devlink()
                                    .countingOn(
                                        -1,
                                        right.state().devlink().groupOf(packet.trap()),
                                        1,
                                        packet.frame().length())))
                    : right),
        fault(
            "MON-15",
            "tells of one trap's traffic of its own only now and then",
            Bases::busy,
            (before, input, right, driver) ->
                input instanceof Input.Reported packet
                        && before.now() % 7 != 0
                        && packet.trap() == 3
                    ? right.with(right.state().with(before.monitor()))
                    : right),
        event(
            "MON-25",
            "names another group for traffic of its own",
            Bases::busy,
            Event.HardwareDrop.class,
            event ->
                event instanceof Event.HardwareDrop drop
                    ? new Event.HardwareDrop(
                        "acl_drops",
                        drop.trap(),
                        drop.inputPort(),
                        drop.cookie(),
                        drop.timestamp(),
                        drop.originalLength(),
                        drop.protocol(),
                        drop.payload())
                    : event),
        driver(
            "MET-03",
            "has another cookie for traffic of its own",
            () ->
                Bases.memberwise(
                    new BusyDriver() {
                      @Override
                      public void ports(boolean newUp, Cookie newCookie) {
                        super.ports(newUp, new Cookie("ff"));
                      }
                    })),
        fault(
            "STA-01",
            "counts traffic of its own twice on its trap",
            Bases::busy,
            (before, input, right, driver) ->
                input instanceof Input.Reported packet
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
            "STA-04",
            "does not count traffic of its own on control traps",
            Bases::busy,
            (before, input, right, driver) ->
                input instanceof Input.Reported packet
                        && before.devlink().registeredTrap(packet.trap()).type() == TrapType.CONTROL
                    ? right.with(right.state().with(before.devlink()))
                    : right),
        fault(
            "STA-04",
            "counts traffic of its own while it is monitored, and else does not",
            Bases::busy,
            (before, input, right, driver) ->
                input instanceof Input.Reported && !before.monitor().hardware().running()
                    ? right.with(right.state().with(before.devlink()))
                    : right),
        event(
            "MON-28",
            "knows another time of day",
            Bases::busy,
            Event.HardwareDrop.class,
            event ->
                event instanceof Event.HardwareDrop drop
                    ? told(drop, drop.timestamp() + 200_000_000_000_000L, drop.payload())
                    : event),
        event(
            "MON-30",
            "shows the payload from the network header on",
            Bases::busy,
            Event.HardwareDrop.class,
            event ->
                event instanceof Event.HardwareDrop drop
                        && drop.payload() != null
                        && drop.payload().length() >= 28
                        && drop.payload().length() < drop.originalLength()
                    ? told(drop, drop.timestamp(), shifted(drop.payload()))
                    : event),
        fault(
            "MON-17",
            "tells of traffic of its own twice",
            Bases::busy,
            (before, input, right, driver) -> {
              List<Event> events = new ArrayList<>(right.events());
              right.events().stream()
                  .filter(Event.HardwareDrop.class::isInstance)
                  .forEach(events::add);
              return right.with(events);
            }),
        fault(
            "MON-22",
            "tells a summary of traffic of its own after half a second",
            Bases::busy,
            (before, input, right, driver) -> summed(before, input, right, -500_000_000L)),
        fault(
            "MON-22",
            "tells a summary of traffic of its own after ten seconds",
            Bases::busy,
            (before, input, right, driver) -> summed(before, input, right, 9_000_000_000L)),
        reply(
            "MON-19",
            "counts lost packets of traffic of its own as software's",
            Bases::busy,
            Reply.MonitorStats.class,
            stats -> new Reply.MonitorStats(stats.hardware(), stats.software())));
  }

  private static Event told(Event.HardwareDrop drop, long time, Frame payload) {
    return new Event.HardwareDrop(
        drop.group(),
        drop.trap(),
        drop.inputPort(),
        drop.cookie(),
        time,
        drop.originalLength(),
        drop.protocol(),
        payload);
  }

  /** As many bytes, but from the fifteenth on. */
  private static Frame shifted(Frame payload) {
    byte[] bytes = payload.toByteArray();
    byte[] other = new byte[bytes.length];
    System.arraycopy(bytes, 14, other, 0, bytes.length - 14);
    return Frame.of(other);
  }

  /** The alarm for a summary is set to another time. */
  private static Outcome summed(State before, Input input, Outcome right, long more) {
    MonitorState.Side side = right.state().monitor().hardware();
    return input instanceof Input.Reported
            && before.monitor().hardware().table().size() == 0
            && side.table().size() > 0
        ? right.with(
            right
                .state()
                .with(
                    right
                        .state()
                        .monitor()
                        .withHardware(
                            new MonitorState.Side(
                                true,
                                side.queue(),
                                side.table(),
                                side.alarm() + more,
                                side.lost()))))
        : right;
  }
}
