package packettrap.linux.netlink;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

/**
 * Room for several datagrams that one system call receives, and those that it received.
 *
 * <p>In a kernel that runs as an ordinary process a system call costs as much as a thousand lines
 * of Java. Source: recvmmsg(2); the layout is that of {@code struct mmsghdr} in the C library.
 */
final class NativeBatch {
  /** As many datagrams at once. */
  static final int SIZE = 16;

  private static final int P = Native.POINTER_SIZE;
  private static final int HEADER = 8 * P;
  private static final int NAME_LENGTH = P;
  private static final int LENGTH = 7 * P;
  private static final int ADDRESS = 12;
  private static final int PORT_ID = 4;

  private final int capacity;
  private final Memory headers = cleared(SIZE * HEADER);
  private final Memory vectors = cleared(SIZE * 2 * P);
  private final Memory senders = cleared(SIZE * ADDRESS);

  /** Not cleared, so that pages come to be only where datagrams lie. */
  private final Memory bytes;

  private int count;
  private int next;

  /** Room for datagrams of so many bytes. */
  NativeBatch(int capacity) {
    this.capacity = capacity;
    bytes = new Memory((long) SIZE * capacity);
    for (int i = 0; i < SIZE; i++) {
      vectors.setPointer(2L * P * i, bytes.share((long) i * capacity));
      vectors.setPointer(2L * P * i + P, Pointer.createConstant((long) capacity));
      headers.setPointer((long) HEADER * i, senders.share((long) ADDRESS * i));
      headers.setInt((long) HEADER * i + NAME_LENGTH, ADDRESS);
      headers.setPointer((long) HEADER * i + 2 * P, vectors.share(2L * P * i));
      headers.setPointer((long) HEADER * i + 3 * P, Pointer.createConstant(1L));
    }
  }

  private static Memory cleared(int size) {
    Memory memory = new Memory(size);
    memory.clear();
    return memory;
  }

  int capacity() {
    return capacity;
  }

  /** What the system call gets. */
  Pointer headers() {
    return headers;
  }

  /** The system call received so many. */
  void filled(int received) {
    count = received;
    next = 0;
  }

  boolean isUsedUp() {
    return next == count;
  }

  /** The next of those received. */
  SocketCalls.Received next() {
    int i = next++;
    // The kernel has written the address's length here, and reads it the next time.
    headers.setInt((long) HEADER * i + NAME_LENGTH, ADDRESS);
    int length = headers.getInt((long) HEADER * i + LENGTH);
    return new SocketCalls.Received(
        length,
        senders.getInt((long) ADDRESS * i + PORT_ID),
        bytes.getByteArray((long) i * capacity, Math.min(length, capacity)));
  }

  /** Whether the system call would have received more, had there been more. */
  boolean wasShort() {
    return count < SIZE;
  }
}
