package packettrap.linux.netlink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import packettrap.wire.Bytes;

class NetlinkSocketTests {
  private static final int EINTR = 4;
  private static final int EAGAIN = 11;
  private static final int EACCES = 13;
  private static final int ENOBUFS = 105;

  /** Plays the kernel's part: a result for each call, and a clock that each wait moves on. */
  private static final class Script implements SocketCalls {
    private final Deque<Integer> sends = new ArrayDeque<>();
    private final Deque<Received> receptions = new ArrayDeque<>();
    private final List<Integer> capacities = new ArrayList<>();
    private final List<Integer> waits = new ArrayList<>();
    private int joined;
    private long now;

    Script receives(int length, int sender, byte... bytes) {
      receptions.add(new Received(length, sender, bytes));
      return this;
    }

    @Override
    public int send(byte[] datagram) {
      return sends.isEmpty() ? datagram.length : sends.remove();
    }

    @Override
    public int poll(int millis) {
      waits.add(millis);
      now += millis;
      return 0;
    }

    @Override
    public Received receive(int capacity) {
      capacities.add(capacity);
      return receptions.isEmpty() ? new Received(-EAGAIN, 0, new byte[0]) : receptions.remove();
    }

    @Override
    public int join(long group) {
      return joined;
    }

    @Override
    public void close() {}
  }

  private final Script script = new Script();
  private final NetlinkSocket socket = new NetlinkSocket(script, () -> script.now);

  @Test
  void an_interrupted_call_is_made_again() {
    script.sends.addAll(List.of(-EINTR, -EINTR, 3));
    script.receives(-EINTR, 0).receives(2, 0, (byte) 7, (byte) 8);

    socket.send(new byte[3]);
    Optional<Bytes> received = socket.receive(0);

    assertEquals(0, script.sends.size());
    assertArrayEquals(new byte[] {7, 8}, received.orElseThrow().toByteArray());
  }

  @Test
  void what_another_process_sends_is_not_the_kernels_word() {
    script.receives(1, 4711, (byte) 6).receives(1, 0, (byte) 7);

    assertArrayEquals(new byte[] {7}, socket.receive(0).orElseThrow().toByteArray());
  }

  @Test
  void nothing_within_the_time_is_nothing() {
    assertEquals(Optional.empty(), socket.receive(40));
    assertEquals(List.of(40), script.waits);
  }

  @Test
  void a_full_buffer_is_told() {
    script.receives(-ENOBUFS, 0);

    Channel.DatagramsLost lost = assertThrows(Channel.DatagramsLost.class, () -> socket.receive(0));

    assertEquals(
        "The kernel had more to tell than the socket's buffer holds, and dropped the rest.",
        lost.getMessage());
  }

  @Test
  void a_datagram_that_did_not_fit_is_told_and_the_next_one_fits() {
    int length = 1 << 20;
    script.receives(length, 0, new byte[1]).receives(length, 0, new byte[length]);

    assertThrows(Channel.DatagramsLost.class, () -> socket.receive(0));

    assertEquals(length, socket.receive(0).orElseThrow().length());
    assertEquals(length, script.capacities.get(1));
  }

  @Test
  void a_refusal_of_the_kernel_is_a_sentence_with_its_number() {
    script.sends.add(-EACCES);
    script.joined = -EACCES;
    script.receives(-EACCES, 0);

    assertEquals(
        List.of(
            "The kernel took no request: errno 13.",
            "The multicast group 5 cannot be joined: errno 13.",
            "Nothing can be received: errno 13."),
        Arrays.asList(
            failure(() -> socket.send(new byte[1])),
            failure(() -> socket.join(5)),
            failure(() -> socket.receive(0))));
  }

  private static String failure(Runnable call) {
    NetlinkFailure failure = assertThrows(NetlinkFailure.class, call::run);
    assertEquals(EACCES, failure.error());
    return failure.getMessage();
  }
}
