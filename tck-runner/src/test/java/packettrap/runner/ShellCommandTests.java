package packettrap.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import packettrap.spec.packet.Frame;

/** {@code trap-tck shell} reads commands from a pipe, without a prompt. */
class ShellCommandTests {
  @TempDir Path folder;

  private CommandLineRun shell(String body, String input, String... more) {
    Path jar = DriverJars.hostile(folder, "{" + body + "}").jar("driver.jar");
    List<String> arguments = new ArrayList<>(List.of("shell", "--driver", jar.toString()));
    arguments.addAll(List.of(more));
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    try {
      return CommandLineRun.of(Engine.KIT, arguments.toArray(String[]::new));
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void lines_are_run_up_to_the_end_and_nothing_else_is_printed() {
    assertEquals(
        new CommandLineRun(
            0,
            """
            pci/0:
              name lldp type control generic true action trap group lldp
            """,
            ""),
        shell("", "devlink trap show\n# a comment\n\n", "--name", "pci/0"));
  }

  @Test
  void a_failed_command_is_said_on_the_other_stream_and_the_rest_is_run() {
    assertEquals(
        new CommandLineRun(
            1,
            """
            hosted/device0
            """,
            """
            Error: Device did not register this trap.
            kernel answers: No such file or directory
            There is no command foo; try help.
            """),
        shell(
            "",
            """
            devlink trap show hosted/device0 trap foo
            foo
            devlink dev
            quit
            devlink dev
            """));
  }

  @Test
  void frames_of_a_capture_are_sent_in() {
    Path capture =
        TestCaptures.pcap(
            folder.resolve("two.pcap"),
            List.of(
                Frame.parse("0180c200000e 020000000001 88cc 0000"),
                Frame.parse("020000000002 020000000001 0800 0000")));
    String body =
        """
        public void receive(int port, Frame frame) {
          if (frame.u16(12) == 0x88cc) { host.report(Trap.generic("lldp"), port, frame); }
        }
        """;

    assertEquals(
        new CommandLineRun(
            1,
            "2 frames sent: 1 hit lldp, 1 to the CPU\n",
            "The port is a number from 1 to 8, not 9.\n"),
        shell(body, "send %s\nsend %s port 9\n".formatted(capture, capture)));
  }

  @Test
  void a_file_that_is_no_capture_is_said_to_be_none() {
    Path file = TestCaptures.write(folder.resolve("bad.pcap"), (byte) 1, (byte) 2);
    CommandLineRun run = shell("", "send " + file);

    assertEquals(1, run.status());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void a_driver_that_breaks_ends_it() {
    CommandLineRun run =
        shell(
            "public Answer trapActionSet(Trap trap, TrapAction action) {"
                + " throw new IllegalStateException(\"no\"); }",
            "devlink trap set hosted/device0 trap lldp action trap\n");

    assertEquals(4, run.status());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void a_name_without_a_bus_is_refused() {
    assertEquals(
        new CommandLineRun(
            2, "", "trap-tck: --name must be a bus and a device, as pci/0000:01:00.0, not x.\n"),
        shell("", "", "--name", "x"));
  }
}
