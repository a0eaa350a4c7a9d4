package packettrap.conformance.exhaustive;

import packettrap.explorer.ModelInput;
import packettrap.explorer.ModelInput.Asking;
import packettrap.explorer.Requests;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.message.Request;
import packettrap.spec.trap.Registration;

/** Turns inputs of the machine into requests about the objects of a device. */
final class Requesting {
  private static final String UNKNOWN = "unknown";

  private final Cast cast;
  private final Registration objects;
  private final long unknownPolicer;

  Requesting(DeviceDescription device, Cast cast) {
    this.cast = cast;
    this.objects = cast.objects();
    this.unknownPolicer =
        1 + device.registration().policers().stream().mapToLong(p -> p.id()).max().orElse(0);
  }

  int unknownTrap() {
    return objects.traps().size() + 1;
  }

  int unknownGroup() {
    return objects.groups().size() + 1;
  }

  int unknownPolicer() {
    return objects.policers().size() + 1;
  }

  /** Whether there is an object that a caller without privilege can ask this of. */
  boolean can(Asking asking) {
    return switch (asking) {
      case TRAP_SET -> !objects.traps().isEmpty();
      case GROUP_SET -> !objects.groups().isEmpty();
      case POLICER_SET -> !objects.policers().isEmpty();
      default -> true;
    };
  }

  /** The request that an input is; policers are numbered here, and have ids. */
  Request of(ModelInput input) {
    if (input instanceof ModelInput.GroupSet set) {
      return new Request.GroupSet(group(set.group()), number(set.action()), policer(set.policer()));
    } else if (input instanceof ModelInput.PolicerSet set) {
      return new Request.PolicerSet(policer(set.policer()), value(set.rate()), value(set.burst()));
    } else if (input instanceof ModelInput.Get get && get.of() == ModelInput.Kind.POLICER) {
      return new Request.PolicerGet(policer(get.object()));
    } else if (input instanceof ModelInput.Misdirected one) {
      // Not a reload: a device that does not look at the name would do it.
      return new Request.OnDevice(
          one.named() ? "unknown/device" : null, new Request.TrapGet(trap(1)));
    } else if (input instanceof ModelInput.Unprivileged one) {
      return new Request.Unprivileged(asked(one.request()));
    }
    return Requests.of(objects, input);
  }

  private Request asked(Asking request) {
    return switch (request) {
      case TRAP_SET -> new Request.TrapSet(trap(Math.max(1, cast.drop())), 2);
      case GROUP_SET -> new Request.GroupSet(group(1), 2, 0L);
      case POLICER_SET ->
          new Request.PolicerSet(policer(1), objects.policers().get(0).maxRate(), null);
      case RELOAD -> new Request.Reload();
      case MONITOR_CONFIG_SET -> new Request.MonitorConfigSet(1, null, 0L);
      case MONITOR_START -> new Request.MonitorStart(true, true);
      case MONITOR_STOP -> new Request.MonitorStop(true, true);
      case MONITOR_CONFIG_GET -> new Request.MonitorConfigGet();
    };
  }

  private String trap(int number) {
    return number > objects.traps().size() ? UNKNOWN : objects.traps().get(number - 1).name();
  }

  private String group(int number) {
    return number > objects.groups().size() ? UNKNOWN : objects.groups().get(number - 1).name();
  }

  private Long policer(int number) {
    if (number <= 0) {
      return value(number);
    }
    return number > cast.policers().size() ? unknownPolicer : cast.policers().get(number - 1);
  }

  private static Integer number(int number) {
    return number == ModelInput.ABSENT ? null : Integer.valueOf(number);
  }

  private static Long value(int number) {
    return number == ModelInput.ABSENT ? null : Long.valueOf(number);
  }
}
