package packettrap.conformance;

import static packettrap.conformance.engine.Op.ADVANCE;
import static packettrap.conformance.engine.Op.FAIL;
import static packettrap.conformance.engine.Op.GROUP_GET;
import static packettrap.conformance.engine.Op.GROUP_SET;
import static packettrap.conformance.engine.Op.HIT;
import static packettrap.conformance.engine.Op.MONITOR_CONFIG_GET;
import static packettrap.conformance.engine.Op.MONITOR_CONFIG_SET;
import static packettrap.conformance.engine.Op.MONITOR_START;
import static packettrap.conformance.engine.Op.MONITOR_STATS_GET;
import static packettrap.conformance.engine.Op.MONITOR_STOP;
import static packettrap.conformance.engine.Op.OBSERVE;
import static packettrap.conformance.engine.Op.ON_DEVICE;
import static packettrap.conformance.engine.Op.POLICER_GET;
import static packettrap.conformance.engine.Op.POLICER_SET;
import static packettrap.conformance.engine.Op.REGISTER_OTHER;
import static packettrap.conformance.engine.Op.RELOAD;
import static packettrap.conformance.engine.Op.REREGISTER;
import static packettrap.conformance.engine.Op.SOFTWARE_DROP;
import static packettrap.conformance.engine.Op.SOFTWARE_FLOOD;
import static packettrap.conformance.engine.Op.TRAP_GET;
import static packettrap.conformance.engine.Op.TRAP_SET;
import static packettrap.conformance.engine.Op.UNPRIVILEGED;
import static packettrap.conformance.engine.Op.UNSUPPORTED;

import java.util.Arrays;
import java.util.stream.Stream;
import packettrap.conformance.engine.Script.Weights;
import packettrap.spec.rule.Catalogue;
import packettrap.spec.rule.Rule;

/**
 * The properties: what is done with a device at random, and which rules that verifies.
 *
 * <p>In each of them device and oracle go in lockstep; they differ in what they do most.
 */
public enum Property {
  /** Every scenario, with every action of its trap, on a fresh device. */
  @Verifies({
    "TRP-*", "PKT-01", "PKT-02", "PKT-03", "PKT-07", "PKT-08", "PKT-09", "PKT-10", "DRV-04",
    "DRV-05", "DRV-06", "DRV-07", "DRV-08", "DRV-09"
  })
  EACH_SCENARIO(0, 4, Weights.of(HIT, 1)),

  /** Who may ask what, of which device, about what. */
  @Verifies({
    "REQ-01", "REQ-02", "REQ-03", "REQ-04", "REQ-05", "REQ-06", "REQ-07", "REQ-08", "REQ-09",
    "REQ-10", "REQ-11", "REQ-12", "REQ-13", "REQ-14", "REG-01", "REG-02", "ACT-01", "GRP-13",
    "POL-12", "MET-01", "MET-04", "STA-05", "STA-06", "STA-09"
  })
  REQUESTS(
      60,
      6,
      Weights.of(
          UNPRIVILEGED,
          8,
          ON_DEVICE,
          6,
          TRAP_GET,
          4,
          GROUP_GET,
          4,
          POLICER_GET,
          4,
          TRAP_SET,
          2,
          GROUP_SET,
          2,
          POLICER_SET,
          2,
          UNSUPPORTED,
          3,
          MONITOR_CONFIG_GET,
          1,
          OBSERVE,
          2)),

  /** Actions of traps, one by one and by groups. */
  @Verifies({
    "ACT-01", "ACT-02", "ACT-03", "ACT-04", "ACT-05", "ACT-09", "ACT-10", "ACT-11", "GRP-01",
    "GRP-02", "GRP-06", "GRP-07", "GRP-14", "GRP-15", "NTF-05", "REQ-11", "REQ-12"
  })
  ACTIONS(60, 8, Weights.of(TRAP_SET, 10, GROUP_SET, 4, TRAP_GET, 6, OBSERVE, 2)),

  /** Groups and their policers. */
  @Verifies({
    "GRP-01", "GRP-07", "GRP-08", "GRP-09", "GRP-10", "GRP-11", "GRP-13", "GRP-14", "GRP-15",
    "GRP-16", "GRP-17", "REQ-06", "REQ-09"
  })
  GROUPS(60, 8, Weights.of(GROUP_SET, 10, GROUP_GET, 5, TRAP_GET, 1, OBSERVE, 2)),

  /** Parameters of policers. */
  @Verifies({
    "POL-01", "POL-02", "POL-03", "POL-04", "POL-05", "POL-06", "POL-07", "POL-08", "POL-11",
    "POL-12", "POL-13", "POL-14", "REQ-07", "REQ-10"
  })
  POLICERS(60, 8, Weights.of(POLICER_SET, 10, POLICER_GET, 5, OBSERVE, 2)),

  /** A driver that refuses, and what is left as it was. */
  @Verifies({
    "ACT-06", "ACT-07", "ACT-08", "ACT-12", "ACT-13", "GRP-03", "GRP-04", "GRP-05", "GRP-08",
    "GRP-12", "POL-09", "POL-10", "STA-07", "STA-08", "DRV-10", "DRV-14"
  })
  REFUSALS(
      60,
      8,
      Weights.of(
          FAIL,
          6,
          TRAP_SET,
          6,
          GROUP_SET,
          6,
          POLICER_SET,
          4,
          TRAP_GET,
          3,
          POLICER_GET,
          2,
          HIT,
          3,
          OBSERVE,
          2)),

  /** Frames, actions and statistics. */
  @Verifies({
    "STA-01", "STA-02", "STA-03", "STA-04", "STA-09", "STA-10", "STA-11", "STA-12", "DRV-01",
    "DRV-02", "DRV-03", "DRV-04", "DRV-05", "DRV-06", "DRV-07", "DRV-08", "DRV-09", "DRV-11",
    "DRV-13", "DRV-17", "DRV-19", "PKT-01", "PKT-02", "PKT-03", "PKT-04", "PKT-05", "PKT-06"
  })
  PACKETS(
      50,
      10,
      Weights.of(
          HIT, 10, TRAP_SET, 6, GROUP_SET, 2, TRAP_GET, 3, GROUP_GET, 1, ADVANCE, 1, OBSERVE, 1)),

  /** Frames through policers. */
  @Verifies({
    "POL-20", "POL-21", "POL-22", "POL-23", "POL-24", "POL-25", "POL-26", "POL-27", "POL-28",
    "POL-29", "POL-30", "POL-31", "POL-32", "POL-34"
  })
  POLICING(
      50,
      14,
      Weights.of(
          HIT,
          12,
          ADVANCE,
          8,
          POLICER_SET,
          4,
          GROUP_SET,
          3,
          TRAP_SET,
          4,
          POLICER_GET,
          3,
          RELOAD,
          1)),

  /** Drop monitor's requests. */
  @Verifies({
    "MON-01", "MON-02", "MON-03", "MON-04", "MON-05", "MON-07", "MON-08", "MON-09", "MON-10",
    "MON-11", "MON-12", "MON-13", "MON-20"
  })
  MONITOR_REQUESTS(
      60,
      6,
      Weights.of(
          MONITOR_CONFIG_SET,
          6,
          MONITOR_CONFIG_GET,
          3,
          MONITOR_STATS_GET,
          2,
          MONITOR_START,
          6,
          MONITOR_STOP,
          5,
          UNPRIVILEGED,
          1)),

  /** Frames and what drop monitor tells of them. */
  @Verifies({
    "MON-06", "MON-12", "MON-14", "MON-15", "MON-16", "MON-17", "MON-18", "MON-20", "MON-21",
    "MON-22", "MON-23", "MON-25", "MON-26", "MON-27", "MON-28", "MON-29", "MON-30", "MON-31",
    "MON-32", "MON-35", "MET-02", "MET-03"
  })
  HARDWARE_ALERTS(
      60,
      14,
      Weights.of(
          HIT,
          14,
          TRAP_SET,
          6,
          GROUP_SET,
          1,
          MONITOR_CONFIG_SET,
          5,
          MONITOR_START,
          7,
          MONITOR_STOP,
          4,
          MONITOR_STATS_GET,
          3,
          ADVANCE,
          4)),

  /** What the stack drops, and what drop monitor tells of it. */
  @Verifies({"MON-14", "MON-18", "MON-19", "MON-20", "MON-33", "MON-34", "MON-36"})
  SOFTWARE_ALERTS(
      60,
      6,
      Weights.of(
          SOFTWARE_DROP,
          14,
          SOFTWARE_FLOOD,
          1,
          HIT,
          3,
          TRAP_SET,
          1,
          MONITOR_CONFIG_SET,
          5,
          MONITOR_START,
          7,
          MONITOR_STOP,
          4,
          MONITOR_STATS_GET,
          3,
          ADVANCE,
          4)),

  /** Reload, and what starts over. */
  @Verifies({
    "RLD-01", "RLD-02", "RLD-03", "RLD-04", "RLD-05", "RLD-06", "NTF-07", "DRV-18", "NTF-02"
  })
  RELOADS(
      50,
      6,
      Weights.of(
          RELOAD,
          4,
          TRAP_SET,
          6,
          GROUP_SET,
          4,
          POLICER_SET,
          3,
          HIT,
          8,
          ADVANCE,
          1,
          MONITOR_CONFIG_SET,
          1,
          MONITOR_CONFIG_GET,
          1,
          MONITOR_START,
          1,
          OBSERVE,
          2)),

  /** Devices that go and come. */
  @Verifies({
    "NTF-01", "NTF-02", "NTF-03", "NTF-06", "REG-01", "REG-02", "REG-03", "REG-04", "REG-05",
    "REG-06", "REG-07", "REG-08", "REG-09", "REG-10", "REG-11", "REG-12", "REG-13", "REG-14",
    "REG-15", "REG-16", "REG-17", "REG-18", "REG-19", "REG-20", "REG-21", "REG-22", "REG-23",
    "REG-24", "REG-25", "GRP-18", "DRV-18"
  })
  LIFECYCLE(
      40,
      6,
      Weights.of(
          REREGISTER,
          4,
          REGISTER_OTHER,
          6,
          TRAP_SET,
          5,
          GROUP_SET,
          3,
          POLICER_SET,
          2,
          HIT,
          4,
          OBSERVE,
          1)),

  /** The same script twice. */
  @Verifies("DRV-12")
  REPETITION(
      50,
      3,
      Weights.of(
          HIT,
          10,
          TRAP_SET,
          5,
          GROUP_SET,
          3,
          POLICER_SET,
          2,
          ADVANCE,
          4,
          MONITOR_CONFIG_SET,
          1,
          MONITOR_START,
          1,
          RELOAD,
          1,
          OBSERVE,
          1)),

  /** Everything at once. */
  @Verifies({"REQ-11", "REQ-12", "DRV-10", "DRV-11", "DRV-15", "STA-10", "STA-13", "MON-20"})
  EVERYTHING(
      90,
      10,
      Weights.of(
          HIT,
          14,
          TRAP_SET,
          8,
          GROUP_SET,
          5,
          POLICER_SET,
          3,
          ADVANCE,
          4,
          MONITOR_CONFIG_SET,
          2,
          MONITOR_START,
          2,
          MONITOR_STOP,
          1,
          MONITOR_STATS_GET,
          1,
          RELOAD,
          1,
          REREGISTER,
          1,
          FAIL,
          2,
          UNPRIVILEGED,
          1,
          UNSUPPORTED,
          1,
          SOFTWARE_DROP,
          1,
          TRAP_GET,
          2,
          GROUP_GET,
          1,
          POLICER_GET,
          1,
          OBSERVE,
          1));

  private final int length;
  private final int share;
  private final Weights weights;

  Property(int length, int share, Weights weights) {
    this.length = length;
    this.share = share;
    this.weights = weights;
  }

  /** Steps of a script at most; 0: the scripts are not drawn but enumerated. */
  public int length() {
    return length;
  }

  /** How much of a run it takes, relative to the others. */
  public int share() {
    return share;
  }

  /** What its scripts consist of. */
  public Weights weights() {
    return weights;
  }

  /** Ids of the rules that it verifies. */
  public String[] rules() {
    try {
      Verifies verifies = Property.class.getField(name()).getAnnotation(Verifies.class);
      return Arrays.stream(verifies.value()).flatMap(Property::expanded).toArray(String[]::new);
    } catch (NoSuchFieldException e) {
      throw new AssertionError("an enum constant is a field", e);
    }
  }

  private static Stream<String> expanded(String id) {
    return id.endsWith("-*")
        ? Catalogue.rules().stream().filter(rule -> id.equals(rule.family() + "-*")).map(Rule::id)
        : Stream.of(id);
  }

  /** Its name in reports: words in lower case. */
  public String title() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
