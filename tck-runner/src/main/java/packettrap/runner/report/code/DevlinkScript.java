package packettrap.runner.report.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import packettrap.conformance.engine.Words;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.TraceStep;
import packettrap.runner.report.Report;
import packettrap.spec.message.Event;
import packettrap.spec.message.Request;
import packettrap.spec.rule.Catalogue;
import packettrap.spec.rule.Rule;
import packettrap.spec.trap.TrapAction;

/**
 * Writes a counterexample as a shell script of devlink commands, for a real device; what devlink
 * cannot express is a comment.
 */
public final class DevlinkScript {
  private DevlinkScript() {}

  /** The script of a counterexample, which is counted from 0. */
  public static String of(Report report, int number) {
    Counterexample counterexample = report.counterexamples().get(number);
    String rule = counterexample.rules().get(0);
    List<String> lines = new ArrayList<>();
    lines.add("#!/bin/sh");
    lines.add(comment(rule + ": " + Catalogue.find(rule).map(Rule::sentence).orElse("")));
    lines.add("# Usage: sh " + Report.traceFile(number).replace(".json", ".sh") + " DEVICE");
    lines.add("DEV=${1:?name the device, as in netdevsim/netdevsim10}");
    for (int i = 0; i < counterexample.steps().size(); i++) {
      TraceStep step = counterexample.steps().get(i);
      lines.add("");
      lines.add(comment("step %d: %s".formatted(i + 1, Words.of(step.request()))));
      lines.add(command(step.request()).orElse("# devlink has no command for this"));
      lines.add(comment("then: " + Words.of(step.reply())));
      for (Event event : step.events().subList(0, Math.min(4, step.events().size()))) {
        lines.add(comment("      " + Words.of(event)));
      }
    }
    lines.add("");
    lines.add(comment("observed: " + counterexample.observed()));
    lines.add(comment("demanded: " + counterexample.demanded()));
    return String.join("\n", lines) + "\n";
  }

  private static String comment(String text) {
    return "# " + text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", "?");
  }

  /** The command for a request; empty if there is none. */
  static Optional<String> command(Request request) {
    return command(request, "\"$DEV\"");
  }

  private static Optional<String> command(Request request, String device) {
    if (request instanceof Request.Unprivileged unprivileged) {
      return command(unprivileged.request(), device)
          .map(command -> "runuser -u nobody -- " + command);
    } else if (request instanceof Request.OnDevice other) {
      return other.device() == null
          ? Optional.empty()
          : command(other.request(), quoted(other.device()));
    } else if (request instanceof Request.TrapGet get) {
      return with(get.trap(), "devlink -s trap show " + device + " trap ");
    } else if (request instanceof Request.TrapDump) {
      return Optional.of("devlink -s trap show " + device);
    } else if (request instanceof Request.TrapSet set) {
      return isWord(set.action())
          ? with(set.trap(), "devlink trap set " + device + " trap ", action(set.action()))
          : Optional.empty();
    } else if (request instanceof Request.GroupGet get) {
      return with(get.group(), "devlink -s trap group show " + device + " group ");
    } else if (request instanceof Request.GroupDump) {
      return Optional.of("devlink -s trap group show " + device);
    } else if (request instanceof Request.GroupSet set) {
      String policer = set.policer() == null ? "" : " policer " + number(set.policer());
      return isWord(set.action())
          ? with(
              set.group(),
              "devlink trap group set " + device + " group ",
              action(set.action()) + policer)
          : Optional.empty();
    } else if (request instanceof Request.PolicerGet get) {
      return with(get.policer(), "devlink -s trap policer show " + device + " policer ", "");
    } else if (request instanceof Request.PolicerDump) {
      return Optional.of("devlink -s trap policer show " + device);
    } else if (request instanceof Request.PolicerSet set) {
      return with(
          set.policer(),
          "devlink trap policer set " + device + " policer ",
          (set.rate() == null ? "" : " rate " + number(set.rate()))
              + (set.burst() == null ? "" : " burst " + number(set.burst())));
    } else if (request instanceof Request.Reload) {
      return Optional.of("devlink dev reload " + device);
    }
    return Optional.empty();
  }

  private static Optional<String> with(String name, String before) {
    return with(name, before, "");
  }

  /** devlink asks for the object's name, and knows no request without one. */
  private static Optional<String> with(String name, String before, String behind) {
    return name == null ? Optional.empty() : Optional.of(before + quoted(name) + behind);
  }

  private static Optional<String> with(Long id, String before, String behind) {
    return id == null ? Optional.empty() : Optional.of(before + number(id) + behind);
  }

  /** devlink knows actions by their names only. */
  private static boolean isWord(Integer action) {
    return action == null || TrapAction.ofNumber(action) != null;
  }

  private static String action(Integer action) {
    return action == null
        ? ""
        : " action " + TrapAction.ofNumber(action).name().toLowerCase(java.util.Locale.ROOT);
  }

  private static String number(long unsigned) {
    return Long.toUnsignedString(unsigned);
  }

  private static String quoted(String name) {
    return name.matches("[\\w./:-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
  }
}
