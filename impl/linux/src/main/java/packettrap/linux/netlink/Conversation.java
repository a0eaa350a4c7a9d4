package packettrap.linux.netlink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import packettrap.wire.Ack;
import packettrap.wire.Bytes;
import packettrap.wire.Message;
import packettrap.wire.Netlink;

/** Asks the kernel one thing after the other, and waits for the end of each answer. */
public final class Conversation implements AutoCloseable {
  /** The kernel answers at once; longer than this it takes only if something is broken, ms. */
  private static final int PATIENCE = 5_000;

  /** A dump of what changes all the time is begun as often as this. */
  private static final int DUMPS = 5;

  private static final long U32 = 0xffff_ffffL;

  private final Channel channel;
  private long sequence;

  /** A conversation over a channel that nobody else uses. */
  public Conversation(Channel channel) {
    this.channel = channel;
  }

  /**
   * Asks for one thing, or to do something.
   *
   * @param type number of the family or of the command
   * @param request writes the message, given its header
   * @throws NetlinkFailure if there is no answer
   * @throws packettrap.wire.MalformedMessage if it cannot be understood
   */
  public Answer ask(int type, Function<Message.Header, byte[]> request) {
    return once(type, Netlink.REQUEST | Netlink.ACK, request);
  }

  /**
   * Asks for one thing that is told in one message, which is also the end of the answer.
   *
   * @param type number of the family or of the command
   * @param request writes the message, given its header
   * @throws NetlinkFailure if there is no answer
   * @throws packettrap.wire.MalformedMessage if it cannot be understood
   */
  public Answer get(int type, Function<Message.Header, byte[]> request) {
    return once(type, Netlink.REQUEST, request);
  }

  private Answer once(int type, int flags, Function<Message.Header, byte[]> request) {
    try {
      return exchange(type, flags, request).answer();
    } catch (Channel.DatagramsLost e) {
      throw new NetlinkFailure(0, "The kernel's answer was lost. " + e.getMessage());
    }
  }

  /**
   * Asks for all of a kind; again, if it changed meanwhile or something was lost.
   *
   * @param type number of the family or of the command
   * @param request writes the message, given its header
   * @throws NetlinkFailure if there is no answer, or no consistent one
   * @throws packettrap.wire.MalformedMessage if it cannot be understood
   */
  public Answer dump(int type, Function<Message.Header, byte[]> request) {
    for (int i = 0; i < DUMPS; i++) {
      try {
        Exchange exchange = exchange(type, Netlink.REQUEST | Netlink.DUMP, request);
        if (!exchange.interrupted()) {
          return exchange.answer();
        }
      } catch (Channel.DatagramsLost e) {
        // what was not lost is of no use; the next one has another number
      }
    }
    throw new NetlinkFailure(
        0, "The kernel's state changed during each of " + DUMPS + " attempts to read it.");
  }

  /** An answer, and whether it is a mixture of old and new. */
  private record Exchange(Answer answer, boolean interrupted) {}

  private Exchange exchange(int type, int flags, Function<Message.Header, byte[]> request) {
    sequence = sequence + 1 & U32;
    channel.send(request.apply(new Message.Header(type, flags, sequence, 0)));
    List<Message> messages = new ArrayList<>();
    boolean interrupted = false;
    while (true) {
      Optional<Bytes> datagram = channel.receive(PATIENCE);
      if (datagram.isEmpty()) {
        throw new NetlinkFailure(0, "The kernel did not answer within " + PATIENCE / 1000 + " s.");
      }
      for (Message message : Message.split(datagram.get())) {
        if (message.header().sequence() != sequence) {
          continue; // the end of an answer that nobody waits for any more
        }
        interrupted |= message.header().has(Netlink.DUMP_INTERRUPTED);
        if (Ack.is(message)) {
          return new Exchange(new Answer(messages, Ack.decode(message)), interrupted);
        } else if (message.header().type() > Netlink.OVERRUN) {
          messages.add(message);
          if (flags == Netlink.REQUEST) {
            return new Exchange(new Answer(messages, Ack.SUCCESS), interrupted);
          }
        }
      }
    }
  }

  @Override
  public void close() {
    channel.close();
  }
}
