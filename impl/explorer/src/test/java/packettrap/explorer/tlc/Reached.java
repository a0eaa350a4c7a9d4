package packettrap.explorer.tlc;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.StringValue;
import util.UniqueString;

/** Which inputs and outputs the edges have. */
final class Reached implements Consumer<Edge> {
  private static final UniqueString KIND = UniqueString.of("kind");
  private static final UniqueString RESULT = UniqueString.of("result");
  private static final UniqueString MESSAGE = UniqueString.of("message");
  private static final UniqueString FATE = UniqueString.of("fate");
  private static final UniqueString LOST = UniqueString.of("lost");

  private record Result(UniqueString result, UniqueString message) {
    @Override
    public String toString() {
      return message.length() == 0 ? result.toString() : result + ": " + message;
    }
  }

  private final Set<UniqueString> kinds = ConcurrentHashMap.newKeySet();
  private final Set<UniqueString> fates = ConcurrentHashMap.newKeySet();
  private final Set<UniqueString> losses = ConcurrentHashMap.newKeySet();
  private final Set<Result> results = ConcurrentHashMap.newKeySet();
  private final LongAdder edges = new LongAdder();
  private final LongAdder fresh = new LongAdder();

  @Override
  public void accept(Edge edge) {
    RecordValue output = edge.output();
    kinds.add(text(edge.input(), KIND));
    fates.add(text(output, FATE));
    losses.add(text(output, LOST));
    results.add(new Result(text(output, RESULT), text(output, MESSAGE)));
    edges.increment();
    if (edge.fresh()) {
      fresh.increment();
    }
  }

  private static UniqueString text(RecordValue record, UniqueString field) {
    return ((StringValue) Edge.field(record, field)).val;
  }

  long edges() {
    return edges.sum();
  }

  long fresh() {
    return fresh.sum();
  }

  Set<String> kinds() {
    return texts(kinds);
  }

  Set<String> fates() {
    return texts(fates);
  }

  Set<String> losses() {
    return texts(losses);
  }

  Set<String> results() {
    return texts(results);
  }

  private static Set<String> texts(Set<?> values) {
    Set<String> texts = new TreeSet<>();
    values.forEach(value -> texts.add(value.toString()));
    return texts;
  }
}
