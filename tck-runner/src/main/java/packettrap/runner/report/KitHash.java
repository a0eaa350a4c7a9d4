package packettrap.runner.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The hash of the kit: of all files below {@code packettrap/} in trap-tck.jar, but for this hash
 * itself. Where and when the jar was packed makes no difference.
 *
 * <p>It is the hash of what {@code sha256sum} prints for these files in the order of their names,
 * so that anybody can check it. The build computes it, so that a run need not.
 */
public final class KitHash {
  private static final String ROOT = "packettrap";
  private static final String FILE = "kit.sha256";

  private KitHash() {}

  /** The kit's hash: SHA-256 in hexadecimal. */
  public static String get() {
    try (InputStream in = KitHash.class.getResourceAsStream(FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes the hash of the modules on the class path beside this class.
   *
   * @param arguments the folder with the classes
   */
  public static void main(String[] arguments) throws IOException, URISyntaxException {
    SortedMap<String, String> files = new TreeMap<>();
    ClassLoader loader = KitHash.class.getClassLoader();
    for (URL root : Collections.list(loader.getResources(ROOT))) {
      files.putAll(hashes(root.toURI()));
    }
    Path folder = Path.of(arguments[0], KitHash.class.getPackageName().split("[.]"));
    Files.writeString(folder.resolve(FILE), of(files) + "\n");
  }

  private static Map<String, String> hashes(URI root) throws IOException {
    if (!root.getScheme().equals("jar")) {
      return hashes(Path.of(root));
    }
    try (FileSystem jar = FileSystems.newFileSystem(root, Map.of())) {
      return hashes(jar.getPath(ROOT));
    }
  }

  /**
   * The hashes of the files in a folder, by their names as the jar has them.
   *
   * @param folder the one that is called packettrap
   */
  static Map<String, String> hashes(Path folder) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = ROOT + "/" + folder.relativize(file).toString().replace('\\', '/');
        if (!file.endsWith(FILE)) {
          hashes.put(name, sha256(Files.readAllBytes(file)));
        }
      }
    }
    return hashes;
  }

  /** The hash of what sha256sum prints for files with these hashes. */
  static String of(SortedMap<String, String> hashes) {
    StringBuilder lines = new StringBuilder();
    hashes.forEach((name, hash) -> lines.append(hash + "  " + name + "\n"));
    return sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
