package packettrap.asic;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import packettrap.spec.packet.Frame;

class AllocationTests {
  private static final int ROUNDS = 10_000;
  private static final int ATTEMPTS = 5;

  @Test
  void frames_that_are_dropped_in_hardware_cost_no_memory() {
    TestSwitch device = new TestSwitch(Setups.router());
    List<Frame> frames =
        List.of(
            Frames.routed("192.0.2.9", "203.0.113.129", 64),
            Frames.routed("2001:db8:1::9", "2001:db8:3:0:8000::1", 64),
            Frames.routed("224.0.0.1", "203.0.113.9", 64),
            Frames.bridged(Frames.BROADCAST, Frames.HOST1),
            Frames.bridged(Frames.HOST2, "03:00:00:00:00:01"),
            Frames.ethernet(Frames.ROUTER, Frames.HOST1, 0, new byte[46]));
    assertCostsNoMemory(device, frames);
    assertTrue(device.reports.isEmpty() && device.sent.isEmpty());
  }

  @Test
  void frames_that_end_at_a_lock_a_tunnel_a_next_hop_or_a_group_cost_no_memory() {
    TestSwitch device = new TestSwitch(EverythingOn.config());
    byte[] inner = Frames.bridged(Frames.HOST2, Frames.HOST1).toByteArray();
    List<Frame> frames =
        List.of(
            EverythingOn.group("10.90.0.1", Frames.ROUTER),
            EverythingOn.wrapped(17, Frames.vxlan(1001, inner)),
            EverythingOn.wrapped(47, Frames.hex("00000000")),
            EverythingOn.group("239.1.1.2", "01:00:5e:01:01:02"),
            EverythingOn.group("224.0.0.9", "01:00:5e:00:00:09"));
    assertCostsNoMemory(device, frames);
    assertTrue(device.dropped("blackhole_nexthop") > ROUNDS);
    assertTrue(device.dropped("non_routable_packet") > ROUNDS);
    assertTrue(device.sent.isEmpty());
  }

  private static void assertCostsNoMemory(TestSwitch device, List<Frame> frames) {
    receive(device, frames);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    // The compiler may allocate for this thread while it replaces code; not again and again.
    long allocated = Long.MAX_VALUE;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      receive(device, frames);
      allocated = Math.min(allocated, threads.getCurrentThreadAllocatedBytes() - before);
    }
    // What the measurement itself allocates is far below a byte a frame.
    String measured = allocated + " bytes for " + ROUNDS + " rounds";
    assertTrue(allocated < ROUNDS, measured);
  }

  private static void receive(TestSwitch device, List<Frame> frames) {
    for (int round = 0; round < ROUNDS; round++) {
      for (int index = 0; index < frames.size(); index++) {
        device.driver.receive(1, frames.get(index));
      }
    }
  }
}
