package packettrap.linux.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import packettrap.wire.Ack;
import packettrap.wire.Bytes;
import packettrap.wire.MalformedMessage;
import packettrap.wire.Message;
import packettrap.wire.MessageWriter;
import packettrap.wire.Netlink;

class ConversationTests {
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();
  private static final int FAMILY = 20;

  /** Says what it was told to, one datagram after the other; null stands for a loss. */
  private static final class Script implements Channel {
    private final Deque<Optional<Bytes>> said = new ArrayDeque<>();
    private final List<Message.Header> asked = new ArrayList<>();

    Script says(byte[]... messages) {
      ByteArrayOutputStream datagram = new ByteArrayOutputStream();
      for (byte[] message : messages) {
        datagram.writeBytes(message);
      }
      said.add(Optional.of(Bytes.of(ORDER, datagram.toByteArray())));
      return this;
    }

    Script loses() {
      said.add(Optional.empty());
      return this;
    }

    @Override
    public void send(byte[] datagram) {
      asked.add(Message.split(Bytes.of(ORDER, datagram)).get(0).header());
    }

    @Override
    public Optional<Bytes> receive(int millis) {
      if (said.isEmpty()) {
        return Optional.empty();
      }
      Optional<Bytes> next = said.remove();
      if (next.isEmpty()) {
        throw new DatagramsLost();
      }
      return next;
    }

    @Override
    public void join(long group) {}

    @Override
    public void close() {}
  }

  private final Script kernel = new Script();
  private final Conversation conversation = new Conversation(kernel);

  private static byte[] part(long sequence, int number, int flags) {
    return new MessageWriter(ORDER, header(FAMILY, flags, sequence)).rawU32(number).toByteArray();
  }

  private static Message.Header header(int type, int flags, long sequence) {
    return new Message.Header(type, flags, sequence, 77);
  }

  private static byte[] ack(long sequence, Ack ack) {
    return ack.encode(ORDER, header(FAMILY, 5, sequence), 16);
  }

  private static byte[] done(long sequence, Ack ack) {
    return ack.encodeDone(ORDER, header(FAMILY, 5, sequence));
  }

  private Answer ask() {
    return conversation.ask(FAMILY, header -> new MessageWriter(ORDER, header).toByteArray());
  }

  private Answer dump() {
    return conversation.dump(FAMILY, header -> new MessageWriter(ORDER, header).toByteArray());
  }

  private static List<Long> numbers(Answer answer) {
    return answer.messages().stream().map(message -> message.payload().u32(0)).toList();
  }

  @Test
  void an_answer_ends_with_its_acknowledgement() {
    kernel.says(part(1, 5, 0)).says(ack(1, Ack.of(0, "a warning")));

    Answer answer = ask();

    assertEquals(List.of(5L), numbers(answer));
    assertEquals(Ack.of(0, "a warning"), answer.end());
    assertEquals(Netlink.REQUEST | Netlink.ACK, kernel.asked.get(0).flags());
  }

  @Test
  void a_refusal_has_its_errno_and_text() {
    kernel.says(ack(1, Ack.of(2, "Device did not register this trap")));

    assertEquals(Ack.of(2, "Device did not register this trap"), ask().end());
  }

  @Test
  void a_get_ends_with_the_one_message_that_there_is() {
    kernel.says(part(1, 5, 0));

    Answer answer =
        conversation.get(FAMILY, header -> new MessageWriter(ORDER, header).toByteArray());

    assertEquals(List.of(5L), numbers(answer));
    assertEquals(Netlink.REQUEST, kernel.asked.get(0).flags());
  }

  @Test
  void what_belongs_to_another_request_is_passed_over() {
    kernel.says(ack(9, Ack.of(1, null)), part(0, 4, 0), part(1, 5, 0)).says(ack(1, Ack.SUCCESS));

    assertEquals(List.of(5L), numbers(ask()));
  }

  @Test
  void a_dump_goes_over_datagrams_up_to_its_end() {
    kernel
        .says(part(1, 1, Netlink.MULTI), part(1, 2, Netlink.MULTI))
        .says(part(1, 3, Netlink.MULTI))
        .says(done(1, Ack.SUCCESS));

    assertEquals(List.of(1L, 2L, 3L), numbers(dump()));
  }

  @Test
  void a_dump_may_end_with_an_error() {
    kernel.says(part(1, 1, Netlink.MULTI)).says(done(1, Ack.of(90, "too long")));

    Answer answer = dump();

    assertTrue(answer.failed());
    assertEquals(List.of(1L), numbers(answer));
    assertEquals(Ack.of(90, "too long"), answer.end());
  }

  @Test
  void a_dump_that_mixes_old_and_new_is_begun_again() {
    kernel
        .says(part(1, 1, Netlink.MULTI), part(1, 2, Netlink.MULTI | Netlink.DUMP_INTERRUPTED))
        .says(done(1, Ack.SUCCESS))
        .says(part(2, 3, Netlink.MULTI), done(2, Ack.SUCCESS));

    assertEquals(List.of(3L), numbers(dump()));
  }

  @Test
  void a_dump_of_which_a_part_was_lost_is_begun_again() {
    kernel
        .says(part(1, 1, Netlink.MULTI))
        .loses()
        .says(part(1, 2, Netlink.MULTI), done(1, Ack.SUCCESS))
        .says(part(2, 3, Netlink.MULTI), done(2, Ack.SUCCESS));

    assertEquals(List.of(3L), numbers(dump()));
  }

  @Test
  void a_dump_that_never_comes_to_rest_is_given_up() {
    for (int i = 1; i <= 5; i++) {
      kernel.says(part(i, 1, Netlink.DUMP_INTERRUPTED), done(i, Ack.SUCCESS));
    }

    NetlinkFailure failure = assertThrows(NetlinkFailure.class, this::dump);

    assertEquals(
        "The kernel's state changed during each of 5 attempts to read it.", failure.getMessage());
  }

  @Test
  void an_answer_that_was_lost_is_not_asked_for_twice() {
    kernel.loses();

    NetlinkFailure failure = assertThrows(NetlinkFailure.class, this::ask);

    assertTrue(failure.getMessage().startsWith("The kernel's answer was lost. "));
    assertEquals(1, kernel.asked.size());
  }

  @Test
  void a_kernel_that_does_not_answer_is_not_waited_for_for_ever() {
    NetlinkFailure failure = assertThrows(NetlinkFailure.class, this::ask);

    assertEquals("The kernel did not answer within 5 s.", failure.getMessage());
  }

  @Test
  void an_answer_that_makes_no_sense_is_named() {
    byte[] longer = part(1, 5, 0);
    longer[ORDER == ByteOrder.LITTLE_ENDIAN ? 0 : 3] = 99;
    kernel.says(longer);

    MalformedMessage malformed = assertThrows(MalformedMessage.class, this::ask);

    assertEquals(
        "at byte 0: a message says that it has 99 bytes; from 16 to 20 are possible",
        malformed.getMessage());
  }
}
