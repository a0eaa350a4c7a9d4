package packettrap.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static packettrap.reference.Conversation.failed;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import packettrap.spec.device.Answer;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DriverAbility;
import packettrap.spec.device.Port;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.device.TrapHost;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.packet.Frame;
import packettrap.spec.rule.DriverRules;
import packettrap.spec.rule.MetadataRules;
import packettrap.spec.rule.RegistrationRules;
import packettrap.spec.rule.Rule;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;

class HostedDeviceTests {
  private static final Frame FRAME = Conversation.frame(60);
  private static final Trap TRAP = Trap.generic("blackhole_route");

  /** A driver of one trap that does with a frame whatever a test says. */
  private static class OneTrap implements TrapDriver {
    TrapHost host;
    Consumer<TrapHost> onFrame = host -> {};

    @Override
    public int interfaceVersion() {
      return VERSION;
    }

    @Override
    public Registration registration() {
      return Registration.of(List.of(Group.generic("l3_drops")), List.of(TRAP));
    }

    @Override
    public void start(TrapHost newHost) {
      host = newHost;
    }

    @Override
    public Answer trapActionSet(Trap trap, TrapAction action) {
      return Answer.OK;
    }

    @Override
    public void receive(int port, Frame frame) {
      onFrame.accept(host);
    }
  }

  private final OneTrap driver = new OneTrap();
  private final HostedDevice device = new HostedDevice(driver);
  private final Request inject = new Request.Inject(1, List.of(FRAME));

  private void misbehaves(Rule rule, String sentence, Consumer<TrapHost> deed) {
    driver.onFrame = deed;
    DriverMisbehaved found = assertThrows(DriverMisbehaved.class, () -> device.call(inject));
    assertEquals(sentence, found.getMessage());
    assertSame(rule, found.rule());
  }

  @Test
  void the_announcement_is_the_first_that_is_polled() {
    assertEquals(2, device.poll().size());
    assertEquals(List.of(), device.poll());
  }

  @Test
  void a_report_makes_the_packet_count() {
    driver.onFrame = host -> host.report(TRAP, 1, FRAME);
    assertEquals(Reply.DONE, device.call(inject));
    Reply.OneTrap reply = (Reply.OneTrap) device.call(new Request.TrapGet(TRAP.name()));
    assertEquals(60, reply.trap().bytes());
  }

  @Test
  void a_trap_that_is_not_registered_cannot_be_reported() {
    misbehaves(
        DriverRules.DRV_01,
        "the driver reported the trap tail_drop, not registered now",
        host -> host.report(Trap.generic("tail_drop"), 1, FRAME));
    misbehaves(
        DriverRules.DRV_01,
        "the driver reported the trap null, not registered now",
        host -> host.report(null, 1, FRAME));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 9})
  void a_packet_cannot_come_from_a_port_that_there_is_not(int port) {
    misbehaves(
        MetadataRules.MET_02,
        "the driver reported a packet from port " + port + ", not its own",
        host -> host.report(TRAP, port, FRAME));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 9})
  void a_frame_cannot_leave_by_a_port_that_there_is_not(int port) {
    misbehaves(
        DriverRules.DRV_14,
        "the driver sent " + FRAME + " out of port " + port,
        host -> host.transmit(port, FRAME));
  }

  @Test
  void a_null_is_no_frame() {
    misbehaves(
        DriverRules.DRV_14,
        "the driver reported a null frame on the trap blackhole_route",
        host -> host.report(TRAP, 1, null));
    misbehaves(
        DriverRules.DRV_14, "the driver sent null out of port 1", host -> host.transmit(1, null));
  }

  @Test
  void a_packet_of_an_unknown_port_is_told_without_a_port() {
    device.call(new Request.MonitorConfigSet(1, null, null));
    device.call(new Request.MonitorStart(false, true));
    device.poll();
    driver.onFrame = host -> host.report(TRAP, 0, FRAME);
    device.call(inject);
    assertEquals(null, ((Event.HardwareDrop) device.poll().get(0)).inputPort());
  }

  @Test
  void nothing_is_reported_while_nothing_is_asked() {
    DriverMisbehaved found =
        assertThrows(DriverMisbehaved.class, () -> driver.host.report(TRAP, 1, FRAME));
    assertEquals(
        "the driver reported or sent a packet while nothing was asked", found.getMessage());
    assertSame(DriverRules.DRV_13, found.rule());
    // The driver may have swallowed it; the next call brings it up.
    found = assertThrows(DriverMisbehaved.class, () -> device.call(new Request.TrapDump()));
    assertSame(DriverRules.DRV_13, found.rule());
    device.call(new Request.TrapDump());
  }

  @Test
  void a_driver_that_swallows_what_it_is_told_is_found_out_all_the_same() {
    misbehaves(
        DriverRules.DRV_01,
        "the driver reported the trap null, not registered now",
        host -> assertThrows(DriverMisbehaved.class, () -> host.report(null, 1, FRAME)));
  }

  @Test
  void nothing_is_reported_from_another_thread_even_during_a_call() {
    AtomicReference<Throwable> seen = new AtomicReference<>();
    misbehaves(
        DriverRules.DRV_13,
        "the driver reported or sent a packet while nothing was asked",
        host -> {
          Thread thread = new Thread(() -> host.transmit(1, FRAME));
          thread.setUncaughtExceptionHandler((it, e) -> seen.set(e));
          thread.start();
          try {
            thread.join();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        });
    assertSame(DriverMisbehaved.class, seen.get().getClass());
  }

  @Test
  void a_driver_that_never_ends_to_send_is_stopped() {
    misbehaves(
        DriverRules.DRV_03,
        "the driver reported or sent more than 200000 packets in one call",
        host -> {
          while (true) {
            host.transmit(1, FRAME);
          }
        });
    assertTrue(device.poll().isEmpty(), "what it sent is kept");
  }

  @Test
  void what_the_driver_throws_comes_through() {
    IllegalStateException thrown = new IllegalStateException("out of order");
    driver.onFrame =
        host -> {
          throw thrown;
        };
    assertSame(thrown, assertThrows(IllegalStateException.class, () -> device.call(inject)));
  }

  @Test
  void a_null_is_no_answer() {
    HostedDevice silent =
        new HostedDevice(
            new OneTrap() {
              @Override
              public Answer trapActionSet(Trap trap, TrapAction action) {
                return null;
              }
            });
    DriverMisbehaved found =
        assertThrows(
            DriverMisbehaved.class, () -> silent.call(Request.set(TRAP.name(), TrapAction.TRAP)));
    assertEquals("the driver's trapActionSet returned null", found.getMessage());
    assertSame(DriverRules.DRV_14, found.rule());
  }

  @Test
  void a_null_is_no_registration_and_no_ports() {
    TrapDriver nothing =
        new OneTrap() {
          @Override
          public Registration registration() {
            return null;
          }
        };
    TrapDriver nowhere =
        new OneTrap() {
          @Override
          public List<Port> ports() {
            return null;
          }
        };
    assertEquals(
        "the driver's registration returned null",
        assertThrows(DriverMisbehaved.class, () -> new HostedDevice(nothing)).getMessage());
    assertEquals(
        "the driver's ports returned null",
        assertThrows(DriverMisbehaved.class, () -> new HostedDevice(nowhere)).getMessage());
  }

  @Test
  void there_is_no_device_if_the_registration_fails() {
    RegistrationFailed found =
        assertThrows(
            RegistrationFailed.class,
            () ->
                new HostedDevice(
                    new OneTrap() {
                      @Override
                      public Registration registration() {
                        return Registration.of(List.of(), List.of(TRAP));
                      }
                    }));
    assertEquals(
        "the registration of the driver's policers, groups and traps failed with EINVAL at trap "
            + TRAP.name(),
        found.getMessage());
    assertSame(RegistrationRules.REG_09, found.rules().get(0));
  }

  @Test
  void a_driver_without_abilities_declares_none_and_refuses_what_needs_one() {
    assertEquals(
        java.util.Set.of(Callback.TRAP_INIT, Callback.TRAP_ACTION_SET),
        device.description().callbacks());
    for (Capability capability :
        List.of(Capability.SWITCH, Capability.PORTS, Capability.REGISTRATION)) {
      assertTrue(!device.description().has(capability), capability.name());
    }
    Reply unsupported = failed(Errno.EOPNOTSUPP);
    assertEquals(unsupported, device.call(new Request.Configure(null)));
    assertEquals(unsupported, device.call(new Request.Fail(Callback.TRAP_INIT, true)));
    assertEquals(unsupported, device.call(new Request.Register(Registration.EMPTY)));
    assertEquals(1, device.description().registration().traps().size());
  }

  @Test
  void frames_come_in_by_ports_that_there_are() {
    Reply invalid = failed(Errno.EINVAL);
    assertEquals(invalid, device.call(new Request.Inject(0, List.of(FRAME))));
    assertEquals(invalid, device.call(new Request.Inject(9, List.of(FRAME))));
    assertEquals(invalid, device.call(new Request.SoftwareDrop(9, FRAME, 1, "x", "y")));
  }

  @Test
  void time_goes_on_only() {
    Reply invalid = failed(Errno.EINVAL);
    assertEquals(invalid, device.call(new Request.Advance(-1)));
    assertEquals(Reply.DONE, device.call(new Request.Advance(Long.MAX_VALUE)));
    assertEquals(Long.MAX_VALUE, driver.host.now());
    assertEquals(invalid, device.call(new Request.Advance(1)));
    assertEquals(Reply.DONE, device.call(new Request.Advance(0)));
  }

  @Test
  void a_device_that_is_gone_takes_no_frames() {
    device.call(new Request.Unregister());
    driver.onFrame = host -> host.transmit(1, FRAME);
    device.poll();
    assertEquals(failed(Errno.ENODEV), device.call(inject));
    assertEquals(List.of(), device.poll());
    assertEquals(Reply.DONE, device.call(new Request.Register(null)));
    assertEquals(Reply.DONE, device.call(inject));
  }

  /** Reports a packet whenever time passes while its ports are up. */
  private static final class Busy extends OneTrap
      implements DriverAbility.MakesTraffic, DriverAbility.KeepsTime {
    private boolean up;
    private Cookie cookie;

    @Override
    public void ports(boolean newUp, Cookie newCookie) {
      up = newUp;
      cookie = newCookie;
    }

    @Override
    public void timePassed() {
      if (up) {
        host.report(TRAP, 1, FRAME, cookie);
      }
    }
  }

  @Test
  void a_driver_with_traffic_of_its_own_takes_no_frames_but_has_its_ports_taken_up_and_down() {
    HostedDevice busy = new HostedDevice(new Busy());
    assertTrue(busy.description().has(Capability.OWN_TRAFFIC));
    assertTrue(busy.description().has(Capability.PORTS));
    assertFalse(busy.description().has(Capability.FRAMES));
    assertTrue(device.description().has(Capability.FRAMES));
    assertEquals(failed(Errno.EOPNOTSUPP), busy.call(inject));
    busy.call(new Request.Advance(1));
    assertEquals(Reply.DONE, busy.call(new Request.Ports(true, new Cookie("ab"))));
    busy.call(new Request.Advance(1));
    assertEquals(Reply.DONE, busy.call(new Request.Ports(false, null)));
    busy.call(new Request.Advance(1));
    Reply.OneTrap reply = (Reply.OneTrap) busy.call(new Request.TrapGet(TRAP.name()));
    assertEquals(1, reply.trap().packets());
  }

  @Test
  void the_ports_of_a_driver_without_traffic_of_its_own_stay_as_they_are() {
    assertEquals(failed(Errno.EOPNOTSUPP), device.call(new Request.Ports(true, null)));
  }
}
