package packettrap.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Event;
import packettrap.spec.message.Event.InputPort;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.TrapAction;

/** The mechanism, asked one thing after the other, and the state it is in. */
final class Conversation {
  static final String DEVICE = "netdevsim/netdevsim10";
  static final InputPort SWP3 = new InputPort(103, "swp3");

  final RecordingCallbacks driver;
  private State state = State.initial(DEVICE);
  private Outcome outcome;

  private Conversation(RecordingCallbacks driver) {
    this.driver = driver;
  }

  /** With a driver that is not registered yet. */
  static Conversation before(RecordingCallbacks driver) {
    return new Conversation(driver);
  }

  /** With a driver that was registered, and forgot what it was asked for that. */
  static Conversation with(RecordingCallbacks driver) {
    Conversation conversation = new Conversation(driver);
    assertEquals(Reply.DONE, conversation.ask(new Request.Register(null)));
    driver.asked();
    return conversation;
  }

  /** With a driver that registers what netdevsim does. */
  static Conversation withNetdevsim() {
    return with(new RecordingCallbacks(Netdevsim.REGISTRATION));
  }

  /** With a driver that registers these objects. */
  static Conversation with(Registration registration) {
    return with(new RecordingCallbacks(registration));
  }

  Outcome feed(Input input) {
    outcome = Mechanism.STEP.apply(state, input, driver);
    state = outcome.state();
    return outcome;
  }

  Reply ask(Request request) {
    return feed(new Input.Asked(request)).reply();
  }

  /** The driver reports a packet that came in on port 3. */
  List<Event> report(String trap, Frame frame) {
    return report(trap, frame, SWP3, null);
  }

  List<Event> report(String trap, Frame frame, InputPort port, Cookie cookie) {
    int index = state.devlink().trap(trap);
    int number = port == null ? 0 : port.ifindex() - 100;
    return feed(new Input.Reported(index, number, port, frame, cookie)).events();
  }

  /** The stack drops a packet. */
  void drop(long pc, Frame frame) {
    InputPort port = new InputPort(SWP3.ifindex(), null);
    feed(new Input.DroppedInSoftware(port, frame, pc, "ip_rcv", "NOT_SPECIFIED"));
  }

  /** What drop monitor's queues hold. */
  List<Event> drain() {
    return feed(new Input.Drained()).events();
  }

  /** What happens when it is that late, ns. */
  List<Event> at(long now) {
    return feed(new Input.Ticked(now)).events();
  }

  State state() {
    return state;
  }

  TrapAction action(String trap) {
    return trap(trap).action();
  }

  View.OfTrap trap(String trap) {
    return ((Reply.OneTrap) ask(new Request.TrapGet(trap))).trap();
  }

  View.OfGroup group(String group) {
    return ((Reply.OneGroup) ask(new Request.GroupGet(group))).group();
  }

  View.OfPolicer policer(long policer) {
    return ((Reply.OnePolicer) ask(new Request.PolicerGet(policer))).policer();
  }

  /** Everything that the state holds, to be compared. */
  static String describe(State state) {
    StringBuilder text = new StringBuilder();
    DevlinkState devlink = state.devlink();
    for (int i = 0; i < devlink.trapCount(); i++) {
      text.append(devlink.registeredTrap(i).name()).append(' ').append(devlink.action(i));
      text.append(' ').append(devlink.trapPackets(i)).append(' ').append(devlink.trapBytes(i));
      text.append('\n');
    }
    for (int i = 0; i < devlink.groupCount(); i++) {
      text.append(devlink.registeredGroup(i).name()).append(' ').append(devlink.binding(i));
      text.append(' ').append(devlink.groupPackets(i)).append(' ').append(devlink.groupBytes(i));
      text.append('\n');
    }
    for (int i = 0; i < devlink.policerCount(); i++) {
      text.append(devlink.registeredPolicer(i).id()).append(' ').append(devlink.rate(i));
      text.append(' ').append(devlink.burst(i)).append('\n');
    }
    text.append(state.registered()).append(' ').append(state.now()).append('\n');
    return text.append(state.monitor()).toString();
  }

  static Reply failed(Errno errno, String message) {
    return new Reply.Failed(errno, message);
  }

  static Reply failed(Errno errno) {
    return new Reply.Failed(errno, null);
  }

  /** A frame of zeros. */
  static Frame frame(int length) {
    return Frame.of(new byte[length]);
  }
}
