package packettrap.reference;

import static packettrap.spec.rule.NotificationRules.NTF_06;
import static packettrap.spec.rule.RegistrationRules.REG_03;
import static packettrap.spec.rule.RegistrationRules.REG_04;
import static packettrap.spec.rule.RegistrationRules.REG_05;
import static packettrap.spec.rule.RegistrationRules.REG_06;
import static packettrap.spec.rule.RegistrationRules.REG_07;
import static packettrap.spec.rule.RegistrationRules.REG_08;
import static packettrap.spec.rule.RegistrationRules.REG_09;
import static packettrap.spec.rule.RegistrationRules.REG_11;
import static packettrap.spec.rule.RegistrationRules.REG_12;
import static packettrap.spec.rule.RegistrationRules.REG_13;
import static packettrap.spec.rule.RegistrationRules.REG_14;
import static packettrap.spec.rule.RegistrationRules.REG_15;
import static packettrap.spec.rule.RegistrationRules.REG_16;
import static packettrap.spec.rule.RegistrationRules.REG_17;
import static packettrap.spec.rule.RegistrationRules.REG_18;
import static packettrap.spec.rule.RegistrationRules.REG_19;
import static packettrap.spec.rule.RegistrationRules.REG_21;
import static packettrap.spec.rule.RegistrationRules.REG_22;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import packettrap.spec.device.Answer;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.rule.Rule;
import packettrap.spec.trap.GenericGroups;
import packettrap.spec.trap.GenericTraps;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;

/** Registers policers, groups and traps, in this order; undoes it all if one is refused. */
final class Registrar {
  /** Why a registration failed, and the rules that say so. */
  record Refusal(Reply reply, List<Rule> rules) {
    static Optional<Refusal> because(Errno errno, Rule rule) {
      return Optional.of(new Refusal(new Reply.Failed(errno, null), List.of(rule, REG_21, NTF_06)));
    }

    static Optional<Refusal> of(Answer answer) {
      return answer.ok()
          ? Optional.empty()
          : Optional.of(
              new Refusal(
                  new Reply.Failed(answer.errno(), answer.message()),
                  List.of(REG_22, REG_21, NTF_06)));
    }
  }

  /** What was found valid last: devices are made over and over with the same registration. */
  private static volatile Registration latest;

  /** And before that: two drivers may be at work. */
  private static volatile Registration earlier;

  private final Callbacks driver;
  private final Registration registration;
  private final boolean valid;
  private final Map<Long, Policer> policers = new HashMap<>();
  private final Set<String> groups = new HashSet<>();
  private final Set<String> traps = new HashSet<>();
  private int policersTaken;
  private int trapsTaken;

  private Registrar(Registration registration, Callbacks driver) {
    this.registration = registration;
    this.driver = driver;
    this.valid = registration == latest || registration == earlier;
  }

  /** Empty if all was registered; otherwise nothing is. */
  static Optional<Refusal> register(Registration registration, Callbacks driver) {
    Registrar registrar = new Registrar(registration, driver);
    Optional<Refusal> refusal = registrar.registerAll();
    if (refusal.isPresent()) {
      registrar.undo();
    } else if (!registrar.valid) {
      earlier = latest;
      latest = registration;
    }
    return refusal;
  }

  /** The first object that the rules refuse, in words; empty if it can only be the driver. */
  static Optional<String> culprit(Registration registration) {
    Registrar registrar = new Registrar(registration, null);
    for (Policer policer : registration.policers()) {
      if (registrar.objection(policer).isPresent()) {
        return Optional.of("policer " + Long.toUnsignedString(policer.id()));
      }
      registrar.policers.put(policer.id(), policer);
    }
    for (Group group : registration.groups()) {
      if (registrar.objection(group).isPresent()) {
        return Optional.of("group " + group.name());
      }
      registrar.groups.add(group.name());
    }
    for (Trap trap : registration.traps()) {
      if (registrar.objection(trap).isPresent()) {
        return Optional.of("trap " + trap.name());
      }
      registrar.traps.add(trap.name());
    }
    return Optional.empty();
  }

  private void undo() {
    for (int i = trapsTaken - 1; i >= 0; i--) {
      driver.trapFini(registration.traps().get(i));
    }
    for (int i = policersTaken - 1; i >= 0; i--) {
      driver.policerFini(registration.policers().get(i));
    }
  }

  private Optional<Refusal> registerAll() {
    for (Policer policer : registration.policers()) {
      Optional<Refusal> refusal = valid ? Optional.empty() : objection(policer);
      if (refusal.isEmpty()) {
        refusal = register(policer);
      }
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    for (Group group : registration.groups()) {
      Optional<Refusal> refusal = valid ? Optional.empty() : objection(group);
      if (refusal.isEmpty()) {
        refusal = register(group);
      }
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    for (Trap trap : registration.traps()) {
      Optional<Refusal> refusal = valid ? Optional.empty() : objection(trap);
      if (refusal.isEmpty()) {
        refusal = register(trap);
      }
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  /** Source: {@code devl_trap_policers_register}. */
  private Optional<Refusal> objection(Policer policer) {
    if (policer.id() == 0) {
      return Refusal.because(Errno.EINVAL, REG_17);
    }
    if (Long.compareUnsigned(policer.maxRate(), policer.minRate()) < 0
        || Long.compareUnsigned(policer.maxBurst(), policer.minBurst()) < 0) {
      return Refusal.because(Errno.EINVAL, REG_18);
    }
    if (policers.containsKey(policer.id())) {
      return Refusal.because(Errno.EEXIST, REG_19);
    }
    return Optional.empty();
  }

  private Optional<Refusal> register(Policer policer) {
    Answer answer = driver.policerInit(policer);
    if (answer.ok()) {
      policers.put(policer.id(), policer);
      policersTaken++;
    }
    return Refusal.of(answer);
  }

  /** Source: {@code devlink_trap_group_verify}, {@code devlink_trap_group_register}. */
  private Optional<Refusal> objection(Group group) {
    if (group.name() == null) {
      return Refusal.because(Errno.EINVAL, REG_11);
    }
    if (group.generic()) {
      if (group.id() < 0
          || group.id() >= GenericGroups.COUNT
          || !GenericGroups.all().get(group.id()).name().equals(group.name())) {
        return Refusal.because(Errno.EINVAL, REG_12);
      }
    } else if (group.id() < GenericGroups.COUNT) {
      return Refusal.because(Errno.EINVAL, REG_13);
    } else if (GenericGroups.contains(group.name())) {
      return Refusal.because(Errno.EEXIST, REG_14);
    }
    if (groups.contains(group.name())) {
      return Refusal.because(Errno.EEXIST, REG_15);
    }
    if (group.policer() != 0 && !policers.containsKey(group.policer())) {
      return Refusal.because(Errno.EINVAL, REG_16);
    }
    return Optional.empty();
  }

  private Optional<Refusal> register(Group group) {
    Answer answer = driver.groupInit(group, policers.get(group.policer()));
    if (answer.ok() && !valid) {
      groups.add(group.name());
    }
    return Refusal.of(answer);
  }

  /** Source: {@code devlink_trap_verify}, {@code devlink_trap_register}. */
  private Optional<Refusal> objection(Trap trap) {
    if (trap.name() == null || trap.initialAction() == null || trap.type() == null) {
      return Refusal.because(Errno.EINVAL, REG_03);
    }
    if (trap.generic()) {
      if (trap.id() < 0
          || trap.id() >= GenericTraps.COUNT
          || !GenericTraps.all().get(trap.id()).name().equals(trap.name())) {
        return Refusal.because(Errno.EINVAL, REG_04);
      }
      if (GenericTraps.all().get(trap.id()).type() != trap.type()) {
        return Refusal.because(Errno.EINVAL, REG_05);
      }
    } else if (trap.id() < GenericTraps.COUNT) {
      return Refusal.because(Errno.EINVAL, REG_06);
    } else if (GenericTraps.contains(trap.name())) {
      return Refusal.because(Errno.EEXIST, REG_07);
    }
    if (traps.contains(trap.name())) {
      return Refusal.because(Errno.EEXIST, REG_08);
    }
    if (!groups.contains(trap.group())) {
      return Refusal.because(Errno.EINVAL, REG_09);
    }
    return Optional.empty();
  }

  private Optional<Refusal> register(Trap trap) {
    Answer answer = driver.trapInit(trap);
    if (answer.ok()) {
      trapsTaken++;
      if (!valid) {
        traps.add(trap.name());
      }
    }
    return Refusal.of(answer);
  }
}
