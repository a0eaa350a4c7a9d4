package packettrap.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import packettrap.spec.message.Errno;
import packettrap.wire.devlink.DevlinkObject;
import packettrap.wire.monitor.Alerts;

class MalformedMessageTests {
  private static final String HEADER = "1500 0000 01000000 00000000";

  @Test
  void a_header_that_is_cut_is_named() {
    refused("at byte 0: a message's header has 16 bytes, and 3 are left", "140000");
  }

  @Test
  void a_message_that_is_longer_than_the_datagram_is_named() {
    refused(
        "at byte 0: a message says that it has 20 bytes; from 16 to 16 are possible",
        "14000000" + HEADER);
  }

  @Test
  void a_message_that_is_shorter_than_its_header_is_named_with_its_place() {
    refused(
        "at byte 16: a message says that it has 15 bytes; from 16 to 16 are possible",
        "10000000" + HEADER + "0f000000" + HEADER);
  }

  @Test
  void a_message_without_generic_netlinks_header_is_named() {
    refused(
        "at byte 16: generic netlink's header has 4 bytes, and 2 are left",
        "12000000" + HEADER + "3f01");
  }

  @Test
  void an_attribute_that_is_longer_than_its_message_is_named() {
    refused(
        "at byte 20: attribute 130 says that it has 9 bytes; from 4 to 8 are possible",
        "1c000000" + HEADER + "3f010000" + "0900 8200 61626364");
  }

  @Test
  void an_attribute_without_room_for_its_header_is_named() {
    refused(
        "at byte 20: an attribute's header has 4 bytes, and 2 are left",
        "16000000" + HEADER + "3f010000" + "0900");
  }

  @Test
  void an_attribute_that_is_missing_is_named() {
    refused("at byte 20: attribute 132 (trap type) is missing", "14000000" + HEADER + "3f010000");
  }

  @Test
  void a_number_of_the_wrong_size_is_named() {
    refused(
        "at byte 24: attribute 132 has 2 bytes, and it should have 1",
        "30000000"
            + HEADER
            + "3f010000"
            + "0600 8400 01000000"
            + "0500 8300 01000000"
            + "0600 8200 61000000"
            + "0400 8100");
  }

  @Test
  void an_unknown_action_is_named() {
    refused(
        "at byte 32: trap action 3 is unknown; from 0 to 2 are possible",
        "38000000"
            + HEADER
            + "3f010000"
            + "0500 8400 01000000"
            + "0500 8300 03000000"
            + "0400 8100"
            + "0600 8200 61000000"
            + "0600 8700 62000000");
  }

  @Test
  void an_acknowledgement_that_promises_more_than_it_has_is_named() {
    Message.Header header = new Message.Header(2, Netlink.ACK_TLVS | Netlink.CAPPED, 1, 1);
    byte[] bytes = new MessageWriter(ByteOrder.LITTLE_ENDIAN, header).rawU32(-2).toByteArray();

    MalformedMessage thrown =
        assertThrows(
            MalformedMessage.class, () -> Ack.decode(Message.split(Bytes.of(bytes)).get(0)));

    assertEquals("at byte 20: the attributes that were promised are missing", thrown.getMessage());
    assertEquals(20, thrown.offset());
  }

  @Test
  void a_summary_with_more_entries_than_bytes_is_named() {
    MalformedMessage thrown =
        assertThrows(
            MalformedMessage.class,
            () -> Alerts.decode(generic("1c000000" + HEADER + "01020000" + "0800 0000 02000000")));

    assertEquals(
        "at byte 24: the alert says that it has 2 entries, and 0 fit into its 4 bytes",
        thrown.getMessage());
  }

  @Test
  void an_error_that_carries_the_whole_request_is_read() {
    byte[] request =
        GenericMessage.encode(
            ByteOrder.LITTLE_ENDIAN,
            new Message.Header(21, 5, 3, 4),
            61,
            1,
            writer -> writer.text(130, "made_up"));
    byte[] error =
        new MessageWriter(ByteOrder.LITTLE_ENDIAN, new Message.Header(2, Netlink.ACK_TLVS, 3, 4))
            .rawU32(-2)
            .raw(request)
            .text(1, "Device did not register this trap")
            .toByteArray();

    Ack ack = Ack.decode(Message.split(Bytes.of(error)).get(0));

    assertEquals(Ack.of(2, "Device did not register this trap"), ack);
    assertEquals(Errno.ENOENT, ack.errno().orElseThrow());
  }

  private static void refused(String sentence, String hex) {
    MalformedMessage thrown =
        assertThrows(MalformedMessage.class, () -> DevlinkObject.decode(generic(hex)));
    assertEquals(sentence, thrown.getMessage());
  }

  private static GenericMessage generic(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    Message last = null;
    for (Message message : Message.split(Bytes.of(bytes))) {
      last = message;
    }
    return GenericMessage.of(last);
  }
}
