package packettrap.conformance.exhaustive;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import packettrap.explorer.Machine;
import packettrap.explorer.ModelInput;
import packettrap.explorer.ModelInput.Kind;
import packettrap.explorer.Output;
import packettrap.explorer.Output.Counter;
import packettrap.explorer.Scope;
import packettrap.explorer.suite.Mealy;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.trap.Callback;

/**
 * The reference core as the machine that a device must be: its inputs are what can be done with the
 * device, its outputs what the device lets one see.
 *
 * <p>What waits in drop monitor's queues goes out with each input, as it does on a device. A packet
 * does not happen where the trap's policer holds more than a few tokens, so that how many it holds
 * then makes no states.
 */
final class DriverMachine implements Mealy.Steps {
  private final DeviceDescription device;
  private final Cast cast;
  private final List<Action> actions;
  private final Machine machine;
  private final int[] plain;
  private final int[] exact;
  private final int drain;
  private final int lookAtTrap;
  private final int[] lookAtGroup;
  private final int[] lookAtPolicer;
  private final List<Object> seen = new ArrayList<>();

  DriverMachine(DeviceDescription device, Cast cast, List<Action> actions) {
    this.device = device;
    this.cast = cast;
    this.actions = actions;
    Set<ModelInput> inputs = new LinkedHashSet<>();
    for (Action action : actions) {
      inputs.add(action.model());
      inputs.add(unrefused(action.model()));
    }
    inputs.add(new ModelInput.Drain());
    ModelInput trap = new ModelInput.Get(Kind.TRAP, 1);
    inputs.add(trap);
    for (int i = 1; i <= cast.objects().groups().size(); i++) {
      inputs.add(new ModelInput.Get(Kind.GROUP, i));
    }
    for (int i = 1; i <= cast.objects().policers().size(); i++) {
      inputs.add(new ModelInput.Get(Kind.POLICER, i));
    }
    EnumSet<Callback> callbacks = EnumSet.of(Callback.TRAP_INIT, Callback.TRAP_ACTION_SET);
    callbacks.addAll(device.callbacks());
    List<ModelInput> list = List.copyOf(inputs);
    machine = new Machine(new Scope("device", cast.objects(), callbacks, 1, 1, list));
    exact = actions.stream().mapToInt(action -> list.indexOf(action.model())).toArray();
    plain = actions.stream().mapToInt(action -> list.indexOf(unrefused(action.model()))).toArray();
    drain = list.indexOf(new ModelInput.Drain());
    lookAtTrap = list.indexOf(trap);
    lookAtGroup = new int[cast.objects().groups().size() + 1];
    for (int i = 1; i < lookAtGroup.length; i++) {
      lookAtGroup[i] = list.indexOf(new ModelInput.Get(Kind.GROUP, i));
    }
    lookAtPolicer = new int[cast.objects().policers().size() + 1];
    for (int i = 1; i < lookAtPolicer.length; i++) {
      lookAtPolicer[i] = list.indexOf(new ModelInput.Get(Kind.POLICER, i));
    }
  }

  /** The same input where nothing is asked of the driver that it could refuse. */
  private static ModelInput unrefused(ModelInput input) {
    if (input instanceof ModelInput.TrapSet set) {
      return new ModelInput.TrapSet(set.trap(), set.action(), 0);
    } else if (input instanceof ModelInput.GroupSet set) {
      return new ModelInput.GroupSet(set.group(), set.action(), set.policer(), 0);
    } else if (input instanceof ModelInput.PolicerSet set) {
      return new ModelInput.PolicerSet(set.policer(), set.rate(), set.burst(), 0);
    }
    return input;
  }

  @Override
  public long initial() {
    return machine.initial();
  }

  @Override
  public long next(long state, int input) {
    Action action = actions.get(input);
    if (!happens(state, action.model())) {
      return Mealy.NONE;
    }
    int number = exact[input];
    long to = machine.next(state, number);
    if (to == Machine.DISABLED && plain[input] != number) {
      number = plain[input];
      to = machine.next(state, number);
    }
    if (to == Machine.DISABLED) {
      return Mealy.NONE;
    }
    seen.clear();
    see(machine.output(state, number));
    long drained = machine.next(to, drain);
    if (drained != Machine.DISABLED) {
      see(machine.output(to, drain));
      return drained;
    }
    return to;
  }

  /** The core below, whose states this machine has. */
  Machine core() {
    return machine;
  }

  /** Whether the first state's reply to an input is that it was done. */
  boolean agreesAtFirst(int input) {
    return machine.output(machine.initial(), exact[input]).reply() instanceof Reply.Done;
  }

  @Override
  public Object output() {
    return List.copyOf(seen);
  }

  /** Whether an input can happen on a device, and keeps the machine small. */
  private boolean happens(long state, ModelInput input) {
    boolean registered =
        !(machine.output(state, lookAtTrap).reply() instanceof Reply.Failed failed)
            || failed.errno() != Errno.ENODEV;
    if (input instanceof ModelInput.Packet packet) {
      return registered && isAffordable(state, cast.groupOf(packet.trap()));
    }
    return registered || !(input instanceof ModelInput.SoftwareDrop);
  }

  private boolean isAffordable(long state, int group) {
    if (!(machine.output(state, lookAtGroup[group]).reply() instanceof Reply.OneGroup one)) {
      return false;
    }
    int policer = (int) one.group().policer();
    if (policer == 0) {
      return true;
    }
    return device.has(Capability.VIRTUAL_TIME)
        && machine.output(state, lookAtPolicer[policer]).reply() instanceof Reply.OnePolicer shown
        && Long.compareUnsigned(shown.policer().burst(), Cast.FEW_TOKENS) <= 0;
  }

  /** Notes what the device lets one see of a step. Callbacks cannot be seen. */
  private void see(Output output) {
    seen.add(String.valueOf(output.reply()));
    if (device.has(Capability.NOTIFICATIONS)) {
      seen.add(output.notices());
    }
    if (device.has(Capability.DROP_MONITOR)) {
      seen.add(output.alerts());
    }
    if (device.has(Capability.EGRESS)) {
      seen.add(output.forwarded());
    }
    if (device.has(Capability.RX_PATH)) {
      seen.add(output.received());
    }
    Set<Output.Count> counted = new HashSet<>();
    for (Output.Count count : output.counted()) {
      if (count.counter() == Counter.TRAP
          || count.counter() == Counter.DROPS && device.has(Callback.DROP_COUNTER_GET)) {
        counted.add(count);
      }
    }
    seen.add(counted);
  }
}
