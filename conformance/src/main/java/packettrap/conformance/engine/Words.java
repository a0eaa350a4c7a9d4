package packettrap.conformance.engine;

import java.util.Locale;
import packettrap.spec.json.Json;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.TrapAction;

/** Requests, replies and events in the few words of the devlink tool. */
public final class Words {
  private static final int MOST = 110;

  private Words() {}

  /** A request. */
  public static String of(Request request) {
    if (request instanceof Request.Unprivileged unprivileged) {
      return "as an ordinary user: " + of(unprivileged.request());
    } else if (request instanceof Request.OnDevice on) {
      return "on device " + on.device() + ": " + of(on.request());
    } else if (request instanceof Request.TrapGet get) {
      return "trap show " + get.trap();
    } else if (request instanceof Request.TrapDump) {
      return "trap show";
    } else if (request instanceof Request.TrapSet set) {
      return "trap set " + set.trap() + action(set.action());
    } else if (request instanceof Request.GroupGet get) {
      return "trap group show " + get.group();
    } else if (request instanceof Request.GroupDump) {
      return "trap group show";
    } else if (request instanceof Request.GroupSet set) {
      return "trap group set "
          + set.group()
          + action(set.action())
          + (set.policer() == null ? "" : " policer " + set.policer());
    } else if (request instanceof Request.PolicerGet get) {
      return "trap policer show " + get.policer();
    } else if (request instanceof Request.PolicerDump) {
      return "trap policer show";
    } else if (request instanceof Request.PolicerSet set) {
      return "trap policer set "
          + set.policer()
          + (set.rate() == null ? "" : " rate " + Long.toUnsignedString(set.rate()))
          + (set.burst() == null ? "" : " burst " + Long.toUnsignedString(set.burst()));
    } else if (request instanceof Request.Inject inject) {
      int count = inject.frames().size();
      String first = count == 0 ? "" : " " + shorten(inject.frames().get(0).toString(), 64);
      return count + (count == 1 ? " frame" : " frames") + " into port " + inject.port() + first;
    } else if (request instanceof Request.Advance advance) {
      return advance.nanos() + " ns pass";
    } else if (request instanceof Request.Configure) {
      return "configure the switch";
    } else if (request instanceof Request.Ports ports) {
      return "the ports go " + (ports.up() ? "up" : "down");
    } else if (request instanceof Request.Reload) {
      return "dev reload";
    } else if (request instanceof Request.MonitorStart start) {
      return "drop monitor start" + sides(start.software(), start.hardware());
    } else if (request instanceof Request.MonitorStop stop) {
      return "drop monitor stop" + sides(stop.software(), stop.hardware());
    } else if (request instanceof Request.MonitorConfigGet) {
      return "drop monitor show";
    } else if (request instanceof Request.MonitorStatsGet) {
      return "drop monitor stats";
    } else if (request instanceof Request.Unregister) {
      return "dev unregister";
    } else if (request instanceof Request.Register) {
      return "dev register";
    } else if (request instanceof Request.Refuse refuse) {
      return "callback " + refuse.nth() + " of the next request is refused";
    } else if (request instanceof Request.Hold hold) {
      return "drop monitor's queues " + (hold.on() ? "wait" : "go out");
    } else if (request instanceof Request.Fail fail) {
      String callback = fail.callback().name().toLowerCase(Locale.ROOT);
      return "let the driver " + (fail.on() ? "refuse " : "accept ") + callback;
    }
    return shorten(Json.write(request), MOST);
  }

  private static String sides(boolean software, boolean hardware) {
    return (software ? " software" : "") + (hardware ? " hardware" : "");
  }

  private static String action(Integer number) {
    if (number == null) {
      return "";
    }
    TrapAction action = TrapAction.ofNumber(number);
    return " action " + (action == null ? number : action.name().toLowerCase(Locale.ROOT));
  }

  /** A reply; null is no answer. */
  public static String of(Reply reply) {
    if (reply == null) {
      return "no answer";
    } else if (reply instanceof Reply.Done done) {
      return done.warning() == null ? "done" : "done, with the warning \"" + done.warning() + "\"";
    } else if (reply instanceof Reply.Failed failed) {
      return failed.errno() + (failed.message() == null ? "" : " \"" + failed.message() + "\"");
    } else if (reply instanceof Reply.OneTrap one) {
      return of(one.trap());
    } else if (reply instanceof Reply.OneGroup one) {
      return of(one.group());
    } else if (reply instanceof Reply.OnePolicer one) {
      return of(one.policer());
    } else if (reply instanceof Reply.Traps all) {
      return all.traps().size() + " traps";
    } else if (reply instanceof Reply.Groups all) {
      return all.groups().size() + " groups";
    } else if (reply instanceof Reply.Policers all) {
      return all.policers().size() + " policers";
    }
    return shorten(Json.write(reply), MOST);
  }

  /** An object as it is shown. */
  public static String of(View view) {
    if (view instanceof View.OfTrap trap) {
      return trap.name()
          + " type "
          + lower(trap.type())
          + " generic "
          + trap.generic()
          + " action "
          + lower(trap.action())
          + " group "
          + trap.group()
          + (trap.metadata().isEmpty() ? "" : " metadata " + trap.metadata())
          + " packets "
          + trap.packets()
          + " bytes "
          + trap.bytes()
          + (trap.dropped() == null ? "" : " dropped " + trap.dropped());
    } else if (view instanceof View.OfGroup group) {
      return group.name()
          + " generic "
          + group.generic()
          + (group.policer() == 0 ? "" : " policer " + group.policer())
          + " packets "
          + group.packets()
          + " bytes "
          + group.bytes();
    }
    View.OfPolicer policer = (View.OfPolicer) view;
    return "policer "
        + policer.id()
        + " rate "
        + Long.toUnsignedString(policer.rate())
        + " burst "
        + Long.toUnsignedString(policer.burst())
        + (policer.dropped() == null ? "" : " dropped " + policer.dropped());
  }

  /** An event. */
  public static String of(Event event) {
    return of(event, 80);
  }

  /** An event, told so that it differs from another: its whole frame, if need be. */
  static String of(Event event, Event other) {
    boolean alike = other != null && !event.equals(other) && of(event).equals(of(other));
    return of(event, alike ? Integer.MAX_VALUE : 80);
  }

  private static String of(Event event, int digits) {
    if (event instanceof Event.Transmitted out) {
      return "sent out of port " + out.port() + ": " + frame(out.frame(), digits);
    } else if (event instanceof Event.Received in) {
      return "to the stack, from port " + in.port() + ": " + frame(in.frame(), digits);
    } else if (event instanceof Event.TrapNotice notice) {
      return "[trap," + lower(notice.change()) + "] " + of(notice.trap());
    } else if (event instanceof Event.GroupNotice notice) {
      return "[trap-group," + lower(notice.change()) + "] " + of(notice.group());
    } else if (event instanceof Event.PolicerNotice notice) {
      return "[trap-policer," + lower(notice.change()) + "] " + of(notice.policer());
    }
    return "drop monitor: " + shorten(Json.write(event), 200);
  }

  /** A frame's first digits, and how long it is if these are not all. */
  private static String frame(Frame frame, int digits) {
    String all = frame.toString();
    String length = all.length() <= digits ? "" : " (" + frame.length() + " bytes)";
    return shorten(all, digits) + length;
  }

  private static String lower(Enum<?> value) {
    return value == null ? "null" : value.name().toLowerCase(Locale.ROOT);
  }

  private static String shorten(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + "...";
  }
}
