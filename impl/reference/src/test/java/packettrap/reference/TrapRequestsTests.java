package packettrap.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static packettrap.reference.Conversation.failed;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Metadata;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

class TrapRequestsTests {
  private static final Reply SKIPPED =
      new Reply.Done("Cannot change action of non-drop traps. Skipping");

  private final Conversation netdevsim = Conversation.withNetdevsim();

  @Test
  void a_trap_is_shown_with_all_that_it_has() {
    assertEquals(
        new View.OfTrap(
            "ingress_flow_action_drop",
            TrapType.DROP,
            true,
            TrapAction.DROP,
            "acl_drops",
            Set.of(Metadata.INPUT_PORT, Metadata.FLOW_ACTION_COOKIE),
            0,
            0,
            // The double counts the number of the trap.
            (long) Netdevsim.REGISTRATION.traps().get(10).id()),
        netdevsim.trap("ingress_flow_action_drop"));
  }

  @Test
  void traps_are_listed_in_the_order_of_their_registration() {
    Reply.Traps reply = (Reply.Traps) netdevsim.ask(new Request.TrapDump());
    assertEquals(
        Netdevsim.REGISTRATION.traps().stream().map(trap -> trap.name()).toList(),
        reply.traps().stream().map(View.OfTrap::name).toList());
  }

  @Test
  void a_driver_without_the_callback_shows_no_dropped_packets() {
    Conversation silent =
        Conversation.with(
            new RecordingCallbacks(Netdevsim.REGISTRATION).lacking(Callback.DROP_COUNTER_GET));
    assertEquals(null, silent.trap("tail_drop").dropped());
  }

  @Test
  void a_counter_that_cannot_be_read_loses_its_errno_and_ends_a_dump_early() {
    netdevsim.driver.refusing("count of ingress_vlan_filter", Errno.EIO, "hardware gone");
    assertEquals(failed(Errno.EMSGSIZE), netdevsim.ask(new Request.TrapGet("ingress_vlan_filter")));
    Reply.Traps dump = (Reply.Traps) netdevsim.ask(new Request.TrapDump());
    assertEquals(
        List.of("source_mac_is_multicast", "vlan_tag_mismatch"),
        dump.traps().stream().map(View.OfTrap::name).toList());
  }

  @Test
  void an_unknown_trap_is_not_found() {
    Reply unknown = failed(Errno.ENOENT, "Device did not register this trap");
    assertEquals(unknown, netdevsim.ask(new Request.TrapGet("made_up")));
    assertEquals(unknown, netdevsim.ask(new Request.TrapGet(null)));
    assertEquals(unknown, netdevsim.ask(Request.set("made_up", TrapAction.DROP)));
    assertEquals(unknown, netdevsim.ask(new Request.TrapSet(null, 0)));
    assertEquals(List.of(), netdevsim.driver.asked());
  }

  @Test
  void the_trap_is_looked_up_before_the_action_is_checked() {
    assertEquals(
        failed(Errno.ENOENT, "Device did not register this trap"),
        netdevsim.ask(new Request.TrapSet("made_up", 3)));
  }

  @Test
  void a_device_without_traps_does_not_look_for_one() {
    Conversation empty = Conversation.with(Registration.EMPTY);
    assertEquals(failed(Errno.EOPNOTSUPP), empty.ask(new Request.TrapGet("tail_drop")));
    assertEquals(failed(Errno.EOPNOTSUPP), empty.ask(new Request.TrapSet("tail_drop", 3)));
    assertEquals(new Reply.Traps(List.of()), empty.ask(new Request.TrapDump()));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 127, 255})
  void an_action_that_is_none_is_invalid(int action) {
    assertEquals(
        failed(Errno.EINVAL, "Invalid trap action"),
        netdevsim.ask(new Request.TrapSet("tail_drop", action)));
    assertEquals(
        failed(Errno.EINVAL, "Invalid trap action"),
        netdevsim.ask(new Request.TrapSet("igmp_query", action)));
    assertEquals(List.of(), netdevsim.driver.asked());
  }

  @ParameterizedTest
  @EnumSource
  void a_drop_trap_takes_every_action_also_the_one_it_has(TrapAction action) {
    assertEquals(Reply.DONE, netdevsim.ask(Request.set("tail_drop", action)));
    assertEquals(Reply.DONE, netdevsim.ask(Request.set("tail_drop", action)));
    assertEquals(action, netdevsim.action("tail_drop"));
    assertEquals(
        List.of("set tail_drop " + action, "set tail_drop " + action), netdevsim.driver.asked());
  }

  @Test
  void a_request_without_an_action_does_nothing() {
    assertEquals(Reply.DONE, netdevsim.ask(new Request.TrapSet("tail_drop", null)));
    assertEquals(List.of(), netdevsim.driver.asked());
  }

  @Test
  void the_driver_refuses_and_the_old_action_stays() {
    netdevsim.ask(Request.set("tail_drop", TrapAction.TRAP));
    netdevsim.driver.refusing("set tail_drop MIRROR", Errno.ENOSPC, "no mirror");
    assertEquals(
        failed(Errno.ENOSPC, "no mirror"),
        netdevsim.ask(Request.set("tail_drop", TrapAction.MIRROR)));
    assertEquals(TrapAction.TRAP, netdevsim.action("tail_drop"));
  }

  @Test
  void a_drop_traps_own_action_may_be_refused_too() {
    netdevsim.driver.refusing("set tail_drop DROP", Errno.EOPNOTSUPP, null);
    assertEquals(
        failed(Errno.EOPNOTSUPP), netdevsim.ask(Request.set("tail_drop", TrapAction.DROP)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DROP", "MIRROR"})
  void an_exception_trap_keeps_its_action_and_the_driver_is_not_asked(TrapAction action) {
    assertEquals(SKIPPED, netdevsim.ask(Request.set("ttl_value_is_too_small", action)));
    assertEquals(TrapAction.TRAP, netdevsim.action("ttl_value_is_too_small"));
    assertEquals(List.of(), netdevsim.driver.asked());
  }

  @ParameterizedTest
  @ValueSource(strings = {"DROP", "TRAP"})
  void a_control_trap_keeps_its_action_and_the_driver_is_not_asked(TrapAction action) {
    assertEquals(SKIPPED, netdevsim.ask(Request.set("igmp_query", action)));
    assertEquals(TrapAction.MIRROR, netdevsim.action("igmp_query"));
    assertEquals(List.of(), netdevsim.driver.asked());
  }

  @Test
  void the_driver_is_asked_for_the_action_that_a_control_trap_has() {
    assertEquals(Reply.DONE, netdevsim.ask(Request.set("igmp_query", TrapAction.MIRROR)));
    assertEquals(List.of("set igmp_query MIRROR"), netdevsim.driver.asked());
    netdevsim.driver.refusing("set igmp_query MIRROR", Errno.EINVAL, "not now");
    assertEquals(
        failed(Errno.EINVAL, "not now"),
        netdevsim.ask(Request.set("igmp_query", TrapAction.MIRROR)));
  }

  @Test
  void nobody_is_notified_of_a_change() {
    Outcome outcome = netdevsim.feed(new Input.Asked(Request.set("tail_drop", TrapAction.TRAP)));
    assertEquals(List.of(), outcome.events());
  }
}
