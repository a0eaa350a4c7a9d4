package packettrap.runner.shell;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Event;
import packettrap.spec.packet.Frame;

/**
 * Prints drop monitor's alerts as dropwatch does.
 *
 * <p>Source: {@code handle_dm_packet_alert_msg} and {@code handle_dm_alert_msg} of dropwatch.
 */
final class Alerts {
  private static final long SECOND = 1_000_000_000;

  /** As {@code asctime}, but for the day, which it pads with blanks. */
  private static final DateTimeFormatter DAY_NAME =
      DateTimeFormatter.ofPattern("EEE MMM", Locale.ROOT);

  private final PrintStream out;
  private final ZoneId zone;

  Alerts(PrintStream out, ZoneId zone) {
    this.out = out;
    this.zone = zone;
  }

  /** Prints an event if it is an alert, and counts its entries. */
  int print(Event event) {
    if (event instanceof Event.HardwareDrop drop) {
      out.printf("drop at: %s (%s)%n", drop.trap(), drop.group());
      packet(
          "hardware",
          drop.inputPort(),
          drop.cookie(),
          drop.timestamp(),
          drop.protocol(),
          drop.payload(),
          drop.originalLength());
      return 1;
    } else if (event instanceof Event.SoftwareDrop drop) {
      out.printf("drop at: %s (0x%x)%n", drop.symbol(), drop.pc());
      packet(
          "software",
          drop.inputPort(),
          null,
          drop.timestamp(),
          drop.protocol(),
          drop.payload(),
          drop.originalLength());
      return 1;
    } else if (event instanceof Event.HardwareSummary summary) {
      summary
          .counts()
          .forEach(each -> out.printf("%d drops at %s [hardware]%n", each.count(), each.trap()));
      return summary.counts().size();
    } else if (event instanceof Event.SoftwareSummary summary) {
      summary
          .counts()
          .forEach(
              each ->
                  out.printf("%d drops at location 0x%x [software]%n", each.count(), each.pc()));
      return summary.counts().size();
    }
    return 0;
  }

  private void packet(
      String origin,
      Event.InputPort port,
      Cookie cookie,
      long timestamp,
      Integer protocol,
      Frame payload,
      long length) {
    out.println("origin: " + origin);
    if (port != null) {
      out.println("input port ifindex: " + port.ifindex());
      if (port.name() != null) {
        out.println("input port name: " + port.name());
      }
    }
    if (cookie != null) {
      out.println("cookie: " + cookie.hex());
    }
    out.printf("timestamp: %s %09d nsec%n", calendar(timestamp), timestamp % SECOND);
    if (protocol != null) {
      out.printf("protocol: 0x%x%n", protocol);
    }
    if (payload != null) {
      out.println("length: " + payload.length());
    }
    out.println("original length: " + length);
    out.println();
  }

  private String calendar(long timestamp) {
    ZonedDateTime time = Instant.ofEpochSecond(timestamp / SECOND).atZone(zone);
    return "%s %2d %02d:%02d:%02d %d"
        .formatted(
            DAY_NAME.format(time),
            time.getDayOfMonth(),
            time.getHour(),
            time.getMinute(),
            time.getSecond(),
            time.getYear());
  }
}
