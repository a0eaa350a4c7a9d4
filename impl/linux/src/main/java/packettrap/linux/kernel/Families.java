package packettrap.linux.kernel;

import java.nio.ByteOrder;
import java.util.Optional;
import packettrap.linux.netlink.Answer;
import packettrap.linux.netlink.Conversation;
import packettrap.linux.netlink.NetlinkFailure;
import packettrap.spec.message.Errno;
import packettrap.wire.Family;
import packettrap.wire.GenericMessage;

/** Asks generic netlink's controller which families a kernel has. */
public final class Families {
  private Families() {}

  /**
   * The family of a name; empty if the kernel does not have it.
   *
   * @throws NetlinkFailure if the controller refuses to say
   */
  public static Optional<Family> find(Conversation kernel, String name) {
    Answer answer =
        kernel.ask(
            Family.CONTROLLER, header -> Family.request(ByteOrder.nativeOrder(), header, name));
    if (answer.end().error() == Errno.ENOENT.number()) {
      return Optional.empty();
    } else if (answer.failed() || answer.messages().isEmpty()) {
      throw new NetlinkFailure(
          answer.end().error(),
          "The kernel does not say what %s is: errno %d.".formatted(name, answer.end().error()));
    }
    return Optional.of(Family.decode(GenericMessage.of(answer.messages().get(0))));
  }
}
