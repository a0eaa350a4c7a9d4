package packettrap.linux;

import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.wire.devlink.DevlinkPort;
import packettrap.wire.devlink.Handle;

/** Passes requests on to the kernel, if they may be. */
final class Asking {
  private static final Reply UNSUPPORTED = new Reply.Failed(Errno.EOPNOTSUPP, null);
  private static final Reply GONE = new Reply.Failed(Errno.ENODEV, null);
  private static final Reply READ_ONLY =
      new Reply.Failed(
          Errno.EOPNOTSUPP, "The bridge only reads unless it gets --option writable=true");

  /** The longest wait: a call that takes longer looks stuck to the runner. */
  private static final long LONGEST = 5_000_000_000L;

  private final Machine machine;
  private final Options options;
  private final Kernel kernel;
  private final Callers callers;
  private boolean monitored;

  /** What drop monitor had lost when the device was new. */
  private Reply.MonitorStats lost = new Reply.MonitorStats(0, 0);

  Asking(Machine machine, Options options, Kernel kernel) {
    this.machine = machine;
    this.options = options;
    this.kernel = kernel;
    this.callers = new Callers(machine, kernel);
  }

  /** Who asks. */
  Callers callers() {
    return callers;
  }

  /** Whether monitoring was started and not stopped since. */
  boolean monitored() {
    return monitored;
  }

  /** The device is new. Drop monitor's statistics only grow, so they are counted from now on. */
  void restart() {
    monitored = false;
    if (kernel.monitor() != null
        && kernel.monitor().ask(new Request.MonitorStatsGet()) instanceof Reply.MonitorStats now) {
      lost = now;
    }
  }

  /** The answer to a request to a device with this description. */
  Reply answer(Request request, DeviceDescription description) {
    if (request instanceof Request.Unprivileged other) {
      return description.has(Capability.CALLERS)
          ? callers
              .ordinary()
              .map(caller -> ask(caller, other.request(), description))
              .orElse(UNSUPPORTED)
          : UNSUPPORTED;
    } else if (request instanceof Request.Devlink
        || request instanceof Request.OnDevice
        || request instanceof Request.Monitor) {
      return ask(callers.bridge(), request, description);
    }
    return beside(request, description);
  }

  private Reply ask(Callers.Caller caller, Request request, DeviceDescription description) {
    if (request instanceof Request.OnDevice other) {
      return onDevice(caller, other, description);
    } else if (request instanceof Request.Devlink devlink) {
      return devlink(caller, devlink, kernel.device(), description);
    } else if (request instanceof Request.Monitor monitor) {
      return kernel.monitor() == null ? UNSUPPORTED : monitor(caller, monitor);
    }
    return UNSUPPORTED;
  }

  /** What is done beside devlink and drop monitor. */
  private Reply beside(Request request, DeviceDescription description) {
    if (request instanceof Request.Ports ports && description.has(Capability.PORTS)) {
      return takePorts(ports);
    } else if (request instanceof Request.Fail fail && description.canFail(fail.callback())) {
      return kernel.netdevsim().fail(fail.callback(), fail.on());
    } else if (description.has(Capability.LIFECYCLE)) {
      return lifecycle(request, description);
    }
    return UNSUPPORTED;
  }

  private Reply takePorts(Request.Ports request) {
    if (request.cookie() != null
        && kernel.netdevsim().setCookie(request.cookie()) instanceof Reply.Failed failed) {
      return failed;
    }
    for (DevlinkPort port : kernel.devlink().ports(kernel.device())) {
      if (kernel.links().set(port.ifindex(), request.up()) instanceof Reply.Failed failed) {
        return failed;
      }
    }
    return Reply.DONE;
  }

  private Reply onDevice(
      Callers.Caller caller, Request.OnDevice request, DeviceDescription description) {
    Handle named = Handle.parse(request.device());
    if (changes(request.request())
        && !named.equals(kernel.device())
        && kernel.devlink().devices().contains(named)) {
      return new Reply.Failed(Errno.EPERM, "The bridge changes no device but " + kernel.device());
    }
    return devlink(caller, request.request(), named, description);
  }

  private Reply devlink(
      Callers.Caller caller,
      Request.Devlink request,
      Handle device,
      DeviceDescription description) {
    if (request instanceof Request.Reload && !description.has(Capability.RELOAD)) {
      return options.writable() ? UNSUPPORTED : READ_ONLY;
    } else if (changes(request) && !options.writable()) {
      return READ_ONLY;
    }
    return caller.devlink().ask(device, request);
  }

  private Reply monitor(Callers.Caller caller, Request.Monitor request) {
    boolean reads =
        request instanceof Request.MonitorConfigGet || request instanceof Request.MonitorStatsGet;
    if (!options.writable()) {
      return reads ? UNSUPPORTED : READ_ONLY;
    }
    monitored |= request instanceof Request.MonitorStart;
    Reply reply = caller.monitor().ask(request);
    return reply instanceof Reply.MonitorStats now
        ? new Reply.MonitorStats(now.software() - lost.software(), now.hardware() - lost.hardware())
        : reply;
  }

  private Reply lifecycle(Request request, DeviceDescription description) {
    boolean there = kernel.devlink().devices().contains(kernel.device());
    if (request instanceof Request.Unregister) {
      return there ? kernel.netdevsim().remove() : GONE;
    } else if (request instanceof Request.Register register && register.registration() == null) {
      return there
          ? new Reply.Failed(Errno.EBUSY, null)
          : kernel.netdevsim().add(description.ports().size());
    }
    return UNSUPPORTED;
  }

  /** Really waits. */
  Reply await(Request.Advance advance) {
    if (advance.nanos() < 0 || advance.nanos() > LONGEST) {
      return new Reply.Failed(
          Errno.EINVAL, "Real time advances by 0 to " + LONGEST + " ns in one request");
    }
    machine.await(advance.nanos());
    return Reply.DONE;
  }

  private static boolean changes(Request.Devlink request) {
    return request instanceof Request.TrapSet
        || request instanceof Request.GroupSet
        || request instanceof Request.PolicerSet
        || request instanceof Request.Reload;
  }
}
