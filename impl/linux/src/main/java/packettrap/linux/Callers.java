package packettrap.linux;

import java.util.Optional;
import packettrap.linux.kernel.Devlink;
import packettrap.linux.kernel.DropMonitor;
import packettrap.linux.netlink.Conversation;
import packettrap.linux.netlink.NetlinkFailure;
import packettrap.wire.Netlink;

/** Who asks the kernel: the bridge itself, or a caller without privilege. */
final class Callers {
  /**
   * One of them.
   *
   * @param devlink its conversation about the device
   * @param monitor its conversation about drop monitor; null: the kernel has none
   */
  record Caller(Devlink devlink, DropMonitor monitor) {}

  private final Machine machine;
  private final Kernel kernel;

  /** Without privilege; null while nobody needs one. */
  private Caller ordinary;

  private Conversation conversation;

  Callers(Machine machine, Kernel kernel) {
    this.machine = machine;
    this.kernel = kernel;
  }

  /** The bridge itself. */
  Caller bridge() {
    return new Caller(kernel.devlink(), kernel.monitor());
  }

  /** Somebody without privilege, who stays until sent away; empty if there cannot be one. */
  Optional<Caller> ordinary() {
    if (ordinary == null) {
      try {
        conversation = new Conversation(machine.openUnprivileged(Netlink.GENERIC));
      } catch (NetlinkFailure e) {
        return Optional.empty();
      }
      ordinary =
          new Caller(
              kernel.devlink().in(conversation),
              kernel.monitor() == null ? null : kernel.monitor().in(conversation));
    }
    return Optional.of(ordinary);
  }

  /** Whoever has no privilege is not needed any more, for the time being. */
  void sendAway() {
    if (ordinary != null) {
      ordinary = null;
      conversation.close();
    }
  }
}
