package packettrap.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import packettrap.explorer.ModelInput.Packet;
import packettrap.explorer.ModelInput.TrapSet;
import packettrap.explorer.Output.Count;
import packettrap.explorer.Output.Counter;
import packettrap.explorer.Output.Fate;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;

class MachineTests {
  private static final int D1 = 1;
  private static final int E = 3;

  private final Machine machine = new Machine(Scope.S);

  private int number(ModelInput input) {
    int number = machine.scope().inputs().indexOf(input);
    assertFalse(number < 0, "no input " + input);
    return number;
  }

  private long after(ModelInput... inputs) {
    long state = machine.initial();
    for (ModelInput input : inputs) {
      state = machine.next(state, number(input));
      assertFalse(state == Machine.DISABLED, input + " is not enabled");
    }
    return state;
  }

  @Test
  void a_packet_costs_a_token_and_counts() {
    long state = after();
    int packet = number(new Packet(E));
    for (int token = 2; token > 0; token--) {
      Output copied = machine.output(state, packet);
      assertEquals(Fate.COPIED, copied.fate());
      assertEquals(
          List.of(new Count(Counter.TRAP, E, 1), new Count(Counter.GROUP, 1, 1)), copied.counted());
      state = machine.next(state, packet);
    }
    Output policed = machine.output(state, packet);
    assertEquals(Fate.POLICED, policed.fate());
    assertEquals(List.of(new Count(Counter.POLICER, 1, 1)), policed.counted());
    assertEquals(state, machine.next(state, packet));
  }

  @Test
  void a_refused_action_stays_and_the_refusal_is_the_reply() {
    long state = after();
    int refused = number(new TrapSet(D1, Inputs.TRAP, 1));
    assertEquals(state, machine.next(state, refused));
    assertEquals(
        new Reply.Failed(Errno.EIO, "The driver refuses"), machine.output(state, refused).reply());
  }

  @Test
  void nothing_is_refused_where_nothing_is_asked() {
    long gone = after(new ModelInput.Unregister());
    int refused = number(new TrapSet(D1, Inputs.TRAP, 1));
    assertFalse(machine.enabled(gone, refused));
    assertThrows(IllegalArgumentException.class, () -> machine.output(gone, refused));
  }

  @Test
  void a_queue_longer_than_the_scope_has_no_further_packets() {
    long full =
        after(
            new ModelInput.MonitorConfigSet(Inputs.PACKET, ModelInput.ABSENT),
            new ModelInput.MonitorStart(false, true),
            new Packet(E));
    assertFalse(machine.enabled(full, number(new Packet(E))));
  }
}
