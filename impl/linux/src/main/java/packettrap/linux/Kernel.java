package packettrap.linux;

import java.util.Optional;
import java.util.stream.Collectors;
import packettrap.linux.kernel.Devlink;
import packettrap.linux.kernel.DropMonitor;
import packettrap.linux.kernel.Families;
import packettrap.linux.kernel.Links;
import packettrap.linux.kernel.Netdevsim;
import packettrap.linux.kernel.Notices;
import packettrap.linux.netlink.Conversation;
import packettrap.linux.netlink.NetlinkFailure;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.wire.Family;
import packettrap.wire.Netlink;
import packettrap.wire.devlink.Handle;

/**
 * The parts of a running kernel that concern one device.
 *
 * @param device whose they are
 * @param devlink its requests
 * @param monitor drop monitor; null: the kernel has none
 * @param links network devices
 * @param notices what the kernel tells by itself
 * @param netdevsim what is beside the device; null: it is another kind of device
 */
record Kernel(
    Handle device,
    Devlink devlink,
    DropMonitor monitor,
    Links links,
    Notices notices,
    Netdevsim netdevsim) {

  /**
   * Opens a device and changes nothing.
   *
   * @throws IllegalArgumentException with the sentence why it cannot be judged
   */
  static Kernel open(Machine machine, Options options) {
    if (!"Linux".equals(machine.system())) {
      throw new IllegalArgumentException(
          "The bridge needs a Linux kernel, and this machine runs %s.".formatted(machine.system()));
    }
    try {
      return connect(machine, options);
    } catch (NetlinkFailure e) {
      throw new IllegalArgumentException(sentence(e), e);
    } catch (LinkageError e) {
      throw new IllegalArgumentException(
          "The bridge's native library (JNA) cannot be loaded: %s. It is unpacked into a folder that"
                  .formatted(e.getMessage())
              + " must be writable; XDG_CACHE_HOME names another.",
          e);
    }
  }

  private static String sentence(NetlinkFailure e) {
    return isRefused(e.error())
        ? "The kernel does not allow netlink sockets here; run it as root, with CAP_NET_ADMIN."
        : e.getMessage();
  }

  private static boolean isRefused(int error) {
    return error == Errno.EPERM.number() || error == Errno.EACCES.number();
  }

  private static Kernel connect(Machine machine, Options options) {
    Conversation generic = new Conversation(machine.open(Netlink.GENERIC));
    Family family =
        Families.find(generic, Family.DEVLINK)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "This kernel has no devlink (CONFIG_NET_DEVLINK), so it has no packet"
                            + " traps."));
    Devlink devlink = new Devlink(generic, family);
    Handle device = device(devlink, options.device());
    Family monitoring = Families.find(generic, Family.DROP_MONITOR).orElse(null);
    if (options.writable()) {
      checkPrivilege(devlink, device);
    }
    DropMonitor monitor = monitoring == null ? null : new DropMonitor(generic, monitoring);
    if (monitor != null && options.writable()) {
      checkMonitor(monitor);
    }
    Optional<Netdevsim> netdevsim = Netdevsim.of(device, machine.root());
    if (netdevsim.isPresent() && options.writable()) {
      checkSwitches(netdevsim.get());
    }
    boolean alerts = monitor != null && options.writable();
    return new Kernel(
        device,
        devlink,
        monitor,
        new Links(new Conversation(machine.open(Netlink.ROUTE))),
        Notices.join(machine.open(Netlink.GENERIC), family, alerts ? monitoring : null),
        netdevsim.orElse(null));
  }

  private static Handle device(Devlink devlink, Handle wanted) {
    var devices = devlink.devices();
    String there =
        devices.isEmpty()
            ? "this machine has none"
            : "there "
                + (devices.size() == 1 ? "is " : "are ")
                + devices.stream().map(Handle::text).collect(Collectors.joining(", "));
    if (wanted == null) {
      throw new IllegalArgumentException(
          "Say which devlink device with --option device=BUS/NAME; " + there + ".");
    } else if (!devices.contains(wanted)) {
      throw new IllegalArgumentException(
          "There is no devlink device " + wanted + "; " + there + ".");
    }
    return wanted;
  }

  /** A set request that changes nothing needs the privilege all the same. */
  private static void checkPrivilege(Devlink devlink, Handle device) {
    for (View.OfTrap trap : devlink.traps(device)) {
      Reply reply = devlink.ask(device, new Request.TrapSet(trap.name(), null));
      if (reply instanceof Reply.Failed failed && isRefused(failed.errno().number())) {
        throw new IllegalArgumentException(
            "Changing the device needs CAP_NET_ADMIN; run it as root, or without writable=true.");
      }
      return;
    }
  }

  /** What cannot be read cannot be put back. */
  private static void checkSwitches(Netdevsim netdevsim) {
    netdevsim
        .switches()
        .forEach(
            (callback, on) -> {
              if (on && Netdevsim.isCounter(callback)) {
                throw new IllegalArgumentException(
                    "The device refuses to tell its counters, as netdevsim was told to, so its"
                        + " state cannot be read; write N to %s first."
                            .formatted(netdevsim.fileOf(callback)));
              }
            });
  }

  /** An empty configuration is refused while something is monitored, and else changes nothing. */
  private static void checkMonitor(DropMonitor monitor) {
    Reply reply = monitor.ask(new Request.MonitorConfigSet(null, null, null));
    if (reply instanceof Reply.Failed failed && failed.errno() == Errno.EBUSY) {
      throw new IllegalArgumentException(
          "Drop monitor is in use: somebody monitors drops on this machine already. Stop it first"
              + " (dropwatch: stop).");
    } else if (reply instanceof Reply.Failed failed && isRefused(failed.errno().number())) {
      throw new IllegalArgumentException(
          "Drop monitor needs CAP_NET_ADMIN; run it as root, or without writable=true.");
    }
  }
}
