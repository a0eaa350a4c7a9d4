package packettrap.wire.monitor;

import java.nio.ByteOrder;
import packettrap.spec.message.AlertMode;
import packettrap.spec.message.Reply;
import packettrap.wire.Attributes;
import packettrap.wire.Attributes.Attribute;
import packettrap.wire.GenericMessage;
import packettrap.wire.MalformedMessage;
import packettrap.wire.Message;

/**
 * Drop monitor's configuration and statistics as messages. Source: {@code net_dm_config_fill},
 * {@code net_dm_stats_fill}.
 */
public final class MonitorReplies {
  private MonitorReplies() {}

  /**
   * The reply that a message is: {@link Reply.MonitorConfig} or {@link Reply.MonitorStats}.
   *
   * @throws MalformedMessage if it is neither
   */
  public static Reply decode(GenericMessage message) {
    Attributes given = message.attributes();
    return switch (message.command()) {
      case Numbers.CONFIG_NEW ->
          new Reply.MonitorConfig(
              mode(given.require(Numbers.ALERT_MODE, "alert mode")),
              given.require(Numbers.TRUNCATION, "truncation length").u32(),
              given.require(Numbers.QUEUE_LENGTH, "queue length").u32());
      case Numbers.STATS_NEW ->
          new Reply.MonitorStats(
              dropped(given.require(Numbers.STATS, "statistics")),
              dropped(given.require(Numbers.HARDWARE_STATS, "hardware statistics")));
      default ->
          throw new MalformedMessage(
              message.payload().offset() - 4,
              "command 7 (configuration) or 9 (statistics) was expected, and this is "
                  + message.command());
    };
  }

  private static AlertMode mode(Attribute number) {
    AlertMode mode = AlertMode.ofNumber(number.u8());
    if (mode == null) {
      throw new MalformedMessage(
          number.value().offset(),
          "alert mode " + number.u8() + " is unknown; 0 and 1 are possible");
    }
    return mode;
  }

  private static long dropped(Attribute stats) {
    return stats.nest().require(Numbers.DROPPED, "dropped packets").u64();
  }

  /** The message that shows a configuration. */
  public static byte[] encode(ByteOrder order, Message.Header header, Reply.MonitorConfig config) {
    return GenericMessage.encode(
        order,
        header,
        Numbers.CONFIG_NEW,
        Numbers.VERSION,
        writer ->
            writer
                .u8(Numbers.ALERT_MODE, config.alertMode().ordinal())
                .u32(Numbers.TRUNCATION, config.truncation())
                .u32(Numbers.QUEUE_LENGTH, config.queueLength()));
  }

  /** The message that shows statistics. */
  public static byte[] encode(ByteOrder order, Message.Header header, Reply.MonitorStats stats) {
    return GenericMessage.encode(
        order,
        header,
        Numbers.STATS_NEW,
        Numbers.VERSION,
        writer ->
            writer
                .nest(Numbers.STATS, nest -> nest.u64(Numbers.DROPPED, stats.software()))
                .nest(Numbers.HARDWARE_STATS, nest -> nest.u64(Numbers.DROPPED, stats.hardware())));
  }
}
