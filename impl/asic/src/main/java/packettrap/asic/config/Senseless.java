package packettrap.asic.config;

import java.util.function.Supplier;

/**
 * What is wrong with a configuration, thrown up to {@link ConfigCheck} and no further.
 *
 * <p>Sentences are written when they are needed: printing every address of every configuration
 * would take longer than all the rest.
 */
final class Senseless extends RuntimeException {
  private Senseless(String sentence) {
    super(sentence, null, false, false);
  }

  static void unless(boolean condition, Supplier<String> sentence) {
    if (!condition) {
      throw new Senseless(sentence.get());
    }
  }

  static void unlessPort(int port, int portCount, Supplier<String> where) {
    unless(
        port >= 1 && port <= portCount,
        () -> where.get() + " names port " + port + ", and the ports are 1 to " + portCount);
  }

  static void unlessVlan(int vlan, Supplier<String> where) {
    unless(
        vlan >= 1 && vlan <= 4094,
        () -> where.get() + " names VLAN " + vlan + ", and VLANs are 1 to 4094");
  }

  static void unlessWithin(Integer value, int most, String what) {
    unless(
        value == null || value >= 0 && value <= most,
        () -> what + " is " + value + ", and must be within 0 to " + most);
  }
}
