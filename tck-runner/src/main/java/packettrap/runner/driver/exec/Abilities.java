package packettrap.runner.driver.exec;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import packettrap.runner.driver.lines.DriverLine;
import packettrap.spec.device.DriverAbility;
import packettrap.spec.device.TrapDriver;

/** Shows of a {@link LineDriver} what its process can do: a driver tells that by its interfaces. */
final class Abilities {
  /** The lines that an ability is about. */
  private static final Map<String, Class<?>> ABILITIES =
      new TreeMap<>(
          Map.of(
              "GroupActionSet", DriverAbility.SetsGroupAction.class,
              "GroupSet", DriverAbility.BindsGroups.class,
              "PolicerSet", DriverAbility.SetsPolicers.class,
              "PolicerDropped", DriverAbility.CountsPolicerDrops.class,
              "TrapDropped", DriverAbility.CountsTrapDrops.class,
              "Configure", DriverAbility.Configurable.class,
              "TimePassed", DriverAbility.KeepsTime.class,
              "Ports", DriverAbility.MakesTraffic.class,
              "Fail", DriverAbility.FailsOnRequest.class,
              "Register", DriverAbility.RegistersOnRequest.class));

  /** Lines that any driver may do without. */
  private static final Set<String> OPTIONAL =
      Set.of("Stop", "PolicerInit", "PolicerFini", "GroupInit", "TrapInit", "TrapFini");

  private Abilities() {}

  /** What can stand in {@code takes}. */
  static Set<String> known() {
    Set<String> known = new TreeSet<>(OPTIONAL);
    known.addAll(ABILITIES.keySet());
    return known;
  }

  /** The driver, with the interfaces of what its process takes and no others. */
  static TrapDriver of(LineDriver driver, DriverLine.Hello hello) {
    List<Class<?>> shown = new ArrayList<>(List.of(TrapDriver.class));
    ABILITIES.forEach(
        (line, ability) -> {
          if (hello.takes().contains(line)) {
            shown.add(ability);
          }
        });
    if (!hello.scenarios().isEmpty()) {
      shown.add(DriverAbility.BringsScenarios.class);
    }
    return (TrapDriver)
        Proxy.newProxyInstance(
            Abilities.class.getClassLoader(),
            shown.toArray(Class<?>[]::new),
            (proxy, method, arguments) -> {
              try {
                return method.invoke(driver, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
