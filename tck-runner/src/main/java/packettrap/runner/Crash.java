package packettrap.runner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the JVM's file about its own crash says, without the addresses. */
final class Crash {
  private static final Pattern SIGNAL = Pattern.compile("(?m)^#  (SIG[A-Z]+) ");
  private static final Pattern FRAME =
      Pattern.compile("(?m)^# Problematic frame:\\R# \\w  \\[([^+\\]]+)[^\\]]*\\] *([\\w.:~]*)");

  private Crash() {}

  /** The verb of a sentence about the process; empty if there is no such file. */
  static Optional<String> in(Path folder) {
    String text;
    try {
      text = Files.readString(folder.resolve("crash"), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return Optional.empty();
    }
    Matcher signal = SIGNAL.matcher(text);
    Matcher frame = FRAME.matcher(text);
    if (!signal.find()) {
      return Optional.empty();
    }
    String place = frame.find() ? " in " + frame.group(1) + named(frame.group(2)) : "";
    return Optional.of("died because native code crashed (%s%s)".formatted(signal.group(1), place));
  }

  private static String named(String function) {
    return function.isEmpty() ? "" : ", " + function;
  }
}
