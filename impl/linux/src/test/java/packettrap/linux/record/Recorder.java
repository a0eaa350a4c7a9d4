package packettrap.linux.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import packettrap.linux.netlink.Channel;
import packettrap.wire.Bytes;

/** A channel that writes down what goes over another one, as lines of hexadecimal digits. */
final class Recorder implements Channel {
  private final String name;
  private final Channel inner;
  private final List<String> lines;

  Recorder(String name, Channel inner, List<String> lines) {
    this.name = name;
    this.inner = inner;
    this.lines = lines;
  }

  @Override
  public void send(byte[] datagram) {
    lines.add(name + " > " + Bytes.of(datagram));
    inner.send(datagram);
  }

  @Override
  public Optional<Bytes> receive(int millis) {
    Optional<Bytes> received = inner.receive(millis);
    received.ifPresent(bytes -> lines.add(name + " < " + bytes));
    return received;
  }

  @Override
  public void join(long group) {
    inner.join(group);
  }

  @Override
  public void close() {
    inner.close();
  }

  static void write(Path file, List<String> head, List<String> lines) throws IOException {
    List<String> all = new ArrayList<>(head);
    all.addAll(lines);
    Files.write(file, all, StandardCharsets.US_ASCII);
  }
}
