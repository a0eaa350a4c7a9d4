package packettrap.conformance.broken;

import static packettrap.conformance.broken.Faults.driver;
import static packettrap.conformance.broken.Faults.event;
import static packettrap.conformance.broken.Faults.fault;

import java.util.List;
import packettrap.reference.Input;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Event;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;

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
                    })));
  }
}
