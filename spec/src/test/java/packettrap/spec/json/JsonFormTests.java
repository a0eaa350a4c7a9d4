package packettrap.spec.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.packet.Frame;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.trap.Metadata;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/** How the JSON form looks: it is read by people, kept in files and compared byte by byte. */
class JsonFormTests {
  record Holder(Map<String, Integer> numbers, Set<Frame> frames, Double share) {}

  @Test
  void a_request_says_its_type_first_and_leaves_out_what_is_null() {
    assertEquals(
        """
        {"type":"GroupSet","group":"l2_drops","policer":0}\
        """,
        Json.write(new Request.GroupSet("l2_drops", null, 0L)));
  }

  @Test
  void a_request_inside_another_says_its_type_too() {
    assertEquals(
        """
        {"type":"Unprivileged","request":{"type":"OnDevice","device":"a/b",\
        "request":{"type":"TrapDump"}}}\
        """,
        Json.write(new Request.Unprivileged(new Request.OnDevice("a/b", new Request.TrapDump()))));
  }

  @Test
  void what_can_be_only_one_record_does_not_say_its_type() {
    View.OfTrap trap =
        new View.OfTrap(
            "stp",
            TrapType.CONTROL,
            true,
            TrapAction.TRAP,
            "stp",
            Set.of(Metadata.FLOW_ACTION_COOKIE, Metadata.INPUT_PORT),
            3,
            180,
            null);
    assertEquals(
        """
        {"type":"OneTrap","trap":{"name":"stp","type":"control","generic":true,"action":"trap",\
        "group":"stp","metadata":["input_port","flow_action_cookie"],"packets":3,"bytes":180}}\
        """,
        Json.write(new Reply.OneTrap(trap)));
  }

  @Test
  void frames_and_cookies_are_strings() {
    assertEquals(
        """
        {"port":1,"frame":"0180c2000000","what":"a bpdu","cookie":"c0de","departures":[]}\
        """,
        Json.write(
            new Scenario.Arrival(
                1, Frame.parse("0180c2000000"), "a bpdu", null, Cookie.parse("c0de"), List.of())));
  }

  @Test
  void pretty_breaks_what_does_not_fit_on_a_line() {
    List<Frame> frames = List.of(Frame.of(new byte[30]), Frame.of(new byte[31]));
    assertEquals(
        """
        {
          "type": "Inject",
          "port": 1,
          "frames": [
            "%s",
            "%s"
          ]
        }
        """
            .formatted("00".repeat(30), "00".repeat(31)),
        Json.pretty(new Request.Inject(1, frames)));
  }

  @Test
  void a_list_has_one_value_a_line_if_they_fit() {
    assertEquals(
        """
        [
          {"type": "Advance", "nanos": 1},
          {"type": "MonitorStart", "software": false, "hardware": true}
        ]
        """,
        Json.pretty(List.of(new Request.Advance(1), new Request.MonitorStart(false, true))));
  }

  @Test
  void maps_and_sets_have_an_order() {
    Map<String, Integer> map = new LinkedHashMap<>();
    map.put("b", 1);
    map.put("a", 2);
    Set<Frame> set = Set.of(Frame.parse("02"), Frame.parse("01"), Frame.parse("03"));
    assertEquals(
        "{\"numbers\":{\"b\":1,\"a\":2},\"frames\":[\"01\",\"02\",\"03\"],\"share\":0.5}",
        Json.write(new Holder(map, set, 0.5)));
    Holder sorted = new Holder(Map.of("b", 1, "a", 2, "c", 3), Set.of(), null);
    assertEquals("{\"numbers\":{\"a\":2,\"b\":1,\"c\":3},\"frames\":[]}", Json.write(sorted));
    assertEquals(sorted, Json.read(Json.write(sorted), Holder.class));
  }

  @Test
  void half_a_surrogate_pair_survives_utf_8() {
    String half = "\ud83d";
    assertEquals("{\"type\":\"Done\",\"warning\":\"\\ud83d\"}", Json.write(new Reply.Done(half)));
    assertEquals(new Reply.Done(half), Json.read(Json.write(new Reply.Done(half)), Reply.class));
  }

  @Test
  void missing_means_null_zero_false_or_empty() {
    assertEquals(
        new Request.MonitorStop(false, false),
        Json.read("{\"type\":\"MonitorStop\"}", Request.class));
    assertEquals(
        new Request.Inject(2, List.of()),
        Json.read("{\"port\": 2, \"frames\": null}", Request.Inject.class));
    assertEquals(
        new Scenario.Arrival(0, null, null, null, null, null),
        Json.read("{}", Scenario.Arrival.class));
  }

  @Test
  void a_list_of_events_is_read_as_one() {
    List<Event> events =
        List.of(new Event.Received(0, Frame.of()), new Event.HardwareSummary(List.of()));
    assertEquals(events, Json.readList(Json.write(events), Event.class));
  }

  @Test
  void what_has_no_form_is_refused() {
    assertEquals(
        "no JSON form for java.lang.Object",
        assertThrows(IllegalArgumentException.class, () -> Json.write(new Object())).getMessage());
    assertEquals(
        "JSON has no number NaN",
        assertThrows(IllegalArgumentException.class, () -> Json.write(Double.NaN)).getMessage());
    List<Object> nested = new ArrayList<>();
    nested.add(nested);
    assertEquals(
        "nested more than 256 deep",
        assertThrows(IllegalArgumentException.class, () -> Json.write(nested)).getMessage());
  }
}
