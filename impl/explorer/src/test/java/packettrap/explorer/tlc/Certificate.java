package packettrap.explorer.tlc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import packettrap.explorer.Machine;
import packettrap.explorer.Plain;
import packettrap.explorer.Transitions;

/**
 * What core and model agreed on: how much it is, and a hash of all of it.
 *
 * <p>Hashed are, in UTF-8 and big-endian 32-bit numbers: the inputs as text; then for each state,
 * in the order in which it is found breadth first, the state as text and its edges in the order of
 * the inputs, each as the numbers of input, next state and output. States and outputs are numbered
 * as they come up; an output's text stands before its number when it comes up first.
 */
final class Certificate {
  private final Bisimulation bisimulation;
  private final Machine machine;
  private final MessageDigest digest;
  private final ByteBuffer edge = ByteBuffer.allocate(12);
  private final List<Long> states = new ArrayList<>();
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final Map<Short, Integer> outputs = new HashMap<>();
  private long transitions;

  private Certificate(Bisimulation bisimulation) {
    this.bisimulation = bisimulation;
    this.machine = bisimulation.machine();
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The certificate of a comparison that found no difference. */
  static String of(Bisimulation bisimulation) {
    return new Certificate(bisimulation).text();
  }

  private String text() {
    for (int input = 0; input < machine.inputs(); input++) {
      hash(Plain.text(Plain.input(machine.input(input))));
    }
    Transitions next = new Transitions(machine);
    number(machine.initial());
    for (int i = 0; i < states.size(); i++) {
      long state = states.get(i);
      hash(Plain.text(Plain.state(machine, state)));
      short[] row = bisimulation.rows().get(state);
      for (int input = 0; input < row.length; input++) {
        if (row[input] >= 0) {
          hash(input, number(next.next(state, input)), row[input]);
        }
      }
    }
    return "scope "
        + machine.scope().name()
        + "\nstates "
        + states.size()
        + "\ntransitions "
        + transitions
        + "\noutputs "
        + outputs.size()
        + "\nsha256 "
        + HexFormat.of().formatHex(digest.digest())
        + "\n";
  }

  private int number(long state) {
    Integer number = numbers.putIfAbsent(state, states.size());
    if (number == null) {
      states.add(state);
      return states.size() - 1;
    }
    return number;
  }

  private void hash(String text) {
    digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void hash(int input, int next, short output) {
    transitions++;
    Integer number = outputs.putIfAbsent(output, outputs.size());
    if (number == null) {
      number = outputs.size() - 1;
      hash(bisimulation.outputText(output));
    }
    edge.clear();
    digest.update(edge.putInt(input).putInt(next).putInt(number).array());
  }
}
