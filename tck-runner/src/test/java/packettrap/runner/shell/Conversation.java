package packettrap.runner.shell;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicReference;
import packettrap.conformance.Devices;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.packet.Frame;

/** A shell with a bundled driver, of which everything that it prints is seen in its order. */
final class Conversation {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final AtomicReference<CaptureFile> captures = new AtomicReference<>();
  final TrapDevice device;
  final Shell shell;

  /** With the driver whose class has this simple name, called so; null: by its own name. */
  Conversation(String driver, String name) {
    device =
        Devices.hosting(
            () ->
                ServiceLoader.load(TrapDriver.class).stream()
                    .filter(found -> found.type().getSimpleName().equals(driver))
                    .findFirst()
                    .orElseThrow()
                    .get());
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    shell =
        new Shell(device, name, (file, taker) -> captures.get().read(file, taker), stream, stream);
  }

  /** Every file is a capture of these frames, a second apart. */
  void capturing(Frame... frames) {
    captures.set(
        (file, taker) -> {
          for (int i = 0; i < frames.length; i++) {
            taker.take(i * 1_000_000_000L, frames[i]);
          }
        });
  }

  /** What a line makes the shell print. */
  String says(String... lines) {
    bytes.reset();
    for (String line : lines) {
      shell.run(line);
    }
    return printed();
  }

  /** What was printed since the last line. */
  String printed() {
    String text = bytes.toString(StandardCharsets.UTF_8);
    bytes.reset();
    return text;
  }
}
