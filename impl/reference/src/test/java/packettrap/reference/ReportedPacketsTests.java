package packettrap.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import packettrap.spec.message.Event;
import packettrap.spec.message.Request;
import packettrap.spec.packet.Frame;

/** Statistics, and what reaches the stack. */
class ReportedPacketsTests {
  private static final Frame FRAME = Conversation.frame(142);

  private final Conversation netdevsim = Conversation.withNetdevsim();

  @ParameterizedTest
  @ValueSource(strings = {"tail_drop", "ttl_value_is_too_small", "igmp_query"})
  void a_packet_of_any_type_counts_once_on_its_trap_and_once_on_its_group(String trap) {
    netdevsim.report(trap, FRAME);
    netdevsim.report(trap, Conversation.frame(60));
    assertEquals(2, netdevsim.trap(trap).packets());
    assertEquals(202, netdevsim.trap(trap).bytes());
    String group = netdevsim.trap(trap).group();
    assertEquals(2, netdevsim.group(group).packets());
    assertEquals(202, netdevsim.group(group).bytes());
  }

  @Test
  void packets_count_on_their_own_trap_only_and_on_their_groups_together() {
    netdevsim.report("vlan_tag_mismatch", FRAME);
    netdevsim.report("fid_miss", FRAME);
    assertEquals(1, netdevsim.trap("vlan_tag_mismatch").packets());
    assertEquals(1, netdevsim.trap("fid_miss").packets());
    assertEquals(0, netdevsim.trap("ingress_vlan_filter").packets());
    assertEquals(2, netdevsim.group("l2_drops").packets());
    assertEquals(0, netdevsim.group("l3_drops").packets());
  }

  @Test
  void an_empty_packet_counts_as_a_packet_without_bytes() {
    netdevsim.report("tail_drop", Conversation.frame(0));
    assertEquals(1, netdevsim.trap("tail_drop").packets());
    assertEquals(0, netdevsim.trap("tail_drop").bytes());
  }

  @Test
  void monitoring_makes_no_difference_to_statistics() {
    netdevsim.ask(new Request.MonitorConfigSet(1, 10L, 0L));
    netdevsim.ask(new Request.MonitorStart(true, true));
    netdevsim.report("tail_drop", FRAME);
    assertEquals(1, netdevsim.trap("tail_drop").packets());
    assertEquals(142, netdevsim.trap("tail_drop").bytes());
  }

  @Test
  void the_devices_own_count_of_drops_is_the_drivers() {
    netdevsim.report("tail_drop", FRAME);
    int id = Netdevsim.REGISTRATION.traps().get(9).id();
    assertEquals((long) id, netdevsim.trap("tail_drop").dropped());
  }

  @Test
  void the_stack_receives_exceptions_and_control_packets_but_no_drops() {
    assertEquals(List.of(), netdevsim.report("tail_drop", FRAME));
    Event received = new Event.Received(3, FRAME);
    assertEquals(List.of(received), netdevsim.report("ttl_value_is_too_small", FRAME));
    assertEquals(List.of(received), netdevsim.report("igmp_query", FRAME));
  }

  @Test
  void a_packet_of_an_unknown_port_is_received_from_port_0() {
    assertEquals(
        List.of(new Event.Received(0, FRAME)), netdevsim.report("igmp_query", FRAME, null, null));
  }

  @Test
  void a_set_action_leaves_statistics_as_they_are() {
    netdevsim.report("tail_drop", FRAME);
    netdevsim.ask(new Request.TrapSet("tail_drop", 1));
    netdevsim.ask(new Request.GroupSet("buffer_drops", 2, 0L));
    assertEquals(1, netdevsim.trap("tail_drop").packets());
    assertEquals(1, netdevsim.group("buffer_drops").packets());
  }
}
