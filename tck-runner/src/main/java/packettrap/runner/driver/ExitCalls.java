package packettrap.runner.driver;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;

/**
 * Where a driver's calls that would end the JVM arrive instead, also those by reflection.
 *
 * <p>Public because the driver's rewritten classes call it. One JVM judges one driver at a time.
 */
public final class ExitCalls {
  /** A driver tried to end the JVM. */
  public static final class ExitAttempt extends Error {
    private static final long serialVersionUID = 1;

    ExitAttempt(String what) {
      super(what);
    }
  }

  private static final Set<String> EXITS = Set.of("exit", "halt");

  private static volatile String attempted;

  private ExitCalls() {}

  /** The method that a driver called to end the JVM; null: none since {@link #forget}. */
  static String attempted() {
    return attempted;
  }

  static void forget() {
    attempted = null;
  }

  /** In place of {@code System.exit}. */
  public static void exit(int status) {
    throw refusal("System.exit");
  }

  /** In place of {@code Runtime.exit}. */
  public static void exit(Runtime runtime, int status) {
    throw refusal("Runtime.exit");
  }

  /** In place of {@code Runtime.halt}. */
  public static void halt(Runtime runtime, int status) {
    throw refusal("Runtime.halt");
  }

  /** Looks at what {@code Class.getMethod} and the like gave to a driver. */
  public static Method checked(Method method) {
    if (ends(method.getDeclaringClass(), method.getName())) {
      throw refusal(method.getDeclaringClass().getSimpleName() + "." + method.getName());
    }
    return method;
  }

  /** Takes the methods that end the JVM out of what {@code Class.getMethods} gave to a driver. */
  public static Method[] checked(Method[] methods) {
    return Arrays.stream(methods)
        .filter(method -> !ends(method.getDeclaringClass(), method.getName()))
        .toArray(Method[]::new);
  }

  /** In place of {@code Lookup.findStatic}. */
  public static MethodHandle findStatic(
      MethodHandles.Lookup lookup, Class<?> type, String name, MethodType method)
      throws ReflectiveOperationException {
    refuse(type, name);
    return lookup.findStatic(type, name, method);
  }

  /** In place of {@code Lookup.findVirtual}. */
  public static MethodHandle findVirtual(
      MethodHandles.Lookup lookup, Class<?> type, String name, MethodType method)
      throws ReflectiveOperationException {
    refuse(type, name);
    return lookup.findVirtual(type, name, method);
  }

  /** In place of {@code Lookup.bind}. */
  public static MethodHandle bind(
      MethodHandles.Lookup lookup, Object receiver, String name, MethodType method)
      throws ReflectiveOperationException {
    refuse(receiver.getClass(), name);
    return lookup.bind(receiver, name, method);
  }

  private static void refuse(Class<?> type, String name) {
    if (ends(type, name)) {
      throw refusal(type.getSimpleName() + "." + name);
    }
  }

  private static boolean ends(Class<?> type, String name) {
    return (type == System.class || type == Runtime.class) && EXITS.contains(name);
  }

  private static ExitAttempt refusal(String what) {
    attempted = what;
    return new ExitAttempt(what);
  }
}
