package packettrap.runner.classify;

import java.io.IOException;

/** A file is not a whole capture; the message says why, as the rest of a sentence about it. */
final class DamagedCapture extends IOException {
  private static final long serialVersionUID = 1;

  DamagedCapture(String predicate) {
    super(predicate);
  }
}
