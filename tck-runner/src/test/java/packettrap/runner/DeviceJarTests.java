package packettrap.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The second way to plug in: a jar with a whole device, which may lie as much as it likes. */
class DeviceJarTests {
  @TempDir Path folder;

  private CommandLineRun judge(String describe, String reply, String events) {
    String source =
        """
        import java.util.*;
        import packettrap.spec.device.*;
        import packettrap.spec.message.*;
        import packettrap.spec.packet.*;
        import packettrap.spec.trap.*;
        public class Box implements TrapDevice {
          public int interfaceVersion() { return TrapDriver.VERSION; }
          public DeviceDescription description() { return %s; }
          public Reply call(Request request) { return %s; }
          public List<Event> poll() { return %s; }
          public void close() {}
          static DeviceDescription plain() {
            return new DeviceDescription("box/0", Port.numbered(1), Registration.EMPTY,
                Set.of(), Set.of(), Set.of(), List.of());
          }
        }
        """
            .formatted(describe, reply, events);
    return run(
        new DriverJars(folder)
            .source("Box", source)
            .entry("META-INF/services/" + DriverJars.DEVICE, "Box")
            .jar("box.jar"));
  }

  private CommandLineRun run(Path jar) {
    String report = folder.resolve("report").toString();
    return CommandLineRun.of(
        new FakeEngine(), "run", "--driver", jar.toString(), "--report", report);
  }

  @Test
  void a_device_that_answers_is_judged() {
    CommandLineRun run = judge("plain()", "Reply.DONE", "List.of()");
    assertEquals("", run.err());
    assertEquals(0, run.status(), run::out);
  }

  @Test
  void a_device_says_what_it_is_going_to_touch_before_it_is_called() {
    String source =
        """
        import java.util.*;
        import packettrap.spec.device.*;
        import packettrap.spec.message.*;
        import packettrap.spec.trap.*;
        public class Machine implements TrapDevice, DriverAbility.AnnouncesItself {
          private static boolean announced;
          public int interfaceVersion() { return TrapDriver.VERSION; }
          public List<String> announcement() {
            announced = true;
            return List.of("eth0 will be set down.", "It comes up again at the end.");
          }
          public DeviceDescription description() {
            return announced ? new DeviceDescription("box/0", List.of(), Registration.EMPTY,
                Set.of(), Set.of(), Set.of(), List.of()) : null;
          }
          public Reply call(Request request) { return Reply.DONE; }
          public List<Event> poll() { return List.of(); }
          public void close() {}
        }
        """;
    CommandLineRun run =
        run(
            new DriverJars(folder)
                .source("Machine", source)
                .entry("META-INF/services/" + DriverJars.DEVICE, "Machine")
                .jar("machine.jar"));
    assertEquals("eth0 will be set down.\nIt comes up again at the end.\n", run.err());
    assertEquals(0, run.status(), run::out);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          null | Reply.DONE | List.of() | The device returned null from description.
          plain() | Reply.DONE | Collections.nCopies(1 << 30, (Event) new Event.Received(0, Frame.of())) | The device had more than 2000000 events to tell at once; the kit stops here.
          """)
  void a_device_that_lies_is_given_up(
      String describe, String reply, String events, String sentence) {
    CommandLineRun run = judge(describe, reply, events);
    assertTrue(run.out().contains("\n" + sentence + "\n"), run::out);
    assertEquals(4, run.status());
  }

  @Test
  void a_driver_without_a_method_of_the_interface_was_compiled_with_another_version() {
    Path jar = withoutMethod("trapActionSet", "trapActionPut");
    CommandLineRun run = run(jar);
    String said = run.out().replaceAll("\n  ", " ");
    assertTrue(
        said.contains(
            "\nThe driver says it was compiled with version 1 of the interface, this kit has"
                + " version 1, yet they differ: "),
        run::out);
    assertTrue(said.contains("trapActionSet"), run::out);
    assertEquals(4, run.status());
  }

  @Test
  void a_driver_that_cannot_tell_its_version_is_refused() {
    CommandLineRun run = run(withoutMethod("interfaceVersion", "interfaceRelease"));
    assertEquals(
        "trap-tck: The driver was compiled with a version of the interface that is not this kit's"
            + " version 1: it has no method interfaceVersion.\n",
        run.err());
    assertEquals(2, run.status());
  }

  /** Renames a method in the class file, as if the interface had called it so. */
  private Path withoutMethod(String name, String other) {
    String padded = (other + "________________").substring(0, name.length());
    return DriverJars.hostile(folder, "{}")
        .jar(
            "other.jar",
            (entry, bytes) ->
                new String(bytes, StandardCharsets.ISO_8859_1)
                    .replace(name, padded)
                    .getBytes(StandardCharsets.ISO_8859_1));
  }
}
