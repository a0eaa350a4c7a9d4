package packettrap.asic;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.packet.Frame;

/**
 * Sends ten million damaged scenario frames through the switch, with the kit's configuration and
 * with everything on, and prints how often there was which verdict.
 *
 * <p>It ends with an exception if a frame got more than one verdict, or none because of one.
 */
final class MutatedFrames {
  private static final int FRAMES = 10_000_000;
  private static final long SEED = 1;

  private MutatedFrames() {}

  /** Runs with as many frames as the first argument says, or ten million. */
  public static void main(String[] arguments) {
    int frames = arguments.length == 0 ? FRAMES : Integer.parseInt(arguments[0]);
    List<SwitchConfig> configs =
        List.of(BundledScenarios.config("common-switch"), EverythingOn.config().build());
    List<Examiner> switches = configs.stream().map(Examiner::new).toList();
    FrameMutator mutator = new FrameMutator(BundledScenarios.frames(), new SplittableRandom(SEED));
    long longest = 0;
    long before = System.nanoTime();
    for (int count = 0; count < frames; count++) {
      Frame frame = mutator.next();
      longest = Math.max(longest, frame.length());
      switches.get(count & 1).examine(1 + (count >> 1) % 8, frame);
    }
    double seconds = (System.nanoTime() - before) / 1e9;
    TreeMap<String, Long> verdicts = new TreeMap<>();
    switches.forEach(
        device -> device.verdicts().forEach((verdict, n) -> verdicts.merge(verdict, n, Long::sum)));
    verdicts.forEach((verdict, count) -> System.out.printf("%12d %s%n", count, verdict));
    System.out.printf(
        "%,d mutated frames of up to %,d bytes, one verdict each, in %.1f s (%.2f M frames/s,"
            + " mutation included)%n",
        frames, longest, seconds, frames / seconds / 1e6);
  }
}
