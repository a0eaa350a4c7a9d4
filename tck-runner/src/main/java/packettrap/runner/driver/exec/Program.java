package packettrap.runner.driver.exec;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import packettrap.runner.Unusable;

/**
 * A command that starts a driver.
 *
 * @param command as the user wrote it
 * @param words what it consists of, the program first
 * @param file what is judged: the first word behind the program that names a file (a script), or
 *     else the program
 * @param sha256 hash of that file
 */
public record Program(String command, List<String> words, Path file, String sha256) {
  public Program {
    words = List.copyOf(words);
  }

  /**
   * Looks for the program; nothing is started.
   *
   * @throws Unusable if there is none that can be started
   */
  public static Program of(String command) {
    List<String> words = Words.of(command);
    Path program = find(words.get(0));
    Path file = program;
    for (String word : words.subList(1, words.size())) {
      if (isFile(word)) {
        file = Path.of(word);
        break;
      }
    }
    return new Program(command, words, file, sha256(file));
  }

  /** Whether the file is still the same. */
  public boolean isUnchanged() {
    try {
      return sha256(file).equals(sha256);
    } catch (Unusable e) {
      return false;
    }
  }

  private static boolean isFile(String word) {
    return word.indexOf('\0') < 0 && Files.isRegularFile(Path.of(word));
  }

  private static Path find(String program) {
    if (program.contains(File.separator)) {
      return startable(Path.of(program));
    }
    String path = System.getenv("PATH");
    for (String folder : (path == null ? "" : path).split(File.pathSeparator)) {
      Path candidate = Path.of(folder.isEmpty() ? "." : folder, program);
      if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
        return candidate;
      }
    }
    throw new Unusable(
        "There is no command %s on the PATH; exec: needs a program that can be started%s."
            .formatted(
                program, isFile(program) ? " (the file here would be ./" + program + ")" : ""));
  }

  private static Path startable(Path program) {
    if (!Files.exists(program)) {
      throw new Unusable(
          "There is no file %s; exec: needs a program that can be started.".formatted(program));
    } else if (Files.isDirectory(program) || !Files.isExecutable(program)) {
      throw new Unusable(
          "%s cannot be started: it is %s."
              .formatted(
                  program,
                  Files.isDirectory(program)
                      ? "a directory"
                      : "not executable (chmod +x makes it so, or name its interpreter)"));
    }
    return program;
  }

  private static String sha256(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    } catch (IOException e) {
      throw new Unusable(file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }
}
