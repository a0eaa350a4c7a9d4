package packettrap.runner.report.frame;

import java.util.List;

/**
 * A header of a frame, or what comes behind the last one.
 *
 * @param name the protocol
 * @param offset of its first byte in the frame
 * @param length in bytes
 * @param fields in their order
 */
public record Layer(String name, int offset, int length, List<Field> fields) {
  public Layer {
    fields = List.copyOf(fields);
  }
}
