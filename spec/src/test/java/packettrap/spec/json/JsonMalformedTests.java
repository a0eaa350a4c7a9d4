package packettrap.spec.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.scenario.Scenario;

/** A text that is not what was asked for gets one sentence that says where and why. */
class JsonMalformedTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `` | line 1, column 1: expected a JSON value, found the end of the text
          {} | line 1, column 1: the key "type" is missing, which says what Request it is
          {"type":7} | line 1, column 9: expected a string, found a number
          {"type":"Advance","nanos":1} x | line 1, column 30: expected the end of the text, found "x"
          {"type":"Advance","nanos":"1"} | line 1, column 27, at nanos: expected a number, found a string
          {"type":"Advance","nanos":1.5} | line 1, column 27, at nanos: expected a whole number from -9223372036854775808 to 9223372036854775807, found 1.5
          {"type":"Advance","nanos":01} | line 1, column 28: expected , or }, found "1"
          {"type":"Advance","seconds":1} | line 1, column 29: unknown key "seconds": Advance has nanos
          {"type":"Advance","nanos":1,"nanos":2} | line 1, column 29: the key "nanos" stands here for the second time
          {"type":"TrapDump","trap":"stp"} | line 1, column 27: unknown key "trap": TrapDump has no keys
          {"type":"TrapSet","action":3000000000} | line 1, column 28, at action: expected a whole number from -2147483648 to 2147483647, found 3000000000
          {"type":"Inject","frames":["0","00"]} | line 1, column 28, at frames[0]: string length not even: 1
          {"type":"Inject","frames":{}} | line 1, column 27, at frames: expected an array, found an object
          {"type":"MonitorStop","software":1} | line 1, column 34, at software: expected true or false, found a number
          {"type":"MonitorStop","software":tru} | line 1, column 34: expected true
          {"type":"Fail","callback":"trap_fini"} | line 1, column 27, at callback: no Callback is named "trap_fini": choose from trap_init, trap_action_set, group_action_set, group_set, policer_set, policer_counter_get, drop_counter_get
          {"type":"Unprivileged","request":{"type":"OnDevice","request":{}}} | line 1, column 63, at request.request: the key "type" is missing, which says what Devlink it is
          {"type":"TrapGet","trap":"\\x"} | line 1, column 28: no escape begins like that
          {"type":"TrapGet","trap":"a | line 1, column 28: the text ends inside a string
          """)
  void a_malformed_request_is_refused_with_a_sentence(String text, String sentence) {
    JsonException e = assertThrows(JsonException.class, () -> Json.read(text, Request.class));
    assertEquals(sentence, e.getMessage());
  }

  @Test
  void the_line_and_the_path_lead_to_the_place() {
    String text =
        """
        {
          "name": "stp",
          "config": {
            "bridge": [
              {"port": 1, "pvid": 1, "vlans": [1, null]}
            ],
            "routes": [
              {"destination": "192.0.2.0/33"}
            ]
          },
          "arrivals": []
        }
        """;
    JsonException e = assertThrows(JsonException.class, () -> Json.read(text, Scenario.class));
    assertEquals(
        "line 5, column 7, at config.bridge[0]: something that must be there is missing",
        e.getMessage());
    JsonException f =
        assertThrows(
            JsonException.class, () -> Json.read(text.replace(", null", ""), Scenario.class));
    assertEquals(
        "line 8, column 23, at config.routes[0].destination:"
            + " prefix length 33 is not within 0 to 32",
        f.getMessage());
    assertEquals(8, f.line());
    assertEquals(23, f.column());
    assertEquals("config.routes[0].destination", f.path());
  }

  @Test
  void deep_nesting_is_refused_before_the_stack_overflows() {
    JsonException e =
        assertThrows(JsonException.class, () -> Json.read("[".repeat(1_000_000), Request.class));
    assertEquals("line 1, column 257: nested more than 256 deep", e.getMessage());
  }

  @Test
  void another_record_than_the_one_asked_for_is_refused() {
    JsonException e =
        assertThrows(
            JsonException.class, () -> Json.read("{\"type\":\"TrapGet\"}", Request.TrapDump.class));
    assertEquals("line 1, column 1: expected a TrapDump, found another type", e.getMessage());
  }

  @Test
  void an_element_twice_in_a_set_is_refused() {
    JsonException e =
        assertThrows(
            JsonException.class,
            () -> Json.read("{\"metadata\":[\"input_port\",\"input_port\"]}", View.OfTrap.class));
    assertEquals(
        "line 1, column 27, at metadata[1]: it stands in the set for the second time",
        e.getMessage());
  }
}
