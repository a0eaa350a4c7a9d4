package packettrap.reference;

import static packettrap.reference.Mechanism.refuse;
import static packettrap.spec.rule.PolicerRules.POL_01;
import static packettrap.spec.rule.PolicerRules.POL_02;
import static packettrap.spec.rule.PolicerRules.POL_03;
import static packettrap.spec.rule.PolicerRules.POL_04;
import static packettrap.spec.rule.PolicerRules.POL_05;
import static packettrap.spec.rule.PolicerRules.POL_06;
import static packettrap.spec.rule.PolicerRules.POL_07;
import static packettrap.spec.rule.PolicerRules.POL_08;
import static packettrap.spec.rule.PolicerRules.POL_09;
import static packettrap.spec.rule.PolicerRules.POL_10;
import static packettrap.spec.rule.PolicerRules.POL_11;
import static packettrap.spec.rule.PolicerRules.POL_12;
import static packettrap.spec.rule.PolicerRules.POL_13;
import static packettrap.spec.rule.PolicerRules.POL_14;
import static packettrap.spec.rule.RegistrationRules.REG_01;
import static packettrap.spec.rule.RequestRules.REQ_07;
import static packettrap.spec.rule.RequestRules.REQ_10;
import static packettrap.spec.rule.RequestRules.REQ_12;
import static packettrap.spec.rule.RequestRules.REQ_13;
import static packettrap.spec.rule.StatisticsRules.STA_06;
import static packettrap.spec.rule.StatisticsRules.STA_07;
import static packettrap.spec.rule.StatisticsRules.STA_08;
import static packettrap.spec.rule.StatisticsRules.STA_13;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import packettrap.spec.device.Answer;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.rule.Rule;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Policer;

/** Requests about policers. */
final class PolicerRequests {
  static final String UNKNOWN_POLICER = "Device did not register this trap policer";
  static final String RATE_LOW = "Policer rate lower than limit";
  static final String RATE_HIGH = "Policer rate higher than limit";
  static final String BURST_LOW = "Policer burst size lower than limit";
  static final String BURST_HIGH = "Policer burst size higher than limit";

  private static final List<Rule> NO_POLICERS = List.of(REQ_07);
  private static final List<Rule> UNKNOWN = List.of(REQ_10);
  private static final List<Rule> SHOWN = List.of(REG_01, STA_06, STA_13, POL_12, REQ_12);
  private static final List<Rule> LISTED = List.of(REQ_13, REG_01, STA_06, STA_13);
  private static final List<Rule> UNREADABLE = List.of(STA_07);
  private static final List<Rule> ENDS_EARLY = List.of(STA_08);
  private static final List<Rule> NO_CALLBACK = List.of(POL_01);
  private static final List<Rule> LOW_RATE = List.of(POL_02, POL_06, POL_14);
  private static final List<Rule> HIGH_RATE = List.of(POL_03, POL_06, POL_14);
  private static final List<Rule> LOW_BURST = List.of(POL_04, POL_06, POL_14);
  private static final List<Rule> HIGH_BURST = List.of(POL_05, POL_06, POL_14);
  private static final List<Rule> REFUSED = List.of(POL_10);
  private static final List<Rule> REFUSED_SAME = List.of(POL_09, POL_10);
  private static final List<Rule> ACCEPTED = List.of(POL_11, POL_13);
  private static final List<Rule> ACCEPTED_AT_LIMIT = List.of(POL_07, POL_11, POL_13);
  private static final List<Rule> ACCEPTED_PARTLY = List.of(POL_08, POL_11, POL_13);

  private PolicerRequests() {}

  /** Source: {@code devlink_nl_trap_policer_get_doit}. */
  static Outcome get(State state, Request.PolicerGet request, Callbacks driver) {
    DevlinkState devlink = state.devlink();
    if (devlink.policerCount() == 0) {
      return refuse(state, Errno.EOPNOTSUPP, NO_POLICERS);
    }
    int policer = devlink.objects.policer(request.policer());
    if (policer < 0) {
      return refuse(state, Errno.ENOENT, UNKNOWN_POLICER, UNKNOWN);
    }
    Optional<View.OfPolicer> view = Views.policer(devlink, policer, driver);
    return view.isEmpty()
        ? refuse(state, Errno.EMSGSIZE, UNREADABLE)
        : Outcome.of(state, new Reply.OnePolicer(view.get()), SHOWN);
  }

  /** Source: {@code devlink_nl_trap_policer_get_dump_one}. */
  static Outcome dump(State state, Callbacks driver) {
    List<View.OfPolicer> views = new ArrayList<>(state.devlink().policerCount());
    for (int policer = 0; policer < state.devlink().policerCount(); policer++) {
      Optional<View.OfPolicer> view = Views.policer(state.devlink(), policer, driver);
      if (view.isEmpty()) {
        return Outcome.of(state, new Reply.Policers(views), ENDS_EARLY);
      }
      views.add(view.get());
    }
    return Outcome.of(state, new Reply.Policers(views), LISTED);
  }

  /** Source: {@code devlink_nl_trap_policer_set_doit}, {@code devlink_trap_policer_set}. */
  static Outcome set(State state, Request.PolicerSet request, Callbacks driver) {
    DevlinkState devlink = state.devlink();
    if (devlink.policerCount() == 0) {
      return refuse(state, Errno.EOPNOTSUPP, NO_POLICERS);
    }
    if (!driver.available().contains(Callback.POLICER_SET)) {
      return refuse(state, Errno.EOPNOTSUPP, NO_CALLBACK);
    }
    int index = devlink.objects.policer(request.policer());
    if (index < 0) {
      return refuse(state, Errno.ENOENT, UNKNOWN_POLICER, UNKNOWN);
    }
    Policer policer = devlink.objects.policers[index];
    long rate = request.rate() == null ? devlink.rate(index) : request.rate();
    long burst = request.burst() == null ? devlink.burst(index) : request.burst();
    if (Long.compareUnsigned(rate, policer.minRate()) < 0) {
      return refuse(state, Errno.EINVAL, RATE_LOW, LOW_RATE);
    }
    if (Long.compareUnsigned(rate, policer.maxRate()) > 0) {
      return refuse(state, Errno.EINVAL, RATE_HIGH, HIGH_RATE);
    }
    if (Long.compareUnsigned(burst, policer.minBurst()) < 0) {
      return refuse(state, Errno.EINVAL, BURST_LOW, LOW_BURST);
    }
    if (Long.compareUnsigned(burst, policer.maxBurst()) > 0) {
      return refuse(state, Errno.EINVAL, BURST_HIGH, HIGH_BURST);
    }
    boolean same = rate == devlink.rate(index) && burst == devlink.burst(index);
    Answer answer = driver.policerSet(policer, rate, burst);
    if (!answer.ok()) {
      return refuse(state, answer.errno(), answer.message(), same ? REFUSED_SAME : REFUSED);
    }
    return Outcome.of(
        state.with(devlink.withParameters(index, rate, burst)),
        Reply.DONE,
        accepted(request, policer, rate, burst));
  }

  private static List<Rule> accepted(
      Request.PolicerSet request, Policer policer, long rate, long burst) {
    boolean rateAtLimit = rate == policer.minRate() || rate == policer.maxRate();
    boolean burstAtLimit = burst == policer.minBurst() || burst == policer.maxBurst();
    if (request.rate() != null && rateAtLimit || request.burst() != null && burstAtLimit) {
      return ACCEPTED_AT_LIMIT;
    }
    return request.rate() == null || request.burst() == null ? ACCEPTED_PARTLY : ACCEPTED;
  }
}
