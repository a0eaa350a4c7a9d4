package packettrap.linux.kernel;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import packettrap.linux.netlink.Answer;
import packettrap.linux.netlink.Conversation;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.wire.Family;
import packettrap.wire.GenericMessage;
import packettrap.wire.MalformedMessage;
import packettrap.wire.Message;
import packettrap.wire.devlink.DevlinkObject;
import packettrap.wire.devlink.DevlinkPort;
import packettrap.wire.devlink.DevlinkRequests;
import packettrap.wire.devlink.Handle;

/** The kernel's devlink. */
public final class Devlink {
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  private final Conversation kernel;
  private final Family family;

  /** Devlink with the number that it has in this kernel. */
  public Devlink(Conversation kernel, Family family) {
    this.kernel = kernel;
    this.family = family;
  }

  /** The same, asked in another conversation. */
  public Devlink in(Conversation other) {
    return new Devlink(other, family);
  }

  /**
   * What the kernel answers to a request.
   *
   * <p>In a dump of Linux nobody names a device, and all of them answer (6.1), or those that fit
   * the handle (6.12); here it is asked of a device like everything else.
   */
  public Reply ask(Handle device, Request.Devlink request) {
    return DevlinkRequests.isDump(request) ? dump(device, request) : one(device, request);
  }

  private Reply one(Handle device, Request.Devlink request) {
    Function<Message.Header, byte[]> message =
        header -> DevlinkRequests.encode(ORDER, header, device, request);
    Answer answer =
        DevlinkRequests.isGet(request)
            ? kernel.get(family.id(), message)
            : kernel.ask(family.id(), message);
    if (answer.failed()) {
      return Replies.failed(answer.end());
    }
    for (Message said : answer.messages()) {
      Optional<DevlinkObject> object = DevlinkObject.decode(GenericMessage.of(said));
      if (object.isPresent()) {
        return object.get().reply();
      }
    }
    return Replies.done(answer);
  }

  private Reply dump(Handle device, Request.Devlink request) {
    if (device.device() == null) {
      return new Reply.Failed(Errno.EINVAL, null);
    }
    Answer answer =
        kernel.dump(family.id(), header -> DevlinkRequests.encode(ORDER, header, device, request));
    if (answer.failed()) {
      return Replies.failed(answer.end());
    }
    List<View> views = new ArrayList<>();
    for (Message message : answer.messages()) {
      DevlinkObject.decode(GenericMessage.of(message))
          .filter(object -> object.device().equals(device))
          .ifPresent(object -> views.add(object.view()));
    }
    if (views.isEmpty() && !devices().contains(device)) {
      return new Reply.Failed(Errno.ENODEV, null);
    } else if (request instanceof Request.TrapDump) {
      return new Reply.Traps(Replies.only(View.OfTrap.class, views));
    } else if (request instanceof Request.GroupDump) {
      return new Reply.Groups(Replies.only(View.OfGroup.class, views));
    }
    return new Reply.Policers(Replies.only(View.OfPolicer.class, views));
  }

  /** All traps of a device; empty if there is none, or no device. */
  public List<View.OfTrap> traps(Handle device) {
    return ask(device, new Request.TrapDump()) instanceof Reply.Traps all ? all.traps() : List.of();
  }

  /** All groups of a device; empty if there is none, or no device. */
  public List<View.OfGroup> groups(Handle device) {
    return ask(device, new Request.GroupDump()) instanceof Reply.Groups all
        ? all.groups()
        : List.of();
  }

  /** All policers of a device; empty if there is none, or no device. */
  public List<View.OfPolicer> policers(Handle device) {
    return ask(device, new Request.PolicerDump()) instanceof Reply.Policers all
        ? all.policers()
        : List.of();
  }

  /**
   * The devices that there are.
   *
   * @throws MalformedMessage if the kernel's answer cannot be understood
   */
  public List<Handle> devices() {
    Answer answer = kernel.dump(family.id(), header -> DevlinkPort.dumpDevices(ORDER, header));
    List<Handle> devices = new ArrayList<>();
    answer
        .messages()
        .forEach(m -> DevlinkPort.device(GenericMessage.of(m)).ifPresent(devices::add));
    return devices;
  }

  /** The ports of a device that have a network device here, by the driver's numbers. */
  public List<DevlinkPort> ports(Handle device) {
    Answer answer = kernel.dump(family.id(), header -> DevlinkPort.dump(ORDER, header));
    List<DevlinkPort> ports = new ArrayList<>();
    for (Message message : answer.messages()) {
      DevlinkPort.decode(GenericMessage.of(message))
          .filter(port -> port.device().equals(device))
          .filter(port -> port.ifindex() != null && port.name() != null)
          .ifPresent(ports::add);
    }
    ports.sort((one, other) -> Long.compareUnsigned(one.index(), other.index()));
    return ports;
  }
}
