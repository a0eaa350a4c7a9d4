package packettrap.runner.report.code;

import java.util.Locale;
import java.util.regex.Pattern;
import packettrap.conformance.engine.Words;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.TraceStep;
import packettrap.runner.report.Report;
import packettrap.spec.json.Json;
import packettrap.spec.rule.Catalogue;
import packettrap.spec.rule.Rule;

/** Writes a counterexample as a JUnit test that fails as long as the driver breaks the rule. */
public final class JavaTest {
  private static final int MOST = 20_000;

  private static final Pattern NAME =
      Pattern.compile(
          "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*"
              + "(\\.\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)*");

  private JavaTest() {}

  /** The name of the class for a counterexample, which is counted from 0. */
  public static String className(int number) {
    return "Counterexample" + (number + 1) + "Tests";
  }

  /** Whether the driver is a class that a test can make; a program is not, whatever its name. */
  public static boolean isPossible(Report report) {
    return !report.driver().jar().startsWith("exec:")
        && NAME.matcher(report.driver().className()).matches();
  }

  /** The source of the test of a counterexample, which is counted from 0. */
  public static String of(Report report, int number) {
    Counterexample counterexample = report.counterexamples().get(number);
    String rule = counterexample.rules().get(0);
    StringBuilder steps = new StringBuilder();
    for (int i = 0; i < counterexample.steps().size(); i++) {
      TraceStep step = counterexample.steps().get(i);
      steps.append("    // %d: %s\n".formatted(i + 1, comment(Words.of(step.request()))));
      steps.append("    conversation.ask(").append(literal(Json.write(step.request())));
      steps.append(");\n");
    }
    return """
        import org.junit.jupiter.api.Test;
        import packettrap.conformance.Retold;

        /** %s: %s */
        class %s {
          @Test
          void %s_is_kept() {
            Retold conversation = new Retold(%s::new);
        %s    conversation.assertKept();
          }
        }
        """
        .formatted(
            rule,
            comment(Catalogue.find(rule).map(Rule::sentence).orElse("")),
            className(number),
            rule.toLowerCase(Locale.ROOT).replace('-', '_'),
            report.driver().className().replace('$', '.'),
            steps);
  }

  /** A comment ends where Java says, and never earlier. */
  private static String comment(String text) {
    return text.replaceAll("[^\\x20-\\x7e]", "?").replace("\\u", "\\ u").replace("*/", "* /");
  }

  /** A string of Java, in pieces if it is longer than a constant may be (JVMS 4.4.7). */
  static String literal(String text) {
    if (text.length() <= MOST) {
      return constant(text);
    }
    StringBuilder pieces = new StringBuilder("String.join(\"\"");
    for (int at = 0; at < text.length(); at += MOST) {
      pieces.append(", ").append(constant(text.substring(at, Math.min(at + MOST, text.length()))));
    }
    return pieces.append(')').toString();
  }

  /** What is not ASCII is escaped. */
  private static String constant(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        literal.append('\\').append(c);
      } else if (c >= 0x20 && c < 0x7f) {
        literal.append(c);
      } else {
        // Octal: as a Unicode escape, a line end would end the line of the source.
        literal.append(String.format(Locale.ROOT, c < 0x80 ? "\\%03o" : "\\u%04x", (int) c));
      }
    }
    return literal.append('"').toString();
  }
}
