package packettrap.linux;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import packettrap.linux.netlink.Channel;
import packettrap.linux.netlink.NetlinkFailure;
import packettrap.spec.message.AlertMode;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Event.Change;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.trap.Metadata;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;
import packettrap.wire.Ack;
import packettrap.wire.Bytes;
import packettrap.wire.Family;
import packettrap.wire.GenericMessage;
import packettrap.wire.Link;
import packettrap.wire.Message;
import packettrap.wire.Netlink;
import packettrap.wire.devlink.DevlinkObject;
import packettrap.wire.devlink.DevlinkPort;
import packettrap.wire.devlink.DevlinkRequests;
import packettrap.wire.devlink.Handle;
import packettrap.wire.monitor.MonitorReplies;
import packettrap.wire.monitor.MonitorRequests;

/**
 * A kernel with a device of two traps, a group and a policer, that writes down what it is asked.
 */
final class FakeKernel implements Machine {
  static final Handle DEVICE = new Handle("pci", "0000:01:00.0");
  static final int DEVLINK = 20;
  static final int MONITOR = 22;

  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  final List<String> changes = new ArrayList<>();
  final List<String> said = new ArrayList<>();
  final Map<String, TrapAction> actions = new LinkedHashMap<>();
  final Path root;
  final List<Handle> devices = new ArrayList<>(List.of(DEVICE));
  String system = "Linux";
  boolean hasDevlink = true;
  boolean hasMonitor = true;
  boolean privileged = true;
  boolean hasCallersWithout = true;
  boolean checksCallers = true;
  boolean bindsGroups = true;
  boolean setsPolicers = true;
  int callersWithout;
  boolean monitoring;
  boolean losing;
  int openError;
  boolean hasLibrary = true;
  long bound = 3;
  long rate = 100;
  long burst = 64;
  boolean up = true;
  Runnable last;
  String will;
  Reply.MonitorConfig config = new Reply.MonitorConfig(AlertMode.PACKET, 60, 1000);

  FakeKernel(Path root) {
    this.root = root;
    actions.put("blackhole_route", TrapAction.MIRROR);
    actions.put("stp", TrapAction.TRAP);
  }

  @Override
  public String system() {
    return system;
  }

  @Override
  public Path root() {
    return root;
  }

  @Override
  public void await(long nanos) {
    changes.add("wait " + nanos);
  }

  @Override
  public void atEnd(Runnable runnable) {
    last = runnable;
  }

  @Override
  public void say(String line) {
    said.add(line);
  }

  @Override
  public Runnable guard(String text) {
    will = text;
    return () -> will = null;
  }

  @Override
  public Channel open(int protocol) {
    if (!hasLibrary) {
      throw new UnsatisfiedLinkError("no room");
    }
    if (openError != 0) {
      throw new NetlinkFailure(openError, "There is no netlink socket to be had.");
    }
    return new Socket(protocol, true);
  }

  @Override
  public Channel openUnprivileged(int protocol) {
    if (!hasCallersWithout) {
      throw new NetlinkFailure(0, "The C library has no capset.");
    }
    callersWithout++;
    return new Socket(protocol, false);
  }

  /** One of its sockets. */
  private final class Socket implements Channel {
    private final int protocol;
    private final boolean mayChange;
    private final Deque<byte[]> answers = new ArrayDeque<>();
    private boolean joined;

    Socket(int protocol, boolean mayChange) {
      this.protocol = protocol;
      this.mayChange = mayChange;
    }

    @Override
    public void send(byte[] datagram) {
      Message message = Message.split(Bytes.of(ORDER, datagram)).get(0);
      Message.Header header = message.header();
      List<byte[]> parts = new ArrayList<>();
      Ack end =
          protocol == Netlink.ROUTE
              ? link(message, parts)
              : header.type() == Family.CONTROLLER
                  ? family(GenericMessage.of(message), parts)
                  : header.type() == DEVLINK
                      ? devlink(GenericMessage.of(message), may(), parts)
                      : monitor(
                          MonitorRequests.decode(GenericMessage.of(message)), may(), header, parts);
      answers.addAll(parts);
      answers.add(
          header.has(Netlink.DUMP) ? end.encodeDone(ORDER, header) : end.encode(ORDER, header, 16));
    }

    private boolean may() {
      return privileged && (mayChange || !checksCallers);
    }

    @Override
    public Optional<Bytes> receive(int millis) {
      if (losing && joined) {
        throw new DatagramsLost();
      }
      return Optional.ofNullable(answers.poll()).map(bytes -> Bytes.of(ORDER, bytes));
    }

    @Override
    public void join(long group) {
      joined = true;
    }

    @Override
    public void close() {
      callersWithout -= mayChange ? 0 : 1;
    }
  }

  private Ack family(GenericMessage message, List<byte[]> parts) {
    String name = message.attributes().text(2);
    if (name.equals(Family.DEVLINK) && hasDevlink) {
      parts.add(new Family(name, DEVLINK, 1, Map.of("config", 5L)).encode(ORDER, message.header()));
    } else if (name.equals(Family.DROP_MONITOR) && hasMonitor) {
      parts.add(new Family(name, MONITOR, 2, Map.of("events", 6L)).encode(ORDER, message.header()));
    } else {
      return Ack.of(Errno.ENOENT.number(), null);
    }
    return Ack.SUCCESS;
  }

  private Ack devlink(GenericMessage message, boolean may, List<byte[]> parts) {
    if (message.command() == 1) {
      devices.forEach(one -> parts.add(DevlinkPort.encodeDevice(ORDER, message.header(), one)));
      return Ack.SUCCESS;
    } else if (message.command() == 5) {
      parts.add(new DevlinkPort(DEVICE, 0, 7, "swp1").encode(ORDER, message.header()));
      return Ack.SUCCESS;
    }
    Request.Devlink request = DevlinkRequests.decode(message).request();
    if (request instanceof Request.TrapDump) {
      actions.keySet().forEach(name -> parts.add(encode(message.header(), trap(name))));
    } else if (request instanceof Request.TrapGet get) {
      parts.add(encode(message.header(), trap(get.trap())));
    } else if (request instanceof Request.GroupDump) {
      parts.add(encode(message.header(), new View.OfGroup("l3_drops", true, bound, 0, 0)));
    } else if (request instanceof Request.PolicerDump) {
      parts.add(encode(message.header(), new View.OfPolicer(3, rate, burst, null)));
    } else if (!may) {
      return Ack.of(Errno.EPERM.number(), null);
    } else {
      return change(request);
    }
    return Ack.SUCCESS;
  }

  private static byte[] encode(Message.Header header, View view) {
    return new DevlinkObject(DEVICE, Change.NEW, view).encode(ORDER, header);
  }

  private View.OfTrap trap(String name) {
    TrapType type = name.equals("stp") ? TrapType.CONTROL : TrapType.DROP;
    return new View.OfTrap(
        name, type, true, actions.get(name), "l3_drops", Set.of(Metadata.INPUT_PORT), 0, 0, null);
  }

  private Ack change(Request.Devlink request) {
    if (request instanceof Request.Reload) {
      return Ack.of(Errno.EBUSY.number(), "in use");
    } else if (request instanceof Request.TrapSet set && set.action() != null) {
      actions.put(set.trap(), TrapAction.ofNumber(set.action()));
      changes.add("trap " + set.trap() + " " + set.action());
    } else if (request instanceof Request.GroupSet && !bindsGroups
        || request instanceof Request.PolicerSet && !setsPolicers) {
      return Ack.of(Errno.EOPNOTSUPP.number(), null);
    } else if (request instanceof Request.GroupSet set && isUnknown(set.policer())
        || request instanceof Request.PolicerSet other && isUnknown(other.policer())) {
      return Ack.of(Errno.ENOENT.number(), "Device did not register this trap policer");
    } else if (request instanceof Request.GroupSet set) {
      bound = set.policer();
      changes.add("group " + set.group() + " " + set.policer());
    } else if (request instanceof Request.PolicerSet set) {
      return policer(set);
    }
    return Ack.SUCCESS;
  }

  private static boolean isUnknown(long policer) {
    return policer != 3 && policer != 0;
  }

  /** Its limits are 10 to 1000 and 16 to 512. */
  private Ack policer(Request.PolicerSet set) {
    long newRate = set.rate() == null ? rate : set.rate();
    long newBurst = set.burst() == null ? burst : set.burst();
    String message =
        Long.compareUnsigned(newRate, 10) < 0
            ? "Policer rate lower than limit"
            : Long.compareUnsigned(newRate, 1000) > 0
                ? "Policer rate higher than limit"
                : Long.compareUnsigned(newBurst, 16) < 0
                    ? "Policer burst size lower than limit"
                    : Long.compareUnsigned(newBurst, 512) > 0
                        ? "Policer burst size higher than limit"
                        : null;
    if (message != null) {
      return Ack.of(Errno.EINVAL.number(), message);
    }
    rate = newRate;
    burst = newBurst;
    changes.add("policer " + rate + " " + burst);
    return Ack.SUCCESS;
  }

  private Ack monitor(
      Request.Monitor request, boolean may, Message.Header header, List<byte[]> parts) {
    if (request instanceof Request.MonitorConfigGet) {
      parts.add(MonitorReplies.encode(ORDER, header, config));
    } else if (request instanceof Request.MonitorStatsGet) {
      parts.add(MonitorReplies.encode(ORDER, header, new Reply.MonitorStats(5, 6)));
    } else if (!may) {
      return Ack.of(Errno.EPERM.number(), null);
    } else if (request instanceof Request.MonitorConfigSet set) {
      if (monitoring) {
        return Ack.of(Errno.EBUSY.number(), "Cannot configure drop monitor during monitoring");
      } else if (set.alertMode() != null) {
        config =
            new Reply.MonitorConfig(
                AlertMode.ofNumber(set.alertMode()), set.truncation(), set.queueLength());
        changes.add("configure " + config.alertMode() + " " + config.truncation());
      }
    } else {
      monitoring = request instanceof Request.MonitorStart;
      changes.add(monitoring ? "start" : "stop");
    }
    return Ack.SUCCESS;
  }

  private Ack link(Message message, List<byte[]> parts) {
    if (message.header().type() == Link.NEW_LINK) {
      up = Link.decode(message).up();
      changes.add("port " + (up ? "up" : "down"));
    } else {
      parts.add(
          new Link(7, "swp1", up)
              .encode(
                  ORDER,
                  new Message.Header(
                      Link.NEW_LINK, 2, message.header().sequence(), message.header().port())));
    }
    return Ack.SUCCESS;
  }
}
