package packettrap.runner.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Request;
import packettrap.spec.trap.Callback;

/**
 * The shell on netdevsim's twin prints what iproute2's devlink printed on netdevsim, byte for byte.
 *
 * <p>Left out of the comparison: the kernel's module in front of a message, which is the kernel's,
 * and the counters, which depend on the time and on who read them before.
 */
class RecordedSessionTests {
  private static final Map<String, Callback> SWITCHES =
      Map.of(
          "fail_trap_group_set", Callback.GROUP_SET,
          "fail_trap_policer_set", Callback.POLICER_SET,
          "fail_trap_policer_counter_get", Callback.POLICER_COUNTER_GET,
          "fail_trap_drop_counter_get", Callback.DROP_COUNTER_GET);

  private final Conversation conversation =
      new Conversation("NetdevsimDriver", "netdevsim/netdevsim10");

  private static List<String> recorded(String kernel) throws IOException {
    String name = "/packettrap/runner/shell/linux-%s-session.txt".formatted(kernel);
    try (var stream = RecordedSessionTests.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static String comparable(String line) {
    return line.replace(": leftover: ", ": ")
        .replaceAll("(bytes|packets|dropped|\"bytes\":|\"packets\":|\"dropped\":) \\d+", "$1 N");
  }

  private String answer(String command) {
    if (command.startsWith("devlink")) {
      String said = conversation.says(command);
      return said + (conversation.shell.succeeded() ? "[exit 0]" : "[exit 1]");
    }
    boolean on = command.endsWith(" up") || command.startsWith("echo Y");
    if (command.startsWith("echo")) {
      Callback callback = SWITCHES.get(command.substring(command.indexOf(':') + 1));
      conversation.device.call(new Request.Fail(callback, on));
    } else {
      assertTrue(command.startsWith("ip link set dev eth0 "), command);
      conversation.device.call(new Request.Ports(on, on ? Cookie.parse("00") : null));
    }
    return "[exit 0]";
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.1", "6.12"})
  void every_command_prints_and_ends_as_it_did_on_linux(String kernel) throws IOException {
    List<String> wanted = new ArrayList<>();
    List<String> got = new ArrayList<>();
    for (String line : recorded(kernel)) {
      if (line.startsWith("# --- notifications")) {
        break;
      } else if (line.startsWith("#")) {
        continue;
      }
      wanted.add(comparable(line));
      if (line.startsWith("$ ")) {
        got.add(line);
        answer(line.substring(2)).lines().map(RecordedSessionTests::comparable).forEach(got::add);
      }
    }
    assertTrue(wanted.size() > 300, "a session was read");
    assertEquals(String.join("\n", wanted), String.join("\n", got));
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.1", "6.12"})
  void the_monitor_prints_what_comes_and_goes_as_it_did_on_linux(String kernel) throws IOException {
    conversation.says("devlink monitor");
    conversation.device.call(new Request.Unregister());
    String gone = conversation.says("wait 0");
    conversation.device.call(new Request.Register(null));
    String come = conversation.says("wait 0");

    assertEquals(notices(recorded(kernel), "new"), notices(come.lines().toList(), "new"));
    assertEquals(notices(recorded(kernel), "del"), notices(gone.lines().toList(), "del"));
  }

  /** The action of a trap that goes differs from kernel to kernel, and by what was set before. */
  private static String notices(List<String> lines, String change) {
    return String.join(
        "\n",
        lines.stream()
            .filter(line -> line.startsWith("[trap") && line.contains("," + change + "]"))
            .map(line -> line.replace("netdevsim11", "netdevsim10"))
            .map(line -> change.equals("del") ? line.replaceAll("action \\w+", "action A") : line)
            .toList());
  }
}
