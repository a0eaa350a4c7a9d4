package packettrap.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static packettrap.reference.Conversation.failed;
import static packettrap.spec.message.Errno.EEXIST;
import static packettrap.spec.message.Errno.EINVAL;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.trap.GenericGroups;
import packettrap.spec.trap.GenericTraps;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

class RegistrationTests {
  private static final Policer POLICER = new Policer(1, 10, 10, 1, 100, 1, 100);
  private static final Group GROUP = Group.generic("l2_drops");
  private static final Trap TRAP = Trap.generic("vlan_tag_mismatch");
  private static final int TRAP_ID = TRAP.id();

  private static Policer policer(long id, long... limits) {
    return new Policer(id, 10, 10, limits[0], limits[1], limits[2], limits[3]);
  }

  private static Trap trap(int id, String name, TrapType type, boolean generic) {
    return new Trap(id, name, type, generic, TrapAction.DROP, "l2_drops", Set.of());
  }

  private static Arguments wrong(String why, Errno errno, Object... objects) {
    List<Object> all = List.of(objects);
    return Arguments.of(
        why,
        errno,
        new Registration(
            all.stream().filter(Policer.class::isInstance).map(Policer.class::cast).toList(),
            all.stream().filter(Group.class::isInstance).map(Group.class::cast).toList(),
            all.stream().filter(Trap.class::isInstance).map(Trap.class::cast).toList()));
  }

  static List<Arguments> wrongRegistrations() {
    int ownTrap = GenericTraps.COUNT;
    int ownGroup = GenericGroups.COUNT;
    return List.of(
        wrong("a policer with id 0", EINVAL, policer(0, 1, 100, 1, 100)),
        wrong("a highest rate below the lowest", EINVAL, policer(1, 101, 100, 1, 100)),
        wrong("a highest burst below the lowest", EINVAL, policer(1, 1, 100, 101, 100)),
        wrong("a lowest rate of 2^64-1", EINVAL, policer(1, -1, 100, 1, 100)),
        wrong("a policer twice", EEXIST, POLICER, POLICER),
        wrong("a group without a name", EINVAL, new Group(0, null, true, 0)),
        wrong("a generic group's name with another id", EINVAL, new Group(1, "l2_drops", true, 0)),
        wrong("a generic id with another name", EINVAL, new Group(0, "l2_dropz", true, 0)),
        wrong("a negative group id", EINVAL, new Group(-1, "l2_drops", true, 0)),
        wrong("a generic group beyond the last", EINVAL, new Group(ownGroup, "mine", true, 0)),
        wrong("an own group with a generic id", EINVAL, new Group(ownGroup - 1, "mine", false, 0)),
        wrong("an own group with a generic name", EEXIST, Group.specific(0, "l2_drops")),
        wrong("a group twice", EEXIST, GROUP, GROUP),
        wrong("a group with an unknown policer", EINVAL, POLICER, GROUP.boundTo(2)),
        wrong("a trap without a name", EINVAL, GROUP, trap(ownTrap, null, TrapType.DROP, false)),
        wrong("a trap of no type", EINVAL, GROUP, trap(ownTrap, "mine", null, false)),
        wrong("a trap of no action", EINVAL, GROUP, TRAP.startingWith(null)),
        wrong(
            "a generic trap's name with another id",
            EINVAL,
            GROUP,
            trap(TRAP_ID + 1, "vlan_tag_mismatch", TrapType.DROP, true)),
        wrong(
            "a generic id with another name",
            EINVAL,
            GROUP,
            trap(TRAP_ID, "vlan_tag_mismatched", TrapType.DROP, true)),
        wrong(
            "a generic trap of another type",
            EINVAL,
            GROUP,
            trap(TRAP_ID, "vlan_tag_mismatch", TrapType.EXCEPTION, true)),
        wrong("a negative trap id", EINVAL, GROUP, trap(-1, "mine", TrapType.DROP, true)),
        wrong(
            "a generic trap beyond the last",
            EINVAL,
            GROUP,
            trap(ownTrap, "mine", TrapType.DROP, true)),
        wrong(
            "an own trap with a generic id",
            EINVAL,
            GROUP,
            trap(ownTrap - 1, "mine", TrapType.DROP, false)),
        wrong(
            "an own trap with a generic name",
            EEXIST,
            GROUP,
            trap(ownTrap, "vlan_tag_mismatch", TrapType.DROP, false)),
        wrong("a trap twice", EEXIST, GROUP, TRAP, TRAP),
        wrong("a trap in a group that is not registered", EINVAL, GROUP, TRAP.inGroup("l3_drops")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongRegistrations")
  void what_is_wrong_is_refused_and_nothing_is_left(
      String why, Errno errno, Registration registration) {
    Conversation device = Conversation.before(new RecordingCallbacks(registration));
    Outcome outcome = device.feed(new Input.Asked(new Request.Register(null)));
    assertEquals(failed(errno), outcome.reply(), why);
    assertEquals(List.of(), outcome.events());
    assertEquals(new Reply.Traps(List.of()), device.ask(new Request.TrapDump()));
    assertEquals(new Reply.Groups(List.of()), device.ask(new Request.GroupDump()));
    assertEquals(new Reply.Policers(List.of()), device.ask(new Request.PolicerDump()));
  }

  static List<Arguments> oddRegistrations() {
    int own = GenericTraps.COUNT;
    return List.of(
        wrong("nothing at all", null),
        wrong(
            "two own traps with one id",
            null,
            GROUP,
            trap(own, "mine", TrapType.DROP, false),
            trap(own, "mine_too", TrapType.DROP, false)),
        wrong(
            "two own groups with one id",
            null,
            Group.specific(0, "mine"),
            Group.specific(0, "mine_too")),
        wrong("first values outside the limits", null, policer(1, 11, 100, 11, 100)),
        wrong("limits up to 2^64-1", null, policer(1, 0, -1, 0, -1)),
        wrong("limits that leave one value", null, policer(1, 10, 10, 10, 10)),
        wrong("a control trap that drops", null, Group.generic("lacp"), dropped("lacp")));
  }

  private static Trap dropped(String control) {
    return Trap.generic(control).startingWith(TrapAction.DROP);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oddRegistrations")
  void what_is_only_odd_is_registered(String why, Errno none, Registration registration) {
    Conversation device = Conversation.before(new RecordingCallbacks(registration));
    assertEquals(Reply.DONE, device.ask(new Request.Register(null)), why);
    assertEquals(registration.traps().size(), device.state().devlink().trapCount());
    assertEquals(registration.groups().size(), device.state().devlink().groupCount());
    assertEquals(registration.policers().size(), device.state().devlink().policerCount());
  }

  @Test
  void the_driver_is_told_of_policers_then_groups_then_traps() {
    RecordingCallbacks driver = new RecordingCallbacks(small());
    Conversation.before(driver).ask(new Request.Register(null));
    assertEquals(
        List.of(
            "start",
            "policer init 1",
            "policer init 2",
            "group init l2_drops 2",
            "group init l3_drops none",
            "trap init vlan_tag_mismatch",
            "trap init blackhole_route"),
        driver.asked());
  }

  private static Registration small() {
    return new Registration(
        List.of(POLICER, policer(2, 1, 100, 1, 100)),
        List.of(GROUP.boundTo(2), Group.generic("l3_drops")),
        List.of(TRAP, Trap.generic("blackhole_route")));
  }

  @Test
  void a_trap_that_the_driver_refuses_undoes_all_before_it_in_reverse() {
    RecordingCallbacks driver =
        new RecordingCallbacks(small())
            .refusing("trap init blackhole_route", Errno.ENOSPC, "table full");
    Conversation device = Conversation.before(driver);
    Outcome outcome = device.feed(new Input.Asked(new Request.Register(null)));
    assertEquals(failed(Errno.ENOSPC, "table full"), outcome.reply());
    assertEquals(List.of(), outcome.events());
    List<String> asked = driver.asked();
    assertEquals(
        List.of("trap fini vlan_tag_mismatch", "policer fini 2", "policer fini 1", "stop"),
        asked.subList(asked.size() - 4, asked.size()));
    assertEquals(0, device.state().devlink().trapCount());
    assertEquals(failed(Errno.EOPNOTSUPP), device.ask(new Request.PolicerGet(1L)));
  }

  @Test
  void a_group_that_the_driver_refuses_undoes_the_policers() {
    RecordingCallbacks driver =
        new RecordingCallbacks(small()).refusing("group init l3_drops none", Errno.EIO, null);
    assertEquals(failed(Errno.EIO), Conversation.before(driver).ask(new Request.Register(null)));
    assertEquals(
        List.of(
            "start",
            "policer init 1",
            "policer init 2",
            "group init l2_drops 2",
            "group init l3_drops none",
            "policer fini 2",
            "policer fini 1",
            "stop"),
        driver.asked());
  }

  @Test
  void a_policer_that_the_driver_refuses_is_not_undone_itself() {
    RecordingCallbacks driver =
        new RecordingCallbacks(small()).refusing("policer init 2", Errno.EIO, null);
    assertEquals(failed(Errno.EIO), Conversation.before(driver).ask(new Request.Register(null)));
    assertEquals(
        List.of("start", "policer init 1", "policer init 2", "policer fini 1", "stop"),
        driver.asked());
  }

  @Test
  void a_registration_that_failed_for_good_works_when_it_is_mended() {
    RecordingCallbacks driver = new RecordingCallbacks(small());
    Conversation device = Conversation.before(driver);
    Registration broken = Registration.of(List.of(), List.of(TRAP));
    assertEquals(failed(EINVAL), device.ask(new Request.Register(broken)));
    assertEquals(Reply.DONE, device.ask(new Request.Register(null)));
    assertEquals(2, device.state().devlink().trapCount());
  }

  @Test
  void a_registration_that_worked_before_is_undone_in_the_same_way() {
    RecordingCallbacks driver = new RecordingCallbacks(small());
    Conversation device = Conversation.with(driver);
    driver.refusing("trap init blackhole_route", Errno.ENOSPC, "table full");
    assertEquals(failed(Errno.ENOSPC, "table full"), device.ask(new Request.Reload()));
    List<String> asked = driver.asked();
    assertEquals(
        List.of(
            "start",
            "policer init 1",
            "policer init 2",
            "group init l2_drops 2",
            "group init l3_drops none",
            "trap init vlan_tag_mismatch",
            "trap init blackhole_route",
            "trap fini vlan_tag_mismatch",
            "policer fini 2",
            "policer fini 1",
            "stop"),
        asked.subList(asked.indexOf("start"), asked.size()));
  }
}
