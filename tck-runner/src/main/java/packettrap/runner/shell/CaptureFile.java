package packettrap.runner.shell;

import java.nio.file.Path;
import packettrap.spec.packet.Frame;

/** Reads a capture. */
@FunctionalInterface
public interface CaptureFile {
  /** Gets the frames. */
  @FunctionalInterface
  interface Taker {
    /**
     * A frame of the file.
     *
     * @param time when it was captured, ns since 1970
     */
    void take(long time, Frame frame);
  }

  /**
   * Hands all frames over, in the order of the file.
   *
   * @throws packettrap.runner.Unusable if it is no whole capture; frames may have come before
   */
  void read(Path file, Taker taker);
}
