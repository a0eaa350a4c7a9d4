package packettrap.linux.record;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import packettrap.linux.kernel.Devlink;
import packettrap.linux.kernel.DropMonitor;
import packettrap.linux.kernel.Families;
import packettrap.linux.kernel.Links;
import packettrap.linux.kernel.Notices;
import packettrap.linux.netlink.Channel;
import packettrap.linux.netlink.Conversation;
import packettrap.linux.netlink.NetlinkSocket;
import packettrap.spec.message.Request;
import packettrap.wire.Family;
import packettrap.wire.Netlink;
import packettrap.wire.devlink.DevlinkPort;
import packettrap.wire.devlink.Handle;

/**
 * Records what a real kernel says on the wire, for the tests of {@code impl/wire}.
 *
 * <p>To be run as root in a kernel that has netdevsim/netdevsim10 with one port and nothing else:
 * the file, and the version of the kernel.
 */
public final class RecordSession {
  private static final long SECOND = 1_000_000_000L;

  private RecordSession() {}

  /** Records a session into the file that is named first; the kernel's version is second. */
  public static void main(String... arguments) throws Exception {
    List<String> lines = new ArrayList<>();
    Conversation generic = new Conversation(channel("genl", Netlink.GENERIC, lines));
    Family family = Families.find(generic, Family.DEVLINK).orElseThrow();
    Family monitoring = Families.find(generic, Family.DROP_MONITOR).orElseThrow();
    Devlink devlink = new Devlink(generic, family);
    DropMonitor monitor = new DropMonitor(generic, monitoring);
    Links links = new Links(new Conversation(channel("rtnl", Netlink.ROUTE, lines)));
    Handle device = Handle.parse("netdevsim/netdevsim10");
    // Two recordings, so that each message's family is known without its number.
    Family silent = new Family(family.name(), family.id(), family.version(), Map.of());
    List<Notices> notices =
        List.of(
            Notices.join(channel("note", Netlink.GENERIC, lines), family, null),
            Notices.join(channel("alert", Netlink.GENERIC, lines), silent, monitoring));
    devlink.devices();
    DevlinkPort port = devlink.ports(device).get(0);
    for (Request.Devlink request :
        List.of(
            new Request.TrapDump(),
            new Request.GroupDump(),
            new Request.PolicerDump(),
            new Request.TrapGet("ingress_flow_action_drop"),
            new Request.TrapGet("fid_miss"),
            new Request.TrapGet("made_up"),
            new Request.GroupGet("l2_drops"),
            new Request.GroupGet("l3_drops"),
            new Request.PolicerGet(1L),
            new Request.TrapSet("blackhole_route", 1),
            new Request.TrapSet("blackhole_route", 7),
            new Request.TrapSet("ttl_value_is_too_small", 0),
            new Request.TrapSet("ingress_flow_action_drop", 1),
            new Request.GroupSet("l2_drops", 1, 1337L),
            new Request.PolicerSet(1L, 9000L, null),
            new Request.PolicerSet(1L, 5000L, 64L))) {
      devlink.ask(device, request);
    }
    devlink.ask(Handle.NONE, new Request.TrapGet("blackhole_route"));
    monitor.ask(new Request.MonitorConfigGet());
    monitor.ask(new Request.MonitorStatsGet());
    monitor.ask(new Request.MonitorConfigSet(9, null, null));
    monitor.ask(new Request.MonitorConfigSet(1, 60L, null));
    monitor.ask(new Request.MonitorStart(true, true));
    monitor.ask(new Request.MonitorStart(true, true));
    monitor.ask(new Request.MonitorConfigSet(null, null, null));
    links.set(port.ifindex(), true);
    Thread.sleep(250);
    notices.forEach(one -> one.drain(device));
    monitor.ask(new Request.MonitorStop(true, true));
    monitor.ask(new Request.MonitorStop(false, true));
    monitor.ask(new Request.MonitorConfigSet(0, 0L, null));
    monitor.ask(new Request.MonitorStart(true, true));
    Thread.sleep(2 * SECOND / 1_000_000);
    notices.forEach(one -> one.drain(device));
    monitor.ask(new Request.MonitorStop(true, true));
    monitor.ask(new Request.MonitorStatsGet());
    links.all();
    links.set(port.ifindex(), false);
    notices.forEach(one -> one.drain(device));
    devlink.ask(device, new Request.Reload());
    notices.forEach(one -> one.drain(device));
    Recorder.write(
        Path.of(arguments[0]),
        List.of(
            "# Linux "
                + arguments[1]
                + ", x86-64, netdevsim/netdevsim10 with one port, drop monitor:",
            "# what RecordSession (impl/linux) asked (>) and was told (<), one datagram a line."),
        lines);
  }

  private static Channel channel(String name, int protocol, List<String> lines) {
    return new Recorder(name, NetlinkSocket.open(protocol), lines);
  }
}
