package packettrap.conformance.scenario.generator;

import java.util.ArrayList;
import java.util.List;
import packettrap.spec.message.Cookie;
import packettrap.spec.packet.Frame;
import packettrap.spec.scenario.Scenario.Arrival;
import packettrap.spec.scenario.Scenario.Departure;

/** Collects one arrival: a frame that is shot at the switch, and what must become of it. */
final class Shot {
  private static final String THE_SUBJECT = "";

  private final int port;
  private final Frame frame;
  private final String what;
  private String trap;
  private Cookie cookie;
  private List<Departure> departures;

  private Shot(int port, Frame frame, String what) {
    this.port = port;
    this.frame = frame;
    this.what = what;
  }

  /** A frame on a port; so far it hits nothing and nothing is said of what leaves. */
  static Shot at(int port, Frame frame, String what) {
    return new Shot(port, frame, what);
  }

  static Shot at(int port, Packet packet, String what) {
    return new Shot(port, packet.frame(), what);
  }

  /** It hits the trap that the scenario is about. */
  Shot hits() {
    trap = THE_SUBJECT;
    return this;
  }

  /** It hits the trap that the scenario is about, and the report has a cookie. */
  Shot hits(String hex) {
    cookie = new Cookie(hex);
    return hits();
  }

  /** It hits another trap. */
  Shot hitsInstead(String other) {
    trap = other;
    return this;
  }

  /** It hits another trap, whose report has a cookie. */
  Shot hitsInstead(String other, String hex) {
    cookie = new Cookie(hex);
    return hitsInstead(other);
  }

  /** This leaves, among others that are said. */
  Shot leaves(int egress, Frame departing) {
    if (departures == null) {
      departures = new ArrayList<>();
    }
    departures.add(new Departure(egress, departing));
    return this;
  }

  /** It leaves unchanged. */
  Shot leaves(int egress) {
    return leaves(egress, frame);
  }

  Shot leavesNothing() {
    departures = new ArrayList<>();
    return this;
  }

  boolean hitsSubject() {
    return THE_SUBJECT.equals(trap);
  }

  Arrival arrival(String subject) {
    return new Arrival(port, frame, what, hitsSubject() ? subject : trap, cookie, departures);
  }
}
