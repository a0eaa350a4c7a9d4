package packettrap.linux;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import packettrap.linux.netlink.Channel;
import packettrap.linux.netlink.NetlinkSocket;
import packettrap.linux.netlink.UnprivilegedSocket;

/** What the bridge needs of the machine it runs on; tests bring their own. */
interface Machine {
  /** Name of the operating system. */
  String system();

  /**
   * A new socket.
   *
   * @param protocol of netlink
   */
  Channel open(int protocol);

  /**
   * A new socket of a caller without any capability.
   *
   * @param protocol of netlink
   * @throws packettrap.linux.netlink.NetlinkFailure if there cannot be such a caller
   */
  Channel openUnprivileged(int protocol);

  /** Where the file systems sys and debugfs are found below. */
  Path root();

  /** Lets time pass. */
  void await(long nanos);

  /** Something to be done when the JVM is told to end. */
  void atEnd(Runnable last);

  /** Says something to the user. */
  void say(String line);

  /**
   * From now on something is put back if this process is killed.
   *
   * @param will the text of a {@link LastWill}
   * @return to be called when all is over
   */
  Runnable guard(String will);

  /** The machine that this JVM runs on. */
  final class Real implements Machine {
    @Override
    public String system() {
      return System.getProperty("os.name");
    }

    @Override
    public Channel open(int protocol) {
      return NetlinkSocket.open(protocol);
    }

    @Override
    public Channel openUnprivileged(int protocol) {
      return UnprivilegedSocket.open(protocol);
    }

    @Override
    public Path root() {
      return Path.of("/");
    }

    @Override
    public void await(long nanos) {
      long end = System.nanoTime() + nanos;
      for (long left = nanos; left > 0; left = end - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }

    @Override
    public void atEnd(Runnable last) {
      Runtime.getRuntime().addShutdownHook(new Thread(last, "put back"));
    }

    /** Past the runner, which keeps what drivers print for a report that a signal cuts off. */
    @Override
    public void say(String line) {
      PrintStream user = new PrintStream(new FileOutputStream(FileDescriptor.err), true);
      user.println(line);
    }

    @Override
    public Runnable guard(String will) {
      try {
        return Guard.start(will);
      } catch (IOException e) {
        say("If this process is killed (kill -9), nothing is put back: " + e.getMessage() + ".");
        return () -> {};
      }
    }
  }
}
