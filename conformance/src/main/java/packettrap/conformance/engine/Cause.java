package packettrap.conformance.engine;

import java.util.List;
import packettrap.spec.message.Request;
import packettrap.spec.rule.Rule;

/**
 * Something that was asked, and the rules that say what state it leads to.
 *
 * @param request what was asked, without its wrappers
 * @param whole what was asked, with them
 * @param failed whether it was to fail
 * @param rules the rules that say what state it leads to
 */
record Cause(Request request, Request whole, boolean failed, List<Rule> rules) {
  boolean reads() {
    return request instanceof Request.TrapGet
        || request instanceof Request.TrapDump
        || request instanceof Request.GroupGet
        || request instanceof Request.GroupDump
        || request instanceof Request.PolicerGet
        || request instanceof Request.PolicerDump
        || request instanceof Request.MonitorConfigGet
        || request instanceof Request.MonitorStatsGet;
  }

  boolean restarts() {
    return !failed && (request instanceof Request.Reload || request instanceof Request.Register);
  }
}
