package packettrap.asic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import packettrap.spec.packet.Frame;

/**
 * Captures of real and of fuzzed traffic.
 *
 * <p>They are in the folder that the system property {@code captures} or the environment's {@code
 * TRAP_CAPTURES} names, or else beside the repository in {@code shared/pcaps}; without one the
 * tests are skipped.
 */
class CaptureTests {
  private static Path folder() {
    String named = System.getProperty("captures", System.getenv("TRAP_CAPTURES"));
    Path folder =
        named == null
            ? repository().resolveSibling("shared").resolve("pcaps")
            : Path.of(named).toAbsolutePath();
    Assumptions.assumeTrue(
        Files.isDirectory(folder), () -> "no captures in " + folder + ", see -Dcaptures=FOLDER");
    return folder;
  }

  @Test
  void every_frame_of_every_capture_gets_one_verdict() throws IOException {
    Examiner device = new Examiner(EverythingOn.config().build());
    int frames = 0;
    for (Path file : captures(folder())) {
      for (Frame frame : CaptureFile.ethernetFrames(Files.readAllBytes(file))) {
        frames++;
        examine(device, frame, file);
      }
    }
    assertTrue(frames > 1_000, "only " + frames + " Ethernet frames in " + folder());
    Set<String> expected =
        Set.of("arp_request", "stp", "lldp", "ipv4_ospf", "ipv4_pim", "ptp_event", "ip_1_parsing");
    assertTrue(device.verdicts().keySet().containsAll(expected), device.verdicts()::toString);
  }

  @Test
  void what_is_no_ethernet_gets_one_verdict_all_the_same() throws IOException {
    Examiner device = new Examiner(EverythingOn.config().build());
    for (Path file : captures(folder())) {
      byte[] bytes = Files.readAllBytes(file);
      for (int from = 0; from < Math.min(bytes.length, 2_000); from += 13) {
        int length = Math.min(bytes.length - from, 1_514);
        examine(device, Frame.of(bytes, from, length), file);
      }
    }
    assertTrue(device.verdicts().containsKey("source_mac_is_multicast"));
  }

  private static void examine(Examiner device, Frame frame, Path file) {
    for (int port = 1; port <= 8; port++) {
      try {
        device.examine(port, frame);
      } catch (RuntimeException e) {
        throw new AssertionError(file + ", port " + port + ", " + frame, e);
      }
    }
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
