package packettrap.conformance.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import packettrap.reference.Hardware.Fate;
import packettrap.spec.device.Capability;
import packettrap.spec.message.AlertMode;
import packettrap.spec.message.Event;
import packettrap.spec.message.Request;
import packettrap.spec.rule.DriverRules;
import packettrap.spec.rule.MetadataRules;
import packettrap.spec.rule.MonitorRules;
import packettrap.spec.rule.NotificationRules;
import packettrap.spec.rule.PacketRules;
import packettrap.spec.rule.PolicerRules;
import packettrap.spec.rule.Rule;
import packettrap.spec.trap.Metadata;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/** Compares what frames brought about: what left, what the stack received, what was told. */
final class FrameComparison {
  private final Subject subject;
  private final Oracle oracle;
  private final Causes causes;
  private final Diagnosis diagnosis;

  FrameComparison(Subject subject, Oracle oracle, Causes causes, Diagnosis diagnosis) {
    this.subject = subject;
    this.oracle = oracle;
    this.causes = causes;
    this.diagnosis = diagnosis;
  }

  void compare(
      List<Hit> hits,
      List<Event> observed,
      List<Event> received,
      List<Event> alerts,
      Departures departures) {
    List<Event.Received> toStack = new ArrayList<>();
    List<Event> told = new ArrayList<>();
    for (Event event : observed) {
      if (event instanceof Event.Received in) {
        toStack.add(in);
      } else if (event instanceof Event.HardwareDrop || event instanceof Event.SoftwareDrop) {
        told.add(event);
      } else if (!(event instanceof Event.Transmitted)) {
        throw new Difference(rulesOfOther(event), Words.of(event), "nothing of that kind");
      }
    }
    departures.observe(observed);
    if (!departures.late()) {
      departed(departures);
    }
    if (subject.description().has(Capability.RX_PATH)) {
      compareReceived(hits, toStack, received);
    }
    if (subject.description().has(Capability.DROP_MONITOR)) {
      compareAlerts(hits, told, alerts);
    }
  }

  private static List<Rule> rulesOfOther(Event event) {
    return event instanceof Event.HardwareSummary || event instanceof Event.SoftwareSummary
        ? List.of(MonitorRules.MON_22, MonitorRules.MON_17)
        : List.of(NotificationRules.NTF_05);
  }

  /** Compares what left the device. */
  void departed(Departures departures) {
    if (!subject.description().has(Capability.EGRESS) || departures.right()) {
      return;
    }
    throw new Difference(
        rulesOfDepartures(departures),
        departures.describeObserved(),
        departures.describeDemanded());
  }

  private List<Rule> rulesOfDepartures(Departures departures) {
    Hit hit = culprit(departures);
    List<Rule> rules = new ArrayList<>();
    boolean mistaken = diagnosis.falselyTrapped(hit);
    if (hit.trap() < 0) {
      rules.addAll(mistaken ? diagnosis.rulesOfMistake(hit) : List.of(PacketRules.PKT_03));
      diagnosis.trapRule(hit).ifPresent(rules::add);
      return rules;
    } else if (mistaken) {
      return diagnosis.rulesOfMistake(hit);
    }
    Rule basic =
        hit.action() == TrapAction.DROP
            ? DriverRules.DRV_05
            : hit.action() == TrapAction.TRAP ? DriverRules.DRV_07 : DriverRules.DRV_09;
    Hit unknown = unrecognised(departures, hit.action() == TrapAction.MIRROR);
    if (unknown != null) {
      diagnosis.trapRule(unknown).ifPresent(rules::add);
      rules.add(PacketRules.PKT_01);
    } else {
      rules.addAll(diagnosis.rulesOfAction(hit, basic));
      boolean elsewhere = hit.action() == TrapAction.MIRROR && departures.some();
      rules.add(elsewhere ? 1 : rules.size(), PacketRules.PKT_03);
      boolean discards =
          departures.hits().stream()
              .anyMatch(one -> one.action() == TrapAction.MIRROR && one.fate() == Fate.DISCARDED);
      if (discards && !departures.tooMuch()) {
        rules.add(0, PolicerRules.POL_30);
      }
    }
    rules.add(basic);
    return rules;
  }

  /** A frame that the device does not know to hit its trap; null: it knows all of them. */
  private Hit unrecognised(Departures departures, boolean mirrored) {
    Hit before = null;
    for (Hit hit : departures.hits()) {
      boolean again = before != null && before.arrival() == hit.arrival();
      if (!again
          && hit.trap() >= 0
          && (hit.action() == TrapAction.MIRROR) == mirrored
          && !diagnosis.recognised(hit)) {
        return hit;
      }
      before = hit;
    }
    return null;
  }

  /** The frame that is most likely treated wrongly: one whose action says something of leaving. */
  private static Hit culprit(Departures departures) {
    boolean tooMuch = departures.tooMuch();
    for (Hit hit : departures.hits()) {
      boolean mayLeave = hit.trap() < 0 || hit.action() == TrapAction.MIRROR;
      if (mayLeave != tooMuch && (mayLeave || hit.trap() >= 0)) {
        return hit;
      }
    }
    return departures.hits().get(0);
  }

  private void compareReceived(
      List<Hit> hits, List<Event.Received> observed, List<Event> demanded) {
    List<Trap> traps = new ArrayList<>();
    for (Hit hit : hits) {
      if (hit.copied() && oracle.devlink().registeredTrap(hit.trap()).type() != TrapType.DROP) {
        traps.add(oracle.devlink().registeredTrap(hit.trap()));
      }
    }
    for (int i = 0; i < Math.max(observed.size(), demanded.size()); i++) {
      Event.Received other = i < observed.size() ? observed.get(i) : null;
      Event.Received one = i < demanded.size() ? (Event.Received) demanded.get(i) : null;
      if (!sameReceived(one, other, i < traps.size() ? traps.get(i) : null)) {
        throw new Difference(
            rulesOfReceived(hits, one, other, observed.size() - demanded.size()),
            other == null ? "nothing more reaches the stack" : Words.of(other, one),
            one == null ? "nothing more reaches the stack" : Words.of(one, other));
      }
    }
  }

  /** A trap that does not declare the input port may leave it out (rule MET-05). */
  private static boolean sameReceived(Event.Received demanded, Event.Received observed, Trap trap) {
    if (Objects.equals(demanded, observed)) {
      return true;
    }
    return demanded != null
        && observed != null
        && observed.port() == 0
        && observed.frame().equals(demanded.frame())
        && trap != null
        && !trap.metadata().contains(Metadata.INPUT_PORT);
  }

  private List<Rule> rulesOfReceived(
      List<Hit> hits, Event.Received demanded, Event.Received observed, int excess) {
    if (excess == 0 && demanded != null && observed != null) {
      return demanded.frame().equals(observed.frame())
          ? List.of(MetadataRules.MET_02, PacketRules.PKT_06)
          : List.of(DriverRules.DRV_02, PacketRules.PKT_06);
    }
    Hit hit = excess > 0 ? discarded(hits, observed) : hitOf(hits, demanded);
    if (hit == null) {
      return List.of(PacketRules.PKT_06);
    }
    if (excess > 0) {
      if (hit.trap() >= 0
          && oracle.devlink().registeredTrap(hit.trap()).type() == TrapType.DROP
          && diagnosis.countsRight(hit)) {
        return diagnosis.falselyTrapped(hit)
            ? diagnosis.rulesOfMistake(hit)
            : List.of(PacketRules.PKT_05);
      }
      return diagnosis.rulesOfCopies(hit, hits, PacketRules.PKT_05);
    }
    return diagnosis.countsRight(hit)
        ? List.of(PacketRules.PKT_04)
        : diagnosis.rulesOfCopies(hit, hits, PacketRules.PKT_04);
  }

  /** The hit whose copy was not to reach the stack. */
  private static Hit discarded(List<Hit> hits, Event.Received observed) {
    for (Hit hit : hits) {
      if (observed != null && !hit.copied() && hit.arrival().frame().equals(observed.frame())) {
        return hit;
      }
    }
    return hitOf(hits, null);
  }

  private static Hit hitOf(List<Hit> hits, Event.Received demanded) {
    if (demanded != null) {
      for (Hit hit : hits) {
        if (hit.copied() && hit.arrival().frame().equals(demanded.frame())) {
          return hit;
        }
      }
    }
    for (Hit hit : hits) {
      if (!hit.copied()) {
        return hit;
      }
    }
    return hits.isEmpty() ? null : hits.get(hits.size() - 1);
  }

  private void compareAlerts(List<Hit> hits, List<Event> observed, List<Event> demanded) {
    for (int i = 0; i < Math.max(observed.size(), demanded.size()); i++) {
      Event other = i < observed.size() ? observed.get(i) : null;
      Event one = i < demanded.size() ? demanded.get(i) : null;
      if (!sameAlert(one, other)) {
        throw new Difference(
            rulesOfAlert(hits, one, other, observed.size() - demanded.size()),
            other == null ? "no alert" : Words.of(other),
            one == null ? "no alert" : Words.of(one));
      }
    }
  }

  /** An alert may tell more than its trap declares (rule MET-05), or leave out what it does not. */
  private boolean sameAlert(Event demanded, Event observed) {
    if (Objects.equals(demanded, observed)) {
      return true;
    }
    if (!(demanded instanceof Event.HardwareDrop one)
        || !(observed instanceof Event.HardwareDrop other)) {
      return false;
    }
    int index = oracle.devlink().trap(one.trap());
    Trap trap = oracle.devlink().registeredTrap(index);
    boolean portFree = !trap.metadata().contains(Metadata.INPUT_PORT) && other.inputPort() == null;
    boolean cookieFree = !trap.metadata().contains(Metadata.FLOW_ACTION_COOKIE);
    return one.equals(
        new Event.HardwareDrop(
            other.group(),
            other.trap(),
            portFree ? one.inputPort() : other.inputPort(),
            cookieFree ? one.cookie() : other.cookie(),
            other.timestamp(),
            other.originalLength(),
            other.protocol(),
            other.payload()));
  }

  private List<Rule> rulesOfAlert(List<Hit> hits, Event demanded, Event observed, int excess) {
    if (excess == 0
        && demanded instanceof Event.HardwareDrop one
        && observed instanceof Event.HardwareDrop other) {
      return rulesOfFields(hits, one, other);
    }
    if (observed instanceof Event.SoftwareDrop) {
      return List.of(MonitorRules.MON_36, DriverRules.DRV_13);
    }
    var monitor = oracle.state().monitor();
    if (excess > 0) {
      if (!monitor.hardware().running() || monitor.alertMode() != AlertMode.PACKET) {
        return unmonitored();
      }
      Event.HardwareDrop extra = (Event.HardwareDrop) observed;
      int trap = oracle.devlink().trap(extra.trap());
      if (trap >= 0 && oracle.devlink().registeredTrap(trap).type() == TrapType.CONTROL) {
        return List.of(MonitorRules.MON_16);
      }
      Hit hit = hitOfTrap(hits, trap);
      if (diagnosis.countsRight(hit)) {
        return monitor.queueLength() == 0
            ? List.of(MonitorRules.MON_06, MonitorRules.MON_18)
            : List.of(MonitorRules.MON_18, MonitorRules.MON_17);
      }
      return diagnosis.rulesOfCopies(hit, hits, MonitorRules.MON_17);
    }
    Hit hit = hitOfTrap(hits, oracle.devlink().trap(((Event.HardwareDrop) demanded).trap()));
    return diagnosis.countsRight(hit)
        ? List.of(MonitorRules.MON_15, MonitorRules.MON_17, MonitorRules.MON_18)
        : diagnosis.rulesOfCopies(hit, hits, MonitorRules.MON_15);
  }

  private List<Rule> unmonitored() {
    Cause stop = causes.last(cause -> cause.request() instanceof Request.MonitorStop);
    return stop == null
        ? List.of(MonitorRules.MON_35, MonitorRules.MON_36)
        : List.of(MonitorRules.MON_12, MonitorRules.MON_35);
  }

  private static Hit hitOfTrap(List<Hit> hits, int trap) {
    for (Hit hit : hits) {
      if (hit.trap() == trap) {
        return hit;
      }
    }
    return hits.get(0);
  }

  private List<Rule> rulesOfFields(
      List<Hit> hits, Event.HardwareDrop demanded, Event.HardwareDrop observed) {
    if (!demanded.trap().equals(observed.trap())) {
      Hit hit = hitOfTrap(hits, oracle.devlink().trap(demanded.trap()));
      if (diagnosis.countsRight(hit)) {
        return List.of(MonitorRules.MON_25, MonitorRules.MON_17);
      }
      return diagnosis.rulesOfCopies(hit, hits, PacketRules.PKT_01);
    } else if (!demanded.group().equals(observed.group())) {
      return List.of(MonitorRules.MON_25);
    } else if (!Objects.equals(demanded.inputPort(), observed.inputPort())) {
      boolean known =
          observed.inputPort() != null
              && subject.description().ports().stream()
                  .anyMatch(
                      port ->
                          port.ifindex() == observed.inputPort().ifindex()
                              && port.name().equals(observed.inputPort().name()));
      return known || observed.inputPort() == null
          ? List.of(MetadataRules.MET_02, MonitorRules.MON_26)
          : List.of(MonitorRules.MON_26, MetadataRules.MET_02);
    } else if (!Objects.equals(demanded.cookie(), observed.cookie())) {
      return List.of(MetadataRules.MET_03, MonitorRules.MON_27);
    } else if (demanded.timestamp() != observed.timestamp()) {
      return List.of(MonitorRules.MON_28);
    }
    return rulesOfPayload(demanded, observed);
  }

  private static List<Rule> rulesOfPayload(
      Event.HardwareDrop demanded, Event.HardwareDrop observed) {
    boolean samePayload = Objects.equals(demanded.payload(), observed.payload());
    if (demanded.originalLength() != observed.originalLength()) {
      boolean truncatedOnly =
          samePayload
              && demanded.payload() != null
              && demanded.payload().length() < demanded.originalLength();
      return truncatedOnly || samePayload
          ? List.of(MonitorRules.MON_29, DriverRules.DRV_02)
          : List.of(DriverRules.DRV_02, MonitorRules.MON_29, MonitorRules.MON_30);
    } else if ((demanded.payload() == null) != (observed.payload() == null)) {
      return List.of(MonitorRules.MON_31, MonitorRules.MON_30);
    } else if (!samePayload) {
      return demanded.payload().length() == observed.payload().length()
          ? List.of(DriverRules.DRV_02, MonitorRules.MON_30)
          : List.of(MonitorRules.MON_30, MonitorRules.MON_31);
    }
    return Objects.equals(demanded.protocol(), observed.protocol())
        ? List.of(MonitorRules.MON_17)
        : observed.protocol() == null ? List.of(MonitorRules.MON_31) : List.of(MonitorRules.MON_32);
  }
}
