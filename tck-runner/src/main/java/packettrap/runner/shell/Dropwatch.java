package packettrap.runner.shell;

import java.io.PrintStream;
import java.util.List;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.AlertMode;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;

/**
 * The commands of dropwatch; they print what it prints.
 *
 * <p>The program waits for alerts once it was started; here other commands can be given meanwhile.
 */
final class Dropwatch {
  private final TrapDevice device;
  private final Alerts alerts;
  private final PrintStream out;
  private boolean software;
  private boolean hardware;
  private boolean receiving;

  /** 0: none. */
  private long limit;

  private long alerted;

  Dropwatch(TrapDevice device, Alerts alerts, PrintStream out) {
    this.device = device;
    this.alerts = alerts;
    this.out = out;
  }

  /** Whether alerts are being printed. */
  boolean receiving() {
    return receiving;
  }

  /** {@code start}. */
  boolean start() {
    out.println("Enabling monitoring...");
    Reply reply = device.call(new Request.MonitorStart(software, hardware));
    if (reply instanceof Reply.Failed failed) {
      out.println("Failed activation request, error: " + failed.errno().text());
      return false;
    }
    out.println("Kernel monitoring activated.");
    out.println("Issue Ctrl-C to stop monitoring");
    receiving = true;
    return true;
  }

  /** {@code stop}. */
  boolean stop() {
    out.println("Deactivation requested, turning off monitoring");
    Reply reply = device.call(new Request.MonitorStop(software, hardware));
    if (reply instanceof Reply.Failed failed) {
      out.println("Stop request failed, error: " + failed.errno().text());
      return false;
    }
    out.println("Got a stop message");
    receiving = false;
    return true;
  }

  /** {@code show}. */
  boolean show() {
    out.println("Getting existing configuration");
    if (!(device.call(new Request.MonitorConfigGet()) instanceof Reply.MonitorConfig config)) {
      return false;
    }
    out.println("Alert mode: " + (config.alertMode() == AlertMode.PACKET ? "Packet" : "Summary"));
    out.println("Truncation length: " + config.truncation());
    out.println("Queue length: " + config.queueLength());
    return true;
  }

  /** {@code stats}. */
  boolean stats() {
    out.println("Getting statistics");
    if (!(device.call(new Request.MonitorStatsGet()) instanceof Reply.MonitorStats lost)) {
      return false;
    }
    out.println("Software statistics:");
    out.println("Tail dropped: " + Long.toUnsignedString(lost.software()));
    out.println("Hardware statistics:");
    out.println("Tail dropped: " + Long.toUnsignedString(lost.hardware()));
    return true;
  }

  /**
   * {@code set}.
   *
   * @throws WrongSyntax where dropwatch would say nothing or end
   */
  boolean set(List<String> words) {
    if (words.size() != 2) {
      throw new WrongSyntax("set takes a name and a value, as in: set alertmode packet");
    }
    String value = words.get(1);
    return switch (words.get(0)) {
      case "alertmode" -> alertMode(value);
      case "alertlimit" -> {
        limit = u32(value);
        out.println("setting alert capture limit to " + limit);
        yield true;
      }
      case "trunc" -> {
        long length = u32(value);
        out.println("Setting truncation length to " + length);
        yield configured(new Request.MonitorConfigSet(null, length, null), "Truncation length");
      }
      case "queue" -> {
        long length = u32(value);
        out.println("Setting queue length to " + length);
        yield configured(new Request.MonitorConfigSet(null, null, length), "Queue length");
      }
      case "sw" -> {
        software = truth(value);
        out.println("setting software drops monitoring to " + (software ? 1 : 0));
        yield true;
      }
      case "hw" -> {
        hardware = truth(value);
        out.println("setting hardware drops monitoring to " + (hardware ? 1 : 0));
        yield true;
      }
      default ->
          throw new WrongSyntax(
              "There is no setting %s; there are alertmode, alertlimit, trunc, queue, sw and hw."
                  .formatted(words.get(0)));
    };
  }

  private boolean alertMode(String value) {
    int mode =
        switch (value) {
          case "summary" -> AlertMode.SUMMARY.ordinal();
          case "packet" -> AlertMode.PACKET.ordinal();
          default ->
              throw new WrongSyntax(
                  "The alert mode is summary or packet, not %s.".formatted(value));
        };
    out.println("Setting alert mode");
    return configured(new Request.MonitorConfigSet(mode, null, null), "Alert mode");
  }

  private boolean configured(Request request, String what) {
    if (device.call(request) instanceof Reply.Failed failed) {
      out.println("Failed config request, error: " + failed.errno().text());
      return false;
    }
    out.println(what + " successfully set");
    return true;
  }

  private static boolean truth(String value) {
    if (!value.equals("true") && !value.equals("false")) {
      throw new WrongSyntax("invalid boolean value");
    }
    return value.equals("true");
  }

  private static long u32(String value) {
    try {
      return Integer.toUnsignedLong(Integer.parseUnsignedInt(value));
    } catch (NumberFormatException e) {
      throw new WrongSyntax("A number from 0 to 4294967295 is needed, not %s.".formatted(value));
    }
  }

  /** Prints an event if it is an alert and monitoring was started. */
  void take(Event event) {
    if (!receiving) {
      return;
    }
    int entries = alerts.print(event);
    boolean reached = limit > 0 && alerted < limit && alerted + entries >= limit;
    alerted += entries;
    if (reached) {
      out.println("Alert limit reached, deactivating!");
      stop();
    }
  }
}
