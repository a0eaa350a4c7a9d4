package packettrap.linux.netlink;

import java.util.Optional;
import packettrap.wire.Bytes;

/** Datagrams to and from the kernel. */
public interface Channel extends AutoCloseable {
  /**
   * Sends a datagram.
   *
   * @throws NetlinkFailure if the kernel does not take it
   */
  void send(byte[] datagram);

  /**
   * The next datagram, whatever its length.
   *
   * @param millis as long is waited for it; 0: not at all
   * @throws DatagramsLost if the kernel had to drop some before it
   * @throws NetlinkFailure if the socket is unusable
   */
  Optional<Bytes> receive(int millis);

  /**
   * From now on the messages to a multicast group are received too.
   *
   * @throws NetlinkFailure if that is not allowed
   */
  void join(long group);

  @Override
  void close();

  /** The socket's buffer was full and the kernel dropped datagrams; how many nobody knows. */
  final class DatagramsLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The one sentence there is. */
    public DatagramsLost() {
      super("The kernel had more to tell than the socket's buffer holds, and dropped the rest.");
    }
  }
}
