package packettrap.runner;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import packettrap.spec.json.Json;

/** Says {@link ForkWord}s on a socket that the driver does not know of; any thread may speak. */
final class ForkVoice {
  private static final long PAUSE_NANOS = 50_000;

  private final SocketChannel channel;

  private ForkVoice(SocketChannel channel) {
    this.channel = channel;
  }

  static ForkVoice on(String path) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(path));
    // Who is interrupted while it waits for a channel closes it, and a driver may interrupt anyone.
    channel.configureBlocking(false);
    return new ForkVoice(channel);
  }

  /** If nobody listens any more, this process is about to end anyway. */
  void say(ForkWord word) {
    ByteBuffer line = ByteBuffer.wrap((Json.write(word) + "\n").getBytes(StandardCharsets.UTF_8));
    synchronized (this) {
      try {
        while (line.hasRemaining()) {
          if (channel.write(line) == 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
          }
        }
      } catch (IOException e) {
        // the other process is gone, and this one ends with it
      }
    }
  }
}
