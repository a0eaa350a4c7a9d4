package packettrap.linux;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import packettrap.linux.netlink.Channel;
import packettrap.linux.netlink.NetlinkFailure;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.DriverAbility.AnnouncesItself;
import packettrap.spec.device.DriverAbility.TakesOptions;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.wire.MalformedMessage;

/**
 * A devlink device of the running Linux kernel.
 *
 * <p>Options: {@code device=BUS/NAME}; {@code writable=true} lets it be changed, and what is found
 * is put back; {@code reload=true} lets a device be reloaded that is not netdevsim's; {@code
 * keep=true} takes it as it is, and leaves it as the requests leave it.
 */
public final class LinuxDevice implements TrapDevice, TakesOptions, AnnouncesItself {
  /** One for all devices of a run: they are the same device, one after the other. */
  private static Session shared;

  private static Options sharedOptions;

  private final Machine machine;
  private Session session;
  private boolean renewed;

  /** A device of this machine; the options say which. */
  public LinuxDevice() {
    this(new Machine.Real());
  }

  LinuxDevice(Machine machine) {
    this.machine = machine;
  }

  @Override
  public int interfaceVersion() {
    return TrapDriver.VERSION;
  }

  @Override
  public void options(Map<String, String> given) {
    Options options = Options.parse(given);
    try {
      session = machine instanceof Machine.Real ? shared(options) : Session.open(machine, options);
    } catch (MalformedMessage e) {
      throw new IllegalArgumentException("The kernel's answer makes no sense " + e.getMessage(), e);
    }
  }

  private Session shared(Options options) {
    synchronized (LinuxDevice.class) {
      if (!options.equals(sharedOptions)) {
        shared = Session.open(machine, options);
        sharedOptions = options;
      }
      return shared;
    }
  }

  @Override
  public List<String> announcement() {
    return session.announcement();
  }

  /** The session, with a device that is new when it is used for the first time. */
  private Session live() {
    if (!renewed) {
      session.renew();
      renewed = true;
    }
    return session;
  }

  @Override
  public DeviceDescription description() {
    return safely(() -> live().description());
  }

  @Override
  public Reply call(Request request) {
    return safely(
        () -> {
          Session used = live();
          try {
            return used.call(request);
          } catch (NetlinkFailure | MalformedMessage e) {
            return new Reply.Failed(Errno.EIO, e.getMessage());
          }
        });
  }

  @Override
  public List<Event> poll() {
    return safely(
        () -> {
          try {
            return live().poll();
          } catch (Channel.DatagramsLost e) {
            throw new IllegalStateException(
                "Events were lost, so nothing can be said about them: " + e.getMessage(), e);
          }
        });
  }

  /** A device that throws is not called again, not even to close it: so it does that itself. */
  private <T> T safely(Supplier<T> call) {
    try {
      return call.get();
    } catch (RuntimeException | Error e) {
      try {
        session.putBack();
      } catch (RuntimeException other) {
        e.addSuppressed(other);
      }
      throw e;
    }
  }

  @Override
  public void close() {
    if (renewed) {
      session.putBack();
    }
  }
}
