package packettrap.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** What {@code trap-tck learn} shows of right and of wrong drivers. */
class LearnTests {
  private static final String SOURCE =
      "hello-driver/src/main/java/com/example/hello/HelloDriver.java";
  private static final String SERVICE = "META-INF/services/" + DriverJars.DRIVER;

  @TempDir Path folder;

  private Path report() {
    return folder.resolve("report");
  }

  /** The hello driver, with some of its source replaced. */
  private CommandLineRun learn(String there, String instead) throws IOException {
    String source = Files.readString(Path.of(SOURCE));
    assertTrue(source.contains(there), there);
    Path jar =
        new DriverJars(folder)
            .source("com.example.hello.HelloDriver", source.replace(there, instead))
            .entry(SERVICE, "com.example.hello.HelloDriver")
            .jar("hello.jar");
    return learn(jar);
  }

  private CommandLineRun learn(Path jar) {
    return CommandLineRun.of(
        Engine.KIT, "learn", "--driver", jar.toString(), "--report", report().toString());
  }

  @Test
  void a_driver_without_a_fault_has_the_same_machine() throws IOException {
    CommandLineRun run = learn("newHost", "newHost");
    assertEquals("", run.err());
    assertTrue(
        run.out().contains("\nnot in it: refusals of callbacks, packets for lldp\n"), run::out);
    assertTrue(
        run.out()
            .contains(
                "\nTHE SAME MACHINE, if the driver's has at most 15 states over these inputs\n"),
        run::out);
    assertEquals(0, run.status());
  }

  @Test
  void a_fault_is_shown_with_the_shortest_way_to_it() throws Exception {
    CommandLineRun run =
        learn(
            "actions.put(trap.name(), action);",
            "if (actions.get(trap.name()) != TrapAction.MIRROR || action != TrapAction.DROP) {"
                + " actions.put(trap.name(), action); }");
    String expected =
        """
        the driver's machine as learned has 25 states, the specification's 15

        difference 1, in 4 places; a shortest way to it:
             after     trap set runt_frame action mirror
             after     trap set runt_frame action drop
             input     a packet for runt_frame
             observed  sent on 3 times; action drop, 1 packet
             demanded  action drop

        and 1 more kind; learned.txt has them all
        DIFFERENT: learned.svg shows where
        """;
    assertTrue(run.out().contains(expected), run::out);
    assertEquals(1, run.status());

    List<String> graph = Files.readAllLines(report().resolve("learned.dot"));
    assertEquals("digraph learned {", graph.get(0));
    assertEquals(25, graph.stream().filter(line -> line.contains("shape=\"circle\"")).count());
    assertTrue(
        graph.contains("s0 -> s0 [label=\"trap show runt_frame / action drop\"];"),
        () -> String.join("\n", graph));
    String json = Files.readString(report().resolve("learned.json"));
    long arrows = graph.stream().filter(line -> line.matches("s\\d+ -> .*")).count();
    assertEquals(arrows, json.lines().filter(line -> line.contains("\"from\":")).count());

    byte[] picture = Files.readAllBytes(report().resolve("learned.svg"));
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(picture));
    assertEquals("svg", document.getDocumentElement().getTagName());
    String drawn = document.getDocumentElement().getTextContent();
    assertTrue(drawn.contains("a packet for runt_frame"), drawn);
    assertTrue(drawn.contains("observed: sent on 3 times; action drop, 1 packet"), drawn);
    learn(folder.resolve("hello.jar"));
    assertEquals(new String(picture, "UTF-8"), Files.readString(report().resolve("learned.svg")));
  }

  @Test
  void a_driver_that_sends_on_what_it_should_drop_is_found_though_it_is_not_known_where_to()
      throws IOException {
    CommandLineRun run =
        learn("if (action == TrapAction.MIRROR) {", "if (action != TrapAction.TRAP) {");
    String expected =
        """
             input     a packet for runt_frame
             observed  sent on 3 times; action drop
             demanded  action drop
        """;
    assertTrue(run.out().contains(expected), run::out);
    assertEquals(1, run.status());
  }

  @Test
  void a_driver_that_is_not_deterministic_is_told_so_in_a_sentence() throws IOException {
    CommandLineRun run =
        learn(
            "actions.put(trap.name(), action);",
            "if (++times % 97 != 0) { actions.put(trap.name(), action); } return Answer.OK; }"
                + " private static int times; private Answer unused() {");
    assertEquals("", run.err());
    assertTrue(
        run.out()
            .contains(
                """

                The driver has no machine to be learned: it is not deterministic, or a new
                  device does not start over. Asked "\
                """),
        run::out);
    assertTrue(run.out().contains("\nNO MACHINE\n"), run::out);
    assertTrue(run.out().lines().allMatch(line -> line.length() < 80), run::out);
    assertEquals(4, run.status());
  }

  @Test
  void a_driver_that_throws_is_told_so_and_leaves_no_files() throws IOException {
    Path jar =
        DriverJars.hostile(
                folder,
                "{ public Answer trapActionSet(Trap trap, TrapAction action) {"
                    + " throw new IllegalStateException(\"no\"); } }")
            .jar("hostile.jar");
    CommandLineRun run = learn(jar);
    assertEquals("", run.out());
    assertTrue(run.err().contains("IllegalStateException"), run::err);
    assertEquals(4, run.status());
    assertTrue(Files.notExists(report()));
  }
}
