package packettrap.reference;

import java.util.List;
import java.util.Optional;
import packettrap.spec.message.Reply;
import packettrap.spec.rule.Rule;

/** The driver's own registration was refused, so that there is no device; the message says why. */
public final class RegistrationFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Rule> rules;

  RegistrationFailed(Reply.Failed reply, List<Rule> rules, Optional<String> culprit) {
    super(
        "the registration of the driver's policers, groups and traps failed with "
            + reply.errno()
            + culprit.map(object -> " at " + object).orElse("")
            + (reply.message() == null ? "" : " (" + reply.message() + ")"));
    this.rules = rules;
  }

  /** The rules that refused it, the most telling first. */
  public List<Rule> rules() {
    return rules;
  }
}
