package packettrap.linux.netlink;

/**
 * The system calls on one open socket; what fails is the negative number of its error.
 *
 * <p>An interface, so that tests can play the kernel's part.
 */
public interface SocketCalls {
  /** Sends a datagram to the kernel: its length, or an error. */
  int send(byte[] datagram);

  /** Waits until there is something to receive, in ms: 1, 0 if there is nothing, or an error. */
  int poll(int millis);

  /**
   * The datagram that is next; EAGAIN if there is none.
   *
   * @param capacity as many of its bytes are received; the others are gone
   */
  Received receive(int capacity);

  /** Joins a multicast group: 0, or an error. */
  int join(long group);

  /** Closes the socket. */
  void close();

  /**
   * What was received.
   *
   * @param length the datagram's whole length, or an error
   * @param sender port id of who sent it; 0: the kernel
   * @param bytes as much as there was room for
   */
  record Received(int length, int sender, byte[] bytes) {}
}
