package packettrap.explorer;

import packettrap.spec.message.Request;
import packettrap.spec.trap.Registration;

/** The requests that inputs are. */
public final class Requests {
  private Requests() {}

  /**
   * The request that an input is.
   *
   * @param objects what the numbers in it count; a policer's is its id
   * @throws IllegalArgumentException if it is none
   */
  public static Request of(Registration objects, ModelInput input) {
    if (input instanceof ModelInput.TrapSet set) {
      return new Request.TrapSet(trap(objects, set.trap()), number(set.action()));
    } else if (input instanceof ModelInput.GroupSet set) {
      return new Request.GroupSet(
          group(objects, set.group()), number(set.action()), value(set.policer()));
    } else if (input instanceof ModelInput.PolicerSet set) {
      return new Request.PolicerSet(value(set.policer()), value(set.rate()), value(set.burst()));
    } else if (input instanceof ModelInput.Get get) {
      return switch (get.of()) {
        case TRAP -> new Request.TrapGet(trap(objects, get.object()));
        case GROUP -> new Request.GroupGet(group(objects, get.object()));
        case POLICER -> new Request.PolicerGet(value(get.object()));
        case MONITOR -> new Request.MonitorConfigGet();
      };
    } else if (input instanceof ModelInput.Dump dump) {
      return switch (dump.of()) {
        case TRAP -> new Request.TrapDump();
        case GROUP -> new Request.GroupDump();
        case POLICER -> new Request.PolicerDump();
        case MONITOR -> throw new IllegalArgumentException("there is no dump of drop monitor");
      };
    } else if (input instanceof ModelInput.Misdirected one) {
      return new Request.OnDevice(one.named() ? "unknown/device" : null, new Request.Reload());
    } else if (input instanceof ModelInput.Unprivileged one) {
      return new Request.Unprivileged(asked(objects, one.request()));
    } else if (input instanceof ModelInput.MonitorConfigSet set) {
      return new Request.MonitorConfigSet(number(set.mode()), null, value(set.queueLength()));
    } else if (input instanceof ModelInput.MonitorStart start) {
      return new Request.MonitorStart(start.software(), start.hardware());
    } else if (input instanceof ModelInput.MonitorStop stop) {
      return new Request.MonitorStop(stop.software(), stop.hardware());
    } else if (input instanceof ModelInput.Register) {
      return new Request.Register(null);
    } else if (input instanceof ModelInput.Unregister) {
      return new Request.Unregister();
    } else if (input instanceof ModelInput.Reload) {
      return new Request.Reload();
    }
    throw new IllegalArgumentException(input + " is no request");
  }

  /** Each of them would change something if its caller might. */
  private static Request asked(Registration objects, ModelInput.Asking request) {
    return switch (request) {
      case TRAP_SET -> new Request.TrapSet(trap(objects, 1), 2);
      case GROUP_SET -> new Request.GroupSet(group(objects, 1), 2, 0L);
      case POLICER_SET -> new Request.PolicerSet(1L, objects.policers().get(0).maxRate(), null);
      case RELOAD -> new Request.Reload();
      case MONITOR_CONFIG_SET -> new Request.MonitorConfigSet(1, null, 0L);
      case MONITOR_START -> new Request.MonitorStart(true, true);
      case MONITOR_STOP -> new Request.MonitorStop(true, true);
      case MONITOR_CONFIG_GET -> new Request.MonitorConfigGet();
    };
  }

  private static String trap(Registration objects, int number) {
    return number > objects.traps().size() ? "unknown" : objects.traps().get(number - 1).name();
  }

  private static String group(Registration objects, int number) {
    return number > objects.groups().size() ? "unknown" : objects.groups().get(number - 1).name();
  }

  private static Integer number(int number) {
    return number == ModelInput.ABSENT ? null : Integer.valueOf(number);
  }

  private static Long value(int number) {
    return number == ModelInput.ABSENT ? null : Long.valueOf(number);
  }
}
