package packettrap.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StateSetTests {
  private static final int MANY = 100_000;

  @Test
  void a_state_is_new_once() {
    StateSet states = new StateSet();
    assertTrue(states.add(0));
    assertFalse(states.add(0));
    assertTrue(states.contains(0));
    assertFalse(states.contains(Long.MAX_VALUE));
  }

  @Test
  void growing_keeps_all_states() {
    StateSet states = new StateSet();
    for (long state = 0; state < MANY; state++) {
      states.reserve(state + 1);
      assertTrue(states.add(state << 40));
    }
    for (long state = 0; state < MANY; state++) {
      assertTrue(states.contains(state << 40));
      assertFalse(states.contains((state << 40) + 1));
    }
  }

  @Test
  void of_two_threads_that_add_a_state_one_is_told_that_it_is_new() throws InterruptedException {
    StateSet states = new StateSet();
    states.reserve(MANY);
    AtomicInteger fresh = new AtomicInteger();
    List<Thread> threads =
        IntStream.range(0, 4)
            .mapToObj(
                one ->
                    new Thread(
                        () -> {
                          for (int i = 0; i < MANY; i++) {
                            if (states.add(i)) {
                              fresh.incrementAndGet();
                            }
                          }
                        }))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(MANY, fresh.get());
  }
}
