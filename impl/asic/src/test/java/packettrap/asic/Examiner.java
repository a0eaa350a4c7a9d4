package packettrap.asic;

import java.util.List;
import java.util.TreeMap;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.device.TrapHost;
import packettrap.spec.message.Cookie;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/**
 * Sends frames through a switch, all of whose traps report, and insists on one verdict for each.
 *
 * <p>A frame hits one trap, or else it is forwarded, or goes nowhere. A trap that ends its way lets
 * nothing out.
 */
final class Examiner implements TrapHost {
  private static final String FORWARDED = "(forwarded)";
  private static final String NOWHERE = "(nowhere)";

  private final AsicDriver driver = new AsicDriver();
  private final TreeMap<String, Long> verdicts = new TreeMap<>();
  private Frame frame;
  private int port;
  private Trap trap;
  private int reports;
  private int departures;
  private long now;

  Examiner(SwitchConfig config) {
    Registration registration = driver.registration();
    driver.start(this);
    registration.groups().forEach(group -> driver.groupInit(group, null));
    registration.traps().forEach(driver::trapInit);
    if (!driver.configure(config).ok()) {
      throw new AssertionError(driver.configure(config).message());
    }
    for (Trap each : registration.traps()) {
      if (each.type() == TrapType.DROP) {
        driver.trapActionSet(each, TrapAction.TRAP);
      }
    }
  }

  /** The verdict on a frame. */
  String examine(int ingress, Frame arriving) {
    frame = arriving;
    port = ingress;
    trap = null;
    reports = 0;
    departures = 0;
    driver.receive(ingress, arriving);
    if (reports > 1) {
      throw new AssertionError(reports + " reports of " + arriving + " on port " + ingress);
    }
    String verdict = trap != null ? trap.name() : departures > 0 ? FORWARDED : NOWHERE;
    verdicts.merge(verdict, 1L, Long::sum);
    // What waits in a queue leaves before the next frame comes.
    now += 1_000_000;
    driver.timePassed();
    return verdict;
  }

  /** How often there was which verdict. */
  TreeMap<String, Long> verdicts() {
    return verdicts;
  }

  @Override
  public long now() {
    return now;
  }

  @Override
  public void report(Trap reported, int ingress, Frame original, Cookie cookie) {
    reports++;
    trap = reported;
    if (original != frame || ingress != port) {
      throw new AssertionError(reported.name() + " has another frame or port than came in");
    }
    boolean endsHere =
        List.of("parser_error_drops", "stp", "lacp", "lldp", "eapol").contains(reported.group());
    if (endsHere && departures > 0) {
      throw new AssertionError(reported.name() + " let something out of " + original);
    }
  }

  @Override
  public void transmit(int egress, Frame leaving) {
    departures++;
    if (leaving.length() < 14) {
      throw new AssertionError("a frame without an Ethernet header left: " + leaving);
    }
  }
}
