package packettrap.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static packettrap.reference.Conversation.failed;

import java.util.List;
import org.junit.jupiter.api.Test;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

class GroupRequestsTests {
  private static final Reply SKIPPED =
      new Reply.Done("Cannot change action of non-drop traps. Skipping");
  private static final String PARTLY =
      "Trap group set failed, but some changes were committed already";

  private final Conversation netdevsim = Conversation.withNetdevsim();

  private static Request.GroupSet act(String group, TrapAction action) {
    return new Request.GroupSet(group, action.ordinal(), null);
  }

  private static Request.GroupSet bind(String group, long policer) {
    return new Request.GroupSet(group, null, policer);
  }

  @Test
  void groups_are_shown_with_their_policers() {
    assertEquals(new View.OfGroup("l3_drops", true, 1, 0, 0), netdevsim.group("l3_drops"));
    assertEquals(0, netdevsim.group("l2_drops").policer());
    Reply.Groups dump = (Reply.Groups) netdevsim.ask(new Request.GroupDump());
    assertEquals(
        List.of(
            "l2_drops", "l3_drops", "l3_exceptions", "buffer_drops", "acl_drops", "mc_snooping"),
        dump.groups().stream().map(View.OfGroup::name).toList());
  }

  @Test
  void an_unknown_group_is_not_found() {
    Reply unknown = failed(Errno.ENOENT, "Device did not register this trap group");
    assertEquals(unknown, netdevsim.ask(new Request.GroupGet("made_up")));
    assertEquals(unknown, netdevsim.ask(new Request.GroupGet(null)));
    assertEquals(unknown, netdevsim.ask(new Request.GroupSet("made_up", 3, 1337L)));
  }

  @Test
  void a_device_without_groups_does_not_look_for_one() {
    Conversation empty = Conversation.with(Registration.EMPTY);
    assertEquals(failed(Errno.EOPNOTSUPP), empty.ask(new Request.GroupGet("l2_drops")));
    assertEquals(failed(Errno.EOPNOTSUPP), empty.ask(bind("l2_drops", 1)));
    assertEquals(new Reply.Groups(List.of()), empty.ask(new Request.GroupDump()));
  }

  @Test
  void a_request_that_changes_nothing_succeeds_and_asks_nobody() {
    assertEquals(Reply.DONE, netdevsim.ask(new Request.GroupSet("l2_drops", null, null)));
    assertEquals(List.of(), netdevsim.driver.asked());
  }

  @Test
  void an_action_that_is_none_is_refused_before_the_policer_is_looked_at() {
    assertEquals(
        failed(Errno.EINVAL, "Invalid trap action"),
        netdevsim.ask(new Request.GroupSet("l2_drops", 3, 1337L)));
    assertEquals(List.of(), netdevsim.driver.asked());
  }

  @Test
  void members_are_set_in_the_order_of_their_registration() {
    assertEquals(Reply.DONE, netdevsim.ask(act("l2_drops", TrapAction.TRAP)));
    assertEquals(
        List.of(
            "set source_mac_is_multicast TRAP",
            "set vlan_tag_mismatch TRAP",
            "set ingress_vlan_filter TRAP",
            "set ingress_spanning_tree_filter TRAP",
            "set port_list_is_empty TRAP",
            "set port_loopback_filter TRAP",
            // An exception trap that has this action already.
            "set fid_miss TRAP"),
        netdevsim.driver.asked());
  }

  @Test
  void members_of_another_type_are_skipped_with_a_warning() {
    assertEquals(SKIPPED, netdevsim.ask(act("l2_drops", TrapAction.MIRROR)));
    assertEquals(TrapAction.MIRROR, netdevsim.action("port_loopback_filter"));
    assertEquals(TrapAction.TRAP, netdevsim.action("fid_miss"));
    assertEquals(SKIPPED, netdevsim.ask(act("mc_snooping", TrapAction.DROP)));
  }

  @Test
  void the_first_refusal_stops_and_the_members_before_it_stay_changed() {
    netdevsim.driver.refusing("set ingress_vlan_filter MIRROR", Errno.EIO, "broken");
    assertEquals(failed(Errno.EIO, "broken"), netdevsim.ask(act("l2_drops", TrapAction.MIRROR)));
    assertEquals(3, netdevsim.driver.asked().size());
    assertEquals(TrapAction.MIRROR, netdevsim.action("vlan_tag_mismatch"));
    assertEquals(TrapAction.DROP, netdevsim.action("ingress_vlan_filter"));
    assertEquals(TrapAction.DROP, netdevsim.action("port_loopback_filter"));
  }

  @Test
  void a_refused_action_leaves_the_policer_alone() {
    netdevsim.driver.refusing("set source_mac_is_multicast TRAP", Errno.EIO, null);
    assertEquals(failed(Errno.EIO), netdevsim.ask(new Request.GroupSet("l2_drops", 1, 1L)));
    assertEquals(0, netdevsim.group("l2_drops").policer());
  }

  @Test
  void a_group_without_traps_takes_any_action() {
    Registration lonely = Registration.of(List.of(Group.generic("l2_drops")), List.of());
    assertEquals(Reply.DONE, Conversation.with(lonely).ask(act("l2_drops", TrapAction.MIRROR)));
  }

  private static Conversation withWholeGroups() {
    Registration mixed =
        Registration.of(
            List.of(Group.generic("l2_drops"), Group.generic("l3_drops")),
            List.of(
                Trap.generic("vlan_tag_mismatch"),
                Trap.specific(0, "fid_miss", TrapType.EXCEPTION, "l2_drops"),
                Trap.generic("blackhole_route")));
    return Conversation.with(new RecordingCallbacks(mixed).having(Callback.GROUP_ACTION_SET));
  }

  @Test
  void a_whole_group_is_set_in_one_call_and_other_types_are_skipped_silently() {
    Conversation whole = withWholeGroups();
    assertEquals(Reply.DONE, whole.ask(act("l2_drops", TrapAction.MIRROR)));
    assertEquals(List.of("set all of l2_drops MIRROR"), whole.driver.asked());
    assertEquals(TrapAction.MIRROR, whole.action("vlan_tag_mismatch"));
    assertEquals(TrapAction.TRAP, whole.action("fid_miss"));
    assertEquals(TrapAction.DROP, whole.action("blackhole_route"));
  }

  @Test
  void a_whole_group_that_is_refused_stays_as_it_was() {
    Conversation whole = withWholeGroups();
    whole.driver.refusing("set all of l2_drops TRAP", Errno.ENOMEM, "full");
    assertEquals(failed(Errno.ENOMEM, "full"), whole.ask(act("l2_drops", TrapAction.TRAP)));
    assertEquals(TrapAction.DROP, whole.action("vlan_tag_mismatch"));
    assertEquals(List.of("set all of l2_drops TRAP"), whole.driver.asked());
  }

  @Test
  void a_single_trap_is_set_alone_also_where_whole_groups_can_be() {
    Conversation whole = withWholeGroups();
    assertEquals(Reply.DONE, whole.ask(Request.set("vlan_tag_mismatch", TrapAction.TRAP)));
    assertEquals(List.of("set vlan_tag_mismatch TRAP"), whole.driver.asked());
  }

  @Test
  void a_group_is_bound_to_another_policer_and_to_none() {
    assertEquals(Reply.DONE, netdevsim.ask(bind("l3_drops", 3)));
    assertEquals(3, netdevsim.group("l3_drops").policer());
    assertEquals(Reply.DONE, netdevsim.ask(bind("l3_drops", 0)));
    assertEquals(0, netdevsim.group("l3_drops").policer());
    assertEquals(List.of("bind l3_drops 3", "bind l3_drops none"), netdevsim.driver.asked());
  }

  @Test
  void an_unknown_policer_is_not_found_and_the_binding_stays() {
    assertEquals(
        failed(Errno.ENOENT, "Device did not register this trap policer"),
        netdevsim.ask(bind("l3_drops", 1337)));
    assertEquals(1, netdevsim.group("l3_drops").policer());
    assertEquals(List.of(), netdevsim.driver.asked());
  }

  @Test
  void a_driver_that_cannot_bind_says_so_before_the_policer_is_looked_up() {
    Conversation rigid =
        Conversation.with(
            new RecordingCallbacks(Netdevsim.REGISTRATION).lacking(Callback.GROUP_SET));
    assertEquals(failed(Errno.EOPNOTSUPP), rigid.ask(bind("l3_drops", 1337)));
    assertEquals(failed(Errno.EOPNOTSUPP), rigid.ask(bind("l3_drops", 0)));
    assertEquals(1, rigid.group("l3_drops").policer());
  }

  @Test
  void a_driver_that_refuses_to_bind_keeps_the_old_binding() {
    netdevsim.driver.refusing("bind l3_drops 2", Errno.EINVAL, "fixed policer");
    assertEquals(failed(Errno.EINVAL, "fixed policer"), netdevsim.ask(bind("l3_drops", 2)));
    assertEquals(1, netdevsim.group("l3_drops").policer());
  }

  @Test
  void action_and_policer_in_one_request_are_set_in_this_order() {
    assertEquals(SKIPPED, netdevsim.ask(new Request.GroupSet("mc_snooping", 0, 2L)));
    assertEquals(List.of("bind mc_snooping 2"), netdevsim.driver.asked());
    assertEquals(Reply.DONE, netdevsim.ask(new Request.GroupSet("l3_drops", 1, 2L)));
    assertEquals(List.of("set blackhole_route TRAP", "bind l3_drops 2"), netdevsim.driver.asked());
  }

  @Test
  void a_policer_step_that_fails_behind_an_action_is_said_to_be_half_done() {
    assertEquals(
        failed(Errno.ENOENT, PARTLY), netdevsim.ask(new Request.GroupSet("l2_drops", 1, 1337L)));
    assertEquals(TrapAction.TRAP, netdevsim.action("source_mac_is_multicast"));

    netdevsim.driver.refusing("bind l3_drops 2", Errno.EIO, "fixed policer");
    assertEquals(failed(Errno.EIO, PARTLY), netdevsim.ask(new Request.GroupSet("l3_drops", 2, 2L)));
    assertEquals(TrapAction.MIRROR, netdevsim.action("blackhole_route"));
    assertEquals(1, netdevsim.group("l3_drops").policer());
  }
}
