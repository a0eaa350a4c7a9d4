package packettrap.conformance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import packettrap.spec.message.Event;
import packettrap.spec.packet.Frame;

/** Two things that are not alike are never told in the same words. */
class WordsTests {
  private static final String ZEROS = "00".repeat(40);

  @Test
  void a_frame_that_is_cut_says_how_long_it_is() {
    assertEquals("to the stack, from port 1: " + ZEROS, Words.of(received(ZEROS)));
    assertEquals(
        "to the stack, from port 1: " + ZEROS + "... (42 bytes)",
        Words.of(received(ZEROS + "0102")));
  }

  @Test
  void frames_that_differ_behind_the_cut_are_told_whole() {
    Event one = received(ZEROS + "0102");
    Event other = received(ZEROS + "0103");
    assertEquals("to the stack, from port 1: " + ZEROS + "0102", Words.of(one, other));
    assertEquals(Words.of(one), Words.of(one, one));
    assertEquals(Words.of(one), Words.of(one, null));
    assertEquals(Words.of(one), Words.of(one, received(ZEROS)));
  }

  private static Event received(String frame) {
    return new Event.Received(1, Frame.parse(frame));
  }
}
