package packettrap.runner.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.logging.LogType;
import packettrap.runner.report.Reports;

/**
 * The page of a report in a real browser.
 *
 * <p>Needs Chromium and its driver; skipped where they are not installed, unless the environment
 * says {@code CI=true}. With {@code -Dscreenshots=DIR} it leaves pictures of what it looked at.
 */
class PageInBrowserTests {
  private static final String ROWS = "document.querySelectorAll('tr[data-find]:not([hidden])')";

  @TempDir static Path folder;
  private static Browser browser;
  private static Path failing;
  private static Path passing;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(
        Browser.isThere() || "true".equals(System.getenv("CI")),
        "chromium and chromium-driver are not installed here");
    failing = Files.writeString(folder.resolve("failing.html"), Page.of(Reports.failing()));
    passing = Files.writeString(folder.resolve("passing.html"), Page.of(Reports.passing()));
    keep("failing.html", Files.readAllBytes(failing));
    browser = new Browser();
    browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  private static void press(CharSequence... keys) {
    browser.driver().switchTo().activeElement().sendKeys(keys);
  }

  private static long shown() {
    return (long) browser.ask(ROWS + ".length");
  }

  private static void picture(String name) throws IOException {
    keep(name + ".png", browser.driver().getScreenshotAs(OutputType.BYTES));
  }

  /** Pictures of parts of the page, for people. */
  private static void pictures(String name) throws IOException {
    if (System.getProperty("screenshots") == null) {
      return;
    }
    for (String part : List.of("article:nth-of-type(5)", "#coverage", "#scenarios")) {
      browser
          .driver()
          .executeScript(
              "const part = document.querySelector('"
                  + part
                  + "'); if (part) scrollTo(0, part.offsetTop - 60);");
      picture(name + " " + part.replaceAll("\\W", ""));
    }
  }

  private static void keep(String name, byte[] bytes) throws IOException {
    String wanted = System.getProperty("screenshots");
    if (wanted != null) {
      Files.createDirectories(Path.of(wanted));
      Files.write(Path.of(wanted, name), bytes);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "failing, 1200, false",
    "failing, 1200, true",
    "failing, 390, false",
    "passing, 1200, false",
    "passing, 390, true"
  })
  void axe_finds_nothing(String which, int width, boolean dark) throws IOException {
    browser.open(which.equals("failing") ? failing : passing, width, 1600, dark);
    picture(which + "-" + width + (dark ? "-dark" : "-light"));
    browser
        .driver()
        .executeScript(
            """
        document.querySelectorAll(".failure details").forEach((one) => one.open = true);
        document.querySelectorAll(".family:nth-of-type(n + 4), .trap:nth-of-type(n + 3)")
            .forEach((one) => one.remove()); // more of the same, which takes axe a minute
        [...document.querySelectorAll(".rules details, .trap details")].slice(0, 8)
            .forEach((one) => one.open = true);
        """);
    assertEquals(List.of(), browser.violations());
    pictures(which + "-" + width + (dark ? "-dark" : "-light"));
  }

  @Test
  void axe_finds_what_is_wrong() throws IOException {
    Path wrong = folder.resolve("wrong.html");
    String page = Files.readString(passing);
    Files.writeString(wrong, page.replace("--faint: #59636e", "--faint: #b9c3ce"));
    browser.open(wrong, 1200, 1600, false);
    browser
        .driver()
        .executeScript(
            "document.querySelectorAll('.family, .trap').forEach((one) => one.remove())");
    List<String> violations = browser.violations();
    assertTrue(
        violations.stream().anyMatch(one -> one.startsWith("color-contrast")),
        violations::toString);
  }

  @Test
  void the_page_needs_nothing_but_itself_and_its_script_runs() {
    for (Path page : List.of(failing, passing)) {
      browser.open(page, 1200, 900, false);
      assertEquals(0L, browser.ask("performance.getEntriesByType('resource').length"));
      assertEquals(
          List.of(),
          browser.driver().manage().logs().get(LogType.BROWSER).getAll().stream()
              .map(Object::toString)
              .toList());
    }
  }

  @Test
  void a_slash_searches_and_escape_takes_it_back() {
    browser.open(failing, 1200, 900, false);
    long all = shown();
    browser.driver().executeScript("document.body.focus()");
    press("/");
    press("policer burst");
    long some = shown();
    assertTrue(0 < some && some < all, some + " of " + all);
    assertEquals(
        some,
        browser.ask(
            "[...%s].filter((row) => /policer/i.test(row.textContent) && /burst/i.test(row.textContent)).length"
                .formatted(ROWS)));
    String status = browser.ask("document.getElementById('found').textContent").toString();
    assertTrue(status.startsWith(some + " rules and "), status);
    press(Keys.ESCAPE);
    assertEquals(all, shown());
  }

  @Test
  void verdicts_are_filtered_with_the_arrow_keys() throws IOException {
    browser.open(failing, 1200, 900, false);
    press("/");
    press(Keys.TAB);
    assertEquals("verdict-all", browser.ask("document.activeElement.id"));
    press(Keys.ARROW_RIGHT);
    press(Keys.ARROW_RIGHT);
    assertEquals("verdict-FAIL", browser.ask("document.activeElement.id"));
    assertEquals(Reports.failing().count(packettrap.conformance.report.Verdict.FAIL), shown());
    picture("filtered");
  }

  @Test
  void where_the_keyboard_is_can_be_seen() {
    browser.open(failing, 1200, 900, false);
    for (int i = 0; i < 30; i++) {
      press(Keys.TAB);
      Object style =
          browser.ask(
              """
              (() => {
                const at = document.activeElement;
                const seen = at.type === "radio" ? at.nextElementSibling : at;
                const style = getComputedStyle(seen);
                return at.outerHTML.slice(0, 80) + " " + style.outlineStyle + " "
                    + parseFloat(style.outlineWidth);
              })()
              """);
      assertTrue(style.toString().endsWith(" solid 3"), style::toString);
    }
  }

  @Test
  void a_rule_that_the_filter_hides_is_shown_by_a_link_to_it() {
    browser.open(failing, 1200, 900, false);
    press("/");
    press("no such rule");
    assertEquals(0L, shown());
    browser.driver().executeScript("document.querySelector('.failure h3 a').click()");
    assertTrue(shown() > 200);
    assertEquals(true, browser.ask("document.querySelector('tr:target details').open"));
  }

  @ParameterizedTest
  @CsvSource({"360", "390", "768"})
  void nothing_is_wider_than_the_screen(int width) {
    for (Path page : List.of(failing, passing)) {
      browser.open(page, width, 800, false);
      browser
          .driver()
          .executeScript(
              """
          document.querySelectorAll(".failure details").forEach((one) => one.open = true);
          [...document.querySelectorAll(".trap details")].slice(0, 20)
              .forEach((one) => one.open = true);
          """);
      assertEquals((long) width, browser.ask("document.documentElement.scrollWidth"));
    }
  }

  @Test
  void on_paper_the_failures_are_open_and_what_is_for_the_screen_is_gone() throws IOException {
    browser.open(failing, 1200, 900, true);
    browser.driver().executeScript("dispatchEvent(new Event('beforeprint'))");
    browser.media("print", true);
    assertEquals("none", browser.ask("getComputedStyle(document.querySelector('nav')).display"));
    assertEquals(
        "rgb(255, 255, 255)", browser.ask("getComputedStyle(document.body).backgroundColor"));
    assertEquals(
        0L,
        browser.ask("document.querySelectorAll('.timeline > li > details:not([open])').length"));
    browser.driver().executeScript("dispatchEvent(new Event('afterprint'))");
    assertEquals(0L, browser.ask("document.querySelectorAll('.timeline details[open]').length"));
    Map<String, Object> printed =
        browser.driver().executeCdpCommand("Page.printToPDF", Map.of("printBackground", false));
    byte[] pdf = Base64.getDecoder().decode((String) printed.get("data"));
    assertTrue(pdf.length > 10_000, "only " + pdf.length + " bytes were printed");
    keep("failing.pdf", pdf);
    browser.media("", false);
  }
}
