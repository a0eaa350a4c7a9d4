package packettrap.runner.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Chromium without a screen, as Debian packages it (chromium and chromium-driver). */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private final ChromeDriver driver;

  Browser() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars");
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    driver = new ChromeDriver(service, options);
  }

  static boolean isThere() {
    return Stream.of(CHROMIUM, DRIVER).allMatch(Files::isExecutable);
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Opens a page on a screen of some size, in pixels. */
  void open(Path page, int width, int height, boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    media("", dark);
    driver.get("about:blank");
    driver.get(page.toUri().toString());
  }

  /** Shows the page as on paper, or as on a screen if the name is empty. */
  void media(String name, boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            name,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  Object ask(String script) {
    return driver.executeScript("return " + script);
  }

  /** What axe finds, a line each. */
  List<String> violations() throws IOException {
    try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
      driver.executeScript(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    Object found =
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ["violations"]}).then(
              (result) => done(result.violations.flatMap((violation) =>
                violation.nodes.slice(0, 3).map((node) =>
                  violation.id + ": " + node.html.slice(0, 200) + " " + node.failureSummary))),
              (error) => done(["axe broke: " + error]));
            """);
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
