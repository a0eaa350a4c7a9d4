package packettrap.wire.monitor;

import java.nio.ByteOrder;
import packettrap.spec.message.Request;
import packettrap.spec.message.Request.Monitor;
import packettrap.wire.Attributes;
import packettrap.wire.Attributes.Attribute;
import packettrap.wire.GenericMessage;
import packettrap.wire.MalformedMessage;
import packettrap.wire.Message;
import packettrap.wire.MessageWriter;

/** Requests to drop monitor as messages, and back. */
public final class MonitorRequests {
  private MonitorRequests() {}

  /** The message of a request. */
  public static byte[] encode(ByteOrder order, Message.Header header, Monitor request) {
    return GenericMessage.encode(
        order, header, command(request), Numbers.VERSION, writer -> attributes(writer, request));
  }

  private static int command(Monitor request) {
    if (request instanceof Request.MonitorConfigGet) {
      return Numbers.CONFIG_GET;
    } else if (request instanceof Request.MonitorConfigSet) {
      return Numbers.CONFIG;
    } else if (request instanceof Request.MonitorStatsGet) {
      return Numbers.STATS_GET;
    }
    return request instanceof Request.MonitorStart ? Numbers.START : Numbers.STOP;
  }

  private static void attributes(MessageWriter writer, Monitor request) {
    if (request instanceof Request.MonitorConfigSet set) {
      if (set.alertMode() != null) {
        writer.u8(Numbers.ALERT_MODE, set.alertMode());
      }
      if (set.truncation() != null) {
        writer.u32(Numbers.TRUNCATION, set.truncation());
      }
      if (set.queueLength() != null) {
        writer.u32(Numbers.QUEUE_LENGTH, set.queueLength());
      }
    } else if (request instanceof Request.MonitorStart start) {
      flags(writer, start.software(), start.hardware());
    } else if (request instanceof Request.MonitorStop stop) {
      flags(writer, stop.software(), stop.hardware());
    }
  }

  private static void flags(MessageWriter writer, boolean software, boolean hardware) {
    if (software) {
      writer.flag(Numbers.SOFTWARE_DROPS);
    }
    if (hardware) {
      writer.flag(Numbers.HARDWARE_DROPS);
    }
  }

  /**
   * The request that a message is, as a kernel reads it.
   *
   * @throws MalformedMessage if it is none
   */
  public static Monitor decode(GenericMessage message) {
    Attributes given = message.attributes();
    boolean software = given.has(Numbers.SOFTWARE_DROPS);
    boolean hardware = given.has(Numbers.HARDWARE_DROPS);
    return switch (message.command()) {
      case Numbers.CONFIG_GET -> new Request.MonitorConfigGet();
      case Numbers.CONFIG ->
          new Request.MonitorConfigSet(
              given.find(Numbers.ALERT_MODE).map(Attribute::u8).orElse(null),
              given.find(Numbers.TRUNCATION).map(Attribute::u32).orElse(null),
              given.find(Numbers.QUEUE_LENGTH).map(Attribute::u32).orElse(null));
      case Numbers.STATS_GET -> new Request.MonitorStatsGet();
      case Numbers.START -> new Request.MonitorStart(software, hardware);
      case Numbers.STOP -> new Request.MonitorStop(software, hardware);
      default ->
          throw new MalformedMessage(
              message.payload().offset() - 4,
              "command " + message.command() + " is no request to drop monitor");
    };
  }
}
