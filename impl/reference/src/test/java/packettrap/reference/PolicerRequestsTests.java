package packettrap.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static packettrap.reference.Conversation.failed;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;

class PolicerRequestsTests {
  private static final Reply UNKNOWN =
      failed(Errno.ENOENT, "Device did not register this trap policer");

  private final Conversation netdevsim = Conversation.withNetdevsim();

  @Test
  void policers_are_shown_in_the_order_of_their_registration() {
    assertEquals(
        new Reply.Policers(
            List.of(
                new View.OfPolicer(1, 1000, 128, 10L),
                new View.OfPolicer(2, 2000, 256, 20L),
                new View.OfPolicer(3, 3000, 512, 30L))),
        netdevsim.ask(new Request.PolicerDump()));
    assertEquals(new View.OfPolicer(2, 2000, 256, 20L), netdevsim.policer(2));
  }

  @Test
  void a_driver_without_the_callback_shows_no_statistics() {
    Conversation silent =
        Conversation.with(
            new RecordingCallbacks(Netdevsim.REGISTRATION).lacking(Callback.POLICER_COUNTER_GET));
    assertEquals(new View.OfPolicer(2, 2000, 256, null), silent.policer(2));
  }

  @Test
  void a_counter_that_cannot_be_read_loses_its_errno_and_ends_a_dump_early() {
    netdevsim.driver.refusing("count of 2", Errno.EIO, "hardware gone");
    assertEquals(failed(Errno.EMSGSIZE), netdevsim.ask(new Request.PolicerGet(2L)));
    assertEquals(
        new Reply.Policers(List.of(new View.OfPolicer(1, 1000, 128, 10L))),
        netdevsim.ask(new Request.PolicerDump()));
  }

  @Test
  void an_unknown_policer_is_not_found() {
    assertEquals(UNKNOWN, netdevsim.ask(new Request.PolicerGet(1337L)));
    assertEquals(UNKNOWN, netdevsim.ask(new Request.PolicerGet(0L)));
    assertEquals(UNKNOWN, netdevsim.ask(new Request.PolicerGet(null)));
    assertEquals(UNKNOWN, netdevsim.ask(new Request.PolicerSet(1337L, 0L, 0L)));
  }

  @Test
  void a_device_without_policers_does_not_look_for_one() {
    Conversation empty = Conversation.with(Registration.EMPTY);
    assertEquals(failed(Errno.EOPNOTSUPP), empty.ask(new Request.PolicerGet(1L)));
    assertEquals(failed(Errno.EOPNOTSUPP), empty.ask(new Request.PolicerSet(1L, 0L, 0L)));
  }

  @Test
  void a_driver_that_cannot_set_says_so_before_the_policer_is_looked_up() {
    Conversation rigid =
        Conversation.with(
            new RecordingCallbacks(Netdevsim.REGISTRATION).lacking(Callback.POLICER_SET));
    assertEquals(failed(Errno.EOPNOTSUPP), rigid.ask(new Request.PolicerSet(1337L, 0L, 0L)));
    assertEquals(failed(Errno.EOPNOTSUPP), rigid.ask(new Request.PolicerSet(1L, 1000L, 128L)));
  }

  @ParameterizedTest
  @CsvSource({
    "   0,     7, Policer rate lower than limit",
    "8001,     7, Policer rate higher than limit",
    "8001, 65537, Policer rate higher than limit",
    "  -1,   128, Policer rate higher than limit",
    "   1,     7, Policer burst size lower than limit",
    "8000, 65537, Policer burst size higher than limit",
    "8000,    -1, Policer burst size higher than limit",
  })
  void limits_are_checked_rate_first_and_below_first(long rate, long burst, String message) {
    assertEquals(
        failed(Errno.EINVAL, message), netdevsim.ask(new Request.PolicerSet(1L, rate, burst)));
    assertEquals(new View.OfPolicer(1, 1000, 128, 10L), netdevsim.policer(1));
    assertEquals(List.of(), netdevsim.driver.asked());
  }

  @ParameterizedTest
  @CsvSource({"1, 8", "8000, 65536", "1, 65536", "8000, 8"})
  void limits_may_be_reached(long rate, long burst) {
    assertEquals(Reply.DONE, netdevsim.ask(new Request.PolicerSet(1L, rate, burst)));
    assertEquals(new View.OfPolicer(1, rate, burst, 10L), netdevsim.policer(1));
  }

  @Test
  void limits_beyond_the_signed_numbers_are_compared_as_unsigned() {
    Policer wide = new Policer(7, 1, 1, 0, -1, 0, Long.MIN_VALUE);
    Conversation device = Conversation.with(new Registration(List.of(wide), List.of(), List.of()));
    assertEquals(Reply.DONE, device.ask(new Request.PolicerSet(7L, -1L, Long.MIN_VALUE)));
    assertEquals(
        List.of("police 7 18446744073709551615 9223372036854775808"), device.driver.asked());
    assertEquals(
        failed(Errno.EINVAL, "Policer burst size higher than limit"),
        device.ask(new Request.PolicerSet(7L, -1L, Long.MIN_VALUE + 1)));
  }

  @Test
  void values_left_out_keep_their_current_value() {
    netdevsim.ask(new Request.PolicerSet(1L, 2000L, 16L));
    netdevsim.ask(new Request.PolicerSet(1L, 3000L, null));
    netdevsim.ask(new Request.PolicerSet(1L, null, 17L));
    assertEquals(new View.OfPolicer(1, 3000, 17, 10L), netdevsim.policer(1));
    assertEquals(
        List.of("police 1 2000 16", "police 1 3000 16", "police 1 3000 17"),
        netdevsim.driver.asked());
  }

  @Test
  void a_request_that_changes_nothing_asks_the_driver_who_may_refuse() {
    assertEquals(Reply.DONE, netdevsim.ask(new Request.PolicerSet(1L, null, null)));
    assertEquals(List.of("police 1 1000 128"), netdevsim.driver.asked());
    netdevsim.driver.refusing("police 1 1000 128", Errno.EBUSY, null);
    assertEquals(failed(Errno.EBUSY), netdevsim.ask(new Request.PolicerSet(1L, null, null)));
  }

  @Test
  void a_value_left_out_is_held_against_the_limits_too() {
    Policer odd = new Policer(7, 9000, 1, 1, 8000, 8, 16);
    Conversation device = Conversation.with(new Registration(List.of(odd), List.of(), List.of()));
    assertEquals(
        failed(Errno.EINVAL, "Policer rate higher than limit"),
        device.ask(new Request.PolicerSet(7L, null, 8L)));
    assertEquals(
        failed(Errno.EINVAL, "Policer burst size lower than limit"),
        device.ask(new Request.PolicerSet(7L, 8000L, null)));
  }

  @Test
  void the_driver_refuses_and_the_old_values_stay() {
    netdevsim.driver.refusing("police 1 4000 128", Errno.EINVAL, "powers of two only");
    assertEquals(
        failed(Errno.EINVAL, "powers of two only"),
        netdevsim.ask(new Request.PolicerSet(1L, 4000L, null)));
    assertEquals(new View.OfPolicer(1, 1000, 128, 10L), netdevsim.policer(1));
  }
}
