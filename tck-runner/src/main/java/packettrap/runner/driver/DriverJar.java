package packettrap.runner.driver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import packettrap.runner.Unusable;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.device.TrapDriver;

/**
 * A jar that names what is to be judged in a service entry; nothing of it is loaded here.
 *
 * @param path where it is
 * @param sha256 hash of its bytes, in lower-case hexadecimal digits
 * @param version what its manifest says, its Implementation-Version; null: nothing
 * @param services the classes that its service entries name
 */
public record DriverJar(Path path, String sha256, String version, List<Service> services) {
  /** A class that the jar offers as a {@link TrapDriver} or a {@link TrapDevice}. */
  public record Service(Class<?> type, String className) {}

  private static final List<Class<?>> TYPES = List.of(TrapDriver.class, TrapDevice.class);

  public DriverJar {
    services = List.copyOf(services);
  }

  /**
   * Looks into a jar.
   *
   * @throws Unusable if it is not a jar that names a driver
   */
  public static DriverJar open(Path path) {
    if (Files.isDirectory(path)) {
      throw new Unusable(path + " is a directory; a driver is a jar file.");
    } else if (!Files.exists(path)) {
      throw new Unusable("There is no file " + path + ".");
    }
    List<Service> services = new ArrayList<>();
    String hash;
    String version;
    try (JarFile jar = new JarFile(path.toFile())) {
      for (Class<?> type : TYPES) {
        services.addAll(services(jar, type));
      }
      hash = sha256(path);
      version = version(jar.getManifest());
    } catch (IOException e) {
      throw new Unusable(
          path + " cannot be read as a jar: " + sentencePart(e) + ". A driver is a jar file.", e);
    }
    if (services.isEmpty()) {
      throw new Unusable(
          path
              + " names no driver: it has no entry META-INF/services/"
              + TrapDriver.class.getName()
              + " (or ..."
              + TrapDevice.class.getSimpleName()
              + ") with the name of a class.");
    }
    return new DriverJar(path, hash, version, services);
  }

  /**
   * The service that is to be judged.
   *
   * @param className which one, if there are several; null: the only one
   * @throws Unusable if that leaves none, or several
   */
  public Service choose(String className) {
    List<Service> chosen =
        services.stream()
            .filter(service -> className == null || service.className().equals(className))
            .toList();
    if (chosen.size() == 1) {
      return chosen.get(0);
    }
    String names = services.stream().map(Service::className).collect(Collectors.joining(", "));
    if (chosen.isEmpty()) {
      throw new Unusable(
          "%s does not offer %s; it offers %s.".formatted(fileName(), className, names));
    }
    throw new Unusable(
        "%s offers several drivers: %s. Choose one with --option driver=CLASS."
            .formatted(fileName(), names));
  }

  /** Whether the jar is still the one that was opened. */
  public boolean isUnchanged() {
    try {
      return sha256(path).equals(sha256);
    } catch (IOException e) {
      return false;
    }
  }

  /** The jar's name without its folder. */
  public String fileName() {
    return path.getFileName().toString();
  }

  private static String version(Manifest manifest) {
    return manifest == null
        ? null
        : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
  }

  private static List<Service> services(JarFile jar, Class<?> type) throws IOException {
    ZipEntry entry = jar.getEntry("META-INF/services/" + type.getName());
    if (entry == null) {
      return List.of();
    }
    try (InputStream lines = jar.getInputStream(entry)) {
      String text = new String(lines.readAllBytes(), StandardCharsets.UTF_8);
      if (text.startsWith("\ufeff")) {
        throw new Unusable(
            "%s in %s begins with a byte order mark, which belongs to no class's name; save it without."
                .formatted(entry.getName(), jar.getName()));
      }
      return text.lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(name -> !name.isEmpty())
          .distinct()
          .map(name -> new Service(type, name))
          .toList();
    }
  }

  private static String sha256(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String sentencePart(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
