package packettrap.reference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import packettrap.reference.Hardware.Fate;
import packettrap.spec.device.Answer;
import packettrap.spec.device.Counter;
import packettrap.spec.device.DriverAbility;
import packettrap.spec.device.Port;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.device.TrapHost;
import packettrap.spec.message.Cookie;
import packettrap.spec.packet.Frame;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Metadata;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/**
 * The smallest driver that keeps every rule: a frame says itself which trap it hits.
 *
 * <p>A frame of EtherType 0x88b5 (for experiments, IEEE 802) carries the length and the name of a
 * trap behind it. Whatever does not name a registered trap is forwarded to the next port. It has
 * every ability.
 */
public class ReferenceDriver
    implements TrapDriver,
        DriverAbility.BindsGroups,
        DriverAbility.SetsPolicers,
        DriverAbility.CountsPolicerDrops,
        DriverAbility.CountsTrapDrops,
        DriverAbility.SetsGroupAction,
        DriverAbility.FailsOnRequest,
        DriverAbility.BringsScenarios,
        DriverAbility.RegistersOnRequest {
  private static final int ETHER_TYPE = 0x88b5;
  private static final int NAME = 15;

  private static final List<Port> PORTS = Port.numbered(8);
  private static final Registration USUAL = usualRegistration();
  private static final List<Scenario> USUAL_SCENARIOS = scenariosOf(USUAL);

  private final Registration own;
  private final Hardware hardware;
  private Registration registration;
  private Objects objects = Objects.NONE;
  private TrapHost host;

  /** A driver of eleven traps in seven groups with three policers. */
  public ReferenceDriver() {
    this(USUAL);
  }

  /** A driver of these objects. */
  public ReferenceDriver(Registration registration) {
    this.own = registration;
    this.registration = registration;
    this.hardware = new Hardware(Set.of(Callback.values()), registration);
    hardware.keepTokens();
  }

  private static Registration usualRegistration() {
    return new Registration(
        List.of(
            new Policer(1, 1000, 128, 1, 8000, 8, 65536),
            new Policer(2, 2000, 16, 1, 8000, 1, 512),
            new Policer(3, 3000, 8, 1, 8000, 1, 512)),
        List.of(
            Group.generic("l2_drops"),
            Group.generic("l3_drops").boundTo(1),
            Group.generic("l3_exceptions").boundTo(1),
            Group.generic("buffer_drops").boundTo(2),
            Group.generic("acl_drops").boundTo(3),
            Group.generic("mc_snooping").boundTo(3),
            Group.specific(0, "own_group")),
        List.of(
            Trap.generic("ingress_vlan_filter"),
            Trap.generic("vlan_tag_mismatch"),
            Trap.generic("port_list_is_empty"),
            Trap.specific(0, "fid_miss", TrapType.EXCEPTION, "l2_drops"),
            Trap.generic("blackhole_route"),
            Trap.generic("ttl_value_is_too_small"),
            Trap.generic("tail_drop"),
            Trap.generic("ingress_flow_action_drop")
                .telling(Metadata.INPUT_PORT, Metadata.FLOW_ACTION_COOKIE),
            Trap.generic("igmp_query"),
            Trap.generic("igmp_v1_report"),
            Trap.specific(1, "own_drop", TrapType.DROP, "own_group").telling()));
  }

  /** A frame that hits a trap of this driver, padded to a length. */
  public static Frame frameFor(String trap, int length) {
    byte[] name = trap.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[Math.max(length, NAME + name.length)];
    bytes[0] = 2;
    bytes[5] = 2;
    bytes[6] = 2;
    bytes[11] = 1;
    bytes[12] = (byte) (ETHER_TYPE >> 8);
    bytes[13] = (byte) ETHER_TYPE;
    bytes[14] = (byte) name.length;
    System.arraycopy(name, 0, bytes, NAME, name.length);
    return Frame.of(bytes);
  }

  private static Cookie cookieOf(Trap trap) {
    return trap.metadata().contains(Metadata.FLOW_ACTION_COOKIE) ? new Cookie("c0ffee01") : null;
  }

  @Override
  public int interfaceVersion() {
    return VERSION;
  }

  @Override
  public List<Port> ports() {
    return PORTS;
  }

  @Override
  public Registration registration() {
    return registration;
  }

  @Override
  public void register(Registration other) {
    registration = other == null ? own : other;
    hardware.registering(registration);
  }

  @Override
  public void start(TrapHost newHost) {
    host = newHost;
    objects = Objects.NONE;
  }

  @Override
  public void stop() {
    hardware.stop();
    objects = Objects.NONE;
  }

  @Override
  public Answer trapInit(Trap trap) {
    Answer answer = hardware.trapInit(trap);
    List<Trap> traps = registration.traps();
    if (answer.ok() && trap == traps.get(traps.size() - 1)) {
      objects = Objects.of(registration);
      hardware.at(host.now());
      hardware.registered(registration);
    }
    return answer;
  }

  @Override
  public Answer trapActionSet(Trap trap, TrapAction action) {
    return hardware.trapActionSet(trap, action);
  }

  @Override
  public Answer groupActionSet(Group group, TrapAction action) {
    return hardware.groupActionSet(group, action);
  }

  @Override
  public Answer groupSet(Group group, Policer policer) {
    return hardware.groupSet(group, policer);
  }

  @Override
  public Answer policerSet(Policer policer, long rate, long burst) {
    hardware.at(host.now());
    return hardware.policerSet(policer, rate, burst);
  }

  @Override
  public Counter policerDropped(Policer policer) {
    return hardware.policerDropped(policer);
  }

  @Override
  public Counter trapDropped(Trap trap) {
    return hardware.trapDropped(trap);
  }

  @Override
  public void fail(Callback callback, boolean on) {
    hardware.fail(callback, on);
  }

  @Override
  public void receive(int port, Frame frame) {
    int index = objects.trap(trapNamedBy(frame));
    if (index < 0) {
      forward(port, frame);
      return;
    }
    hardware.at(host.now());
    Fate fate = hardware.hit(index);
    finish(objects.traps[index], hardware.action(index), fate, port, frame);
  }

  /** Does with a packet that hit a trap what was decided. */
  protected void finish(Trap trap, TrapAction action, Fate fate, int port, Frame frame) {
    if (fate == Fate.COPIED) {
      copy(trap, port, frame);
    }
    if (action == TrapAction.MIRROR) {
      forward(port, frame);
    }
  }

  /** The CPU gets a packet. */
  protected void copy(Trap trap, int port, Frame frame) {
    host.report(trap, port, frame, cookieOf(trap));
  }

  /** The next port gets a packet. */
  protected void forward(int port, Frame frame) {
    host.transmit(port % ports().size() + 1, frame);
  }

  /** The hardware below. */
  protected final Hardware hardware() {
    return hardware;
  }

  /** What the driver may call. */
  protected final TrapHost host() {
    return host;
  }

  private static String trapNamedBy(Frame frame) {
    if (frame.length() <= NAME || frame.u16(12) != ETHER_TYPE) {
      return null;
    }
    int length = Math.min(frame.u8(14), frame.length() - NAME);
    byte[] name = new byte[length];
    frame.copyTo(NAME, name, 0, length);
    return new String(name, StandardCharsets.UTF_8);
  }

  @Override
  public List<Scenario> scenarios() {
    return own == USUAL ? USUAL_SCENARIOS : scenariosOf(own);
  }

  private static List<Scenario> scenariosOf(Registration registration) {
    List<Scenario> scenarios = new ArrayList<>();
    int port = 1;
    for (Trap trap : registration.traps()) {
      int length = 60 + 97 * port;
      scenarios.add(scenario(trap, "hit", trap.name(), port, length));
      scenarios.add(scenario(trap, "near-miss", trap.name() + "_not", port, length + 1));
      port = port % PORTS.size() + 1;
    }
    if (!registration.traps().isEmpty()) {
      scenarios.add(together(registration));
    }
    return scenarios;
  }

  /** Frames for all traps at one instant. */
  private static Scenario together(Registration registration) {
    List<Scenario.Arrival> arrivals = new ArrayList<>();
    for (Trap trap : registration.traps()) {
      Frame frame = frameFor(trap.name(), 64 + arrivals.size());
      List<Scenario.Departure> departures = List.of(new Scenario.Departure(4, frame));
      arrivals.add(
          new Scenario.Arrival(
              3, frame, "names " + trap.name(), trap.name(), cookieOf(trap), departures));
    }
    String first = registration.traps().get(0).name();
    return new Scenario(
        first + "/together", first, "Frames that name each trap.", null, 0, arrivals);
  }

  private static Scenario scenario(Trap trap, String variant, String named, int port, int length) {
    Frame frame = frameFor(named, length);
    boolean hit = named.equals(trap.name());
    return new Scenario(
        trap.name() + "/" + variant,
        trap.name(),
        "A frame that names " + named + ".",
        null,
        0,
        List.of(
            new Scenario.Arrival(
                port,
                frame,
                "names " + named,
                hit ? trap.name() : null,
                hit ? cookieOf(trap) : null,
                List.of(new Scenario.Departure(port % PORTS.size() + 1, frame)))));
  }
}
