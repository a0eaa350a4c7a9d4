package packettrap.runner.report.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import packettrap.conformance.engine.Words;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.TraceStep;
import packettrap.runner.report.page.Differences.Pair;
import packettrap.runner.report.page.Differences.Part;
import packettrap.spec.json.Json;
import packettrap.spec.message.Event;
import packettrap.spec.message.Request;
import packettrap.spec.packet.Frame;

/** A counterexample as a time-line: what was asked, and beside each other what both sides did. */
final class TimeLine {
  private static final int MOST_LINES = 12;
  private static final int MOST_FRAMES = 4;

  private TimeLine() {}

  static Html of(Counterexample counterexample) {
    Html html = new Html();
    html.open("ol", "class", "timeline");
    List<TraceStep> steps = counterexample.steps();
    for (int i = 0; i < steps.size(); i++) {
      boolean last = i == steps.size() - 1;
      html.open("li", "class", last ? "differs" : "agrees");
      html.open("p", "class", "request");
      html.element("span", "step " + (i + 1), "class", "number").text(" ");
      html.element("code", Words.of(steps.get(i).request()));
      html.close();
      sides(html, steps.get(i), last);
      attachments(html, steps.get(i), last);
      html.close();
    }
    html.close();
    return html;
  }

  private static void sides(Html html, TraceStep step, boolean last) {
    List<String> device = Side.device(step);
    if (step.reference() == null) {
      html.open("div", "class", "sides");
      column(html, "device", device.stream().map(line -> new Pair(line, line)).toList(), false);
      html.close();
      return;
    }
    List<Pair> pairs = Differences.pairs(device, Side.reference(step));
    boolean same = pairs.stream().allMatch(Pair::same);
    html.open("div", "class", "sides");
    if (same) {
      column(html, last ? "device and reference" : "both", pairs, false);
    } else {
      column(html, "device", pairs, last);
      column(
          html,
          last ? "reference" : "reference (the rules allow both)",
          pairs.stream().map(pair -> new Pair(pair.right(), pair.left())).toList(),
          last);
    }
    html.close();
  }

  /** One side; lines that are the same on both are left out if there are many. */
  private static void column(Html html, String title, List<Pair> pairs, boolean mark) {
    html.open("div", "class", "side");
    html.element("p", title, "class", "who");
    html.open("ul");
    List<Pair> shown = new ArrayList<>(pairs);
    if (pairs.size() > MOST_LINES) {
      shown.removeIf(Pair::same);
      shown = shown.subList(0, Math.min(MOST_LINES, shown.size()));
    }
    for (Pair pair : shown) {
      if (pair.left() == null) {
        html.element("li", "nothing", "class", mark ? "nothing marked" : "nothing");
      } else {
        html.open("li");
        for (Part part : Differences.parts(pair.left(), pair.right())) {
          if (part.differs() && mark) {
            html.element("mark", part.text());
          } else {
            html.text(part.text());
          }
        }
        html.close();
      }
    }
    if (pairs.size() > shown.size()) {
      html.element(
          "li", "and %d more lines".formatted(pairs.size() - shown.size()), "class", "more");
    }
    html.close();
    html.close();
  }

  /** The configuration and the frames of a step. */
  private static void attachments(Html html, TraceStep step, boolean last) {
    if (step.request() instanceof Request.Configure configure) {
      html.open("details").element("summary", "The configuration");
      html.element("pre", Json.pretty(configure.config()), "class", "code");
      html.close();
    }
    if (!(step.request() instanceof Request.Inject inject)) {
      return;
    }
    LinkedHashSet<Frame> coming = new LinkedHashSet<>(inject.frames());
    coming.stream()
        .limit(MOST_FRAMES)
        .forEach(frame -> frame(html, "The frame that comes in", frame));
    if (last) {
      LinkedHashSet<Frame> others = new LinkedHashSet<>();
      frames(others, step.events());
      if (step.reference() != null) {
        frames(others, step.reference().events());
      }
      others.removeAll(coming);
      others.stream().limit(MOST_FRAMES).forEach(frame -> frame(html, "Another frame seen", frame));
    }
  }

  private static void frames(LinkedHashSet<Frame> frames, List<Event> events) {
    for (Event event : events) {
      if (event instanceof Event.Transmitted out) {
        frames.add(out.frame());
      } else if (event instanceof Event.Received in) {
        frames.add(in.frame());
      }
    }
  }

  private static void frame(Html html, String title, Frame frame) {
    html.open("details");
    html.element("summary", "%s (%d bytes)".formatted(title, frame.length()));
    html.add(FramePicture.of(frame));
    html.close();
  }
}
