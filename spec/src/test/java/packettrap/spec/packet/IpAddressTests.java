package packettrap.spec.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTests {
  @Test
  void an_ipv4_address_is_read_and_printed_in_dotted_decimal() {
    IpAddress address = IpAddress.parse("192.0.2.1");
    assertEquals(IpAddress.v4(0xc0000201L), address);
    assertEquals(32, address.width());
    assertEquals("192.0.2.1", address.toString());
    assertEquals("255.255.255.255", IpAddress.v4(-1).toString());
  }

  @Test
  void an_ipv6_address_is_read_in_any_form_and_printed_in_full() {
    IpAddress address = IpAddress.parse("2001:db8::1");
    assertEquals(IpAddress.v6(0x20010db8_00000000L, 1), address);
    assertEquals(128, address.width());
    assertEquals("2001:db8:0:0:0:0:0:1", address.toString());
    assertEquals(address, IpAddress.parse(address.toString()));
    assertEquals(IpAddress.v6(0, 0), IpAddress.parse("::"));
    assertEquals("fe80:0:0:0:ffff:0:0:a", IpAddress.parse("FE80::FFFF:0:0:A").toString());
  }

  @Test
  void an_ipv4_mapped_address_is_still_an_ipv6_address() {
    IpAddress mapped = IpAddress.parse("::ffff:192.0.2.1");
    assertEquals(IpAddress.v6(0, 0xffff_c000_0201L), mapped);
    assertEquals("0:0:0:0:0:ffff:c000:201", mapped.toString());
    assertEquals(mapped, IpAddress.parse(mapped.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "192.0.2",
        "192.0.2.256",
        "192.0.2.1.1",
        "localhost",
        "1:2:3",
        ":::",
        "fe80::1%eth0",
        "2001:db8::g",
        "192.0.2.-1"
      })
  void what_is_no_address_is_refused_with_the_text(String text) {
    assertEquals(
        "not an IP address: " + text,
        assertThrows(IllegalArgumentException.class, () -> IpAddress.parse(text)).getMessage());
  }
}
