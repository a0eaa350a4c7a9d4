package packettrap.conformance;

/** Is told how far a run is; called on the thread that runs the kit. */
@FunctionalInterface
public interface Progress {
  /** Nobody looks. */
  Progress SILENT = (property, done, total) -> {};

  /**
   * A part of the run is done.
   *
   * @param property name of the property that is being tested
   * @param done scripts done so far, of all properties
   * @param total scripts to do
   */
  void at(String property, long done, long total);
}
