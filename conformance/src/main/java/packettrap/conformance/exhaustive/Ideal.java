package packettrap.conformance.exhaustive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import packettrap.conformance.engine.Oracle;
import packettrap.reference.Hardware.Fate;
import packettrap.reference.Input;
import packettrap.reference.Outcome;
import packettrap.spec.device.Answer;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.Port;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.scenario.Scenario.Arrival;
import packettrap.spec.scenario.Scenario.Departure;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Metadata;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;

/** A device that does what the specification demands of another device, frame by frame. */
final class Ideal implements TrapDevice {
  private static final Input DRAINED = new Input.Drained();

  private final DeviceDescription description;
  private final List<Arrival> known;
  private final Map<Callback, Answer> refusals;
  private final Oracle oracle;
  private List<Event> events;
  private boolean holding;

  /** Which callback of the next request is refused in the driver's place; 0: none. */
  private int refusing;

  /** A device that knows these frames. */
  Ideal(DeviceDescription description, List<Arrival> known) {
    this(description, known, Map.of());
  }

  /**
   * A device that knows these frames.
   *
   * @param refusals how callbacks refuse that were made to fail
   */
  Ideal(DeviceDescription description, List<Arrival> known, Map<Callback, Answer> refusals) {
    this.description = description;
    this.known = known;
    this.refusals = refusals;
    this.oracle = new Oracle(description);
    oracle.hardware().keepTokens();
    events = new ArrayList<>(oracle.begin().events());
  }

  private Ideal(Ideal first, List<Event> announcement) {
    this.description = first.description;
    this.known = first.known;
    this.refusals = first.refusals;
    this.oracle = first.oracle.another();
    oracle.hardware().keepTokens();
    events = announcement;
  }

  /** As long as this one was asked nothing: another, which is made much faster. */
  Ideal another(List<Event> announcement) {
    return new Ideal(this, announcement);
  }

  @Override
  public int interfaceVersion() {
    return TrapDriver.VERSION;
  }

  @Override
  public DeviceDescription description() {
    return description;
  }

  @Override
  public Reply call(Request request) {
    if (request instanceof Request.Fail fail) {
      oracle.hardware().fail(fail.callback(), fail.on());
      if (fail.on() && refusals.containsKey(fail.callback())) {
        oracle.hardware().failWith(refusals.get(fail.callback()));
      }
    } else if (request instanceof Request.Advance advance) {
      note(oracle.advance(advance.nanos()));
    } else if (request instanceof Request.SoftwareDrop drop) {
      Port port = description.ports().get(drop.port() - 1);
      note(
          oracle.feed(
              new Input.DroppedInSoftware(
                  new Event.InputPort(port.ifindex(), null),
                  drop.frame(),
                  drop.pc(),
                  drop.symbol(),
                  drop.reason())));
    } else if (request instanceof Request.Inject inject) {
      inject.frames().forEach(frame -> receive(arrival(inject)));
    } else if (request instanceof Request.Hold hold) {
      holding = hold.on();
    } else if (request instanceof Request.Refuse refuse) {
      refusing = refuse.nth();
    } else if (!(request instanceof Request.Configure)) {
      return ask(request);
    }
    if (!holding) {
      note(oracle.feed(DRAINED));
    }
    return Reply.DONE;
  }

  private Reply ask(Request request) {
    oracle.hardware().refuse(refusing, Answer.REFUSED);
    Outcome outcome = oracle.ask(request);
    oracle.hardware().refuse(0, null);
    refusing = 0;
    note(outcome);
    return outcome.reply();
  }

  private Arrival arrival(Request.Inject inject) {
    return known.stream()
        .filter(one -> one.port() == inject.port() && one.frame().equals(inject.frames().get(0)))
        .findFirst()
        .orElseThrow();
  }

  private void receive(Arrival arrival) {
    int trap = oracle.devlink().trap(arrival.trap());
    if (trap < 0) {
      return;
    }
    TrapAction action = oracle.hardware().action(trap);
    Fate fate = oracle.hardware().hit(trap);
    if (fate == Fate.COPIED) {
      Trap registered = oracle.devlink().registeredTrap(trap);
      Port port = description.ports().get(arrival.port() - 1);
      boolean cookie = registered.metadata().contains(Metadata.FLOW_ACTION_COOKIE);
      note(
          oracle.feed(
              new Input.Reported(
                  trap,
                  arrival.port(),
                  new Event.InputPort(port.ifindex(), port.name()),
                  arrival.frame(),
                  cookie ? arrival.cookie() : null)));
    }
    if (action == TrapAction.MIRROR && arrival.departures() != null) {
      for (Departure departure : arrival.departures()) {
        events.add(new Event.Transmitted(departure.port(), departure.frame()));
      }
    }
  }

  private void note(Outcome outcome) {
    events.addAll(outcome.events());
  }

  @Override
  public List<Event> poll() {
    List<Event> polled = events;
    events = new ArrayList<>();
    return polled;
  }

  @Override
  public void close() {}
}
