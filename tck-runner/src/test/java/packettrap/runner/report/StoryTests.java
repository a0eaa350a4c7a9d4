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
}
