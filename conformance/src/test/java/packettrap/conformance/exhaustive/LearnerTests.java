package packettrap.conformance.exhaustive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import packettrap.conformance.Progress;
import packettrap.conformance.broken.Bases;
import packettrap.reference.HostedDevice;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.message.Request;

class LearnerTests {
  private static Learned learn(Supplier<TrapDevice> devices) {
    return new Learner(devices, new Plan(Size.XS, 0)).learn(Progress.SILENT);
  }

  static Stream<Arguments> faultless() {
    return Stream.of(
        driver("full", Bases::full),
        driver("memberwise", Bases::memberwise),
        driver("bare", Bases::bare),
        driver("empty", Bases::empty),
        driver("many", Bases::many),
        driver("switching", Bases::switching),
        driver("busy", Bases::busy));
  }

  private static Arguments driver(String name, Supplier<TrapDriver> driver) {
    return Arguments.of(name, driver);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faultless")
  void a_driver_without_a_fault_has_the_same_machine(String name, Supplier<TrapDriver> driver) {
    Learned learned = learn(() -> new HostedDevice(driver.get()));
    assertNull(learned.broken());
    assertEquals(List.of(), learned.divergences());
    assertEquals(learned.demanded(), learned.states());
  }

  @Test
  void what_is_told_of_a_fault_is_a_shortest_way_to_it() {
    Learned learned =
        learn(
            () ->
                new Remembering(
                    false,
                    List.of(
                        request -> request instanceof Request.TrapSet set && set.action() == 2,
                        request -> request instanceof Request.MonitorStop)));
    Divergence first = learned.divergences().get(0);
    assertEquals(1, first.way().size());
    assertEquals("drop monitor stop hardware", first.input());
    assertEquals("EINVAL \"deep\"", first.observed());
  }
}
