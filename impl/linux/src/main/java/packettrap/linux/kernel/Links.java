package packettrap.linux.kernel;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import packettrap.linux.netlink.Answer;
import packettrap.linux.netlink.Conversation;
import packettrap.spec.message.Reply;
import packettrap.wire.Link;

/** The kernel's network devices. */
public final class Links {
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  private final Conversation kernel;

  /** Over a conversation with rtnetlink. */
  public Links(Conversation kernel) {
    this.kernel = kernel;
  }

  /** All of them. */
  public List<Link> all() {
    Answer answer = kernel.dump(Link.GET_LINK, header -> Link.dump(ORDER, header));
    return answer.messages().stream()
        .filter(message -> message.header().type() == Link.NEW_LINK)
        .map(Link::decode)
        .toList();
  }

  /** Whether one is up; empty if there is none with this index. */
  public Optional<Boolean> isUp(int index) {
    return all().stream().filter(link -> link.index() == index).map(Link::up).findFirst();
  }

  /** Sets one up or down. */
  public Reply set(int index, boolean up) {
    return Replies.done(kernel.ask(Link.NEW_LINK, header -> Link.set(ORDER, header, index, up)));
  }
}
