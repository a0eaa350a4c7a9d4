package packettrap.runner.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import packettrap.spec.message.Request;
import packettrap.spec.trap.TrapAction;

/**
 * What follows the verb of a devlink command: a device, an object of it and values.
 *
 * <p>Source: {@code dl_argv_parse} of iproute2's devlink.
 */
final class DevlinkQuestion {
  /** What may be said of an object. */
  enum Word {
    TRAP("Trap's name is expected."),
    GROUP("Trap group's name is expected."),
    /** Of the group that is set, or the object itself; devlink forgot a sentence for it. */
    POLICER("BUG: unknown argument required but not found"),
    ACTION(null),
    RATE(null),
    BURST(null);

    private final String missing;

    Word(String missing) {
      this.missing = missing;
    }
  }

  private String handle;
  private String trap;
  private String group;
  private Integer action;
  private Long policer;
  private Long rate;
  private Long burst;

  private DevlinkQuestion() {}

  /**
   * Reads it all.
   *
   * @param object what must be named
   * @param values what may be said too
   * @throws WrongSyntax in devlink's words
   */
  static DevlinkQuestion parse(Arguments arguments, Word object, Set<Word> values) {
    DevlinkQuestion question = new DevlinkQuestion();
    question.handle = arguments.handle();
    while (!arguments.none()) {
      String word = arguments.peek();
      if (!question.takes(arguments, object, values)) {
        throw new WrongSyntax("Unknown option \"%s\"".formatted(word));
      }
    }
    if (question.object(object) == null) {
      throw new WrongSyntax(object.missing);
    }
    return question;
  }

  private boolean takes(Arguments arguments, Word object, Set<Word> values) {
    if (object == Word.TRAP && arguments.take("trap")) {
      trap = arguments.name();
    } else if (object == Word.GROUP && arguments.take("group")) {
      group = arguments.name();
    } else if (values.contains(Word.ACTION) && arguments.take("action")) {
      action = action(arguments.name());
    } else if ((object == Word.POLICER || values.contains(Word.POLICER))
        && arguments.take("policer")) {
      policer = arguments.u32();
    } else if (values.contains(Word.POLICER) && arguments.take("nopolicer")) {
      policer = 0L;
    } else if (values.contains(Word.RATE) && arguments.take("rate")) {
      rate = arguments.u64();
    } else if (values.contains(Word.BURST) && arguments.take("burst")) {
      burst = arguments.u64();
    } else {
      return false;
    }
    return true;
  }

  private static int action(String name) {
    return Arrays.stream(TrapAction.values())
        .filter(action -> action.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> new WrongSyntax("Unknown trap action \"%s\"".formatted(name)))
        .ordinal();
  }

  private Object object(Word object) {
    return switch (object) {
      case TRAP -> trap;
      case GROUP -> group;
      default -> policer;
    };
  }

  /** Bus and name of the device. */
  String handle() {
    return handle;
  }

  /** The request for the object. */
  Request.Devlink get(Word object) {
    return switch (object) {
      case TRAP -> new Request.TrapGet(trap);
      case GROUP -> new Request.GroupGet(group);
      default -> new Request.PolicerGet(policer);
    };
  }

  /** The request to change the object. */
  Request.Devlink set(Word object) {
    return switch (object) {
      case TRAP -> new Request.TrapSet(trap, action);
      case GROUP -> new Request.GroupSet(group, action, policer);
      default -> new Request.PolicerSet(policer, rate, burst);
    };
  }
}
