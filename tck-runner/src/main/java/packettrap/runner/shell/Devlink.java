package packettrap.runner.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import packettrap.runner.shell.DevlinkQuestion.Word;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;

/** The command {@code devlink}, as far as it concerns traps; it prints what iproute2's prints. */
final class Devlink {
  private static final String USAGE =
      """
      Usage: devlink [ OPTIONS ] OBJECT { COMMAND | help }
      where  OBJECT := { dev | monitor | trap }
             OPTIONS := { -j[son] | -p[retty] | -v[erbose] | -s[tatistics] }
      """;
  private static final String TRAP_USAGE =
      """
      Usage: devlink trap set DEV trap TRAP [ action { trap | drop | mirror } ]
             devlink trap show [ DEV trap TRAP ]
             devlink trap group set DEV group GROUP [ action { trap | drop | mirror } ]
                                    [ policer POLICER ] [ nopolicer ]
             devlink trap group show [ DEV group GROUP ]
             devlink trap policer set DEV policer POLICER [ rate RATE ] [ burst BURST ]
             devlink trap policer show DEV policer POLICER
      """;
  private static final String DEV_USAGE =
      """
      Usage: devlink dev show [ DEV ]
             devlink dev reload DEV
      """;

  private final TrapDevice device;
  private final DeviceDescription description;
  private final String name;
  private final Notices notices;
  private final PrintStream out;
  private final PrintStream err;

  Devlink(
      TrapDevice device,
      DeviceDescription description,
      String name,
      Notices notices,
      PrintStream out,
      PrintStream err) {
    this.device = device;
    this.description = description;
    this.name = name;
    this.notices = notices;
    this.out = out;
    this.err = err;
  }

  /**
   * Runs a command.
   *
   * @param line the words behind devlink
   * @return whether devlink's exit status would be 0
   * @throws WrongSyntax in devlink's words
   */
  boolean run(List<String> line) {
    List<String> words = new ArrayList<>(line);
    DevlinkOptions options = DevlinkOptions.take(words);
    Arguments arguments = new Arguments(words);
    if (arguments.none() || arguments.take("help")) {
      return help(USAGE);
    } else if (arguments.take("dev")) {
      return dev(arguments, options);
    } else if (arguments.take("monitor")) {
      return notices.listen(arguments);
    } else if (arguments.take("trap")) {
      return trap(arguments, options);
    }
    throw new WrongSyntax("Object \"%s\" not found".formatted(arguments.peek()));
  }

  private boolean help(String usage) {
    err.print(usage);
    return true;
  }

  private boolean dev(Arguments arguments, DevlinkOptions options) {
    if (arguments.take("help")) {
      return help(DEV_USAGE);
    } else if (arguments.none() || arguments.take("show") || arguments.take("list")) {
      return devShow(arguments, options);
    } else if (arguments.take("reload")) {
      String handle = arguments.handle();
      noMore(arguments);
      return changed(handle, new Request.Reload());
    }
    throw notFound(arguments);
  }

  private boolean devShow(Arguments arguments, DevlinkOptions options) {
    if (!arguments.none()) {
      String handle = arguments.handle();
      noMore(arguments);
      if (!handle.equals(name)) {
        KernelAnswer.refused(Errno.ENODEV, err);
        return false;
      }
    }
    if (options.json()) {
      Map<String, ?> devices = Map.of(name, Map.of());
      out.print(JsonLines.of(Map.of("dev", devices), options.pretty()));
    } else {
      out.println(name);
    }
    return true;
  }

  private boolean trap(Arguments arguments, DevlinkOptions options) {
    if (arguments.take("help")) {
      return help(TRAP_USAGE);
    } else if (shows(arguments)) {
      return show(arguments, options, "trap", Word.TRAP, new Request.TrapDump());
    } else if (arguments.take("set")) {
      return set(arguments, Word.TRAP, EnumSet.of(Word.ACTION));
    } else if (arguments.take("group")) {
      return verb(
          arguments,
          options,
          "trap_group",
          Word.GROUP,
          EnumSet.of(Word.ACTION, Word.POLICER),
          new Request.GroupDump());
    } else if (arguments.take("policer")) {
      return verb(
          arguments,
          options,
          "trap_policer",
          Word.POLICER,
          EnumSet.of(Word.RATE, Word.BURST),
          new Request.PolicerDump());
    }
    throw notFound(arguments);
  }

  private boolean verb(
      Arguments arguments,
      DevlinkOptions options,
      String section,
      Word object,
      Set<Word> values,
      Request.Devlink all) {
    if (arguments.take("help")) {
      return help(TRAP_USAGE);
    } else if (shows(arguments)) {
      return show(arguments, options, section, object, all);
    } else if (arguments.take("set")) {
      return set(arguments, object, values);
    }
    throw notFound(arguments);
  }

  private static boolean shows(Arguments arguments) {
    return arguments.none() || arguments.take("show") || arguments.take("list");
  }

  private boolean set(Arguments arguments, Word object, Set<Word> values) {
    DevlinkQuestion question = DevlinkQuestion.parse(arguments, object, values);
    return changed(question.handle(), question.set(object));
  }

  private boolean changed(String handle, Request.Devlink request) {
    return KernelAnswer.print(ask(handle, request), err);
  }

  private boolean show(
      Arguments arguments,
      DevlinkOptions options,
      String section,
      Word object,
      Request.Devlink all) {
    Reply reply;
    if (arguments.none()) {
      reply = device.call(all);
    } else {
      DevlinkQuestion question = DevlinkQuestion.parse(arguments, object, Set.of());
      reply = ask(question.handle(), question.get(object));
    }
    boolean shown = KernelAnswer.print(reply, err);
    List<DevlinkObject> objects =
        views(reply).stream().map(view -> DevlinkObject.of(view, options)).toList();
    if (options.json()) {
      Map<String, Object> devices = new LinkedHashMap<>();
      if (!objects.isEmpty()) {
        devices.put(name, objects.stream().map(DevlinkObject::json).toList());
      }
      out.print(JsonLines.of(Map.of(section, devices), options.pretty()));
    } else if (!objects.isEmpty()) {
      out.println(name + ":");
      objects.forEach(shownObject -> out.print(shownObject.text()));
    }
    return shown;
  }

  private static List<? extends View> views(Reply reply) {
    if (reply instanceof Reply.OneTrap one) {
      return List.of(one.trap());
    } else if (reply instanceof Reply.Traps traps) {
      return traps.traps();
    } else if (reply instanceof Reply.OneGroup one) {
      return List.of(one.group());
    } else if (reply instanceof Reply.Groups groups) {
      return groups.groups();
    } else if (reply instanceof Reply.OnePolicer one) {
      return List.of(one.policer());
    } else if (reply instanceof Reply.Policers policers) {
      return policers.policers();
    }
    return List.of();
  }

  /** Asks the device that is named; one that does not look at names is not asked for another. */
  private Reply ask(String handle, Request.Devlink request) {
    if (handle.equals(name)) {
      return device.call(request);
    } else if (description.has(Capability.HANDLES) && !handle.equals(description.handle())) {
      return device.call(new Request.OnDevice(handle, request));
    }
    return new Reply.Failed(Errno.ENODEV, null);
  }

  private static void noMore(Arguments arguments) {
    if (!arguments.none()) {
      throw new WrongSyntax("Unknown option \"%s\"".formatted(arguments.peek()));
    }
  }

  private static WrongSyntax notFound(Arguments arguments) {
    return new WrongSyntax("Command \"%s\" not found".formatted(arguments.peek()));
  }
}
