package packettrap.conformance.exhaustive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import packettrap.explorer.suite.Mealy;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;

/**
 * What new devices of a kind answer to sequences of inputs; what was asked before is remembered.
 *
 * <p>What the specification's machine does not have in a state is left out there, which counts as
 * an answer.
 */
final class Answers {
  static final String LEFT_OUT = "left out";

  private final Supplier<TrapDevice> devices;
  private final DeviceDescription description;
  private final List<Action> actions;
  private final Mealy right;
  private final Node root = new Node(null);
  private long asked;
  private long steps;

  Answers(
      Supplier<TrapDevice> devices,
      DeviceDescription description,
      List<Action> actions,
      Mealy right) {
    this.devices = devices;
    this.description = description;
    this.actions = actions;
    this.right = right;
  }

  private static final class Node {
    private final String answer;
    private final Map<Integer, Node> next = new HashMap<>();

    Node(String answer) {
      this.answer = answer;
    }
  }

  /** Devices that were asked. */
  long asked() {
    return asked;
  }

  /** What they were asked, in all. */
  long steps() {
    return steps;
  }

  /**
   * The answers to a sequence, remembered.
   *
   * @throws NotDeterministic if a device did otherwise than one before it
   */
  List<String> ask(int[] inputs) {
    List<String> known = new ArrayList<>();
    Node node = root;
    for (int input : inputs) {
      node = node.next.get(input);
      if (node == null) {
        return remember(inputs, fresh(inputs, inputs.length));
      }
      known.add(node.answer);
    }
    return known;
  }

  /**
   * Compares with what was remembered.
   *
   * @throws NotDeterministic if it is not the same
   */
  void check(int[] inputs, List<String> answers) {
    remember(inputs, answers);
  }

  private List<String> remember(int[] inputs, List<String> answers) {
    Node node = root;
    for (int i = 0; i < inputs.length; i++) {
      String answer = answers.get(i);
      node = node.next.computeIfAbsent(inputs[i], any -> new Node(answer));
      if (!node.answer.equals(answer)) {
        throw new NotDeterministic(words(Arrays.copyOf(inputs, i + 1)), node.answer, answer);
      }
    }
    return answers;
  }

  /** The answers of a new device, not remembered. */
  List<String> fresh(int[] inputs, int length) {
    asked++;
    List<String> answers = new ArrayList<>(length);
    try (TrapDevice device = devices.get()) {
      Session session = new Session(device, description);
      int state = 0;
      for (int i = 0; i < length; i++) {
        int to = right.next(state, inputs[i]);
        if (to == Mealy.NONE) {
          answers.add(LEFT_OUT);
          continue;
        }
        state = to;
        steps++;
        answers.add(session.act(actions.get(inputs[i])));
      }
    }
    return answers;
  }

  /** What a sequence is, in a few words each; without what is left out. */
  List<String> words(int[] inputs) {
    List<String> words = new ArrayList<>();
    int state = 0;
    for (int input : inputs) {
      int to = right.next(state, input);
      if (to != Mealy.NONE) {
        state = to;
        words.add(actions.get(input).words());
      }
    }
    return words;
  }
}
