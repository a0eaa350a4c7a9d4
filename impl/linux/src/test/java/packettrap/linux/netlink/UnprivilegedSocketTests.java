package packettrap.linux.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import packettrap.wire.Bytes;

@Timeout(60)
class UnprivilegedSocketTests {
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());
  private final List<Thread> threads = Collections.synchronizedList(new ArrayList<>());

  /** Writes down what is done with it, and on which thread. */
  private final class Noted implements Channel {
    @Override
    public void send(byte[] datagram) {
      note("send " + datagram.length);
    }

    @Override
    public Optional<Bytes> receive(int millis) {
      note("receive " + millis);
      return Optional.of(Bytes.of(ByteOrder.BIG_ENDIAN, new byte[] {7}));
    }

    @Override
    public void join(long group) {
      throw new NetlinkFailure(1, "no");
    }

    @Override
    public void close() {
      note("close");
    }
  }

  private void note(String what) {
    done.add(what);
    threads.add(Thread.currentThread());
  }

  private Channel open() {
    return UnprivilegedSocket.open(
        () -> note("give up"),
        () -> {
          note("open");
          return new Noted();
        });
  }

  @Test
  void one_thread_gives_up_its_privilege_and_then_does_everything() throws InterruptedException {
    Channel channel = open();
    channel.send(new byte[3]);
    assertEquals(1, channel.receive(9).orElseThrow().length());
    channel.close();
    channel.close();
    threads.get(0).join();

    assertEquals(List.of("give up", "open", "send 3", "receive 9", "close"), done);
    assertEquals(1, Set.copyOf(threads).size());
    assertNotEquals(Thread.currentThread(), threads.get(0));
    assertTrue(threads.get(0).isDaemon());
  }

  @Test
  void what_goes_wrong_there_is_told_here() {
    Channel channel = open();

    assertEquals(1, assertThrows(NetlinkFailure.class, () -> channel.join(3)).error());
    channel.close();
  }

  @Test
  void without_the_privilege_given_up_nothing_is_opened() throws InterruptedException {
    NetlinkFailure failure = new NetlinkFailure(1, "no");

    assertSame(
        failure,
        assertThrows(
            NetlinkFailure.class,
            () ->
                UnprivilegedSocket.open(
                    () -> {
                      note("give up");
                      throw failure;
                    },
                    Noted::new)));
    threads.get(0).join();
    assertEquals(List.of("give up"), done);
  }

  @Test
  void the_real_thread_has_no_capability_and_the_others_keep_theirs() throws IOException {
    assumeTrue("Linux".equals(System.getProperty("os.name")), "capabilities are Linux's");
    String before = capabilities(Path.of("/proc/thread-self"));
    Set<String> all = new TreeSet<>();
    Channel channel = UnprivilegedSocket.open(16);
    try (var tasks = Files.list(Path.of("/proc/self/task"))) {
      for (Path task : tasks.toList()) {
        if (Files.readString(task.resolve("comm")).startsWith("unprivileged")) {
          all.add(capabilities(task));
        }
      }
    } finally {
      channel.close();
    }

    assertEquals(Set.of("0000000000000000"), all);
    assertEquals(before, capabilities(Path.of("/proc/thread-self")));
    assertFalse(before.isEmpty());
  }

  private static String capabilities(Path task) throws IOException {
    return Files.readAllLines(task.resolve("status")).stream()
        .filter(line -> line.startsWith("CapEff:"))
        .map(line -> line.substring("CapEff:".length()).strip())
        .findFirst()
        .orElse("");
  }
}
