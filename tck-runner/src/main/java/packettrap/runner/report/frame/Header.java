package packettrap.runner.report.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import packettrap.spec.packet.Frame;
import packettrap.spec.packet.IpAddress;
import packettrap.spec.packet.Mac;

/** A header while it is read; offsets are counted from its first byte. */
final class Header {
  private final Frame frame;
  private final int start;
  private final List<Field> fields = new ArrayList<>();

  Header(Frame frame, int start) {
    this.frame = frame;
    this.start = start;
  }

  int u8(int at) {
    return frame.u8(start + at);
  }

  int u16(int at) {
    return frame.u16(start + at);
  }

  long u32(int at) {
    return frame.u32(start + at);
  }

  Header field(String name, String value, int at, int length) {
    fields.add(new Field(name, value, start + at, length));
    return this;
  }

  Header number(String name, int at, int length) {
    long value = length == 1 ? u8(at) : length == 2 ? u16(at) : u32(at);
    return field(name, "" + value, at, length);
  }

  Header hex(String name, int at, int length) {
    StringBuilder digits = new StringBuilder("0x");
    for (int i = at; i < at + length; i++) {
      digits.append(String.format(Locale.ROOT, "%02x", u8(i)));
    }
    return field(name, digits.toString(), at, length);
  }

  Header mac(String name, int at) {
    Mac mac = new Mac(frame.u48(start + at));
    String kind =
        mac.equals(Mac.BROADCAST) ? " (broadcast)" : mac.isMulticast() ? " (multicast)" : "";
    return field(name, mac + kind, at, 6);
  }

  Header v4(String name, int at) {
    return field(name, IpAddress.v4(u32(at)).toString(), at, 4);
  }

  Header v6(String name, int at) {
    IpAddress address = IpAddress.v6(frame.u64(start + at), frame.u64(start + at + 8));
    return field(name, shortened(address.toString()), at, 16);
  }

  /** Source: RFC 5952, section 4: the longest run of zeros is left out. */
  private static String shortened(String groups) {
    for (int length = 8; length >= 2; length--) {
      String zeros = "(^|:)0(:0){" + (length - 1) + "}(:|$)";
      String shorter = groups.replaceFirst(zeros, "::");
      if (!shorter.equals(groups)) {
        return shorter;
      }
    }
    return groups;
  }

  /** The Internet checksum over some bytes of this header; 0 if it is right. Source: RFC 1071. */
  int sum(int length) {
    long sum = 0;
    for (int i = 0; i < length; i++) {
      sum += i % 2 == 0 ? u8(i) << 8 : u8(i);
    }
    while (sum >> 16 != 0) {
      sum = (sum & 0xffff) + (sum >> 16);
    }
    return (int) (~sum & 0xffff);
  }

  Layer layer(String name, int length) {
    return new Layer(name, start, length, fields);
  }
}
