package packettrap.linux.netlink;

import java.nio.ByteOrder;
import java.util.Optional;
import packettrap.wire.Bytes;

/**
 * A netlink socket: goes on after interruptions, receives datagrams of any length, and takes them
 * from the kernel only.
 */
public final class NetlinkSocket implements Channel {
  private static final int EINTR = 4;
  private static final int EAGAIN = 11;
  private static final int ENOBUFS = 105;

  /** More than the kernel puts into one datagram: 32 KiB of a dump, 64 KiB of an alert. */
  private static final int CAPACITY = 128 << 10;

  private static final long UNKNOWN = Long.MIN_VALUE;

  private final SocketCalls calls;
  private final Clock clock;
  private int capacity = CAPACITY;

  /** Time for waiting, in ms, of which only differences count. */
  @FunctionalInterface
  public interface Clock {
    /** The time now. */
    long millis();
  }

  /** A socket over these calls. */
  public NetlinkSocket(SocketCalls calls, Clock clock) {
    this.calls = calls;
    this.clock = clock;
  }

  /**
   * A socket of the machine's kernel.
   *
   * @param protocol {@link packettrap.wire.Netlink#GENERIC} or {@link
   *     packettrap.wire.Netlink#ROUTE}
   * @throws NetlinkFailure if there is none to be had
   */
  public static NetlinkSocket open(int protocol) {
    return new NetlinkSocket(NativeSocket.open(protocol), () -> System.nanoTime() / 1_000_000);
  }

  @Override
  public void send(byte[] datagram) {
    int sent;
    do {
      sent = calls.send(datagram);
    } while (sent == -EINTR);
    if (sent < 0) {
      throw new NetlinkFailure(-sent, "The kernel took no request: errno " + -sent + ".");
    }
  }

  @Override
  public Optional<Bytes> receive(int millis) {
    long end = UNKNOWN; // looking at the clock costs as much as a call of the kernel, or is one
    while (true) {
      SocketCalls.Received received = calls.receive(capacity);
      int length = received.length();
      if (length > capacity) {
        capacity = length; // so that it fits the next time
        throw new DatagramsLost();
      } else if (length == -ENOBUFS) {
        throw new DatagramsLost();
      } else if (length >= 0 && received.sender() == 0) {
        return Optional.of(Bytes.of(ByteOrder.nativeOrder(), received.bytes()));
      } else if (length < 0 && length != -EINTR && length != -EAGAIN) {
        throw new NetlinkFailure(-length, "Nothing can be received: errno " + -length + ".");
      } else if (length == -EAGAIN && millis == 0) {
        return Optional.empty();
      } else if (length == -EAGAIN) {
        long now = clock.millis();
        end = end == UNKNOWN ? now + millis : end;
        if (end <= now) {
          return Optional.empty();
        }
        calls.poll((int) (end - now));
      }
    }
  }

  @Override
  public void join(long group) {
    int joined = calls.join(group);
    if (joined < 0) {
      throw new NetlinkFailure(
          -joined, "The multicast group " + group + " cannot be joined: errno " + -joined + ".");
    }
  }

  @Override
  public void close() {
    calls.close();
  }
}
