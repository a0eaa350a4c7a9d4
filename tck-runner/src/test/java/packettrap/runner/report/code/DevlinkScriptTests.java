package packettrap.runner.report.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import packettrap.runner.report.Report;
import packettrap.runner.report.Reports;
import packettrap.spec.message.Request;
import packettrap.spec.packet.Frame;

class DevlinkScriptTests {
  private static String command(Request request) {
    return DevlinkScript.command(request).orElse("none");
  }

  /** The commands of a session with iproute2 6.1 and a kernel 6.12. */
  @Test
  void requests_are_the_commands_that_people_type() {
    assertEquals(
        "devlink trap set \"$DEV\" trap blackhole_route action trap",
        command(new Request.TrapSet("blackhole_route", 1)));
    assertEquals(
        "devlink trap set \"$DEV\" trap blackhole_route",
        command(new Request.TrapSet("blackhole_route", null)));
    assertEquals(
        "devlink -s trap show \"$DEV\" trap blackhole_route",
        command(new Request.TrapGet("blackhole_route")));
    assertEquals(
        "devlink trap group set \"$DEV\" group l2_drops action drop policer 2",
        command(new Request.GroupSet("l2_drops", 0, 2L)));
    assertEquals(
        "devlink trap group set \"$DEV\" group l2_drops policer 0",
        command(new Request.GroupSet("l2_drops", null, 0L)));
    assertEquals(
        "devlink trap policer set \"$DEV\" policer 1 rate 18446744073709551615 burst 16",
        command(new Request.PolicerSet(1L, -1L, 16L)));
    assertEquals(
        "runuser -u nobody -- devlink -s trap policer show \"$DEV\"",
        command(new Request.Unprivileged(new Request.PolicerDump())));
    assertEquals(
        "devlink -s trap show netdevsim/netdevsim99",
        command(new Request.OnDevice("netdevsim/netdevsim99", new Request.TrapDump())));
    assertEquals("devlink dev reload \"$DEV\"", command(new Request.Reload()));
  }

  @Test
  void what_devlink_cannot_express_has_no_command() {
    for (Request request :
        List.of(
            new Request.TrapSet("x", 255),
            new Request.TrapSet(null, 0),
            new Request.GroupSet("x", 3, null),
            new Request.PolicerGet(null),
            new Request.OnDevice(null, new Request.TrapDump()),
            new Request.Inject(1, List.of(Frame.parse("00"))),
            new Request.MonitorStart(false, true),
            new Request.Advance(1))) {
      assertEquals(Optional.empty(), DevlinkScript.command(request), request::toString);
    }
  }

  @Test
  void a_name_cannot_become_a_command() {
    assertEquals(
        "devlink trap set \"$DEV\" trap 'x; rm -r '\\''$HOME'\\''\n' action drop",
        command(new Request.TrapSet("x; rm -r '$HOME'\n", 0)));
  }

  @Test
  void a_shell_finds_nothing_wrong_with_the_scripts(@TempDir Path folder) throws Exception {
    Report report = Reports.failing();
    for (int i = 0; i < report.counterexamples().size(); i++) {
      String text = DevlinkScript.of(report, i);
      Path script = Files.writeString(folder.resolve(i + ".sh"), text);
      Process shell =
          new ProcessBuilder("sh", "-n", script.toString()).redirectErrorStream(true).start();
      String said = new String(shell.getInputStream().readAllBytes());
      assertEquals("0 ", shell.waitFor() + " " + said);
      assertFalse(text.lines().anyMatch(String::isBlank) && text.contains("\n\n\n"));
      assertTrue(
          text.lines().allMatch(line -> line.matches("|#.*|DEV=.*|devlink .*|runuser .*")), text);
    }
  }
}
