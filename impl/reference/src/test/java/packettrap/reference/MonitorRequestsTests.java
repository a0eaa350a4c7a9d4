package packettrap.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static packettrap.reference.Conversation.failed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import packettrap.spec.message.AlertMode;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;

class MonitorRequestsTests {
  private static final String SOFTWARE_SET = "Trace state already set to requested state";
  private static final String HARDWARE_ON = "Hardware monitoring already enabled";
  private static final String HARDWARE_OFF = "Hardware monitoring already disabled";

  private final Conversation device = Conversation.withNetdevsim();

  private Reply start(boolean software, boolean hardware) {
    return device.ask(new Request.MonitorStart(software, hardware));
  }

  private Reply stop(boolean software, boolean hardware) {
    return device.ask(new Request.MonitorStop(software, hardware));
  }

  private boolean softwareRuns() {
    return device.state().monitor().software().running();
  }

  private boolean hardwareRuns() {
    return device.state().monitor().hardware().running();
  }

  @Test
  void at_first_nothing_is_monitored_and_alerts_would_be_summaries() {
    assertEquals(
        new Reply.MonitorConfig(AlertMode.SUMMARY, 0, 1000),
        device.ask(new Request.MonitorConfigGet()));
    assertEquals(new Reply.MonitorStats(0, 0), device.ask(new Request.MonitorStatsGet()));
    assertFalse(softwareRuns() || hardwareRuns());
  }

  @Test
  void what_is_left_out_of_a_configuration_stays() {
    device.ask(new Request.MonitorConfigSet(1, null, null));
    device.ask(new Request.MonitorConfigSet(null, 100L, null));
    device.ask(new Request.MonitorConfigSet(null, null, 0L));
    assertEquals(
        new Reply.MonitorConfig(AlertMode.PACKET, 100, 0),
        device.ask(new Request.MonitorConfigGet()));
    assertEquals(Reply.DONE, device.ask(new Request.MonitorConfigSet(null, null, null)));
  }

  @Test
  void the_largest_numbers_are_taken() {
    device.ask(new Request.MonitorConfigSet(0, 0xffff_ffffL, 0xffff_ffffL));
    assertEquals(
        new Reply.MonitorConfig(AlertMode.SUMMARY, 0xffff_ffffL, 0xffff_ffffL),
        device.ask(new Request.MonitorConfigGet()));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 255})
  void an_unknown_mode_is_invalid_and_nothing_of_the_request_is_applied(int mode) {
    State before = device.state();
    assertEquals(
        failed(Errno.EINVAL, "Invalid alert mode"),
        device.ask(new Request.MonitorConfigSet(mode, 100L, 5L)));
    assertSame(before, device.state());
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, true", "true, true"})
  void while_anything_is_monitored_nothing_is_configured(boolean software, boolean hardware) {
    start(software, hardware);
    // Not even looked at: the mode is invalid.
    assertEquals(
        failed(Errno.EBUSY, "Cannot configure drop monitor during monitoring"),
        device.ask(new Request.MonitorConfigSet(7, 100L, 5L)));
    assertEquals(
        new Reply.MonitorConfig(AlertMode.SUMMARY, 0, 1000),
        device.ask(new Request.MonitorConfigGet()));
    stop(software, hardware);
    assertEquals(Reply.DONE, device.ask(new Request.MonitorConfigSet(1, 100L, 5L)));
  }

  @Test
  void no_flag_means_software() {
    assertEquals(Reply.DONE, start(false, false));
    assertTrue(softwareRuns());
    assertFalse(hardwareRuns());
    assertEquals(Reply.DONE, stop(false, false));
    assertFalse(softwareRuns());
  }

  @Test
  void one_side_is_started_and_stopped_without_the_other() {
    assertEquals(Reply.DONE, start(false, true));
    assertFalse(softwareRuns());
    assertEquals(Reply.DONE, start(true, false));
    assertEquals(Reply.DONE, stop(false, true));
    assertTrue(softwareRuns());
    assertFalse(hardwareRuns());
  }

  @Test
  void what_runs_cannot_be_started() {
    start(true, true);
    assertEquals(failed(Errno.EAGAIN, SOFTWARE_SET), start(true, false));
    assertEquals(failed(Errno.EAGAIN, SOFTWARE_SET), start(false, false));
    assertEquals(failed(Errno.EAGAIN, HARDWARE_ON), start(false, true));
    assertEquals(failed(Errno.EAGAIN, SOFTWARE_SET), start(true, true));
  }

  @Test
  void if_software_runs_a_start_of_both_does_not_touch_hardware() {
    start(true, false);
    assertEquals(failed(Errno.EAGAIN, SOFTWARE_SET), start(true, true));
    assertTrue(softwareRuns());
    assertFalse(hardwareRuns());
  }

  @Test
  void if_hardware_runs_a_start_of_both_undoes_the_start_of_software() {
    start(false, true);
    assertEquals(failed(Errno.EAGAIN, HARDWARE_ON), start(true, true));
    assertFalse(softwareRuns());
    assertTrue(hardwareRuns());
  }

  @Test
  void a_stop_always_succeeds_and_says_what_did_not_run() {
    assertEquals(new Reply.Done(HARDWARE_OFF), stop(false, true));
    assertEquals(new Reply.Done(SOFTWARE_SET), stop(true, false));
    assertEquals(new Reply.Done(SOFTWARE_SET), stop(true, true));
    start(true, false);
    assertEquals(new Reply.Done(HARDWARE_OFF), stop(true, true));
    assertFalse(softwareRuns());
  }
}
