package packettrap.conformance.exhaustive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import packettrap.conformance.DeviceBroke;
import packettrap.conformance.Progress;
import packettrap.conformance.SeparateDevices;
import packettrap.conformance.broken.Bases;
import packettrap.conformance.engine.Exercised;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.scenario.Playable;
import packettrap.reference.HostedDevice;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.Request;

class LanesTests {
  private static final Supplier<TrapDevice> RIGHT = () -> new HostedDevice(Bases.bare());

  private static final Supplier<TrapDevice> WRONG =
      () ->
          new Remembering(
              false,
              List.of(
                  request -> request instanceof Request.TrapSet set && set.trap().equals("unknown"),
                  request -> request instanceof Request.Unprivileged));

  /** Devices that are made to get to know them, before the tests. */
  private static final int KNOWN = 2;

  /** Where there is one processor only, the second are not asked for. */
  private record Both(Supplier<TrapDevice> one, Supplier<TrapDevice> apart)
      implements SeparateDevices {
    @Override
    public TrapDevice get() {
      return one.get();
    }
  }

  private static Exhaustive suite(Supplier<TrapDevice> devices) {
    try (TrapDevice device = devices.get()) {
      return new Exhaustive(
          devices,
          device.description(),
          Playable.on(device, device.description()),
          new Plan(Size.XS, 1));
    }
  }

  private static Optional<Counterexample> run(Exhaustive suite) {
    return suite.run(Progress.SILENT, new Exercised());
  }

  @Test
  void two_devices_at_a_time_find_what_one_finds() {
    Exhaustive alone = suite(WRONG);
    Exhaustive both = suite(new Both(WRONG, WRONG));
    assertEquals(run(alone), run(both));
    assertEquals(alone.guarantee(), both.guarantee());
    assertTrue(alone.guarantee().passed() > 0);
    assertTrue(
        alone.guarantee().sentence().endsWith("no shorter test of the suite shows a fault."),
        alone.guarantee().sentence());
  }

  @Test
  void two_devices_at_a_time_pass_all_tests_that_there_are() {
    Exhaustive both = suite(new Both(RIGHT, RIGHT));
    assertEquals(Optional.empty(), run(both));
    assertEquals(both.guarantee().tests(), both.guarantee().passed());
  }

  @Test
  void what_goes_wrong_only_beside_another_device_is_tried_alone() {
    Exhaustive both = suite(new Both(RIGHT, WRONG));
    assertEquals(Optional.empty(), run(both));
    assertEquals(both.guarantee().tests(), both.guarantee().passed());
  }

  @Test
  void what_breaks_only_beside_another_device_is_tried_alone() {
    AtomicInteger made = new AtomicInteger();
    Supplier<TrapDevice> breaking =
        () -> {
          if (made.incrementAndGet() > KNOWN) {
            throw new DeviceBroke("the resource is in use");
          }
          return RIGHT.get();
        };
    Exhaustive both = suite(new Both(RIGHT, breaking));
    assertEquals(Optional.empty(), run(both));
    boolean alone = Runtime.getRuntime().availableProcessors() == 1;
    assertEquals(alone ? 0 : KNOWN + 1, made.get());
    assertEquals(both.guarantee().tests(), both.guarantee().passed());
  }

  @Test
  void what_breaks_alone_as_well_ends_the_suite() {
    Supplier<TrapDevice> breaking = () -> new Remembering(false, List.of(LanesTests::breaks));
    Exhaustive both = suite(new Both(breaking, breaking));
    assertEquals("broken", assertThrows(DeviceBroke.class, () -> run(both)).getMessage());
    assertTrue(both.guarantee().passed() < both.guarantee().tests());
    assertTrue(
        both.guarantee().sentence().endsWith("tests were passed when it ended."),
        both.guarantee().sentence());
  }

  private static boolean breaks(Request request) {
    if (request instanceof Request.Unprivileged) {
      throw new DeviceBroke("broken");
    }
    return false;
  }
}
