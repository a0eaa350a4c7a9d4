package packettrap.conformance.engine;

import java.util.Set;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;

/** When a reply is the one that is demanded, with the freedom that the rules grant. */
final class Matching {
  /** The texts of the mechanism itself; a driver's refusal never carries one. */
  private static final Set<String> OWN_TEXTS =
      Set.of(
          "Device did not register this trap",
          "Device did not register this trap group",
          "Device did not register this trap policer",
          "Invalid trap action",
          "Cannot change action of non-drop traps. Skipping",
          "Trap group set failed, but some changes were committed already",
          "Policer rate lower than limit",
          "Policer rate higher than limit",
          "Policer burst size lower than limit",
          "Policer burst size higher than limit",
          "Cannot configure drop monitor during monitoring",
          "Invalid alert mode",
          "Trace state already set to requested state",
          "Hardware monitoring already enabled",
          "Hardware monitoring already disabled");

  private Matching() {}

  /** Whether a text is the demanded one, perhaps behind a module's name (rule REQ-15). */
  static boolean text(String demanded, String observed) {
    if (demanded == null) {
      return observed == null || !isOwn(observed);
    }
    return observed != null && unprefixed(observed).equals(demanded) || demanded.equals(observed);
  }

  /** Whether a text is one of the mechanism's own. */
  static boolean isOwn(String text) {
    return text != null && (OWN_TEXTS.contains(text) || OWN_TEXTS.contains(unprefixed(text)));
  }

  private static String unprefixed(String text) {
    int colon = text.indexOf(": ");
    return colon > 0 && text.substring(0, colon).matches("\\w+") ? text.substring(colon + 2) : text;
  }

  /** Whether a refusal is the demanded one. */
  static boolean failure(Reply.Failed demanded, Reply.Failed observed) {
    if (demanded.errno() == observed.errno() && text(demanded.message(), observed.message())) {
      return true;
    }
    return isInvalidAction(demanded) && observed.errno() == Errno.ERANGE;
  }

  /** Newer kernels find an invalid action while they parse, before any look-up (rule ACT-09). */
  private static boolean isInvalidAction(Reply.Failed failed) {
    return failed.errno() == Errno.EINVAL && "Invalid trap action".equals(failed.message());
  }

  /** Whether two replies without a view are the same. */
  static boolean plain(Reply demanded, Reply observed) {
    if (demanded instanceof Reply.Done done && observed instanceof Reply.Done other) {
      return text(done.warning(), other.warning());
    }
    if (demanded instanceof Reply.Failed failed && observed instanceof Reply.Failed other) {
      return failure(failed, other);
    }
    return demanded.equals(observed);
  }
}
