package packettrap.runner.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Trap;

/** Knows which words may follow those that were typed. */
final class Completion {
  private static final List<String> COMMANDS =
      List.of(
          "devlink",
          "set",
          "start",
          "stop",
          "show",
          "stats",
          "send",
          "scenarios",
          "wait",
          "monitor",
          "help",
          "quit");
  private static final List<String> ACTIONS = List.of("drop", "trap", "mirror");

  private final DeviceDescription description;
  private final String name;
  private final Supplier<List<Scenario>> scenarios;

  Completion(DeviceDescription description, String name, Supplier<List<Scenario>> scenarios) {
    this.description = description;
    this.name = name;
    this.scenarios = scenarios;
  }

  /** The words that may follow. */
  List<String> after(List<String> before) {
    if (before.isEmpty()) {
      return COMMANDS;
    }
    List<String> rest = before.subList(1, before.size());
    return switch (before.get(0)) {
      case "devlink" -> devlink(rest);
      case "set" -> set(rest);
      case "monitor" -> rest.isEmpty() ? List.of("off") : List.of();
      case "send", "scenarios" ->
          rest.isEmpty() ? scenarios.get().stream().map(Scenario::name).toList() : List.of();
      default -> List.of();
    };
  }

  private static List<String> set(List<String> rest) {
    if (rest.isEmpty()) {
      return List.of("alertmode", "alertlimit", "trunc", "queue", "sw", "hw");
    } else if (rest.size() > 1) {
      return List.of();
    }
    return switch (rest.get(0)) {
      case "alertmode" -> List.of("summary", "packet");
      case "sw", "hw" -> List.of("true", "false");
      default -> List.of();
    };
  }

  private List<String> devlink(List<String> rest) {
    List<String> words = rest.stream().filter(word -> !word.startsWith("-")).toList();
    if (words.isEmpty()) {
      return List.of("trap", "dev", "monitor", "help", "-s", "-v", "-j", "-jp");
    }
    return switch (words.get(0)) {
      case "dev" ->
          switch (words.size()) {
            case 1 -> List.of("show", "reload", "help");
            case 2 -> List.of(name);
            default -> List.of();
          };
      case "monitor" -> List.of("all", "trap", "trap-group", "trap-policer");
      case "trap" -> trap(words.subList(1, words.size()));
      default -> List.of();
    };
  }

  private List<String> trap(List<String> words) {
    if (words.isEmpty()) {
      return List.of("show", "set", "group", "policer", "help");
    }
    String object = "trap";
    List<String> rest = words;
    if (List.of("group", "policer").contains(words.get(0))) {
      object = words.get(0);
      rest = words.subList(1, words.size());
    }
    return switch (rest.size()) {
      case 0 -> List.of("show", "set", "help");
      case 1 -> List.of(name);
      case 2 -> List.of(object);
      case 3 -> names(object);
      default -> rest.get(0).equals("set") ? values(object, rest) : List.of();
    };
  }

  private List<String> names(String object) {
    return switch (object) {
      case "trap" -> description.registration().traps().stream().map(Trap::name).toList();
      case "group" -> description.registration().groups().stream().map(Group::name).toList();
      default -> policers();
    };
  }

  private List<String> policers() {
    return description.registration().policers().stream()
        .map(Policer::id)
        .map(Long::toUnsignedString)
        .toList();
  }

  private List<String> values(String object, List<String> rest) {
    List<String> words =
        switch (object) {
          case "trap" -> List.of("action");
          case "group" -> List.of("action", "policer", "nopolicer");
          default -> List.of("rate", "burst");
        };
    String last = rest.get(rest.size() - 1);
    if (rest.size() > 4 && last.equals("action")) {
      return ACTIONS;
    } else if (rest.size() > 4 && last.equals("policer")) {
      return policers();
    } else if (rest.size() > 4 && words.contains(last) && !last.equals("nopolicer")) {
      return List.of();
    }
    List<String> left = new ArrayList<>(words);
    left.removeAll(rest.subList(4, rest.size()));
    return left;
  }
}
