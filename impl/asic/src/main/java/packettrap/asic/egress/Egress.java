package packettrap.asic.egress;

import java.util.List;
import packettrap.asic.acl.Acl;
import packettrap.asic.acl.FlowRules;
import packettrap.asic.packet.FrameWriter;
import packettrap.asic.trap.Check;
import packettrap.asic.trap.TrapUnit;
import packettrap.spec.config.SwitchConfig.EgressQueue;
import packettrap.spec.device.TrapHost;

/**
 * The way out of a port: egress flow rules, then the queue, then the wire.
 *
 * <p>A packet that leaves by several ports passes here once for each. What catches it here, catches
 * the copy for this port; the others go on.
 */
public final class Egress {
  private final FrameWriter writer = new FrameWriter();
  private final Acl acl;
  private final PortQueue[] queues;
  private final boolean hasQueues;
  private final TrapUnit traps;
  private final TrapHost host;

  /** The ways out with these rules and queues, which are empty. */
  public Egress(
      FlowRules rules, List<EgressQueue> queues, int portCount, TrapUnit traps, TrapHost host) {
    this.acl = new Acl(rules, traps);
    this.queues = new PortQueue[portCount + 1];
    for (EgressQueue queue : queues) {
      this.queues[queue.port()] = new PortQueue(queue, host);
    }
    this.hasQueues = !queues.isEmpty();
    this.traps = traps;
    this.host = host;
  }

  /** Where the packet that is to leave is written down first. */
  public FrameWriter writer() {
    return writer;
  }

  /** Sends what the writer has out of a port, with or without its VLAN's tag. */
  public void send(int port, boolean tagged) {
    if (!acl.passes(writer.packet(), port, writer.source(), writer.destination())) {
      return;
    }
    PortQueue queue = queues[port];
    if (queue == null) {
      host.transmit(port, writer.frame(tagged));
    } else if (queue.isCongested(host.now())) {
      traps.hit(Check.EARLY_DROP);
    } else if (queue.isFull()) {
      traps.hit(Check.TAIL_DROP);
    } else {
      queue.add(writer.frame(tagged), host.now());
    }
  }

  /** Sends what has left the queues by now. */
  public void serveQueues() {
    if (!hasQueues) {
      return;
    }
    long now = host.now();
    for (PortQueue queue : queues) {
      if (queue != null) {
        queue.serve(now);
      }
    }
  }
}
