package packettrap.conformance.exhaustive;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import packettrap.conformance.DeviceBroke;
import packettrap.conformance.engine.Words;
import packettrap.explorer.ModelInput;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.packet.Frame;
import packettrap.spec.scenario.Scenario.Arrival;
import packettrap.spec.trap.TrapAction;

/**
 * Does actions with one device, and puts what is seen into words that are the same whenever the
 * rules mean the same.
 *
 * <p>Counters are told as what has changed since the last look at them, and only those of traps;
 * times, lengths and bytes are not told. Of a device with traffic of its own nothing is told that
 * packets cause, and of one whose time cannot be made to pass no summaries: when these come is
 * chance.
 */
final class Session {
  static final Request.SoftwareDrop SOFTWARE_DROP =
      new Request.SoftwareDrop(
          1, Frame.of(new byte[60]), 0xffff_ffff_8100_0000L, "ip_rcv+0x0", "NOT_SPECIFIED");

  private static final long SECOND = 1_000_000_000L;

  private final TrapDevice device;
  private final DeviceDescription description;
  private final Map<String, long[]> counted = new HashMap<>();
  private SwitchConfig config;

  /** A new device. */
  Session(TrapDevice device, DeviceDescription description) {
    this.device = device;
    this.description = description;
    device.poll();
  }

  /** Does an action; gives what is seen. */
  String act(Action action) {
    if (action.frame() != null) {
      return hit(action);
    } else if (action.model() instanceof ModelInput.Tick) {
      return words(action, ask(new Request.Advance(SECOND)), device.poll());
    } else if (action.model() instanceof ModelInput.SoftwareDrop) {
      return words(action, ask(SOFTWARE_DROP), device.poll());
    } else if (action.failing() != null) {
      ask(new Request.Fail(action.failing(), true));
      String seen = words(action, ask(action.request()), device.poll());
      ask(new Request.Fail(action.failing(), false));
      return seen;
    }
    Reply reply = ask(action.request());
    if (action.request() instanceof Request.Reload
        || action.request() instanceof Request.Register) {
      config = null;
      counted.clear();
    }
    return words(action, reply, device.poll());
  }

  private Reply ask(Request request) {
    Reply reply = device.call(request);
    if (reply == null) {
      throw new DeviceBroke("The device answered null to " + Words.of(request) + ".");
    }
    return reply;
  }

  private String hit(Action action) {
    SwitchConfig wanted = action.frame().config();
    if (wanted != null && wanted != config) {
      ask(new Request.Configure(wanted));
      config = wanted;
    }
    Arrival arrival = action.frame().arrivals().get(0);
    Reply reply = ask(new Request.Inject(arrival.port(), List.of(arrival.frame())));
    List<Event> events = device.poll();
    Reply after = ask(new Request.TrapGet(arrival.trap()));
    if (arrival.departures() == null && isMirrored(after)) {
      // Where the packet goes then is not known.
      events = events.stream().filter(event -> !(event instanceof Event.Transmitted)).toList();
    }
    return Stream.of(
            reply instanceof Reply.Done ? "" : reply(action, reply),
            events(events),
            reply(action, after))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static boolean isMirrored(Reply reply) {
    return reply instanceof Reply.OneTrap one && one.trap().action() == TrapAction.MIRROR;
  }

  private String words(Action action, Reply reply, List<Event> events) {
    String happened = events(events);
    return reply(action, reply) + (happened.isEmpty() ? "" : "; " + happened);
  }

  private String reply(Action action, Reply reply) {
    if (reply instanceof Reply.OneTrap one) {
      return "action "
          + one.trap().action().name().toLowerCase(Locale.ROOT)
          + counted(one.trap().name(), one.trap().packets(), one.trap().dropped());
    } else if (reply instanceof Reply.OneGroup one) {
      return one.group().policer() == 0 ? "no policer" : "policer " + one.group().policer();
    } else if (reply instanceof Reply.OnePolicer one) {
      return "rate " + one.policer().rate() + ", burst " + one.policer().burst();
    } else if (reply instanceof Reply.Failed failed) {
      return failed(action, failed);
    } else if (reply instanceof Reply.Done done) {
      return done.warning() == null ? "done" : "done, \"" + text(done.warning()) + "\"";
    }
    return Words.of(reply);
  }

  private String counted(String trap, long packets, Long dropped) {
    if (description.has(Capability.OWN_TRAFFIC)) {
      return "";
    }
    long[] before = counted.computeIfAbsent(trap, any -> new long[2]);
    String told =
        change("packet", before[0], packets)
            + change("drop", before[1], dropped == null ? 0 : dropped);
    before[0] = packets;
    before[1] = dropped == null ? 0 : dropped;
    return told;
  }

  /** So that a device that counts wrongly is not in another state with each packet. */
  private static String many(long count) {
    return count > 1 ? "many" : Long.toString(count);
  }

  private static String change(String what, long before, long now) {
    if (now == before) {
      return "";
    } else if (now < before) {
      return ", fewer " + what + "s";
    }
    return now - before == 1 ? ", 1 " + what : ", many " + what + "s";
  }

  private static String failed(Action action, Reply.Failed failed) {
    String message = failed.message() == null ? "" : text(failed.message());
    boolean partly = message.contains("were committed already");
    if (action.failing() != null) {
      return "refused" + (partly ? ", \"" + message + "\"" : "");
    } else if (isInvalidAction(action.model())) {
      return "refused as invalid"; // with one of two errors (rule ACT-09)
    }
    return failed.errno() + (message.isEmpty() ? "" : " \"" + message + "\"");
  }

  private static boolean isInvalidAction(ModelInput input) {
    return input instanceof ModelInput.TrapSet trap && trap.action() == ModelInput.INVALID
        || input instanceof ModelInput.GroupSet group && group.action() == ModelInput.INVALID;
  }

  /** A text without the name of a module before it. */
  private static String text(String message) {
    return message.replaceFirst("^\\w+: ", "");
  }

  private String events(List<Event> events) {
    Map<String, Integer> kinds = new TreeMap<>();
    for (Event event : events) {
      String kind = isChance(event) ? "" : kind(event);
      if (!kind.isEmpty()) {
        kinds.merge(kind, 1, Integer::sum);
      }
    }
    StringBuilder words = new StringBuilder();
    kinds.forEach(
        (kind, times) ->
            words
                .append(words.isEmpty() ? "" : ", ")
                .append(kind)
                .append(times == 1 ? "" : times == 2 ? " twice" : " " + times + " times"));
    return words.toString();
  }

  private boolean isChance(Event event) {
    boolean notice =
        event instanceof Event.TrapNotice
            || event instanceof Event.GroupNotice
            || event instanceof Event.PolicerNotice;
    boolean summary =
        event instanceof Event.HardwareSummary || event instanceof Event.SoftwareSummary;
    return !notice && description.has(Capability.OWN_TRAFFIC)
        || summary && !description.has(Capability.VIRTUAL_TIME);
  }

  private String kind(Event event) {
    if (event instanceof Event.TrapNotice notice) {
      return "trap " + notice.change().name().toLowerCase(Locale.ROOT);
    } else if (event instanceof Event.GroupNotice notice) {
      return "group " + notice.change().name().toLowerCase(Locale.ROOT);
    } else if (event instanceof Event.PolicerNotice notice) {
      return "policer " + notice.change().name().toLowerCase(Locale.ROOT);
    } else if (event instanceof Event.HardwareDrop drop) {
      return "alert of " + drop.trap();
    } else if (event instanceof Event.SoftwareDrop) {
      return "alert of the stack";
    } else if (event instanceof Event.HardwareSummary summary) {
      return "summary"
          + String.join(
              ",",
              summary.counts().stream().map(c -> " " + c.trap() + " " + many(c.count())).toList());
    } else if (event instanceof Event.SoftwareSummary summary) {
      return "summary of the stack"
          + String.join(",", summary.counts().stream().map(c -> " " + many(c.count())).toList());
    } else if (event instanceof Event.Received) {
      return description.has(Capability.RX_PATH) ? "to the stack" : "";
    }
    return "sent on";
  }
}
