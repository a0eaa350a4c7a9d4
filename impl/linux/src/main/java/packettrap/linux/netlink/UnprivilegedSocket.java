package packettrap.linux.netlink;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import packettrap.wire.Bytes;

/**
 * A channel of a caller without any capability: whoever uses it, a thread of its own opens it and
 * talks to the kernel.
 *
 * <p>The kernel asks both who opened a socket and who sends. Source: {@code netlink_ns_capable}.
 */
public final class UnprivilegedSocket implements Channel {
  private final ExecutorService caller;
  private final Channel channel;

  private UnprivilegedSocket(ExecutorService caller, Channel channel) {
    this.caller = caller;
    this.channel = channel;
  }

  /**
   * A socket of the machine's kernel.
   *
   * @param protocol {@link packettrap.wire.Netlink#GENERIC} or {@link
   *     packettrap.wire.Netlink#ROUTE}
   * @throws NetlinkFailure if there is none to be had, or the thread's capabilities cannot be given
   *     up
   */
  public static UnprivilegedSocket open(int protocol) {
    return open(NativeThread::dropCapabilities, () -> NetlinkSocket.open(protocol));
  }

  /**
   * A socket that is opened after the privilege was given up, both on the thread that uses it.
   *
   * @throws NetlinkFailure if one of the two is not possible
   */
  static UnprivilegedSocket open(Runnable giveUp, Callable<Channel> socket) {
    ExecutorService caller =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread thread = new Thread(work, "unprivileged caller");
              thread.setDaemon(true);
              return thread;
            });
    try {
      return new UnprivilegedSocket(
          caller,
          on(
              caller,
              () -> {
                giveUp.run();
                return socket.call();
              }));
    } catch (RuntimeException e) {
      caller.shutdown();
      throw e;
    }
  }

  private static <T> T on(ExecutorService caller, Callable<T> work) {
    try {
      return caller.submit(work).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NetlinkFailure(0, "The wait for the kernel's answer was interrupted.");
    }
  }

  @Override
  public void send(byte[] datagram) {
    on(
        caller,
        () -> {
          channel.send(datagram);
          return null;
        });
  }

  @Override
  public Optional<Bytes> receive(int millis) {
    return on(caller, () -> channel.receive(millis));
  }

  @Override
  public void join(long group) {
    on(
        caller,
        () -> {
          channel.join(group);
          return null;
        });
  }

  /** Ends the thread too. */
  @Override
  public void close() {
    if (!caller.isShutdown()) {
      caller.submit(channel::close);
      caller.shutdown();
    }
  }
}
