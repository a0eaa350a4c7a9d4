package packettrap.linux.netlink;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

/**
 * What the calling thread may do, through JNA.
 *
 * <p>Capabilities belong to a thread, and the C library's {@code capset} is the bare system call,
 * so the JVM's other threads keep theirs. Source: capabilities(7), capset(2).
 */
final class NativeThread {
  private static final int VERSION_3 = 0x20080522;

  /** What is called of the C library. */
  private static final class LibC {
    static {
      Native.register(LibC.class, "c");
    }

    static native int capset(Pointer header, Pointer sets);
  }

  private NativeThread() {}

  /**
   * Gives up all capabilities of the calling thread, for ever.
   *
   * @throws NetlinkFailure if the kernel or the C library does not let it
   */
  static void dropCapabilities() {
    Memory header = new Memory(8); // version, process; 0 is the calling thread
    header.clear();
    header.setInt(0, VERSION_3);
    Memory sets = new Memory(24); // effective, permitted, inheritable; twice 32 of each
    sets.clear();
    try {
      if (LibC.capset(header, sets) < 0) {
        int error = Native.getLastError();
        throw new NetlinkFailure(
            error, "A thread cannot give up its capabilities: errno " + error + ".");
      }
    } catch (LinkageError e) {
      throw new NetlinkFailure(0, "The C library has no capset.");
    }
  }
}
