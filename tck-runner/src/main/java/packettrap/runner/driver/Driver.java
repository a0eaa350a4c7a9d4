package packettrap.runner.driver;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import packettrap.conformance.DeviceBroke;
import packettrap.conformance.SeparateDevices;
import packettrap.runner.Unusable;
import packettrap.spec.device.DriverAbility.AnnouncesItself;
import packettrap.spec.device.DriverAbility.TakesOptions;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.device.TrapDriver;

/** A driver's class, loaded apart from the kit, of which devices are made. */
public final class Driver implements SeparateDevices {
  private final DriverJar jar;
  private final DriverJar.Service service;
  private final Class<?> type;
  private final Map<String, String> options;
  private final CallClock clock;
  private final Function<Supplier<TrapDriver>, TrapDevice> hosting;
  private List<String> announcement = List.of();

  private Driver(
      DriverJar jar,
      DriverJar.Service service,
      Class<?> type,
      Map<String, String> options,
      CallClock clock,
      Function<Supplier<TrapDriver>, TrapDevice> hosting) {
    this.jar = jar;
    this.service = service;
    this.type = type;
    this.options = options;
    this.clock = clock;
    this.hosting = hosting;
  }

  /**
   * Loads a driver and makes one on trial.
   *
   * @param service which of the jar's drivers
   * @param options the user's options for the driver
   * @param clock is told of every call
   * @param hosting puts the mechanism around a {@link TrapDriver}
   * @throws Unusable if the jar cannot be used with this kit or these options
   * @throws DeviceBroke if the driver broke
   */
  public static Driver load(
      DriverJar jar,
      DriverJar.Service service,
      Map<String, String> options,
      CallClock clock,
      Function<Supplier<TrapDriver>, TrapDevice> hosting) {
    ExitCalls.forget();
    Class<?> type = type(jar, service);
    Driver driver = new Driver(jar, service, type, options, clock, hosting);
    Object trial = driver.create();
    driver.announcement = announcement(trial, clock);
    if (trial instanceof TrapDevice device) {
      new GuardedDevice(device, clock).close();
    }
    return driver;
  }

  private static List<String> announcement(Object trial, CallClock clock) {
    if (!(trial instanceof AnnouncesItself announcer)) {
      return List.of();
    }
    clock.enter("announcement");
    try {
      return List.copyOf(announcer.announcement());
    } catch (Throwable e) { // whatever it is, it is the driver's
      throw Blame.thrown(e, "announcement");
    } finally {
      clock.leave();
    }
  }

  private static Class<?> type(DriverJar jar, DriverJar.Service service) {
    String name = service.className();
    Class<?> type;
    try {
      type = Class.forName(name, false, new DriverLoader(jar.path()));
    } catch (ClassNotFoundException e) {
      throw new Unusable(
          "%s names %s as its driver, but there is no such class in it."
              .formatted(jar.fileName(), name),
          e);
    } catch (ClassFormatError e) {
      throw new Unusable("%s cannot be used: %s.".formatted(jar.fileName(), e.getMessage()), e);
    } catch (LinkageError e) {
      throw Blame.thrown(e, "the loading of " + name);
    }
    if (!service.type().isAssignableFrom(type)) {
      throw new Unusable(
          "%s names %s as its driver, but that class does not implement %s."
              .formatted(jar.fileName(), name, service.type().getSimpleName()));
    } else if (!Modifier.isPublic(type.getModifiers())
        || Modifier.isAbstract(type.getModifiers())) {
      throw new Unusable(name + " cannot be a driver: it must be public and not abstract.");
    }
    return type;
  }

  /** What it says before it touches anything, a sentence each. */
  public List<String> announcement() {
    return announcement;
  }

  /** The class that is judged. */
  public String className() {
    return type.getName();
  }

  /** A new device; whatever the driver throws, now or later, becomes a {@link DeviceBroke}. */
  @Override
  public TrapDevice get() {
    try {
      return new GuardedDevice(
          service.type() == TrapDevice.class ? (TrapDevice) create() : host(), clock);
    } catch (Unusable e) { // it was usable when it was on trial
      throw new DeviceBroke(e.getMessage(), e);
    }
  }

  /** Its classes are loaded again, so that what is static in them is not shared. */
  @Override
  public Supplier<TrapDevice> apart() {
    if (service.type() == TrapDevice.class) {
      return null;
    }
    return new Driver(jar, service, type(jar, service), options, clock.another(), hosting);
  }

  private TrapDevice host() {
    clock.enter("start");
    try {
      return hosting.apply(() -> (TrapDriver) construct());
    } catch (Throwable e) { // whatever it is, it is the driver's
      throw Blame.isKits(e) ? (RuntimeException) e : Blame.thrown(e, "start");
    } finally {
      clock.leave();
    }
  }

  private Object create() {
    clock.enter("the constructor");
    try {
      return construct();
    } finally {
      clock.leave();
    }
  }

  private Object construct() {
    Object made;
    int version;
    try {
      Constructor<?> constructor = type.getConstructor();
      made = constructor.newInstance();
      version =
          made instanceof TrapDriver driver
              ? driver.interfaceVersion()
              : ((TrapDevice) made).interfaceVersion();
    } catch (NoSuchMethodException e) {
      throw new Unusable(
          className() + " cannot be a driver: it has no public constructor without parameters.", e);
    } catch (InvocationTargetException e) {
      throw Blame.thrown(e.getCause(), "the constructor");
    } catch (AbstractMethodError e) {
      throw new Unusable(
          "The driver was compiled with a version of the interface that is not this kit's version "
              + TrapDriver.VERSION
              + ": it has no method interfaceVersion.",
          e);
    } catch (Throwable e) { // whatever it is, it is the driver's
      throw Blame.thrown(e, "the constructor");
    }
    if (version != TrapDriver.VERSION) {
      throw new Unusable(
          "The driver was compiled with version %d of the interface, and this kit has version %d; compile it anew."
              .formatted(version, TrapDriver.VERSION));
    }
    giveOptions(made);
    return made;
  }

  private void giveOptions(Object made) {
    if (!(made instanceof TakesOptions taker)) {
      if (!options.isEmpty()) {
        throw new Unusable(
            "%s takes no options, but was given %s."
                .formatted(className(), String.join(", ", options.keySet())));
      }
      return;
    }
    try {
      taker.options(new TreeMap<>(options));
    } catch (IllegalArgumentException e) {
      throw new Unusable("The driver refuses its options: " + e.getMessage(), e);
    } catch (Throwable e) { // whatever it is, it is the driver's
      throw Blame.thrown(e, "options");
    }
  }
}
