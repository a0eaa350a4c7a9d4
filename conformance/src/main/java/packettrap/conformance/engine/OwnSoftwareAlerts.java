package packettrap.conformance.engine;

import java.util.List;
import packettrap.spec.message.AlertMode;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.rule.MonitorRules;
import packettrap.spec.rule.Rule;

/** What drop monitor tells of packets that a stack in use drops by itself. */
final class OwnSoftwareAlerts {
  private final Oracle oracle;
  private boolean running;

  /** Whether packets were ever told of one by one. */
  private boolean packets;

  OwnSoftwareAlerts(Oracle oracle) {
    this.oracle = oracle;
  }

  /** Something was asked; what happened meanwhile is looked at next. */
  void before(Request request, Reply reply) {
    running |=
        request instanceof Request.MonitorStart start
            && (start.software() || !start.hardware())
            && reply instanceof Reply.Done;
  }

  /** It was compared what the request led to. */
  void after() {
    running = oracle.state().monitor().software().running();
    packets |= running && isPacketMode();
  }

  private boolean isPacketMode() {
    return oracle.state().monitor().alertMode() == AlertMode.PACKET;
  }

  /** Lost packets are granted if there can be any. */
  void see(Reply.MonitorStats stats) {
    long more = stats.software() - oracle.state().monitor().software().lost();
    if (more > 0 && packets) {
      oracle.loseSoftware(more);
    }
  }

  /** Looks at one alert. */
  void check(Event event) {
    require(
        running, List.of(MonitorRules.MON_36, MonitorRules.MON_35), event, "nothing of software");
    if (event instanceof Event.SoftwareDrop drop) {
      require(isPacketMode(), List.of(MonitorRules.MON_34), event, "a summary");
      require(
          drop.pc() != 0 && drop.symbol() != null && !drop.symbol().isEmpty(),
          List.of(MonitorRules.MON_33),
          event,
          "a program counter and its symbol");
      require(
          drop.inputPort() != null && drop.inputPort().name() == null,
          List.of(MonitorRules.MON_33),
          event,
          "the index of the input port, and no name");
    } else if (event instanceof Event.SoftwareSummary summary) {
      require(!isPacketMode(), List.of(MonitorRules.MON_33), event, "an alert for each packet");
      boolean counts = summary.counts().stream().allMatch(c -> c.pc() != 0 && c.count() > 0);
      require(counts, List.of(MonitorRules.MON_34), event, "places with counts above 0");
    }
  }

  private static void require(boolean holds, List<Rule> rules, Event event, String demanded) {
    if (!holds) {
      throw new Difference(rules, Words.of(event), demanded);
    }
  }
}
