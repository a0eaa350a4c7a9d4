package packettrap.runner;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import packettrap.spec.device.TrapDriver;

/** Builds a driver's jar from sources, as a third party's build would. */
final class DriverJars {
  static final String DRIVER = TrapDriver.class.getName();
  static final String DEVICE = "packettrap.spec.device.TrapDevice";

  private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  private final Path folder;
  private final List<JavaFileObject> sources = new ArrayList<>();
  private final Map<String, byte[]> entries = new TreeMap<>();
  private final Attributes attributes;
  private final Manifest manifest = new Manifest();
  private final List<String> classPath = new ArrayList<>(List.of(specification()));
  private String release = "17";

  DriverJars(Path folder) {
    this.folder = folder;
    attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
  }

  /** A driver "Hostile" that behaves well but for what its body overrides. */
  static DriverJars hostile(Path folder, String body) {
    return new DriverJars(folder).plain().driver("Hostile", body).service("Hostile");
  }

  /** A class "Plain", a driver that registers a trap and does nothing. */
  DriverJars plain() {
    return source(
        "Plain",
        """
        import packettrap.spec.device.*;
        import packettrap.spec.packet.*;
        import packettrap.spec.trap.*;
        import java.util.List;
        public class Plain implements TrapDriver {
          protected TrapHost host;
          public int interfaceVersion() { return VERSION; }
          public Registration registration() {
            return Registration.of(
                List.of(Group.generic("lldp")), List.of(Trap.generic("lldp")));
          }
          public void start(TrapHost host) { this.host = host; }
          public Answer trapActionSet(Trap trap, TrapAction action) { return Answer.OK; }
          public void receive(int port, Frame frame) {}
        }
        """);
  }

  /** A class that is a Plain driver but for its body. */
  DriverJars driver(String name, String body) {
    return source(
        name,
        """
        import java.util.*;
        import packettrap.spec.device.*;
        import packettrap.spec.message.*;
        import packettrap.spec.packet.*;
        import packettrap.spec.trap.*;
        public class %s extends Plain %s
        """
            .formatted(name, body));
  }

  DriverJars source(String name, String text) {
    URI uri = URI.create("string:///" + name.replace('.', '/') + ".java");
    sources.add(
        new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        });
    return this;
  }

  DriverJars service(String... classes) {
    return entry("META-INF/services/" + DRIVER, String.join("\n", classes));
  }

  DriverJars entry(String name, String text) {
    entries.put(name, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  DriverJars classPath(Path jar) {
    attributes.put(Attributes.Name.CLASS_PATH, jar.getFileName().toString());
    return compiledAgainst(jar);
  }

  DriverJars compiledAgainst(Path jar) {
    classPath.add(0, jar.toString());
    return this;
  }

  /** Compiles, lets a function look at every class file, and writes the jar. */
  Path jar(String name, ClassEdit edit) {
    Path classes = compile(name);
    Path jar = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String entry = classes.relativize(file).toString();
        byte[] edited = edit.edit(entry, Files.readAllBytes(file));
        if (edited != null) {
          entries.put(entry, edited);
        }
      }
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      manifest.write(head);
      entries.put(JarFile.MANIFEST_NAME, head.toByteArray());
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry zipped = new ZipEntry(entry.getKey());
        zipped.setTimeLocal(TIME); // the same sources, the same jar
        zip.putNextEntry(zipped);
        zip.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jar;
  }

  Path jar(String name) {
    return jar(name, (entry, bytes) -> bytes);
  }

  /** What becomes of a class file; null: it is left out. */
  interface ClassEdit {
    byte[] edit(String entry, byte[] bytes);
  }

  private Path compile(String name) {
    try {
      Path classes = Files.createDirectory(folder.resolve(name + "-classes"));
      if (!sources.isEmpty()) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> arguments =
            List.of(
                "--release",
                release,
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                String.join(java.io.File.pathSeparator, classPath));
        boolean compiled = compiler.getTask(messages, null, null, arguments, null, sources).call();
        assertTrue(compiled, messages::toString);
      }
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String specification() {
    try {
      return Path.of(TrapDriver.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
