package packettrap.spec.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.trap.Registration;

/** Every message comes back from its JSON form as it was, by itself and as what it is declared. */
class JsonRoundTripTests {
  static Stream<Class<?>> records() {
    return Stream.concat(
        Stream.of(Request.class, Reply.class, Event.class, View.class)
            .flatMap(JsonRoundTripTests::leaves),
        Stream.of(SwitchConfig.class, Scenario.class, Registration.class));
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(JsonRoundTripTests::leaves)
        : Stream.of(type);
  }

  @ParameterizedTest
  @MethodSource("records")
  void a_record_comes_back_full_and_bare(Class<?> type) {
    for (Object value : Samples.of(type)) {
      assertEquals(value, Json.read(Json.write(value), type));
      assertEquals(value, Json.read(Json.pretty(value), type));
      assertEquals(Json.write(value), Json.write(Json.read(Json.pretty(value), type)));
    }
  }

  @Test
  void every_message_is_a_record_so_none_is_left_out_here() {
    assertEquals(List.of(), records().filter(type -> !type.isRecord()).toList());
    assertTrue(records().anyMatch(type -> type == Request.PolicerSet.class));
    assertTrue(records().anyMatch(type -> type == Event.SoftwareSummary.class));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void a_request_comes_back_as_a_request(Class<?> type) {
    for (Object value : Samples.of(type)) {
      assertEquals(value, Json.read(Json.write(value), Request.class));
    }
  }

  static Stream<Class<?>> requests() {
    return leaves(Request.class);
  }

  @ParameterizedTest
  @MethodSource("repliesAndEvents")
  void a_reply_or_an_event_comes_back_by_its_type(Class<?> type) {
    Class<?> declared = Reply.class.isAssignableFrom(type) ? Reply.class : Event.class;
    for (Object value : Samples.of(type)) {
      assertEquals(value, Json.read(Json.write(value), declared));
    }
  }

  static Stream<Class<?>> repliesAndEvents() {
    return Stream.of(Reply.class, Event.class).flatMap(JsonRoundTripTests::leaves);
  }
}
