package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.*;
import static packettrap.conformance.scenario.generator.Frames.ethernet;
import static packettrap.conformance.scenario.generator.Frames.hex;
import static packettrap.conformance.scenario.generator.Shot.at;

import java.util.List;
import packettrap.spec.packet.Frame;

/** How a station logs in at a port, IEEE 802.1X. */
final class EapolPages {
  private static final String ACCESS = "01:80:c2:00:00:03";
  private static final String NOT_ASSIGNED = "01:80:c2:00:00:0b";
  private static final int EAPOL = 0x888e;
  private static final int PREAUTHENTICATION = 0x88c7;

  /** Version 1, type 1 (start), no body: IEEE 802.1X clause 11.3. */
  private static final String START = "01 01 0000";

  private static final String LOGOFF = "01 02 0000";

  /** Type 0 (EAP packet): a response with an identity, RFC 3748 section 5.1. */
  private static final String IDENTITY = "02 00 0009 02 01 0009 01 616e6e61";

  private EapolPages() {}

  static List<Page> all() {
    return List.of(eapol());
  }

  private static Page eapol() {
    Frame toHost = ethernet(HOST_2, HOST_1, EAPOL, hex(START));
    return new Page("eapol")
        .hit(
            "start",
            "A station that wants to log in is for the switch.",
            at(1, start(), "a start").hits())
        .hit(
            "other-types",
            "Whatever a station says when it logs in is for the switch.",
            at(1, eapol(IDENTITY), "an identity").hits(),
            at(1, eapol(LOGOFF), "a logoff").hits())
        .hit(
            "every-port",
            "A station logs in whatever the port is.",
            at(2, start(), "on a bridge port").hits(),
            at(5, start(), "on a blocking port").hits(),
            at(3, start(), "on a port without PVID").hits(),
            at(7, start(), "on a router port").hits())
        .shows("PKT-07")
        .hit(
            "before-a-group-source",
            "Logging in comes before the drop of a source MAC with the group bit.",
            at(1, Frames.changed(start(), 6, "03"), "from 03:00:00:00:01:01").hits())
        .hit(
            "before-a-flow-rule",
            "Logging in comes before a flow rule that traps.",
            at(
                    1,
                    ethernet(ACCESS, FlowRules.TRAPPED_SOURCE, EAPOL, hex(START)),
                    "from 02:00:00:00:ac:21")
                .hits())
        .shows()
        .miss(
            "to-a-host",
            "A frame to a host is for the host.",
            at(1, toHost, "a start to a host").leaves(2))
        .anywhere()
        .hit(
            "any-switch",
            "However a switch is configured, EAPOL is for it.",
            at(1, start(), "a start").hits(),
            at(2, eapol(IDENTITY), "an identity on another port").hits())
        .miss(
            "other-type",
            "EAPOL has EtherType 888e.",
            at(1, ethernet(ACCESS, HOST_1, EXPERIMENT, hex(START)), "type 88b5"),
            at(1, ethernet(ACCESS, HOST_1, PREAUTHENTICATION, hex(START)), "type 88c7"))
        .miss(
            "other-destination",
            "EAPOL goes to 01:80:c2:00:00:03.",
            at(1, ethernet(NOT_ASSIGNED, HOST_1, EAPOL, hex(START)), "to 01:80:c2:00:00:0b"));
  }

  private static Frame start() {
    return eapol(START);
  }

  private static Frame eapol(String message) {
    return ethernet(ACCESS, HOST_1, EAPOL, hex(message));
  }
}
