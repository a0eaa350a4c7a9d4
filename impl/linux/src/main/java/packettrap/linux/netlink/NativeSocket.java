package packettrap.linux.netlink;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

/**
 * A netlink socket's system calls through JNA.
 *
 * <p>Numbers are those of {@code asm-generic/socket.h}, which all architectures share that a JVM of
 * today runs on.
 */
final class NativeSocket implements SocketCalls {
  private static final int AF_NETLINK = 16;
  private static final int SOCK_RAW_CLOEXEC = 3 | 0x80000;
  private static final int SOL_SOCKET = 1;
  private static final int SO_RCVBUF = 8;
  private static final int SO_RCVBUFFORCE = 33;
  private static final int SOL_NETLINK = 270;
  private static final int ADD_MEMBERSHIP = 1;
  private static final int CAP_ACK = 10;
  private static final int EXT_ACK = 11;
  private static final int MSG_TRUNC = 0x20;
  private static final int MSG_DONTWAIT = 0x40;
  private static final int RECEIVE = MSG_TRUNC | MSG_DONTWAIT;
  private static final short POLLIN = 1;
  private static final int EAGAIN = 11;

  /** Enough for 100,000 alerts of a short frame. */
  private static final int BUFFER = 64 << 20;

  private static final int ADDRESS = 12;
  private static final int ROOM = 64 << 10;

  /** What is called of the C library. */
  private static final class LibC {
    static {
      Native.register(LibC.class, "c");
    }

    static native int socket(int domain, int type, int protocol);

    static native int bind(int fd, Pointer address, int length);

    static native int setsockopt(int fd, int level, int name, Pointer value, int length);

    static native int poll(Pointer fds, long count, int timeout);

    static native long sendto(
        int fd, Pointer bytes, long length, int flags, Pointer address, int addressLength);

    static native int recvmmsg(int fd, Pointer messages, int count, int flags, Pointer timeout);

    static native int close(int fd);
  }

  private final int fd;
  private final Memory kernel = address();
  private final Memory pollfd = new Memory(8);
  private Memory buffer = new Memory(ROOM);
  private NativeBatch batch = new NativeBatch(ROOM);

  /** Whether the last batch was all there was, and nothing was asked for since. */
  private boolean emptied;

  private boolean closed;

  private NativeSocket(int fd) {
    this.fd = fd;
  }

  static NativeSocket open(int protocol) {
    int fd = LibC.socket(AF_NETLINK, SOCK_RAW_CLOEXEC, protocol);
    if (fd < 0) {
      int error = Native.getLastError();
      throw new NetlinkFailure(error, "There is no netlink socket to be had: errno " + error + ".");
    }
    NativeSocket socket = new NativeSocket(fd);
    if (LibC.bind(fd, socket.kernel, ADDRESS) < 0) {
      int error = Native.getLastError();
      socket.close();
      throw new NetlinkFailure(error, "The netlink socket has no address: errno " + error + ".");
    }
    // Kernels before 4.12 do not know them and send bare errors, which is good enough.
    socket.option(SOL_NETLINK, EXT_ACK, 1);
    socket.option(SOL_NETLINK, CAP_ACK, 1);
    if (socket.option(SOL_SOCKET, SO_RCVBUFFORCE, BUFFER) < 0) {
      socket.option(SOL_SOCKET, SO_RCVBUF, BUFFER); // as much as the machine allows everybody
    }
    return socket;
  }

  private static Memory address() {
    Memory address = new Memory(ADDRESS);
    address.clear();
    address.setShort(0, (short) AF_NETLINK);
    return address;
  }

  private int option(int level, int name, int value) {
    Memory memory = new Memory(4);
    memory.setInt(0, value);
    return LibC.setsockopt(fd, level, name, memory, 4) < 0 ? -Native.getLastError() : 0;
  }

  @Override
  public int send(byte[] datagram) {
    if (buffer.size() < datagram.length) {
      buffer = new Memory(2L * datagram.length);
    }
    emptied = false;
    buffer.write(0, datagram, 0, datagram.length);
    return result(LibC.sendto(fd, buffer, datagram.length, 0, kernel, ADDRESS));
  }

  @Override
  public int poll(int millis) {
    pollfd.setInt(0, fd);
    pollfd.setShort(4, POLLIN);
    pollfd.setShort(6, (short) 0);
    return result(LibC.poll(pollfd, 1, millis));
  }

  @Override
  public Received receive(int capacity) {
    if (batch.isUsedUp()) {
      int received = emptied ? -EAGAIN : receiveBatch(capacity);
      emptied = false;
      if (received < 0) {
        return new Received(received, 0, new byte[0]);
      }
      batch.filled(received);
    }
    Received received = batch.next();
    emptied = batch.isUsedUp() && batch.wasShort();
    return received;
  }

  private int receiveBatch(int capacity) {
    if (batch.capacity() < capacity) {
      batch = new NativeBatch(capacity);
    }
    return result(LibC.recvmmsg(fd, batch.headers(), NativeBatch.SIZE, RECEIVE, Pointer.NULL));
  }

  @Override
  public int join(long group) {
    return option(SOL_NETLINK, ADD_MEMBERSHIP, (int) group);
  }

  private static int result(long returned) {
    return returned < 0 ? -Native.getLastError() : (int) returned;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      LibC.close(fd);
    }
  }
}
