package packettrap.linux.netlink;

import java.util.List;
import packettrap.wire.Ack;
import packettrap.wire.Message;

/**
 * All that the kernel answered to a request.
 *
 * @param messages what it said
 * @param end how it ended
 */
public record Answer(List<Message> messages, Ack end) {
  public Answer {
    messages = List.copyOf(messages);
  }

  /** Whether the request was refused. */
  public boolean failed() {
    return end.error() != 0;
  }
}
