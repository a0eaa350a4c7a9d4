package packettrap.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import packettrap.spec.device.Answer;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.TrapAction;

/**
 * What Linux 6.12 answered on netdevsim with one port, in the order it was asked: devlink commands
 * without the name of the device, and what devlink printed.
 */
class RecordedSessionTests {
  private static final String SESSION =
      """
      $ set blackhole_route action trap
      $ show blackhole_route
        name blackhole_route type drop generic true action trap group l3_drops
      $ set blackhole_route action mirror
      $ show blackhole_route
        name blackhole_route type drop generic true action mirror group l3_drops
      $ set blackhole_route action drop
      $ set ttl_value_is_too_small action drop
      Warning: Cannot change action of non-drop traps. Skipping.
      $ show ttl_value_is_too_small
        name ttl_value_is_too_small type exception generic true action trap group l3_exceptions
      $ set ttl_value_is_too_small action trap
      $ set igmp_query action trap
      Warning: Cannot change action of non-drop traps. Skipping.
      $ show igmp_query
        name igmp_query type control generic true action mirror group mc_snooping
      $ set igmp_query action mirror
      $ set made_up action drop
      Error: Device did not register this trap.
      kernel answers: No such file or directory
      $ show made_up
      Error: Device did not register this trap.
      kernel answers: No such file or directory
      $ elsewhere
      kernel answers: No such device
      $ set blackhole_route
      $ group set l2_drops action trap
      $ group set l2_drops action drop
      Warning: Cannot change action of non-drop traps. Skipping.
      $ group set mc_snooping action drop
      Warning: Cannot change action of non-drop traps. Skipping.
      $ show igmp_query
        name igmp_query type control generic true action mirror group mc_snooping
      $ group set made_up action drop
      Error: Device did not register this trap group.
      kernel answers: No such file or directory
      $ group show made_up
      Error: Device did not register this trap group.
      kernel answers: No such file or directory
      $ group set l2_drops policer 1
      $ group show l2_drops
        name l2_drops generic true policer 1
      $ group set l2_drops policer 1337
      Error: Device did not register this trap policer.
      kernel answers: No such file or directory
      $ group show l2_drops
        name l2_drops generic true policer 1
      $ group set l2_drops action trap policer 1337
      Error: Trap group set failed, but some changes were committed already.
      kernel answers: No such file or directory
      $ show source_mac_is_multicast
        name source_mac_is_multicast type drop generic true action trap group l2_drops
      $ group set l2_drops policer 0
      $ group show l2_drops
        name l2_drops generic true
      $ fail GROUP_SET
      $ group set l2_drops policer 2
      kernel answers: Invalid argument
      $ group set l2_drops action drop policer 2
      Error: Trap group set failed, but some changes were committed already.
      kernel answers: Invalid argument
      $ mend GROUP_SET
      $ group show l2_drops
        name l2_drops generic true
      $ show source_mac_is_multicast
        name source_mac_is_multicast type drop generic true action drop group l2_drops
      $ policer set 1 rate 2000 burst 16
      $ policer show 1
        policer 1 rate 2000 burst 16
      $ policer set 1 rate 3000
      $ policer show 1
        policer 1 rate 3000 burst 16
      $ policer set 1 burst 17
      $ policer show 1
        policer 1 rate 3000 burst 17
      $ policer set 1 rate 1 burst 8
      $ policer set 1 rate 8000 burst 65536
      $ policer set 1 rate 0
      Error: Policer rate lower than limit.
      kernel answers: Invalid argument
      $ policer set 1 rate 8001
      Error: Policer rate higher than limit.
      kernel answers: Invalid argument
      $ policer set 1 burst 7
      Error: Policer burst size lower than limit.
      kernel answers: Invalid argument
      $ policer set 1 burst 65537
      Error: Policer burst size higher than limit.
      kernel answers: Invalid argument
      $ policer set 1 rate 0 burst 0
      Error: Policer rate lower than limit.
      kernel answers: Invalid argument
      $ policer set 1 rate 9000 burst 65537
      Error: Policer rate higher than limit.
      kernel answers: Invalid argument
      $ policer set 1337 rate 10
      Error: Device did not register this trap policer.
      kernel answers: No such file or directory
      $ policer show 1337
      Error: Device did not register this trap policer.
      kernel answers: No such file or directory
      $ policer set 1
      $ fail POLICER_SET
      $ policer set 1 rate 4000
      Error: User setup the operation to fail for testing purposes.
      kernel answers: Invalid argument
      $ mend POLICER_SET
      $ policer show 1
        policer 1 rate 8000 burst 65536
      $ fail POLICER_COUNTER_GET
      $ policer show 2
      kernel answers: Message too long
      $ mend POLICER_COUNTER_GET
      $ fail DROP_COUNTER_GET
      $ show blackhole_route
      kernel answers: Message too long
      $ mend DROP_COUNTER_GET
      $ set blackhole_route action trap
      $ group set l3_drops policer 3
      $ reload
      $ show blackhole_route
        name blackhole_route type drop generic true action drop group l3_drops
      $ group show l3_drops
        name l3_drops generic true policer 1
      $ policer show 1
        policer 1 rate 1000 burst 128
      """;

  private final Hardware hardware =
      new Hardware(
          java.util.EnumSet.complementOf(java.util.EnumSet.of(Callback.GROUP_ACTION_SET)),
          Netdevsim.REGISTRATION);
  private State state = State.initial("netdevsim/netdevsim10");

  private Reply ask(Request request) {
    Outcome outcome = Mechanism.STEP.apply(state, new Input.Asked(request), hardware);
    state = outcome.state();
    if (request instanceof Request.Register || request instanceof Request.Reload) {
      hardware.registered(Netdevsim.REGISTRATION);
    }
    return outcome.reply();
  }

  @Test
  void the_reference_answers_what_linux_answered() {
    ask(new Request.Register(null));
    StringBuilder answered = new StringBuilder();
    for (String line : SESSION.lines().filter(line -> line.startsWith("$")).toList()) {
      answered.append(line).append('\n').append(print(command(line.substring(2).split(" "))));
    }
    assertEquals(SESSION, answered.toString());
  }

  private Reply command(String[] words) {
    List<String> all = List.of(words);
    switch (words[0]) {
      case "fail", "mend" -> {
        Callback callback = Callback.valueOf(words[1]);
        hardware.failWith(
            Answer.refuse(
                Errno.EINVAL,
                callback == Callback.POLICER_SET
                    ? "User setup the operation to fail for testing purposes"
                    : null));
        hardware.fail(callback, words[0].equals("fail"));
        return Reply.DONE;
      }
      case "elsewhere" -> {
        return ask(
            new Request.OnDevice(
                "netdevsim/netdevsim99", Request.set("blackhole_route", TrapAction.DROP)));
      }
      case "reload" -> {
        return ask(new Request.Reload());
      }
      case "show" -> {
        return ask(new Request.TrapGet(words[1]));
      }
      case "set" -> {
        return ask(new Request.TrapSet(words[1], action(all)));
      }
      case "group" -> {
        return ask(
            words[1].equals("show")
                ? new Request.GroupGet(words[2])
                : new Request.GroupSet(words[2], action(all), number(all, "policer")));
      }
      default -> {
        Long id = Long.valueOf(words[2]);
        return ask(
            words[1].equals("show")
                ? new Request.PolicerGet(id)
                : new Request.PolicerSet(id, number(all, "rate"), number(all, "burst")));
      }
    }
  }

  private static Integer action(List<String> words) {
    int place = words.indexOf("action");
    return place < 0 ? null : TrapAction.valueOf(words.get(place + 1).toUpperCase()).ordinal();
  }

  /** The number behind a word; the first two words name the command. */
  private static Long number(List<String> words, String word) {
    int place = words.subList(2, words.size()).indexOf(word);
    return place < 0 ? null : Long.valueOf(words.get(place + 3));
  }

  private static String print(Reply reply) {
    if (reply instanceof Reply.Failed failed) {
      String answers = "kernel answers: " + failed.errno().text() + "\n";
      return failed.message() == null ? answers : "Error: " + failed.message() + ".\n" + answers;
    } else if (reply instanceof Reply.OneTrap one) {
      View.OfTrap trap = one.trap();
      return "  name %s type %s generic %s action %s group %s%n"
          .formatted(trap.name(), trap.type(), trap.generic(), trap.action(), trap.group())
          .replace(trap.type().name(), trap.type().name().toLowerCase())
          .replace(trap.action().name(), trap.action().name().toLowerCase());
    } else if (reply instanceof Reply.OneGroup one) {
      View.OfGroup group = one.group();
      String policer = group.policer() == 0 ? "" : " policer " + group.policer();
      return "  name " + group.name() + " generic " + group.generic() + policer + "\n";
    } else if (reply instanceof Reply.OnePolicer one) {
      View.OfPolicer policer = one.policer();
      return "  policer "
          + policer.id()
          + " rate "
          + policer.rate()
          + " burst "
          + policer.burst()
          + "\n";
    }
    String warning = ((Reply.Done) reply).warning();
    return warning == null ? "" : "Warning: " + warning + ".\n";
  }
}
