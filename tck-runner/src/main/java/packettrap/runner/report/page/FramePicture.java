package packettrap.runner.report.page;

import java.util.List;
import java.util.Locale;
import packettrap.runner.report.frame.Dissector;
import packettrap.runner.report.frame.Field;
import packettrap.runner.report.frame.Layer;
import packettrap.spec.packet.Frame;

/** A frame as bytes, and what they mean; a layer has the same colour in both. */
final class FramePicture {
  private static final int PER_LINE = 16;
  private static final int MOST_BYTES = 256;

  /** Where there are many frames, only their headers. */
  private static final int FEW_BYTES = 80;

  private static final int COLOURS = 6;

  private FramePicture() {}

  /** The bytes and a table of the fields. */
  static Html of(Frame frame) {
    List<Layer> layers = Dissector.dissect(frame);
    Html html = new Html();
    html.open("div", "class", "frame");
    html.add(bytes(frame, layers, MOST_BYTES));
    html.open("table", "class", "fields");
    html.element(
        "caption",
        "A frame of %d bytes, field by field".formatted(frame.length()),
        "class",
        "unseen");
    html.open("thead").open("tr");
    for (String title : List.of("Bytes", "Field", "Value")) {
      html.element("th", title, "scope", "col");
    }
    html.close().close();
    for (int i = 0; i < layers.size(); i++) {
      html.open("tbody").open("tr");
      html.element(
          "th", layers.get(i).name(), "colspan", "3", "scope", "rowgroup", "class", colour(i));
      html.close();
      for (Field field : layers.get(i).fields()) {
        html.open("tr");
        html.element("td", field.range()).element("td", field.name()).element("td", field.value());
        html.close();
      }
      html.close();
    }
    html.close();
    html.close();
    return html;
  }

  /** The same as lines of text, for where there are many frames. */
  static Html compact(Frame frame) {
    List<Layer> layers = Dissector.dissect(frame);
    Html html = new Html();
    html.open("div", "class", "frame");
    html.add(bytes(frame, layers, FEW_BYTES));
    html.open("pre", "class", "lines");
    for (int i = 0; i < layers.size(); i++) {
      html.element("b", layers.get(i).name(), "class", colour(i)).text("\n");
      for (Field field : layers.get(i).fields()) {
        html.text(String.format("%8s  %s: %s\n", field.range(), field.name(), field.value()));
      }
    }
    html.close();
    html.close();
    return html;
  }

  private static Html bytes(Frame frame, List<Layer> layers, int most) {
    Html html = new Html();
    html.open("pre", "class", "hex");
    int length = Math.min(frame.length(), most);
    for (int at = 0; at < length; at++) {
      if (at % PER_LINE == 0) {
        html.text(String.format(Locale.ROOT, "%s%04x  ", at == 0 ? "" : "\n", at));
      }
      int layer = layerOf(layers, at);
      boolean starts = at % PER_LINE == 0 || layerOf(layers, at - 1) != layer;
      if (starts) {
        html.open("span", "class", colour(layer));
      }
      html.text(String.format(Locale.ROOT, "%02x", frame.u8(at)));
      boolean ends =
          at % PER_LINE == PER_LINE - 1 || at == length - 1 || layerOf(layers, at + 1) != layer;
      if (ends) {
        html.end();
      }
      html.text(at % PER_LINE == PER_LINE - 1 || at == length - 1 ? "" : " ");
    }
    if (frame.length() > length) {
      html.text("\n      and %d more bytes".formatted(frame.length() - length));
    }
    html.close();
    return html;
  }

  private static int layerOf(List<Layer> layers, int at) {
    for (int i = layers.size() - 1; i >= 0; i--) {
      if (layers.get(i).offset() <= at) {
        return i;
      }
    }
    return 0;
  }

  private static String colour(int layer) {
    return "layer" + layer % COLOURS;
  }
}
