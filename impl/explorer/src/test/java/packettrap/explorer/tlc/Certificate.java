package packettrap.explorer.tlc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import packettrap.explorer.Machine;
import packettrap.explorer.Plain;
import packettrap.explorer.tlc.ModelGraph.Row;

/**
 * What core and model agree on: how much it is, and a hash of all of it.
 *
 * <p>Hashed are, in UTF-8 and big-endian 32-bit numbers: the inputs, a line each; then for each
 * state, in the order in which it is found breadth first, the state as a line and its edges in the
 * order of the inputs, each as the numbers of input, next state and output. States and outputs are
 * numbered as they come up; a new output stands as a line before its number.
 */
final class Certificate {
  private Certificate() {}

  /** The certificate of a comparison that found no difference. */
  static String of(ModelGraph model, Bisimulation bisimulation, Machine machine) {
    MessageDigest digest = sha256();
    for (int input = 0; input < machine.inputs(); input++) {
      hash(digest, Plain.text(Plain.input(machine.input(input))));
    }
    List<Long> states = bisimulation.states();
    Map<Integer, Integer> outputs = new HashMap<>();
    ByteBuffer edge = ByteBuffer.allocate(12);
    for (long state : states) {
      hash(digest, Plain.text(Plain.state(machine, state)));
      Row row = model.row(state);
      for (int input = 0; input < row.targets().length; input++) {
        if (row.targets()[input] == Machine.DISABLED) {
          continue;
        }
        int output = row.outputs()[input];
        if (outputs.putIfAbsent(output, outputs.size()) == null) {
          hash(digest, model.output(output));
        }
        edge.clear();
        edge.putInt(input).putInt(bisimulation.number(row.targets()[input]));
        digest.update(edge.putInt(outputs.get(output)).array());
      }
    }
    return "scope %s%nstates %d%ntransitions %d%noutputs %d%nsha256 %s%n"
        .replace("%n", "\n")
        .formatted(
            machine.scope().name(),
            states.size(),
            bisimulation.transitions(),
            outputs.size(),
            HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void hash(MessageDigest digest, String line) {
    digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
