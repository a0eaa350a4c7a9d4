package packettrap.explorer.tlc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScopeTests {
  @TempDir Path directory;

  @Test
  void scope_S_has_as_many_states_and_transitions_as_ever() {
    LongAdder edges = new LongAdder();
    LongAdder fresh = new LongAdder();
    TlcResult result =
        Tlc.run(
            TlaModel.of("ScopeS"),
            directory,
            2,
            edge -> {
              edges.increment();
              if (edge.fresh()) {
                fresh.increment();
              }
            });
    assertEquals(new TlcResult(9_464, 740_024, List.of(), List.of()), result);
    assertEquals(result.transitions(), edges.sum());
    assertEquals(result.distinct() - 1, fresh.sum());
  }
}
