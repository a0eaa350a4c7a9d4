package packettrap.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.TrapType;
import packettrap.wire.devlink.DevlinkPort;

/**
 * The state in which a device was found, to be put back at the end.
 *
 * @param traps with their actions
 * @param groups with their bindings
 * @param policers with their parameters
 * @param monitor drop monitor's configuration; null: there is no drop monitor
 * @param up whether each port was up, by the driver's number
 * @param switches which callbacks were made to refuse
 */
record FoundState(
    List<View.OfTrap> traps,
    List<View.OfGroup> groups,
    List<View.OfPolicer> policers,
    Reply.MonitorConfig monitor,
    Map<Long, Boolean> up,
    Map<Callback, Boolean> switches) {

  /** The state now. */
  static FoundState of(Kernel kernel) {
    Map<Long, Boolean> up = new TreeMap<>();
    for (DevlinkPort port : kernel.devlink().ports(kernel.device())) {
      kernel.links().isUp(port.ifindex()).ifPresent(one -> up.put(port.index(), one));
    }
    return new FoundState(
        kernel.devlink().traps(kernel.device()),
        kernel.devlink().groups(kernel.device()),
        kernel.devlink().policers(kernel.device()),
        kernel.monitor() != null
                && kernel.monitor().ask(new Request.MonitorConfigGet())
                    instanceof Reply.MonitorConfig config
            ? config
            : null,
        up,
        kernel.netdevsim() == null ? Map.of() : kernel.netdevsim().switches());
  }

  /** What the user is told before anything is touched. */
  List<String> announcement(Kernel kernel, Options options) {
    List<String> lines = new ArrayList<>();
    String device = kernel.device().text();
    if (!options.writable()) {
      lines.add(device + " is only read; --option writable=true lets the kit change it.");
      return lines;
    }
    if (options.keep()) {
      lines.add(device + " is taken as it is, and left as the requests leave it.");
      return lines;
    }
    lines.add(
        "%s will be changed: actions of %d traps, bindings of %d groups, parameters of %d policers."
            .formatted(device, traps.size(), groups.size(), policers.size()));
    if (kernel.netdevsim() != null) {
      lines.add(
          device
              + " will be reloaded, removed and made again; its counters, addresses and names of"
              + " network devices start over.");
    } else if (options.reload()) {
      lines.add(device + " will be reloaded; its counters start over.");
    }
    if (monitor != null) {
      lines.add("Drop monitor of this machine will be configured, started and stopped.");
    }
    lines.add(
        "At the end, after a failure, and when it is ended or killed the state found is put back.");
    return lines;
  }

  /**
   * Puts everything back that is different now: drop monitor first, so that nothing is told any
   * more, then the device's objects, while all switches are off, so that nothing is refused, then
   * the ports, so that no packet comes before, and the switches last.
   *
   * @param monitored whether monitoring was started meanwhile
   * @return what could not be put back, one sentence each
   */
  List<String> putBack(Kernel kernel, boolean monitored) {
    List<String> problems = new ArrayList<>();
    if (monitor != null) {
      putBackMonitor(kernel, monitored, problems);
    }
    if (kernel.netdevsim() != null) {
      putBackDevice(kernel, problems);
      kernel.netdevsim().switchOff().forEach((one, reply) -> checkSwitch(one, reply, problems));
    }
    putBackObjects(kernel, problems);
    putBackPorts(kernel, problems);
    if (kernel.netdevsim() != null) {
      kernel.netdevsim().turn(switches).forEach((one, reply) -> checkSwitch(one, reply, problems));
    }
    return problems;
  }

  private static void checkSwitch(Callback callback, Reply reply, List<String> problems) {
    check("The switch of " + callback, reply, problems);
  }

  private void putBackMonitor(Kernel kernel, boolean monitored, List<String> problems) {
    if (monitored) {
      check(
          "Stopping drop monitor",
          kernel.monitor().ask(new Request.MonitorStop(true, true)),
          problems);
    }
    if (!monitor.equals(kernel.monitor().ask(new Request.MonitorConfigGet()))) {
      Request.MonitorConfigSet back =
          new Request.MonitorConfigSet(
              monitor.alertMode().ordinal(), monitor.truncation(), monitor.queueLength());
      check("Drop monitor's configuration", kernel.monitor().ask(back), problems);
    }
  }

  private void putBackDevice(Kernel kernel, List<String> problems) {
    if (!kernel.devlink().devices().contains(kernel.device())) {
      check("The device", kernel.netdevsim().add(up.size()), problems);
    }
  }

  private void putBackObjects(Kernel kernel, List<String> problems) {
    var device = kernel.device();
    for (View.OfPolicer now : kernel.devlink().policers(device)) {
      Optional<View.OfPolicer> was =
          policers.stream().filter(one -> one.id() == now.id()).findFirst();
      if (was.isPresent() && (was.get().rate() != now.rate() || was.get().burst() != now.burst())) {
        Request.PolicerSet back =
            new Request.PolicerSet(now.id(), was.get().rate(), was.get().burst());
        check("Policer " + now.id(), kernel.devlink().ask(device, back), problems);
      }
    }
    for (View.OfGroup now : kernel.devlink().groups(device)) {
      Optional<View.OfGroup> was =
          groups.stream().filter(one -> one.name().equals(now.name())).findFirst();
      if (was.isPresent() && was.get().policer() != now.policer()) {
        Request.GroupSet back = new Request.GroupSet(now.name(), null, was.get().policer());
        check("Group " + now.name(), kernel.devlink().ask(device, back), problems);
      }
    }
    for (View.OfTrap now : kernel.devlink().traps(device)) {
      Optional<View.OfTrap> was =
          traps.stream().filter(one -> one.name().equals(now.name())).findFirst();
      if (was.isPresent() && was.get().action() != now.action() && now.type() == TrapType.DROP) {
        Request.TrapSet back = Request.set(now.name(), was.get().action());
        check("Trap " + now.name(), kernel.devlink().ask(device, back), problems);
      }
    }
  }

  private void putBackPorts(Kernel kernel, List<String> problems) {
    for (DevlinkPort port : kernel.devlink().ports(kernel.device())) {
      Boolean to = up.get(port.index());
      Optional<Boolean> now = kernel.links().isUp(port.ifindex());
      if (to != null && now.isPresent() && !Objects.equals(to, now.get())) {
        check("Port " + port.name(), kernel.links().set(port.ifindex(), to), problems);
      }
    }
  }

  private static void check(String what, Reply reply, List<String> problems) {
    if (reply instanceof Reply.Failed failed) {
      problems.add(
          "%s was not put back: %s%s."
              .formatted(
                  what,
                  failed.errno().text(),
                  failed.message() == null ? "" : " (" + failed.message() + ")"));
    }
  }
}
