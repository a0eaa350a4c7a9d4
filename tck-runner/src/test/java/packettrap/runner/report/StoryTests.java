package packettrap.runner.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import packettrap.conformance.report.Counterexample;

class StoryTests {
  @Test
  void a_story_fits_into_any_room_and_keeps_its_end() {
    Report report = Reports.failing();
    for (int i = 0; i < report.counterexamples().size(); i++) {
      Counterexample counterexample = report.counterexamples().get(i);
      for (int room = 3; room < 60; room++) {
        List<String> story = Story.of(report, i, room);
        assertTrue(story.size() <= room, story.size() + " lines in a room of " + room);
        boolean whole = !story.get(0).contains("only the end");
        assertEquals(whole, story.contains("  1  request   " + first(counterexample)));
        String last = story.get(story.size() - 1);
        assertTrue(last.matches(" {5}(see also|alike|look at) .*| {15}.*"), last);
        if (room >= 12) {
          String text = String.join("\n", story);
          for (String part : List.of("device ", "observed ", "demanded ", "look at ")) {
            assertTrue(text.contains("\n     " + part), text);
          }
        }
      }
    }
  }

  private static String first(Counterexample counterexample) {
    return packettrap.conformance.engine.Words.of(counterexample.steps().get(0).request());
  }

  @Test
  void long_words_begin_shortly_before_they_differ() {
    String zeros = "00".repeat(30);
    assertEquals(
        "port 1: ...000000000000aa",
        Story.around("port 1: " + zeros + "aa", "port 1: " + zeros + "bb"));
    assertEquals(zeros, Story.around(zeros, zeros));
    assertEquals("a b", Story.around("a b", "a c d"));
  }

  @Test
  void what_is_alike_is_skipped_if_there_is_no_room_for_the_difference() {
    String trap =
        "source_mac_is_multicast type drop generic true action mirror group l2_drops packets ";
    assertEquals(
        "source_mac_is_multicast ... packets 3 bytes 186",
        Story.differing(trap + "3 bytes 186", trap + "4 bytes 198", 1));
    assertEquals(
        trap + "3 bytes 186", Story.differing(trap + "3 bytes 186", trap + "4 bytes 198", 2));
    String frame = "to the stack, from port 2: " + "00".repeat(40) + "... (";
    assertEquals(
        "to the stack, from port 2: ... (60 bytes)",
        Story.differing(frame + "60 bytes)", frame + "64 bytes)", 3));
    String policer = "[trap-policer,new] policer 1 rate 1000 burst 64 and a long way on dropped ";
    assertEquals(
        "[trap-policer,new] ... dropped 0",
        Story.differing(policer + "0", "notification 6: " + policer + "1", 1));
    assertTrue(
        Story.differing("notification 6: " + policer + "1", policer + "0", 1)
            .endsWith("[trap-policer,new] ... dropped 1"));
  }
}
