package packettrap.conformance.scenario;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import packettrap.spec.packet.Frame;

/** Has frames dissected by tshark. */
final class Tshark {
  private static final int ETHERNET = 1;
  private static final int SNAPSHOT = 65535;

  private Tshark() {}

  /** Whether it is installed. */
  static boolean isThere() {
    try {
      Process process =
          new ProcessBuilder("tshark", "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * For each frame the values of these fields; several values of one field are separated by commas,
   * none is an empty text.
   */
  static List<Map<String, String>> dissect(Path folder, List<Frame> frames, List<String> fields)
      throws IOException, InterruptedException {
    Path capture = folder.resolve("frames.pcap");
    try (OutputStream stream = Files.newOutputStream(capture)) {
      stream.write(fileHeader());
      for (Frame frame : frames) {
        stream.write(recordHeader(frame.length()));
        stream.write(frame.toByteArray());
      }
    }
    List<String> command =
        new ArrayList<>(List.of("tshark", "-n", "-r", capture.toString(), "-T", "fields"));
    for (String protocol : List.of("ip", "udp", "tcp")) {
      command.addAll(List.of("-o", protocol + ".check_checksum:TRUE"));
    }
    fields.forEach(field -> command.addAll(List.of("-e", field)));
    Path output = folder.resolve("fields.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(folder.resolve("messages.txt").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("tshark: " + Files.readString(folder.resolve("messages.txt")));
    }
    return Files.readAllLines(output).stream().map(line -> values(line, fields)).toList();
  }

  private static Map<String, String> values(String line, List<String> fields) {
    String[] values = line.split("\t", -1);
    Map<String, String> result = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      result.put(fields.get(i), values[i]);
    }
    return result;
  }

  /** The header of a capture file, version 2.4, microseconds. */
  private static byte[] fileHeader() {
    return ByteBuffer.allocate(24)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(0xa1b2c3d4)
        .putShort((short) 2)
        .putShort((short) 4)
        .putInt(0)
        .putInt(0)
        .putInt(SNAPSHOT)
        .putInt(ETHERNET)
        .array();
  }

  private static byte[] recordHeader(int length) {
    return ByteBuffer.allocate(16)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(0)
        .putInt(0)
        .putInt(length)
        .putInt(length)
        .array();
  }
}
