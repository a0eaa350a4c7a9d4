package packettrap.spec.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpPrefixTests {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24, 192.0.2.255, true",
    "192.0.2.0/24, 192.0.3.0, false",
    "192.0.2.7/24, 192.0.2.9, true",
    "192.0.2.1/32, 192.0.2.1, true",
    "192.0.2.1/32, 192.0.2.0, false",
    "128.0.0.0/1, 255.0.0.1, true",
    "128.0.0.0/1, 127.0.0.1, false",
    "0.0.0.0/0, 255.255.255.255, true",
    "0.0.0.0/0, ::, false",
    "::/0, ffff::, true",
    "::/0, 0.0.0.0, false",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/32, 2001:db9::1, false",
    "2001:db8:1:2::/64, 2001:db8:1:2:ffff::, true",
    "2001:db8:1:2::/64, 2001:db8:1:3::, false",
    "2001:db8::8000:0:0:0/65, 2001:db8::8000:0:0:1, true",
    "2001:db8::8000:0:0:0/65, 2001:db8::7fff:0:0:1, false",
    "2001:db8::8000:0:0:0/65, 2001:db9::8000:0:0:1, false",
    "2001:db8::1/128, 2001:db8::1, true",
    "2001:db8::1/128, 2001:db8::2, false",
  })
  void a_network_contains_the_addresses_that_share_its_first_bits(
      String prefix, String address, boolean inside) {
    assertEquals(inside, IpPrefix.parse(prefix).contains(IpAddress.parse(address)));
  }

  @Test
  void bits_behind_the_prefix_are_kept_and_printed() {
    assertEquals("192.0.2.7/24", IpPrefix.parse("192.0.2.7/24").toString());
    assertEquals("2001:db8:0:0:0:0:0:1/64", IpPrefix.parse("2001:db8::1/64").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.0", "192.0.2.0/", "192.0.2.0/x", "192.0.2.0/-1", "/24/24"})
  void what_has_another_form_is_refused_with_the_text(String text) {
    assertEquals(
        "not an address with a prefix length: " + text,
        assertThrows(IllegalArgumentException.class, () -> IpPrefix.parse(text)).getMessage());
  }

  @ParameterizedTest
  @CsvSource({"192.0.2.0/33, 33, 32", "::/129, 129, 128"})
  void a_prefix_longer_than_the_address_is_refused_with_the_limit(
      String text, int length, int limit) {
    assertEquals(
        "prefix length " + length + " is not within 0 to " + limit,
        assertThrows(IllegalArgumentException.class, () -> IpPrefix.parse(text)).getMessage());
  }
}
