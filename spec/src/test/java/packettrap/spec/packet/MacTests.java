package packettrap.spec.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacTests {
  @Test
  void what_is_printed_can_be_read_back() {
    Mac mac = new Mac(0x01_80_c2_00_00_0eL);
    assertEquals("01:80:c2:00:00:0e", mac.toString());
    assertEquals(mac, Mac.parse("01:80:c2:00:00:0e"));
    assertEquals(mac, Mac.parse("01:80:C2:00:00:0E"));
    assertEquals("00:00:00:00:00:00", new Mac(0).toString());
    assertEquals("ff:ff:ff:ff:ff:ff", Mac.BROADCAST.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "01:80:c2:00:00", "01:80:c2:00:00:0e:00", "0180c200000e", "x1:80:c2:00:00:0e"})
  void what_has_another_form_is_refused_with_the_text(String text) {
    assertEquals(
        "not a MAC address: " + text,
        assertThrows(IllegalArgumentException.class, () -> Mac.parse(text)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(longs = {1L << 48, -1})
  void more_than_48_bits_are_refused(long bits) {
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> new Mac(bits))
            .getMessage()
            .startsWith("a MAC address has 48 bits: "));
  }

  @Test
  void the_group_bit_is_the_lowest_of_the_first_byte() {
    assertTrue(Mac.parse("01:00:5e:00:00:01").isMulticast());
    assertTrue(Mac.BROADCAST.isMulticast());
    assertFalse(Mac.parse("02:00:00:00:00:01").isMulticast());
    assertFalse(Mac.parse("fe:ff:ff:ff:ff:ff").isMulticast());
  }
}
