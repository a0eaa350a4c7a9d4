package packettrap.reference;

import static packettrap.spec.rule.DriverRules.DRV_01;
import static packettrap.spec.rule.DriverRules.DRV_03;
import static packettrap.spec.rule.DriverRules.DRV_13;
import static packettrap.spec.rule.DriverRules.DRV_14;
import static packettrap.spec.rule.MetadataRules.MET_02;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.DriverAbility.BringsScenarios;
import packettrap.spec.device.DriverAbility.Configurable;
import packettrap.spec.device.DriverAbility.FailsOnRequest;
import packettrap.spec.device.DriverAbility.KeepsTime;
import packettrap.spec.device.DriverAbility.MakesTraffic;
import packettrap.spec.device.DriverAbility.RegistersOnRequest;
import packettrap.spec.device.Port;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.device.TrapHost;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.packet.Frame;
import packettrap.spec.rule.Rule;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;

/**
 * A device made of the reference's mechanism and a plug-in driver.
 *
 * <p>Calls throw {@link DriverMisbehaved} if the driver does what no driver may do, and whatever
 * the driver throws.
 */
public final class HostedDevice implements TrapDevice {
  /** The name of every hosted device. */
  public static final String HANDLE = "hosted/device0";

  /** Events of one call; whoever makes more is not asked why. */
  private static final int MOST_EVENTS = 200_000;

  private static final Input DRAINED = new Input.Drained();
  private static final Reply UNSUPPORTED = new Reply.Failed(Errno.EOPNOTSUPP, null);
  private static final Reply GONE = new Reply.Failed(Errno.ENODEV, null);
  private static final Reply INVALID = new Reply.Failed(Errno.EINVAL, null);

  private final TrapDriver driver;
  private final Step mechanism;
  private final RefusingCallbacks callbacks;
  private final DeviceDescription description;
  private final Event.InputPort[] inputPorts;
  private final Thread thread = Thread.currentThread();
  private State state = State.initial(HANDLE);
  private List<Event> events = new ArrayList<>();
  private boolean inCall;
  private boolean holding;
  private DriverMisbehaved misbehaviour;

  /** The rules that demand the last reply. */
  private List<Rule> lastRules = List.of();

  /** Registers the driver. */
  public HostedDevice(TrapDriver driver) {
    this(driver, Mechanism.STEP);
  }

  /** Registers the driver with a mechanism that may differ from Linux's. */
  public HostedDevice(TrapDriver driver, Step mechanism) {
    this.driver = driver;
    this.mechanism = mechanism;
    this.callbacks = new RefusingCallbacks(new DriverCallbacks(driver, new Host()));
    this.description = describe();
    this.inputPorts =
        description.ports().stream()
            .map(port -> new Event.InputPort(port.ifindex(), port.name()))
            .toArray(Event.InputPort[]::new);
    Reply reply = call(new Request.Register(null));
    if (reply instanceof Reply.Failed failed) {
      throw new RegistrationFailed(
          failed, lastRules, Registrar.culprit(description.registration()));
    }
  }

  private DeviceDescription describe() {
    List<Port> ports = DriverCallbacks.given(driver.ports(), "ports");
    Registration registration = DriverCallbacks.given(driver.registration(), "registration");
    EnumSet<Capability> capabilities =
        EnumSet.of(
            Capability.VIRTUAL_TIME,
            Capability.CHANGES,
            Capability.RX_PATH,
            Capability.DROP_MONITOR,
            Capability.SOFTWARE_DROPS,
            Capability.NOTIFICATIONS,
            Capability.RELOAD,
            Capability.LIFECYCLE,
            Capability.CALLERS,
            Capability.HANDLES,
            Capability.STEPS);
    if (driver instanceof Configurable) {
      capabilities.add(Capability.SWITCH);
    }
    if (driver instanceof MakesTraffic) {
      capabilities.add(Capability.OWN_TRAFFIC);
      capabilities.add(Capability.PORTS);
    } else {
      capabilities.add(Capability.FRAMES);
      capabilities.add(Capability.EGRESS);
    }
    if (driver instanceof RegistersOnRequest) {
      capabilities.add(Capability.REGISTRATION);
    }
    return new DeviceDescription(
        HANDLE,
        ports,
        registration,
        callbacks.available(),
        driver instanceof FailsOnRequest ? callbacks.available() : Set.of(),
        capabilities,
        driver instanceof BringsScenarios bringer
            ? DriverCallbacks.given(bringer.scenarios(), "scenarios")
            : List.of());
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
    inCall = true;
    try {
      Reply reply = answer(request);
      if (!holding) {
        apply(DRAINED);
      }
      return reply;
    } finally {
      inCall = false;
      if (!(request instanceof Request.Refuse)) {
        callbacks.refuse(0);
      }
      if (misbehaviour != null) {
        DriverMisbehaved found = misbehaviour;
        misbehaviour = null;
        throw found;
      }
    }
  }

  private Reply answer(Request request) {
    if (request instanceof Request.Stimulus stimulus) {
      return stimulate(stimulus);
    }
    return apply(new Input.Asked(request)).reply();
  }

  private Reply stimulate(Request.Stimulus request) {
    if (request instanceof Request.Advance advance) {
      return advance(advance.nanos());
    } else if (request instanceof Request.Register register) {
      return register(register);
    } else if (request instanceof Request.Fail fail) {
      if (!(driver instanceof FailsOnRequest failing) || !description.canFail(fail.callback())) {
        return UNSUPPORTED;
      }
      failing.fail(fail.callback(), fail.on());
      return Reply.DONE;
    } else if (request instanceof Request.Refuse refuse) {
      callbacks.refuse(refuse.nth());
      return Reply.DONE;
    } else if (request instanceof Request.Hold hold) {
      holding = hold.on();
      return Reply.DONE;
    } else if (request instanceof Request.SoftwareDrop drop) {
      return dropInSoftware(drop);
    } else if (!state.registered()) {
      return GONE;
    } else if (request instanceof Request.Inject inject) {
      return inject(inject);
    } else if (request instanceof Request.Ports ports) {
      return takePorts(ports);
    } else if (request instanceof Request.Configure configure) {
      return configure(configure);
    }
    return apply(new Input.Asked(request)).reply();
  }

  private Reply advance(long nanos) {
    if (nanos < 0 || state.now() + nanos < 0) {
      return INVALID;
    }
    apply(new Input.Ticked(state.now() + nanos));
    if (state.registered() && driver instanceof KeepsTime keeper) {
      keeper.timePassed();
    }
    return Reply.DONE;
  }

  private Reply register(Request.Register register) {
    if (driver instanceof RegistersOnRequest ability) {
      ability.register(register.registration());
    } else if (register.registration() != null) {
      return UNSUPPORTED;
    }
    return apply(new Input.Asked(register)).reply();
  }

  private Reply inject(Request.Inject inject) {
    if (!description.has(Capability.FRAMES)) {
      return UNSUPPORTED;
    } else if (inject.port() < 1 || inject.port() > inputPorts.length) {
      return INVALID;
    }
    for (Frame frame : inject.frames()) {
      driver.receive(inject.port(), frame);
    }
    return Reply.DONE;
  }

  private Reply takePorts(Request.Ports ports) {
    if (!(driver instanceof MakesTraffic maker)) {
      return UNSUPPORTED;
    }
    maker.ports(ports.up(), ports.cookie());
    return Reply.DONE;
  }

  private Reply configure(Request.Configure configure) {
    if (!(driver instanceof Configurable configurable)) {
      return UNSUPPORTED;
    }
    var answer = DriverCallbacks.given(configurable.configure(configure.config()), "configure");
    return answer.ok() ? Reply.DONE : new Reply.Failed(answer.errno(), answer.message());
  }

  private Reply dropInSoftware(Request.SoftwareDrop drop) {
    if (drop.port() < 1 || drop.port() > inputPorts.length) {
      return INVALID;
    }
    Event.InputPort port = new Event.InputPort(inputPorts[drop.port() - 1].ifindex(), null);
    apply(new Input.DroppedInSoftware(port, drop.frame(), drop.pc(), drop.symbol(), drop.reason()));
    return Reply.DONE;
  }

  private Outcome apply(Input input) {
    Outcome outcome = mechanism.apply(state, input, callbacks);
    state = outcome.state();
    if (outcome.reply() != null) {
      lastRules = outcome.replyRules();
    }
    if (!outcome.events().isEmpty()) {
      events.addAll(outcome.events());
    }
    return outcome;
  }

  @Override
  public List<Event> poll() {
    if (events.isEmpty()) {
      return List.of();
    }
    List<Event> polled = events;
    events = new ArrayList<>();
    return Collections.unmodifiableList(polled);
  }

  @Override
  public void close() {}

  /** What the driver may call. */
  private final class Host implements TrapHost {
    @Override
    public long now() {
      return state.now();
    }

    @Override
    public void report(Trap trap, int port, Frame frame, Cookie cookie) {
      check();
      int index = trap == null ? -1 : state.devlink().objects.trap(trap);
      if (index < 0) {
        String name = trap == null ? "null" : trap.name();
        throw misbehaved(DRV_01, "the driver reported the trap " + name + ", not registered now");
      } else if (frame == null) {
        throw misbehaved(DRV_14, "the driver reported a null frame on the trap " + trap.name());
      } else if (port < 0 || port > inputPorts.length) {
        throw misbehaved(
            MET_02, "the driver reported a packet from port " + port + ", not its own");
      }
      Event.InputPort inputPort = port == 0 ? null : inputPorts[port - 1];
      apply(new Input.Reported(index, port, inputPort, frame, cookie));
      limit();
    }

    @Override
    public void transmit(int port, Frame frame) {
      check();
      if (frame == null || port < 1 || port > inputPorts.length) {
        throw misbehaved(DRV_14, "the driver sent " + frame + " out of port " + port);
      }
      events.add(new Event.Transmitted(port, frame));
      limit();
    }

    private void check() {
      if (!inCall || Thread.currentThread() != thread) {
        throw misbehaved(DRV_13, "the driver reported or sent a packet while nothing was asked");
      }
    }

    private void limit() {
      if (events.size() > MOST_EVENTS) {
        events.clear();
        throw misbehaved(
            DRV_03,
            "the driver reported or sent more than " + MOST_EVENTS + " packets in one call");
      }
    }

    private DriverMisbehaved misbehaved(Rule rule, String sentence) {
      misbehaviour = new DriverMisbehaved(rule, sentence);
      return misbehaviour;
    }
  }
}
