package packettrap.runner.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import packettrap.conformance.DeviceBroke;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.Port;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.Registration;

/** What passes between a device and the kit, and what does not. */
class GuardedDeviceTests {
  private final CallClock clock = new CallClock();
  private Supplier<Reply> reply = () -> Reply.DONE;
  private List<Event> events = new ArrayList<>();
  private int calls;

  private final TrapDevice guarded = new GuardedDevice(new Scripted(), clock);

  /** A device that does what the test says. */
  private final class Scripted implements TrapDevice {
    @Override
    public int interfaceVersion() {
      return 1;
    }

    @Override
    public DeviceDescription description() {
      return new DeviceDescription(
          "a/b", Port.numbered(1), Registration.EMPTY, Set.of(), Set.of(), Set.of(), List.of());
    }

    @Override
    public Reply call(Request request) {
      calls++;
      return reply.get();
    }

    @Override
    public List<Event> poll() {
      return events;
    }

    @Override
    public void close() {
      calls++;
    }
  }

  @BeforeEach
  void nothing_was_tried() {
    ExitCalls.forget();
  }

  @Test
  void answers_pass_even_if_they_are_null() {
    assertSame(Reply.DONE, guarded.call(new Request.TrapDump()));
    reply = () -> null;
    assertNull(guarded.call(new Request.TrapDump()));
    events = Arrays.asList((Event) null);
    assertEquals(events, guarded.poll());
    events = null;
    assertNull(guarded.poll());
  }

  @Test
  void events_that_were_polled_do_not_change_afterwards() {
    Event event = new Event.Received(1, Frame.of());
    events.add(event);
    List<Event> polled = guarded.poll();
    events.clear();
    assertEquals(List.of(event), polled);
  }

  @Test
  void a_device_that_threw_is_not_called_again() {
    reply =
        () -> {
          throw new IllegalStateException("two\n lines");
        };
    Request request = new Request.TrapGet("stp");
    assertEquals(
        "The kit or the driver threw java.lang.IllegalStateException in TrapGet[trap=stp]:"
            + " two lines",
        assertThrows(DeviceBroke.class, () -> guarded.call(request)).getMessage());
    reply = () -> Reply.DONE;
    assertEquals(
        "The driver broke before and is not called again.",
        assertThrows(DeviceBroke.class, () -> guarded.call(request)).getMessage());
    guarded.close();
    assertEquals(1, calls);
  }

  @Test
  void what_the_kit_throws_passes_and_the_device_lives_on() {
    DeviceBroke broke = new DeviceBroke("said by the kit");
    reply =
        () -> {
          throw broke;
        };
    assertSame(broke, assertThrows(DeviceBroke.class, () -> guarded.call(new Request.Reload())));
    reply = () -> Reply.DONE;
    assertSame(Reply.DONE, guarded.call(new Request.Reload()));
  }

  @Test
  void the_clock_runs_during_a_call_and_at_no_other_time() {
    List<Long> seen = new ArrayList<>();
    reply =
        () -> {
          seen.add(clock.underWay());
          return Reply.DONE;
        };
    seen.add(clock.underWay());
    guarded.call(new Request.TrapDump());
    seen.add(clock.underWay());
    guarded.call(new Request.GroupDump());
    assertEquals(List.of(0L, 1L, 0L, 3L), seen);
    assertEquals("GroupDump[]", clock.call());
  }
}
