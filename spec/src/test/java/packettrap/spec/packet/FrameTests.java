package packettrap.spec.packet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTests {
  /** Destination, source, EtherType 0x0800, two bytes. */
  private static final Frame FRAME = Frame.parse("0180c200000e 020000000001 0800 fe dc");

  @Test
  void what_is_printed_can_be_read_back() {
    assertEquals("0180c200000e0200000000010800fedc", FRAME.toString());
    assertEquals(FRAME, Frame.parse(FRAME.toString()));
    assertEquals(FRAME.hashCode(), Frame.parse(FRAME.toString()).hashCode());
    assertEquals(16, FRAME.length());
    assertEquals(0, Frame.parse(" \n").length());
    assertNotEquals(FRAME, Frame.parse("00"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0g", "012"})
  void what_is_not_hexadecimal_or_half_a_byte_is_refused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Frame.parse(text));
  }

  @Test
  void numbers_are_read_in_network_order_and_without_a_sign() {
    Frame frame = Frame.parse("fffefdfcfbfaf9f8");
    assertEquals(0xff, frame.u8(0));
    assertEquals(0xfffe, frame.u16(0));
    assertEquals(0xfffefdfcL, frame.u32(0));
    assertEquals(0xfffefdfcfbfaL, frame.u48(0));
    assertEquals(0xfffefdfcfbfaf9f8L, frame.u64(0));
    assertEquals(0xf9f8, frame.u16(6));
  }

  @Test
  void reading_beyond_the_end_is_refused() {
    assertThrows(IndexOutOfBoundsException.class, () -> FRAME.u8(16));
    assertThrows(IndexOutOfBoundsException.class, () -> FRAME.u16(15));
    assertThrows(IndexOutOfBoundsException.class, () -> FRAME.u32(13));
    assertThrows(IndexOutOfBoundsException.class, () -> FRAME.u8(-1));
  }

  @Test
  void the_addresses_are_the_first_twelve_bytes() {
    assertEquals(Mac.parse("01:80:c2:00:00:0e"), FRAME.destination());
    assertEquals(Mac.parse("02:00:00:00:00:01"), FRAME.source());
  }

  @ParameterizedTest
  @CsvSource({
    "0800 0000, 0x0800",
    "8100 0001, 0x8100",
    "0600 ffff, 0x0600",
    "05ff 4242, 4",
    "0003 ffff, 1",
    "0003 ff, 4",
    "0003, 4",
    "08, 0",
  })
  void the_protocol_is_the_ethertype_or_what_linux_makes_of_a_length(String end, String protocol) {
    Frame frame = Frame.parse("0180c200000e 020000000001" + end);
    assertEquals(Integer.decode(protocol), frame.protocol());
  }

  @Test
  void truncating_keeps_the_first_bytes_and_never_adds_any() {
    assertEquals(Frame.parse("0180c2"), FRAME.truncated(3));
    assertEquals(Frame.of(), FRAME.truncated(0));
    assertSame(FRAME, FRAME.truncated(16));
    assertSame(FRAME, FRAME.truncated(0xffff_ffffL));
  }

  @Test
  void a_frame_is_immutable() {
    byte[] bytes = {1, 2, 3};
    Frame frame = Frame.of(bytes);
    bytes[0] = 9;
    frame.toByteArray()[1] = 9;
    assertEquals("010203", frame.toString());
  }

  @Test
  void a_part_can_be_taken_out_of_bytes_and_copied_into_bytes() {
    assertEquals("0203", Frame.of(new byte[] {1, 2, 3, 4}, 1, 2).toString());
    byte[] target = new byte[4];
    FRAME.copyTo(14, target, 1, 2);
    assertArrayEquals(new byte[] {0, (byte) 0xfe, (byte) 0xdc, 0}, target);
  }
}
