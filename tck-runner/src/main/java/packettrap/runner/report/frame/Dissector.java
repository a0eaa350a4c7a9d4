package packettrap.runner.report.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import packettrap.spec.packet.Frame;

/**
 * Says which bytes of a frame mean what, as far as the headers go that traps look at.
 *
 * <p>Any bytes will do: a header that is not all there is named as cut off.
 */
public final class Dissector {
  private static final Map<Integer, String> ETHERTYPES =
      Map.ofEntries(
          Map.entry(0x0800, "IPv4"),
          Map.entry(0x0806, "ARP"),
          Map.entry(0x8100, "VLAN tag"),
          Map.entry(0x88a8, "service VLAN tag"),
          Map.entry(0x86dd, "IPv6"),
          Map.entry(0x8809, "slow protocols"),
          Map.entry(0x888e, "EAPOL"),
          Map.entry(0x8847, "MPLS"),
          Map.entry(0x88cc, "LLDP"),
          Map.entry(0x88f7, "PTP"));

  private static final int MOST_LAYERS = 16;

  private final Frame frame;
  private final List<Layer> layers = new ArrayList<>();
  private int at;
  private int end;

  private Dissector(Frame frame) {
    this.frame = frame;
    this.end = frame.length();
  }

  /** The frame's layers, from the outermost to what is left behind the headers. */
  public static List<Layer> dissect(Frame frame) {
    Dissector dissector = new Dissector(frame);
    dissector.ethernet();
    dissector.rest("payload");
    dissector.end = frame.length();
    dissector.rest("padding");
    return List.copyOf(dissector.layers);
  }

  private Header header() {
    return new Header(frame, at);
  }

  /** Whether a header can be read; if it is cut off, what is there of it is a layer. */
  private boolean has(String name, int length) {
    if (layers.size() >= MOST_LAYERS) {
      return false;
    } else if (end - at >= length) {
      return true;
    }
    if (end > at) {
      bytes(name + ", cut off");
    } else {
      layers.add(new Layer(name + ", missing", at, 0, List.of()));
    }
    return false;
  }

  private void add(Header header, String name, int length) {
    layers.add(header.layer(name, length));
    at += length;
  }

  private void rest(String name) {
    if (at < end) {
      bytes(name);
    }
  }

  private void bytes(String name) {
    int length = end - at;
    String count = length + (length == 1 ? " byte" : " bytes");
    add(header().field("bytes", count, 0, length), name, length);
  }

  private void ethernet() {
    if (!has("Ethernet", 14)) {
      return;
    }
    Header header = header().mac("destination", 0).mac("source", 6);
    int type = header.u16(12);
    if (type < 0x600) {
      add(header.number("length", 12, 2), "802.3", 14);
      end = Math.min(end, at + type);
      llc();
    } else {
      add(header.field("type", ethertype(type), 12, 2), "Ethernet", 14);
      network(type);
    }
  }

  private static String ethertype(int type) {
    String name = ETHERTYPES.get(type);
    return String.format(Locale.ROOT, "0x%04x", type) + (name == null ? "" : " (" + name + ")");
  }

  private void llc() {
    if (has("LLC", 3)) {
      Header header = header().hex("destination SAP", 0, 1).hex("source SAP", 1, 1);
      boolean bridge = header.u16(0) == 0x4242;
      add(header.hex("control", 2, 1), bridge ? "LLC (spanning tree)" : "LLC", 3);
    }
  }

  private void network(int type) {
    switch (type) {
      case 0x8100, 0x88a8 -> vlan(type);
      case 0x0800 -> ipv4();
      case 0x86dd -> ipv6();
      case 0x0806 -> arp();
      case 0x8809 -> slow();
      default -> {
        if (ETHERTYPES.containsKey(type)) {
          rest(ETHERTYPES.get(type));
        }
      }
    }
  }

  private void vlan(int tag) {
    if (!has("VLAN", 4)) {
      return;
    }
    Header header = header();
    int control = header.u16(0);
    int type = header.u16(2);
    header
        .field("priority", "" + (control >> 13), 0, 1)
        .field("drop eligible", "" + (control >> 12 & 1), 0, 1)
        .field("VLAN", "" + (control & 0xfff), 0, 2)
        .field("type", ethertype(type), 2, 2);
    add(header, tag == 0x8100 ? "VLAN (802.1Q)" : "VLAN (802.1ad)", 4);
    network(type);
  }

  private void slow() {
    if (has("slow protocols", 1)) {
      Header header = header();
      add(header.number("subtype", 0, 1), header.u8(0) == 1 ? "LACP" : "slow protocols", 1);
    }
  }

  private void arp() {
    if (!has("ARP", 28)) {
      return;
    }
    Header header = header();
    int operation = header.u16(6);
    String name = operation == 1 ? " (request)" : operation == 2 ? " (response)" : "";
    header
        .number("hardware", 0, 2)
        .field("protocol", ethertype(header.u16(2)), 2, 2)
        .number("hardware length", 4, 1)
        .number("protocol length", 5, 1)
        .field("operation", operation + name, 6, 2);
    if (header.u8(4) == 6 && header.u8(5) == 4) {
      header.mac("sender MAC", 8).v4("sender IP", 14).mac("target MAC", 18).v4("target IP", 24);
    }
    add(header, "ARP", 28);
  }

  private void ipv4() {
    if (!has("IPv4", 20)) {
      return;
    }
    Header header = header();
    int words = header.u8(0) & 15;
    int length = Math.max(20, Math.min(4 * words, end - at));
    int total = header.u16(2);
    int flags = header.u16(6);
    int protocol = header.u8(9);
    boolean right = header.sum(length) == 0;
    header
        .field("version", "" + (header.u8(0) >> 4), 0, 1)
        .field("header length", words + " (" + 4 * words + " bytes)", 0, 1)
        .field("DSCP", "" + (header.u8(1) >> 2), 1, 1)
        .field("ECN", "" + (header.u8(1) & 3), 1, 1)
        .number("total length", 2, 2)
        .number("identification", 4, 2)
        .field("flags", flags(flags), 6, 1)
        .field("fragment offset", "" + 8 * (flags & 0x1fff), 6, 2)
        .number("time to live", 8, 1)
        .field("protocol", protocol + Transport.named(protocol), 9, 1)
        .field("checksum", checksum(header, 10, right), 10, 2)
        .v4("source", 12)
        .v4("destination", 16);
    if (length > 20) {
      header.hex("options", 20, length - 20);
    }
    int start = at;
    add(header, "IPv4", length);
    end = Math.max(at, Math.min(end, start + total));
    if ((flags & 0x1fff) == 0 && header.u8(0) >> 4 == 4) {
      transport(protocol);
    }
  }

  private static String flags(int flags) {
    String set = ((flags & 0x4000) != 0 ? "DF " : "") + ((flags & 0x2000) != 0 ? "MF" : "");
    return set.isEmpty() ? "none" : set.strip();
  }

  private static String checksum(Header header, int offset, boolean right) {
    String digits = String.format(Locale.ROOT, "0x%04x", header.u16(offset));
    return digits + (right ? " (right)" : " (wrong)");
  }

  private void ipv6() {
    if (!has("IPv6", 40)) {
      return;
    }
    Header header = header();
    long first = header.u32(0);
    int next = header.u8(6);
    header
        .field("version", "" + (first >> 28), 0, 1)
        .field("traffic class", "" + (first >> 20 & 255), 0, 2)
        .field("flow label", String.format(Locale.ROOT, "0x%05x", first & 0xfffff), 1, 3)
        .number("payload length", 4, 2)
        .field("next header", next + Transport.named(next), 6, 1)
        .number("hop limit", 7, 1)
        .v6("source", 8)
        .v6("destination", 24);
    int payload = header.u16(4);
    add(header, "IPv6", 40);
    end = Math.min(end, at + payload);
    while (next == 0 || next == 43 || next == 44 || next == 60) {
      int extension = next;
      if (!has("IPv6" + Transport.named(extension), 8)) {
        return;
      }
      header = header();
      next = header.u8(0);
      int length = Math.min(end - at, extension == 44 ? 8 : 8 * (header.u8(1) + 1));
      boolean later = extension == 44 && (header.u16(2) & 0xfff8) != 0;
      header.field("next header", next + Transport.named(next), 0, 1);
      if (extension == 44) {
        header.field("fragment offset", "" + (header.u16(2) & 0xfff8), 2, 2);
      } else {
        header.number("length", 1, 1).hex("options", 2, length - 2);
      }
      add(header, "IPv6" + Transport.named(extension), length);
      if (later) {
        return;
      }
    }
    transport(next);
  }

  private void transport(int protocol) {
    if (protocol == 4) {
      ipv4();
    } else if (protocol == 41) {
      ipv6();
    } else if (Transport.knows(protocol)
        && has(Transport.name(protocol), Transport.least(protocol))) {
      Header header = header();
      int length = Transport.read(header, protocol, end - at);
      add(header, Transport.name(protocol), length);
      if (protocol == 17 && header.u16(2) == 4789) {
        vxlan();
      } else if (protocol == 47 && length == 4) {
        network(header.u16(2));
      }
    }
  }

  private void vxlan() {
    if (has("VXLAN", 8)) {
      Header header = header();
      add(header.hex("flags", 0, 1).field("network", "" + (header.u32(4) >> 8), 4, 3), "VXLAN", 8);
      ethernet();
    }
  }
}
