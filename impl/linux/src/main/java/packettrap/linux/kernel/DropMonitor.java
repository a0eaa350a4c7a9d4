package packettrap.linux.kernel;

import java.nio.ByteOrder;
import packettrap.linux.netlink.Answer;
import packettrap.linux.netlink.Conversation;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.wire.Family;
import packettrap.wire.GenericMessage;
import packettrap.wire.monitor.MonitorReplies;
import packettrap.wire.monitor.MonitorRequests;

/** The kernel's drop monitor, one for all devices. */
public final class DropMonitor {
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  private final Conversation kernel;
  private final Family family;

  /** Drop monitor with the number that it has in this kernel. */
  public DropMonitor(Conversation kernel, Family family) {
    this.kernel = kernel;
    this.family = family;
  }

  /** The same, asked in another conversation. */
  public DropMonitor in(Conversation other) {
    return new DropMonitor(other, family);
  }

  /** What the kernel answers to a request. */
  public Reply ask(Request.Monitor request) {
    Answer answer =
        kernel.ask(family.id(), header -> MonitorRequests.encode(ORDER, header, request));
    if (answer.failed() || answer.messages().isEmpty()) {
      return Replies.done(answer);
    }
    return MonitorReplies.decode(GenericMessage.of(answer.messages().get(0)));
  }
}
