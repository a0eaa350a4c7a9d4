package packettrap.asic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import packettrap.spec.packet.Frame;

/** Captures of real and of fuzzed traffic, from a folder beside the repository if it is there. */
class CaptureTests {
  @Test
  void captures_are_withstood() throws IOException {
    Path folder = repository().resolveSibling("shared").resolve("pcaps");
    Assumptions.assumeTrue(Files.isDirectory(folder), () -> "no captures in " + folder);
    TestSwitch device = new TestSwitch(EverythingOn.config()).reportingAll();
    TreeMap<String, Integer> traps = new TreeMap<>();
    int frames = 0;
    for (Path file : captures(folder)) {
      for (Frame frame : CaptureFile.ethernetFrames(Files.readAllBytes(file))) {
        frames++;
        for (int port = 1; port <= 8; port++) {
          device.receive(port, frame);
          assertTrue(device.reports.size() <= 1, file::toString);
          device.reportedTraps().forEach(trap -> traps.merge(trap, 1, Integer::sum));
          device.passTime(1_000);
        }
      }
    }
    assertTrue(frames > 1_000, "only " + frames + " Ethernet frames in " + folder);
    assertTrue(traps.keySet().containsAll(List.of("arp_request", "stp", "lldp")), traps::toString);
  }

  private static List<Path> captures(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().contains(".pcap")).sorted().toList();
    }
  }

  /** The folder of the outermost pom.xml above the folder in which tests run. */
  private static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    Path found = folder;
    for (Path above = folder; above != null; above = above.getParent()) {
      found = Files.exists(above.resolve("pom.xml")) ? above : found;
    }
    return found;
  }

  @Test
  void both_capture_formats_are_read() {
    byte[] pcap =
        Frames.hex(
            "d4c3b2a1 02000400 00000000 00000000 00000400 01000000"
                + "00000000 00000000 02000000 02000000 aabb");
    assertEquals(List.of(Frame.parse("aabb")), CaptureFile.ethernetFrames(pcap));
    byte[] pcapng =
        Frames.hex(
            "0a0d0d0a 0000001c 1a2b3c4d 0001 0000 ffffffffffffffff 0000001c"
                + "00000001 00000014 0001 0000 00000000 00000014"
                + "00000006 00000024 00000000 00000000 00000000 00000002 00000002 aabb0000"
                + "00000024");
    assertEquals(List.of(Frame.parse("aabb")), CaptureFile.ethernetFrames(pcapng));
  }
}
