package packettrap.spec.rule;

import java.util.function.Predicate;
import java.util.stream.Stream;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Metadata;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/** What a device must be like for a rule to apply to it. */
public enum Need {
  VIRTUAL_TIME("runs in virtual time", d -> d.has(Capability.VIRTUAL_TIME)),
  CHANGES("can be changed", d -> d.has(Capability.CHANGES)),
  FRAMES("takes frames", d -> d.has(Capability.FRAMES)),
  SWITCH("can be configured as a switch", d -> d.has(Capability.SWITCH)),
  EGRESS("shows the frames that leave it", d -> d.has(Capability.EGRESS)),
  RX_PATH("shows what reaches the stack", d -> d.has(Capability.RX_PATH)),
  DROP_MONITOR("has drop monitor", d -> d.has(Capability.DROP_MONITOR)),
  SOFTWARE_DROPS("can drop packets in software", d -> d.has(Capability.SOFTWARE_DROPS)),
  NOTIFICATIONS("shows its notifications", d -> d.has(Capability.NOTIFICATIONS)),
  RELOAD("can be reloaded", d -> d.has(Capability.RELOAD)),
  LIFECYCLE("can be unregistered and registered", d -> d.has(Capability.LIFECYCLE)),
  REGISTRATION("registers any objects", d -> d.has(Capability.REGISTRATION)),
  CALLERS("tells callers apart", d -> d.has(Capability.CALLERS)),
  HANDLES("looks at the device's name", d -> d.has(Capability.HANDLES)),
  OWN_TRAFFIC("has traffic of its own", d -> d.has(Capability.OWN_TRAFFIC)),
  PORTS("takes its ports up and down on request", d -> d.has(Capability.PORTS)),
  STEPS("can be led step by step", d -> d.has(Capability.STEPS)),
  FRESH("was just registered when the kit meets it", Need::isFresh),
  ANNOUNCES(
      "was just registered when the kit meets it, or can be reloaded",
      d -> isFresh(d) || d.has(Capability.RELOAD)),
  UNDECLARED(
      "leaves a capability undeclared", d -> d.capabilities().size() < Capability.values().length),

  TRAPS("has traps", d -> !d.registration().traps().isEmpty()),
  NO_TRAPS("has no traps", d -> d.registration().traps().isEmpty()),
  SEVERAL_TRAPS("has two traps or more", d -> d.registration().traps().size() > 1),
  GROUPS("has groups", d -> !d.registration().groups().isEmpty()),
  NO_GROUPS("has no groups", d -> d.registration().groups().isEmpty()),
  POLICERS("has policers", d -> !d.registration().policers().isEmpty()),
  NO_POLICERS("has no policers", d -> d.registration().policers().isEmpty()),
  SEVERAL_POLICERS("has two policers or more", d -> d.registration().policers().size() > 1),
  DROP_TRAPS("has drop traps", d -> hasType(d, TrapType.DROP)),
  EXCEPTION_TRAPS("has exception traps", d -> hasType(d, TrapType.EXCEPTION)),
  CONTROL_TRAPS("has control traps", d -> hasType(d, TrapType.CONTROL)),
  EXCEPTION_OR_CONTROL_TRAPS(
      "has exception or control traps",
      d -> hasType(d, TrapType.EXCEPTION) || hasType(d, TrapType.CONTROL)),
  DROP_OR_EXCEPTION_TRAPS(
      "has drop or exception traps",
      d -> hasType(d, TrapType.DROP) || hasType(d, TrapType.EXCEPTION)),
  MANY_TRAPS(
      "has more than 64 drop and exception traps",
      d ->
          d.registration().traps().stream().filter(t -> t.type() != TrapType.CONTROL).count() > 64),
  SPECIFIC_TRAPS(
      "has traps of its own", d -> d.registration().traps().stream().anyMatch(t -> !t.generic())),
  INPUT_PORTS("declares input ports", d -> declares(d, Metadata.INPUT_PORT)),
  COOKIES("declares flow action cookies", d -> declares(d, Metadata.FLOW_ACTION_COOKIE)),
  MIXED_GROUP(
      "has a group with a drop trap and another",
      d ->
          d.registration().groups().stream()
              .anyMatch(
                  g ->
                      member(d, g.name(), TrapType.DROP)
                          && (member(d, g.name(), TrapType.EXCEPTION)
                              || member(d, g.name(), TrapType.CONTROL)))),
  BOUND_GROUP(
      "binds a group to a policer at first",
      d -> d.registration().groups().stream().anyMatch(g -> g.policer() != 0)),
  SEVERAL_GROUPS("has two groups or more", d -> d.registration().groups().size() > 1),
  TRAPPING(
      "has drop traps or traps whose first action is trap",
      d -> hasType(d, TrapType.DROP) || starts(d, TrapAction.TRAP)),
  MIRRORING(
      "has drop traps or traps whose first action is mirror",
      d -> hasType(d, TrapType.DROP) || starts(d, TrapAction.MIRROR)),
  KNOWN_WAYS(
      "can be configured as a switch or brings scenarios that say what leaves it",
      d ->
          d.has(Capability.SWITCH)
              || d.scenarios().stream()
                  .flatMap(scenario -> scenario.arrivals().stream())
                  .anyMatch(arrival -> arrival.departures() != null)),
  POLICED_GROUP(
      "has a group of traps that is bound or can be bound to a policer",
      d -> d.registration().traps().stream().anyMatch(trap -> policed(d, trap))),
  POLICED_DROPS(
      "has drop traps in a group that is bound or can be bound to a policer",
      d ->
          d.registration().traps().stream()
              .anyMatch(trap -> trap.type() == TrapType.DROP && policed(d, trap))),
  SHARED_POLICER(
      "has two groups of traps that are bound or can be bound to the same policer",
      d ->
          d.registration().policers().stream()
              .anyMatch(
                  policer ->
                      groupsOfTraps(d)
                              .filter(
                                  group ->
                                      group.policer() == policer.id() || d.has(Callback.GROUP_SET))
                              .count()
                          > 1)),
  UNPOLICED_GROUP(
      "has a group of traps that is not bound or can be unbound",
      d -> groupsOfTraps(d).anyMatch(group -> group.policer() == 0 || d.has(Callback.GROUP_SET))),
  SMALL_BURST(
      "has a policer whose burst is or can be made 20000 packets or less",
      d ->
          d.registration().policers().stream()
              .anyMatch(
                  policer ->
                      isSmall(policer.initialBurst())
                          || d.has(Callback.POLICER_SET) && isSmall(policer.minBurst()))),
  LOWEST_RATE(
      "has a policer with a lowest rate above 0",
      d -> d.registration().policers().stream().anyMatch(p -> p.minRate() != 0)),
  HIGHEST_RATE(
      "has a policer with a highest rate below 2^64-1",
      d -> d.registration().policers().stream().anyMatch(p -> p.maxRate() != -1)),
  LOWEST_BURST(
      "has a policer with a lowest burst above 0",
      d -> d.registration().policers().stream().anyMatch(p -> p.minBurst() != 0)),
  HIGHEST_BURST(
      "has a policer with a highest burst below 2^64-1",
      d -> d.registration().policers().stream().anyMatch(p -> p.maxBurst() != -1)),
  COUNTERS(
      "counts trap drops or policer drops",
      d ->
          d.has(Callback.DROP_COUNTER_GET) && !d.registration().traps().isEmpty()
              || d.has(Callback.POLICER_COUNTER_GET) && !d.registration().policers().isEmpty()),

  PACKETS(
      "takes frames, or has traffic of its own that can be turned on and off",
      d -> d.has(Capability.FRAMES) || d.has(Capability.OWN_TRAFFIC) && d.has(Capability.PORTS)),

  ACTION_FAULTS("refuses actions on request", d -> d.canFail(Callback.TRAP_ACTION_SET)),
  GROUP_ACTION_FAULTS(
      "refuses actions of groups on request", d -> d.canFail(Callback.GROUP_ACTION_SET)),
  BINDING_FAULTS("refuses bindings on request", d -> d.canFail(Callback.GROUP_SET)),
  POLICER_FAULTS("refuses policer parameters on request", d -> d.canFail(Callback.POLICER_SET)),
  INIT_FAULTS("refuses traps on request", d -> d.canFail(Callback.TRAP_INIT)),
  CHANGE_FAULTS(
      "refuses actions, bindings or policer parameters on request",
      d ->
          d.canFail(Callback.TRAP_ACTION_SET)
              || d.canFail(Callback.GROUP_ACTION_SET)
              || d.canFail(Callback.GROUP_SET)
              || d.canFail(Callback.POLICER_SET)),
  COUNTER_FAULTS(
      "fails to read a counter on request",
      d ->
          d.canFail(Callback.DROP_COUNTER_GET) && !d.registration().traps().isEmpty()
              || d.canFail(Callback.POLICER_COUNTER_GET) && !d.registration().policers().isEmpty()),

  GROUP_ACTION_SET("sets whole groups", d -> d.has(Callback.GROUP_ACTION_SET)),
  NO_GROUP_ACTION_SET("sets groups trap by trap", d -> !d.has(Callback.GROUP_ACTION_SET)),
  GROUP_SET("binds groups", d -> d.has(Callback.GROUP_SET)),
  NO_GROUP_SET("does not bind groups", d -> !d.has(Callback.GROUP_SET)),
  POLICER_SET("changes policers", d -> d.has(Callback.POLICER_SET)),
  NO_POLICER_SET("does not change policers", d -> !d.has(Callback.POLICER_SET)),
  POLICER_COUNTER("counts policer drops", d -> d.has(Callback.POLICER_COUNTER_GET)),
  NO_POLICER_COUNTER("does not count policer drops", d -> !d.has(Callback.POLICER_COUNTER_GET)),
  DROP_COUNTER("counts trap drops", d -> d.has(Callback.DROP_COUNTER_GET)),
  NO_DROP_COUNTER("does not count trap drops", d -> !d.has(Callback.DROP_COUNTER_GET));

  /** The largest burst that the kit sends enough packets for, packets. */
  public static final long LARGEST_BURST = 20_000;

  private final String text;
  private final Predicate<DeviceDescription> holds;

  Need(String text, Predicate<DeviceDescription> holds) {
    this.text = text;
    this.holds = holds;
  }

  /** Whether a device is like that. */
  public boolean holds(DeviceDescription device) {
    return holds.test(device);
  }

  /** What the device is like, to be read behind "the device". */
  public String text() {
    return text;
  }

  /** Where traffic cannot be turned off, the device is in use. */
  private static boolean isFresh(DeviceDescription device) {
    return !device.has(Capability.OWN_TRAFFIC) || device.has(Capability.PORTS);
  }

  private static boolean hasType(DeviceDescription device, TrapType type) {
    return device.registration().traps().stream().anyMatch(trap -> trap.type() == type);
  }

  private static boolean starts(DeviceDescription device, TrapAction action) {
    return device.registration().traps().stream().anyMatch(t -> t.initialAction() == action);
  }

  private static boolean policed(DeviceDescription device, Trap trap) {
    return !device.registration().policers().isEmpty()
        && (device.has(Callback.GROUP_SET)
            || device.registration().groups().stream()
                .anyMatch(g -> g.policer() != 0 && g.name().equals(trap.group())));
  }

  private static Stream<Group> groupsOfTraps(DeviceDescription device) {
    return device.registration().groups().stream()
        .filter(
            group ->
                device.registration().traps().stream()
                    .anyMatch(trap -> group.name().equals(trap.group())));
  }

  private static boolean isSmall(long burst) {
    return burst >= 0 && burst <= LARGEST_BURST;
  }

  private static boolean member(DeviceDescription device, String group, TrapType type) {
    return device.registration().traps().stream()
        .anyMatch(trap -> trap.type() == type && group.equals(trap.group()));
  }

  private static boolean declares(DeviceDescription device, Metadata metadata) {
    return device.registration().traps().stream()
        .anyMatch(trap -> trap.metadata().contains(metadata));
  }
}
