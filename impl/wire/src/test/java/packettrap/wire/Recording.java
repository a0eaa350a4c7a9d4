package packettrap.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import packettrap.spec.message.Event;
import packettrap.wire.devlink.DevlinkObject;
import packettrap.wire.devlink.DevlinkPort;
import packettrap.wire.devlink.DevlinkRequests;
import packettrap.wire.monitor.Alerts;
import packettrap.wire.monitor.MonitorReplies;
import packettrap.wire.monitor.MonitorRequests;

/**
 * What a kernel was asked and said, recorded by RecordSession of impl/linux.
 *
 * @param datagrams in their order
 */
record Recording(List<Datagram> datagrams) {
  /**
   * One of them.
   *
   * @param channel genl (requests to devlink and drop monitor), rtnl, note (notifications), alert
   * @param request whether the kernel was asked; else it said so
   */
  record Datagram(String channel, boolean request, byte[] bytes) {
    /** Its messages. */
    List<Message> messages() {
      return Message.split(Bytes.of(bytes));
    }

    /** Reads all of it, in the way that its channel and its command ask for. */
    void readAll() {
      for (Message message : messages()) {
        if (Ack.is(message)) {
          Ack.decode(message);
        } else if (channel.equals("rtnl")) {
          Link.decode(message);
        } else if (message.header().type() == Family.CONTROLLER) {
          Family.decode(GenericMessage.of(message));
        } else {
          read(GenericMessage.of(message));
        }
      }
    }

    private void read(GenericMessage message) {
      if (!request) {
        DevlinkObject.decode(message);
        DevlinkPort.decode(message);
        DevlinkPort.device(message);
        Alerts.decode(message);
        if (message.command() == 7 || message.command() == 9) {
          MonitorReplies.decode(message);
        }
      } else if (message.command() < 10) {
        MonitorRequests.decode(message);
      } else {
        DevlinkRequests.decode(message);
      }
    }
  }

  /** The recording of a kernel's version. */
  static Recording of(String version) {
    try (InputStream in = Recording.class.getResourceAsStream("linux-" + version + ".hex")) {
      List<Datagram> datagrams = new ArrayList<>();
      new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" "))
          .forEach(
              word ->
                  datagrams.add(
                      new Datagram(
                          word[0], word[1].equals(">"), HexFormat.of().parseHex(word[2]))));
      return new Recording(datagrams);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the kernel said on a channel. */
  List<Message> said(String channel) {
    return datagrams.stream()
        .filter(one -> one.channel().equals(channel) && !one.request())
        .flatMap(one -> one.messages().stream())
        .toList();
  }

  /** Drop monitor's alerts. */
  List<Event> alerts() {
    return said("alert").stream()
        .map(GenericMessage::of)
        .map(Alerts::decode)
        .flatMap(Optional::stream)
        .toList();
  }
}
