package packettrap.runner.report.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import packettrap.conformance.Kit;
import packettrap.conformance.Profile;
import packettrap.conformance.Progress;
import packettrap.conformance.broken.Bases;
import packettrap.conformance.broken.BrokenDevices;
import packettrap.conformance.report.RunResult;
import packettrap.reference.HostedDevice;
import packettrap.runner.report.Repetition;
import packettrap.runner.report.Report;
import packettrap.spec.device.TrapDevice;

/** The tests that a report offers, compiled and run. */
public class JavaTestTests {
  /** What the generated test makes; it stands for a driver's class. */
  public static final class Made {
    static boolean broken;

    private Made() {}

    /** A device that breaks ACT-04, or none. */
    public static TrapDevice device() {
      return broken
          ? BrokenDevices.all().stream()
              .filter(one -> one.rule().equals("ACT-04"))
              .findFirst()
              .orElseThrow()
              .device()
              .get()
          : new HostedDevice(Bases.full());
    }
  }

  private static Report report() {
    Made.broken = true;
    RunResult result =
        new Kit(Made::device, Profile.QUICK, 1, rule -> rule.id().equals("ACT-04"))
            .run(Progress.SILENT);
    return Report.of(
        new Report.JudgedDriver("Driver", "driver.jar", "0".repeat(64)),
        Profile.QUICK,
        1,
        Repetition.of(Map.of(), List.of(), null, 10),
        result,
        List.of());
  }

  private static JavaFileObject source(String name, String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  private static Class<?> compiled(Path folder, String name, String text) throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    boolean right =
        compiler
            .getTask(
                null,
                null,
                null,
                List.of(
                    "-d",
                    folder.toString(),
                    "-Xlint:all,-processing",
                    "-Werror",
                    "-proc:none",
                    "-cp",
                    System.getProperty("java.class.path")),
                null,
                List.of(source(name, text)))
            .call();
    assertTrue(right, text);
    URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, JavaTestTests.class.getClassLoader());
    return loader.loadClass(name);
  }

  private static Throwable thrown(Class<?> test) throws Exception {
    var constructor = test.getDeclaredConstructor();
    constructor.setAccessible(true);
    Method method = test.getDeclaredMethod("act_04_is_kept");
    method.setAccessible(true);
    try {
      method.invoke(constructor.newInstance());
      return null;
    } catch (InvocationTargetException e) {
      return e.getCause();
    }
  }

  @Test
  void the_test_fails_while_the_rule_is_broken_and_passes_when_it_is_kept(@TempDir Path folder)
      throws Exception {
    Report report = report();
    String text =
        JavaTest.of(report, 0)
            .replace("Driver::new", JavaTestTests.class.getName() + ".Made::device");
    Class<?> test = compiled(folder, "Counterexample1Tests", text);
    Throwable failure = thrown(test);
    assertTrue(failure instanceof AssertionError, () -> "" + failure);
    assertTrue(failure.getMessage().contains("ACT-04"), failure::getMessage);
    Made.broken = false;
    assertEquals(null, thrown(test));
  }

  @Test
  void any_text_is_a_string_of_java(@TempDir Path folder) throws Exception {
    String text = "a\"\\\n\t\u0000\u007f\u2028 \\u000a \ud83d " + "x".repeat(70_000);
    Class<?> type =
        compiled(
            folder,
            "Literal",
            "public class Literal { public static String get() { return "
                + JavaTest.literal(text)
                + "; } }");
    assertEquals(text, type.getMethod("get").invoke(null));
  }

  @Test
  void a_program_is_no_class_that_a_test_can_make() {
    assertTrue(JavaTest.isPossible(judged("com.example.Driver$Mine", "driver.jar")));
    assertFalse(JavaTest.isPossible(judged("hub.py", "exec:python3 hub.py")));
    assertFalse(JavaTest.isPossible(judged("x; } */\n", "driver.jar")));
  }

  private static Report judged(String className, String jar) {
    RunResult result =
        new Kit(Made::device, Profile.QUICK, 1, rule -> rule.id().equals("REQ-01"))
            .run(Progress.SILENT);
    return Report.of(
        new Report.JudgedDriver(className, jar, "0".repeat(64)),
        Profile.QUICK,
        1,
        Repetition.of(Map.of(), List.of(), null, 10),
        result,
        List.of());
  }
}
