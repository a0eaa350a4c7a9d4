package packettrap.runner;

import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import packettrap.spec.json.Json;

/** Says {@link ForkWord}s on a socket that the driver does not know of; any thread may speak. */
final class ForkVoice {
  private final OutputStream out;

  private ForkVoice(OutputStream out) {
    this.out = out;
  }

  static ForkVoice on(String path) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(path));
    return new ForkVoice(Channels.newOutputStream(channel));
  }

  /** If nobody listens any more, this process is about to end anyway. */
  void say(ForkWord word) {
    byte[] line = (Json.write(word) + "\n").getBytes(StandardCharsets.UTF_8);
    synchronized (this) {
      try {
        out.write(line);
      } catch (IOException e) {
        // the other process is gone, and this one ends with it
      }
    }
  }
}
