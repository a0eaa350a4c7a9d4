package packettrap.runner.report;

import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import packettrap.conformance.Conversation;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.Verdict;
import packettrap.runner.report.Report.JudgedRule;
import packettrap.spec.rule.Catalogue;
import packettrap.spec.rule.Family;
import packettrap.spec.rule.Level;
import packettrap.spec.rule.Rule;

/**
 * Writes a report in the form that continuous integration reads: a suite a family, a case a rule.
 *
 * <p>That form knows four outcomes. A broken MUST is a failure; a rule that was not judged though
 * it applies is an error; a deviation from a SHOULD, a waiver and a rule that does not apply are
 * skipped, and the message says which. There are no times in it.
 */
final class JunitXml {
  private enum Outcome {
    PASSED,
    FAILURE,
    ERROR,
    SKIPPED
  }

  private final Report report;
  private final XMLStreamWriter xml;

  private JunitXml(Report report, XMLStreamWriter xml) {
    this.report = report;
    this.xml = xml;
  }

  static String of(Report report) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new JunitXml(report, xml).write();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
    return text.toString();
  }

  private void write() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line(0);
    xml.writeStartElement("testsuites");
    attribute("name", report.driver().className());
    List<String> faults = report.waiverFaults();
    counts(report.rules(), faults.size(), report.error() == null ? 0 : 1);
    if (!faults.isEmpty()) {
      waivers(faults);
    }
    if (report.error() != null) {
      brokenRun();
    }
    for (Family family : Family.values()) {
      List<JudgedRule> rules =
          report.rules().stream().filter(rule -> rule.id().startsWith(family + "-")).toList();
      if (!rules.isEmpty()) {
        suite(family, rules);
      }
    }
    line(0);
    xml.writeEndElement();
    line(0);
    xml.writeEndDocument();
  }

  /** What was judged, and by what; a suite is where JUnit has a place for it. */
  private void properties() throws XMLStreamException {
    line(2);
    xml.writeStartElement("properties");
    property("driver.jar", report.driver().jar());
    property("driver.sha256", report.driver().sha256());
    property("kit.version", report.kit());
    property("kit.sha256", report.kitSha256());
    property("specification.version", report.specification().version());
    property("specification.sha256", report.specification().sha256());
    line(2);
    xml.writeEndElement();
  }

  private void property(String name, String value) throws XMLStreamException {
    line(3);
    xml.writeEmptyElement("property");
    attribute("name", name);
    attribute("value", value);
  }

  private void suite(Family family, List<JudgedRule> rules) throws XMLStreamException {
    line(1);
    xml.writeStartElement("testsuite");
    attribute("name", family.title());
    counts(rules, 0, 0);
    properties();
    for (JudgedRule rule : rules) {
      testCase(family, rule);
    }
    line(1);
    xml.writeEndElement();
  }

  /** A suite of its own, because a run may break before a rule is judged. */
  private void brokenRun() throws XMLStreamException {
    line(1);
    xml.writeStartElement("testsuite");
    attribute("name", "The run");
    counts(List.of(), 0, 1);
    properties();
    line(2);
    xml.writeStartElement("testcase");
    attribute("classname", "packettrap");
    attribute("name", "The run comes to its end");
    attribute("time", "0");
    xml.writeEmptyElement("error");
    attribute("message", report.error());
    attribute("type", report.conclusion().name());
    xml.writeEndElement();
    line(1);
    xml.writeEndElement();
  }

  /** A case for each waiver that fails the run. */
  private void waivers(List<String> faults) throws XMLStreamException {
    line(1);
    xml.writeStartElement("testsuite");
    attribute("name", "Waivers");
    counts(List.of(), faults.size(), 0);
    for (String fault : faults) {
      line(2);
      xml.writeStartElement("testcase");
      attribute("classname", "packettrap.waivers");
      attribute("name", fault);
      attribute("time", "0");
      xml.writeEmptyElement("failure");
      attribute("message", fault);
      attribute("type", "WAIVER");
      xml.writeEndElement();
    }
    line(1);
    xml.writeEndElement();
  }

  private void counts(List<JudgedRule> rules, int faults, int broken) throws XMLStreamException {
    attribute("tests", "" + (rules.size() + faults + broken));
    attribute("failures", "" + (count(rules, Outcome.FAILURE) + faults));
    attribute("errors", "" + (count(rules, Outcome.ERROR) + broken));
    attribute("skipped", "" + count(rules, Outcome.SKIPPED));
  }

  private void testCase(Family family, JudgedRule rule) throws XMLStreamException {
    String sentence = Catalogue.find(rule.id()).map(Rule::sentence).orElse("");
    line(2);
    xml.writeStartElement("testcase");
    attribute("classname", "packettrap." + family);
    attribute("name", rule.id() + " " + sentence);
    attribute("time", "0");
    Outcome outcome = outcome(rule);
    if (outcome != Outcome.PASSED) {
      Optional<Counterexample> found = counterexample(rule);
      line(3);
      xml.writeStartElement(outcome == Outcome.FAILURE ? "failure" : name(outcome));
      attribute("message", message(rule, found));
      if (outcome != Outcome.SKIPPED) {
        attribute("type", rule.verdict().name());
      }
      if (found.isPresent()) {
        xml.writeCharacters(clean(Conversation.print(found.get())));
      }
      xml.writeEndElement();
      line(2);
    }
    xml.writeEndElement();
  }

  private static String name(Outcome outcome) {
    return outcome == Outcome.ERROR ? "error" : "skipped";
  }

  private static String message(JudgedRule rule, Optional<Counterexample> found) {
    if (rule.verdict() == Verdict.WAIVED) {
      return rule.verdict() + ": " + rule.reason();
    }
    String what =
        found
            .map(example -> "observed: " + example.observed() + "; demanded: " + example.demanded())
            .orElse(rule.reason() == null ? "" : rule.reason());
    return rule.verdict() + (what.isEmpty() ? "" : ": " + what);
  }

  private Optional<Counterexample> counterexample(JudgedRule rule) {
    return report.counterexamples().stream()
        .filter(
            example ->
                rule.trace() != null
                    && rule.trace()
                        .equals(Report.traceFile(report.counterexamples().indexOf(example))))
        .findFirst();
  }

  private static Outcome outcome(JudgedRule rule) {
    return switch (rule.verdict()) {
      case PASS -> Outcome.PASSED;
      case FAIL -> Outcome.FAILURE;
      case ERROR -> Outcome.ERROR;
      case INCONCLUSIVE -> rule.level() == Level.MUST ? Outcome.ERROR : Outcome.SKIPPED;
      case DEVIATION, NOT_APPLICABLE, WAIVED -> Outcome.SKIPPED;
    };
  }

  private static long count(List<JudgedRule> rules, Outcome outcome) {
    return rules.stream().filter(rule -> outcome(rule) == outcome).count();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, clean(value));
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  /** XML 1.0 has no place for most control characters, not even as a reference. */
  private static String clean(String text) {
    return text.codePoints()
        .map(c -> c == '\n' || c == '\t' || c >= 0x20 && !isForbidden(c) ? c : 0xfffd)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isForbidden(int c) {
    return c >= 0xd800 && c <= 0xdfff || c == 0xfffe || c == 0xffff || c >= 0x7f && c < 0xa0;
  }
}
