package packettrap.runner.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import packettrap.runner.report.Report;

/**
 * Writes a report as one page for a browser: it needs nothing else, neither a network nor a server,
 * and the same report gives the same bytes.
 */
public final class Page {
  private Page() {}

  /** The page of a report. */
  public static String of(Report report) {
    Html body = new Html();
    body.add(Overview.head(report));
    body.open("main", "id", "main");
    body.add(Failures.of(report));
    body.add(Rules.of(report));
    body.add(Coverage.of(report));
    body.add(ScenarioList.of(report));
    body.close();
    body.add(Overview.foot(report));
    return resource("page.html")
        .replace("<!--title-->", Html.escaped(Overview.title(report)))
        .replace("/*style*/", resource("page.css"))
        .replace("/*script*/", resource("page.js"))
        .replace("<!--body-->", body.toString());
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
