package packettrap.conformance.exhaustive;

import java.util.List;

/** Two new devices did not do the same: the driver is not deterministic, or does not start over. */
public final class NotDeterministic extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotDeterministic(List<String> inputs, String before, String now) {
    super(
        "The driver has no machine to be learned: it is not deterministic, or a new device does not"
            + " start over. Asked \"%s\", the last of these was once answered \"%s\" and then \"%s\"."
                .formatted(String.join(" | ", inputs), before, now));
  }
}
