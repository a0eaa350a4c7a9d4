package packettrap.explorer;

import static packettrap.explorer.Plain.lower;
import static packettrap.explorer.Plain.record;

import java.util.List;
import java.util.Map;
import packettrap.explorer.Output.Count;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.View;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.TrapAction;

/** Outputs as the TLA+ module has them. */
final class PlainOutput {
  private PlainOutput() {}

  /** An output. */
  static Map<String, Object> of(Registration objects, Output output) {
    Reply reply = output.reply();
    Map<String, Object> counted = record("trap", 0, "group", 0, "drops", 0, "policer", 0);
    for (Count count : output.counted()) {
      counted.merge(
          lower(count.counter()),
          count.packets() == 1 ? (Object) count.object() : count.toString(),
          (none, one) -> none.equals(0) ? one : none + ", " + one);
    }
    String errno = reply instanceof Reply.Failed failed ? failed.errno().name() : "done";
    return record(
        "result", reply == null ? "none" : errno,
        "message", message(reply),
        "view", view(objects, reply),
        "callbacks", output.callbacks().stream().map(PlainOutput::call).toList(),
        "notices", output.notices().stream().map(event -> notice(objects, event)).toList(),
        "alerts", output.alerts().stream().map(event -> alert(objects, event)).toList(),
        "fate", lower(output.fate()),
        "forwarded", output.forwarded(),
        "counted", counted,
        "lost", lost(output),
        "received", output.received());
  }

  private static String lost(Output output) {
    if (output.lostSoftware() + output.lostHardware() == 0) {
      return "none";
    } else if (output.lostSoftware() == 1 && output.lostHardware() == 0) {
      return "software";
    } else if (output.lostSoftware() == 0 && output.lostHardware() == 1) {
      return "hardware";
    }
    return output.lostSoftware() + " software and " + output.lostHardware() + " hardware";
  }

  private static String message(Reply reply) {
    String message =
        reply instanceof Reply.Failed failed
            ? failed.message()
            : reply instanceof Reply.Done done ? done.warning() : null;
    return message == null ? "" : message;
  }

  private static Map<String, Object> call(Output.Call call) {
    return record(
        "call", call.call(),
        "object", call.object(),
        "value", call.value(),
        "refused", call.refused());
  }

  private static Object view(Registration objects, Reply reply) {
    if (reply instanceof Reply.OneTrap one) {
      return view(objects, one.trap());
    } else if (reply instanceof Reply.OneGroup one) {
      return view(objects, one.group());
    } else if (reply instanceof Reply.OnePolicer one) {
      return view(objects, one.policer());
    } else if (reply instanceof Reply.Traps all) {
      return all.traps().stream().map(one -> view(objects, one)).toList();
    } else if (reply instanceof Reply.Groups all) {
      return all.groups().stream().map(one -> view(objects, one)).toList();
    } else if (reply instanceof Reply.Policers all) {
      return all.policers().stream().map(one -> view(objects, one)).toList();
    } else if (reply instanceof Reply.MonitorConfig config) {
      return record("mode", lower(config.alertMode()), "queueLength", (int) config.queueLength());
    }
    return List.of();
  }

  private static Map<String, Object> view(Registration objects, View view) {
    if (view instanceof View.OfTrap trap) {
      TrapAction action = trap.action();
      return record(
          "type", lower(trap.type()),
          "group", group(objects, trap.group()),
          "action", lower(action));
    } else if (view instanceof View.OfGroup group) {
      return record("policer", (int) group.policer());
    }
    View.OfPolicer policer = (View.OfPolicer) view;
    return record("rate", (int) policer.rate(), "burst", (int) policer.burst());
  }

  private static int trap(Registration objects, String name) {
    return objects.traps().stream().map(one -> one.name()).toList().indexOf(name) + 1;
  }

  private static int group(Registration objects, String name) {
    return objects.groups().stream().map(one -> one.name()).toList().indexOf(name) + 1;
  }

  private static Map<String, Object> notice(Registration objects, Event event) {
    if (event instanceof Event.TrapNotice notice) {
      View.OfTrap trap = notice.trap();
      return record(
          "change", notice.change().name(),
          "of", "trap",
          "object", trap(objects, trap.name()),
          "view", view(objects, trap));
    } else if (event instanceof Event.GroupNotice notice) {
      return record(
          "change", notice.change().name(),
          "of", "group",
          "object", group(objects, notice.group().name()),
          "view", view(objects, notice.group()));
    }
    Event.PolicerNotice notice = (Event.PolicerNotice) event;
    return record(
        "change",
        notice.change().name(),
        "of",
        "policer",
        "object",
        (int) notice.policer().id(),
        "view",
        view(objects, notice.policer()));
  }

  private static Map<String, Object> alert(Registration objects, Event event) {
    if (event instanceof Event.HardwareDrop drop) {
      return record(
          "alert",
          "packet",
          "origin",
          "hardware",
          "trap",
          trap(objects, drop.trap()),
          "group",
          group(objects, drop.group()));
    } else if (event instanceof Event.SoftwareDrop) {
      return record("alert", "packet", "origin", "software");
    } else if (event instanceof Event.HardwareSummary summary) {
      return record(
          "alert", "summary",
          "origin", "hardware",
          "table",
              summary.counts().stream()
                  .map(one -> (Object) List.of(trap(objects, one.trap()), (int) one.count()))
                  .toList());
    } else if (event instanceof Event.SoftwareSummary summary) {
      long count = summary.counts().stream().mapToLong(Event.PlaceCount::count).sum();
      return record("alert", "summary", "origin", "software", "count", (int) count);
    }
    return record("alert", event.toString());
  }
}
