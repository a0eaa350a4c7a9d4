package packettrap.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Event;
import packettrap.spec.message.Request;
import packettrap.spec.packet.Frame;

/** The same step on the same state leads to the same, and leaves the state alone. */
class PurityTests {
  private static final List<Request> REQUESTS =
      List.of(
          new Request.TrapGet("tail_drop"),
          new Request.TrapSet("tail_drop", 1),
          new Request.TrapSet("igmp_query", 0),
          new Request.TrapDump(),
          new Request.GroupSet("l2_drops", 2, 3L),
          new Request.GroupSet("l2_drops", 0, 1337L),
          new Request.GroupSet("l3_drops", null, 0L),
          new Request.GroupDump(),
          new Request.PolicerSet(1L, 17L, 18L),
          new Request.PolicerSet(1L, 0L, null),
          new Request.PolicerDump(),
          new Request.Reload(),
          new Request.Unregister(),
          new Request.Register(null),
          new Request.Register(null),
          new Request.MonitorConfigSet(0, 10L, 4L),
          new Request.MonitorConfigSet(1, 10L, 4L),
          new Request.MonitorStart(true, true),
          new Request.MonitorStop(false, true),
          new Request.MonitorStop(true, true),
          new Request.MonitorStatsGet(),
          new Request.Unprivileged(new Request.TrapDump()),
          new Request.OnDevice("x", new Request.TrapDump()));

  private static Input draw(SplittableRandom random, State state) {
    Frame frame = Conversation.frame(random.nextInt(200));
    int traps = state.devlink().trapCount();
    return switch (random.nextInt(8)) {
      case 0 -> new Input.Ticked(state.now() + random.nextLong(900_000_000));
      case 1 -> new Input.Drained();
      case 2 ->
          new Input.DroppedInSoftware(
              new Event.InputPort(101, null), frame, random.nextInt(3), "x", "y");
      case 3, 4, 5 ->
          traps == 0
              ? new Input.Drained()
              : new Input.Reported(
                  random.nextInt(traps), 3, Conversation.SWP3, frame, new Cookie("00"));
      default -> new Input.Asked(REQUESTS.get(random.nextInt(REQUESTS.size())));
    };
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void the_same_step_twice_leads_to_the_same_and_leaves_the_old_state_as_it_was(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RecordingCallbacks driver = new RecordingCallbacks(Netdevsim.REGISTRATION);
    State state = Conversation.with(driver).state();
    List<State> passed = new ArrayList<>();
    List<String> described = new ArrayList<>();
    int events = 0;
    for (int step = 0; step < 2000; step++) {
      passed.add(state);
      described.add(Conversation.describe(state));
      Input input = draw(random, state);
      Outcome once = Mechanism.STEP.apply(state, input, driver);
      List<String> askedOnce = driver.asked();
      Outcome twice = Mechanism.STEP.apply(state, input, driver);
      assertEquals(askedOnce, driver.asked());
      assertEquals(once.reply(), twice.reply());
      assertEquals(once.events(), twice.events());
      assertEquals(once.replyRules(), twice.replyRules());
      assertEquals(once.stateRules(), twice.stateRules());
      assertEquals(Conversation.describe(once.state()), Conversation.describe(twice.state()));
      events += once.events().size();
      state = once.state();
    }
    for (int i = 0; i < passed.size(); i++) {
      assertEquals(described.get(i), Conversation.describe(passed.get(i)));
    }
    assertTrue(events > 100, "only " + events + " events");
  }
}
