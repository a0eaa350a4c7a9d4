package packettrap.asic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import packettrap.asic.TestSwitch.Report;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/** The switch is told to register something else than it usually does. */
class OtherRegistrationTests {
  private static final Frame LLDP =
      Frames.ethernet("01:80:c2:00:00:0e", Frames.HOST1, 0x88cc, new byte[46]);

  private final TestSwitch device = new TestSwitch();

  private void register(Registration registration) {
    device.driver.stop();
    device.driver.register(registration);
    device.start();
    device.configure(Setups.bridge());
  }

  @Test
  void a_trap_that_is_not_registered_reports_nothing() {
    register(new Registration(List.of(), List.of(Group.generic("stp")), List.of()));
    device.receive(1, LLDP);
    assertEquals(List.of(), device.reports);
  }

  @Test
  void a_trap_goes_through_the_policer_of_the_group_it_was_registered_in() {
    Trap lldp = Trap.generic("lldp");
    Trap moved =
        new Trap(
            lldp.id(),
            lldp.name(),
            lldp.type(),
            lldp.generic(),
            lldp.initialAction(),
            "own",
            lldp.metadata());
    Group own = Group.specific(0, "own").boundTo(7);
    register(
        new Registration(
            List.of(new Policer(7, 1, 1, 1, 2, 1, 2)),
            List.of(Group.generic("lldp"), own),
            List.of(moved)));
    device.receive(1, LLDP);
    assertEquals(List.of(new Report("lldp", 1, LLDP, null)), device.reports);
    device.receive(1, LLDP);
    assertEquals(List.of(), device.reports, "its policer had one token");
  }

  @Test
  void a_trap_that_no_check_finds_is_accepted_and_never_fires() {
    Trap unknown = Trap.specific(0, "unheard_of", TrapType.DROP, "own");
    register(new Registration(List.of(), List.of(Group.specific(0, "own")), List.of(unknown)));
    assertTrue(device.driver.trapActionSet(unknown, TrapAction.MIRROR).ok());
    assertEquals(0, device.driver.trapDropped(unknown).value());
  }

  @Test
  void null_brings_back_its_own() {
    register(Registration.EMPTY);
    register(null);
    assertEquals(new AsicDriver().registration(), device.driver.registration());
    device.receive(1, LLDP);
    assertEquals(1, device.reports.size());
  }
}
