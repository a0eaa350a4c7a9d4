package packettrap.runner.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kit's hash is that of the files, whatever order and time they have. */
class KitHashTests {
  @TempDir Path folder;

  private static String hash(Path folder) throws IOException {
    return KitHash.of(new TreeMap<>(KitHash.hashes(folder)));
  }

  private Path kit(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name).resolve("packettrap/runner/report"));
  }

  @Test
  void it_is_the_hash_of_what_sha256sum_prints() throws IOException {
    Files.writeString(kit("one").resolve("b.class"), "b");
    Files.writeString(kit("one").resolve("../a.txt"), "a");
    Files.writeString(kit("one").resolve("kit.sha256"), "itself");
    // cd one && find packettrap -type f ! -name kit.sha256 | LC_ALL=C sort | xargs sha256sum
    assertEquals(
        Map.of(
            "packettrap/runner/a.txt",
            "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb",
            "packettrap/runner/report/b.class",
            "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d"),
        KitHash.hashes(folder.resolve("one/packettrap")));
    // the same, and | sha256sum
    assertEquals(
        "b454c52e15c6d059b30dfe4b3418c7d67babfaa407515d02f55fb4c80c3293f4",
        hash(folder.resolve("one/packettrap")));
  }

  @Test
  void any_other_byte_and_any_other_name_make_another_hash() throws IOException {
    Files.writeString(kit("one").resolve("b.class"), "b");
    Files.writeString(kit("two").resolve("b.class"), "c");
    Files.writeString(kit("three").resolve("c.class"), "b");
    String one = hash(folder.resolve("one/packettrap"));
    assertNotEquals(one, hash(folder.resolve("two/packettrap")));
    assertNotEquals(one, hash(folder.resolve("three/packettrap")));
  }

  @Test
  void the_build_has_written_it() {
    assertTrue(KitHash.get().matches("[0-9a-f]{64}"), KitHash.get());
  }
}
