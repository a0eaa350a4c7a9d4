package packettrap.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counterexamples had once more, reports compared, and the kit against its broken drivers. */
class ReplayTests {
  @TempDir Path folder;

  private static CommandLineRun command(String... arguments) {
    return CommandLineRun.of(Engine.KIT, arguments);
  }

  private Path forgetful() {
    return DriverJars.hostile(
            folder,
            "{ public void receive(int port, Frame frame) {"
                + " host.report(registration().traps().get(0), port, frame.truncated(20)); } }")
        .jar("forgetful.jar");
  }

  /** The plain driver with its one trap reported as it should be. */
  private Path right() {
    return new DriverJars(folder.resolve("right"))
        .plain()
        .driver(
            "Hostile",
            "{ public void receive(int port, Frame frame) {"
                + " if (frame.length() > 13 && frame.u48(0) == 0x0180c200000eL"
                + " && frame.u16(12) == 0x88cc)"
                + " host.report(registration().traps().get(0), port, frame); } }")
        .service("Hostile")
        .jar("right.jar");
  }

  private Path judged(Path jar, String name) {
    Path report = folder.resolve(name);
    command("run", "--driver", jar.toString(), "--report", report.toString(), "--rule", "DRV-*");
    return report;
  }

  @Test
  void a_counterexample_is_repeated_and_kept_by_a_driver_that_was_mended() throws IOException {
    Files.createDirectories(folder.resolve("right"));
    Path jar = forgetful();
    String trace = judged(jar, "report").resolve("counterexample-1.json").toString();
    CommandLineRun again = command("replay", trace, "--driver", jar.toString());
    assertEquals("", again.err());
    assertTrue(again.out().startsWith("Hostile in forgetful.jar\n\nDRV-"), again::out);
    assertTrue(again.out().matches("(?s).*\nAGAIN: DRV-\\d+ is broken at step \\d+\n"), again::out);
    assertEquals(1, again.status());
    CommandLineRun kept = command("replay", trace, "--driver", right().toString());
    assertEquals("", kept.err());
    assertTrue(kept.out().matches("(?s).*\nKEPT: DRV-\\d+ is not broken any more\n"), kept::out);
    assertEquals(0, kept.status());
  }

  @Test
  void what_is_no_counterexample_is_refused_in_a_sentence() throws IOException {
    CommandLineRun missing = command("replay", folder.resolve("no.json").toString());
    assertEquals(
        "trap-tck: %s cannot be read (NoSuchFile).\n".formatted(folder.resolve("no.json")),
        missing.err());
    assertEquals(2, missing.status());
    for (String text : new String[] {"", "null", "[1]", "{\"rules\": 3}", "\u0000"}) {
      Path file = Files.writeString(folder.resolve("wrong.json"), text);
      CommandLineRun wrong = command("replay", file.toString());
      assertTrue(
          wrong.err().startsWith("trap-tck: " + file + " is no counterexample of trap-tck: "),
          wrong::err);
      assertFalse(wrong.err().contains("Cannot invoke"), wrong::err);
      assertEquals(2, wrong.status());
      wrong = command("diff", file.toString(), file.toString());
      assertTrue(
          wrong.err().startsWith("trap-tck: " + file + " is no report of trap-tck: "), wrong::err);
      assertEquals(2, wrong.status());
    }
  }

  @Test
  void two_reports_are_compared() throws IOException {
    Files.createDirectories(folder.resolve("right"));
    String before = judged(forgetful(), "before").toString();
    String after = judged(right(), "after").resolve("report.json").toString();
    CommandLineRun same = command("diff", before, before);
    assertEquals("not conformant, as before\nno rule has another verdict\n", same.out());
    assertEquals(0, same.status());
    CommandLineRun mended = command("diff", before, after);
    assertTrue(mended.out().contains("\njar: forgetful.jar -> right.jar\n"), mended::out);
    assertTrue(mended.out().contains("\nnot broken any more: DRV-"), mended::out);
    assertEquals(1, mended.status());
    CommandLineRun broken = command("diff", after, before);
    assertTrue(broken.out().contains("\nbroken since: DRV-"), broken::out);
    assertEquals(1, broken.status());
  }

  @Test
  void the_kit_shows_that_it_finds_the_faults_of_its_broken_drivers() {
    CommandLineRun run = command("self-test", "--rule", "act-0*", "--rule", "STA-13");
    assertEquals("", run.err());
    assertTrue(
        run.out()
            .startsWith(
                """
                breaks   a driver that                                      found as steps
                ACT-01   the first trap starts with another action          ACT-01       1
                """),
        run::out);
    assertTrue(run.out().contains("\nSTA-13   counters fail at times  "), run::out);
    assertTrue(run.out().matches("(?s).*\nall \\d+ faults were found\n"), run::out);
    assertTrue(run.out().lines().allMatch(line -> line.length() < 80), run::out);
    assertEquals(0, run.status());
  }

  @Test
  void a_self_test_of_nothing_is_refused() {
    CommandLineRun run = command("self-test", "--rule", "NO-*");
    assertEquals(
        "trap-tck: No rule matches --rule NO-*; trap-tck rules lists them all.\n", run.err());
    assertEquals(2, run.status());
  }
}
