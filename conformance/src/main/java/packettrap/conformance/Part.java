package packettrap.conformance;

import java.util.List;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.scenario.Scenario;

/**
 * What one share of a run has found; {@link Parts} makes the run's result of all of them.
 *
 * @param share which share
 * @param description what the device says of itself; null: it could not be asked
 * @param scenarios those that can be played on the device; neither these nor the description's own
 *     have their configurations, which are large and make no difference to the result
 * @param pieces what was found in each stage of the run, in their order
 * @param error what broke in the last of them, in one sentence; null: nothing
 */
public record Part(
    Share share,
    DeviceDescription description,
    List<Scenario> scenarios,
    List<Piece> pieces,
    String error) {
  public Part {
    scenarios = List.copyOf(scenarios);
    pieces = List.copyOf(pieces);
  }

  static Part of(
      Share share,
      DeviceDescription device,
      List<Scenario> scenarios,
      List<Piece> pieces,
      String error) {
    return new Part(share, device == null ? null : bare(device), bare(scenarios), pieces, error);
  }

  private static DeviceDescription bare(DeviceDescription device) {
    return new DeviceDescription(
        device.handle(),
        device.ports(),
        device.registration(),
        device.callbacks(),
        device.faults(),
        device.capabilities(),
        bare(device.scenarios()));
  }

  private static List<Scenario> bare(List<Scenario> scenarios) {
    return scenarios.stream()
        .map(
            scenario ->
                new Scenario(
                    scenario.name(),
                    scenario.trap(),
                    scenario.title(),
                    null,
                    scenario.settle(),
                    scenario.arrivals(),
                    scenario.rules()))
        .toList();
  }

  /** Requests that were compared. */
  public long requests() {
    return pieces.stream().mapToLong(Piece::requests).sum();
  }

  /** How many counterexamples there are. */
  public long differences() {
    return pieces.stream().mapToLong(piece -> piece.counterexamples().size()).sum();
  }

  /** The stage in which it ended. */
  int lastStage() {
    return pieces.get(pieces.size() - 1).stage();
  }

  /** What was found in a stage; null: it did not do that stage. */
  Piece at(int stage) {
    return pieces.stream().filter(piece -> piece.stage() == stage).findFirst().orElse(null);
  }
}
