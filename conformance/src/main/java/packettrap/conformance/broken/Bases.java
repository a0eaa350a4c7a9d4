package packettrap.conformance.broken;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import packettrap.reference.ReferenceDriver;
import packettrap.spec.device.DriverAbility;
import packettrap.spec.device.DriverAbility.BringsScenarios;
import packettrap.spec.device.DriverAbility.FailsOnRequest;
import packettrap.spec.device.DriverAbility.SetsGroupAction;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapType;

/** Drivers without a fault, with different abilities; the broken ones are made of them. */
public final class Bases {
  private static final Registration MANY = registrationOfMany();

  private Bases() {}

  /** Every ability. */
  public static TrapDriver full() {
    return new ReferenceDriver();
  }

  /** Every ability but the setting of whole groups. */
  public static TrapDriver memberwise() {
    return memberwise(new ReferenceDriver());
  }

  /** The same with these objects. */
  public static TrapDriver memberwise(Registration objects) {
    return memberwise(new ReferenceDriver(objects));
  }

  /** No optional callback. */
  public static TrapDriver bare() {
    return limited(new ReferenceDriver(), Set.of(FailsOnRequest.class, BringsScenarios.class));
  }

  /** Nothing registered. */
  public static TrapDriver empty() {
    return limited(new ReferenceDriver(Registration.EMPTY), Set.of());
  }

  /** More drop traps than a summary holds names. */
  public static TrapDriver many() {
    return new ReferenceDriver(MANY);
  }

  /** A switch that does with every frame of the kit's scenarios what they say. */
  public static TrapDriver switching() {
    return new ScenarioDriver(null);
  }

  /** Every ability but the setting of whole groups, and traffic of its own. */
  public static TrapDriver busy() {
    return memberwise(new BusyDriver());
  }

  private static Registration registrationOfMany() {
    List<Trap> traps = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      traps.add(Trap.specific(i, "own_" + i, TrapType.EXCEPTION, "own_group"));
    }
    return Registration.of(List.of(Group.specific(0, "own_group")), traps);
  }

  /** A driver without the setting of whole groups. */
  static TrapDriver memberwise(TrapDriver driver) {
    List<Class<?>> abilities = new ArrayList<>();
    for (Class<?> ability : abilitiesOf(driver)) {
      if (ability != SetsGroupAction.class) {
        abilities.add(ability);
      }
    }
    return limited(driver, Set.copyOf(abilities));
  }

  private static List<Class<?>> abilitiesOf(TrapDriver driver) {
    List<Class<?>> abilities = new ArrayList<>();
    for (Class<?> type = driver.getClass(); type != null; type = type.getSuperclass()) {
      for (Class<?> ability : type.getInterfaces()) {
        if (DriverAbility.class.isAssignableFrom(ability)) {
          abilities.add(ability);
        }
      }
    }
    return abilities;
  }

  /** A driver with some of its abilities only. */
  static TrapDriver limited(TrapDriver driver, Set<Class<?>> abilities) {
    List<Class<?>> types = new ArrayList<>(abilities);
    types.sort((one, other) -> one.getName().compareTo(other.getName()));
    types.add(TrapDriver.class);
    return (TrapDriver)
        Proxy.newProxyInstance(
            TrapDriver.class.getClassLoader(),
            types.toArray(Class<?>[]::new),
            (proxy, method, arguments) -> {
              try {
                return method.invoke(driver, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
