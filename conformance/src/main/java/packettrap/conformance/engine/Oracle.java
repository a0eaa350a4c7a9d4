package packettrap.conformance.engine;

import packettrap.reference.DevlinkState;
import packettrap.reference.Hardware;
import packettrap.reference.Input;
import packettrap.reference.Mechanism;
import packettrap.reference.MonitorState;
import packettrap.reference.Outcome;
import packettrap.reference.State;
import packettrap.spec.device.Answer;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.trap.Registration;

/**
 * What must happen: the reference's mechanism, and below it the abstract hardware in place of the
 * device's own.
 */
public final class Oracle {
  private final DeviceDescription description;
  private final Hardware hardware;
  private Registration registration;
  private State state;

  /** A device that was just registered. */
  public Oracle(DeviceDescription description) {
    this.description = description;
    this.registration = description.registration();
    this.hardware = new Hardware(description.callbacks(), registration);
    if (!description.has(Capability.VIRTUAL_TIME)) {
      hardware.runInRealTime();
    }
    this.state = State.initial(description.handle());
  }

  /** The device is registered for the first time. */
  public Outcome begin() {
    return ask(new Request.Register(null));
  }

  /** Right after {@link #begin}: another device of the kind, for which that was done as well. */
  public Oracle another() {
    Oracle other = new Oracle(description);
    other.state = state;
    other.hardware.at(state.now());
    other.hardware.registered(registration);
    return other;
  }

  /** A request, answered for good. */
  public Outcome ask(Request request) {
    Request inner = innermost(request);
    if (inner instanceof Request.Register register) {
      registration =
          register.registration() == null ? description.registration() : register.registration();
      hardware.registering(registration);
    }
    Outcome outcome = feed(new Input.Asked(request));
    if ((inner instanceof Request.Register || inner instanceof Request.Reload)
        && outcome.reply() instanceof Reply.Done) {
      hardware.registered(registration);
    }
    return outcome;
  }

  /** What a request would be answered if the driver refuses only what it was told to. */
  public Reply foresee(Request request, DryRun driver) {
    return Mechanism.STEP.apply(state, new Input.Asked(request), driver).reply();
  }

  /** What a request leads to if the driver refuses the nth question; nothing is changed. */
  public DevlinkState foresee(Request request, int nth, Answer refusal) {
    DryRun driver = new DryRun(hardware, nth, refusal);
    return Mechanism.STEP.apply(state, new Input.Asked(request), driver).state().devlink();
  }

  /** Something happens to the mechanism. */
  public Outcome feed(Input input) {
    Outcome outcome = Mechanism.STEP.apply(state, input, hardware);
    state = outcome.state();
    return outcome;
  }

  /** Time passes. */
  public Outcome advance(long nanos) {
    hardware.at(state.now() + nanos);
    return feed(new Input.Ticked(state.now() + nanos));
  }

  /** Packets of a trap were reported that only the device knows of. */
  void count(int trap, long packets, long bytes) {
    state = state.with(state.devlink().counting(trap, packets, bytes));
  }

  /** The same of a group alone. */
  void countGroup(int group, long packets, long bytes) {
    state = state.with(state.devlink().countingOn(-1, group, packets, bytes));
  }

  /** Hardware drops were lost that only the device knows of. */
  void lose(long packets) {
    MonitorState monitor = state.monitor();
    state = state.with(monitor.withHardware(monitor.hardware().losing(packets)));
  }

  /** Software drops were lost that only the device knows of. */
  void loseSoftware(long packets) {
    MonitorState monitor = state.monitor();
    state = state.with(monitor.withSoftware(monitor.software().losing(packets)));
  }

  /** The mechanism's state. */
  public State state() {
    return state;
  }

  /** The objects' state. */
  public DevlinkState devlink() {
    return state.devlink();
  }

  /** The hardware. */
  public Hardware hardware() {
    return hardware;
  }

  /** What is registered now. */
  public Registration registration() {
    return registration;
  }

  static Request innermost(Request request) {
    if (request instanceof Request.Unprivileged unprivileged) {
      return innermost(unprivileged.request());
    }
    return request instanceof Request.OnDevice onDevice ? onDevice.request() : request;
  }
}
