package packettrap.runner.driver;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.CodeSource;

/**
 * Loads a driver's classes: it sees the JDK, the interface, its own jar and what the jar's manifest
 * names in its Class-Path.
 *
 * <p>The kit, the reference and their libraries are out of its sight, so that a driver can bring
 * its own version of anything. Every class is rewritten so that it cannot end the JVM.
 */
final class DriverLoader extends URLClassLoader {
  /** The loader's name; stack traces tell the driver's frames by it. */
  static final String NAME = "driver";

  DriverLoader(Path jar) {
    super(NAME, new URL[] {url(jar)}, new Interface());
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a path without a URL: " + jar, e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    URL resource = findResource(name.replace('.', '/') + ".class");
    if (resource == null) {
      throw new ClassNotFoundException(name);
    }
    byte[] classFile;
    try (InputStream in = resource.openStream()) {
      classFile = ExitRewriting.rewrite(name, in.readAllBytes());
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
    CodeSource source = new CodeSource(getURLs()[0], (CodeSigner[]) null);
    return defineClass(name, classFile, 0, classFile.length, source);
  }

  /** What a driver sees of the kit: the specification, and the place its exits are sent to. */
  private static final class Interface extends ClassLoader {
    private static final String SPECIFICATION = "packettrap.spec.";

    Interface() {
      super("interface", ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith(SPECIFICATION) || name.equals(ExitCalls.class.getName())) {
        return Class.forName(name, false, DriverLoader.class.getClassLoader());
      }
      throw new ClassNotFoundException(name);
    }
  }
}
