package packettrap.runner.report;

import packettrap.conformance.exhaustive.Learned;

/** Writes a learned machine as a graph in the DOT language, which Graphviz and LearnLib read. */
final class LearnedGraph {
  private LearnedGraph() {}

  static String of(Learned learned) {
    StringBuilder graph = new StringBuilder("digraph learned {\n");
    graph.append("__start0 [label=\"\" shape=\"none\"];\n");
    for (int state = 0; state < learned.states(); state++) {
      graph.append("s%d [shape=\"circle\" label=\"%d\"];\n".formatted(state, state));
    }
    for (Learned.Transition one : learned.machine()) {
      graph.append(
          "s%d -> s%d [label=\"%s / %s\"];\n"
              .formatted(one.from(), one.to(), quoted(one.input()), quoted(one.shown())));
    }
    return graph.append("__start0 -> s0;\n}\n").toString();
  }

  private static String quoted(String words) {
    return words.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
  }
}
