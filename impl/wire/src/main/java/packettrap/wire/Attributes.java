package packettrap.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The attributes of a message or of a nest.
 *
 * <p>Of several with one type the last one counts, as in the kernel ({@code nla_parse}).
 *
 * @param all in the order in which they came
 * @param offset where the first one is or would be in the buffer
 */
public record Attributes(List<Attribute> all, int offset) {
  private static final int HEADER = 4;
  private static final int TYPE = 0x3fff;

  /**
   * One attribute. Source: {@code struct nlattr}.
   *
   * @param type its number, without the flags NLA_F_NESTED and NLA_F_NET_BYTEORDER
   * @param value its value
   */
  public record Attribute(int type, Bytes value) {
    /** The attributes inside. */
    public Attributes nest() {
      return Attributes.of(value);
    }

    /** The value as a number of one byte. */
    public int u8() {
      return exactly(1).u8(0);
    }

    /** The value as a number of two bytes. */
    public int u16() {
      return exactly(2).u16(0);
    }

    /** The value as a number of four bytes. */
    public long u32() {
      return exactly(4).u32(0);
    }

    /** The value as a number of eight bytes. */
    public long u64() {
      return exactly(8).u64(0);
    }

    private Bytes exactly(int length) {
      if (value.length() != length) {
        throw new MalformedMessage(
            value.offset(),
            "attribute %d has %d bytes, and it should have %d"
                .formatted(type, value.length(), length));
      }
      return value;
    }
  }

  public Attributes {
    all = List.copyOf(all);
  }

  /**
   * The attributes that some bytes are.
   *
   * @throws MalformedMessage if a length is wrong
   */
  public static Attributes of(Bytes bytes) {
    List<Attribute> all = new ArrayList<>();
    int at = 0;
    while (at < bytes.length()) {
      Bytes rest = bytes.from(at);
      if (rest.length() < HEADER) {
        throw new MalformedMessage(
            rest.offset(), "an attribute's header has 4 bytes, and " + rest.length() + " are left");
      }
      int length = rest.u16(0);
      int type = rest.u16(2) & TYPE;
      if (length < HEADER || length > rest.length()) {
        throw new MalformedMessage(
            rest.offset(),
            "attribute %d says that it has %d bytes; from 4 to %d are possible"
                .formatted(type, length, rest.length()));
      }
      all.add(new Attribute(type, rest.part(HEADER, length - HEADER)));
      at += Netlink.align(length);
    }
    return new Attributes(all, bytes.offset());
  }

  /** The attribute of a type. */
  public Optional<Attribute> find(int type) {
    return all.stream().filter(one -> one.type() == type).reduce((first, last) -> last);
  }

  /** Whether there is an attribute of a type. */
  public boolean has(int type) {
    return find(type).isPresent();
  }

  /**
   * The attribute of a type, which the message cannot do without.
   *
   * @param meaning what it is, for the sentence
   * @throws MalformedMessage if it is missing
   */
  public Attribute require(int type, String meaning) {
    return find(type)
        .orElseThrow(
            () ->
                new MalformedMessage(
                    offset, "attribute " + type + " (" + meaning + ") is missing"));
  }

  /** The text of an attribute, null if it is missing. */
  public String text(int type) {
    return find(type).map(one -> one.value().text()).orElse(null);
  }

  /** The attributes inside an attribute, none if it is missing. */
  public Attributes nest(int type) {
    return find(type).map(Attribute::nest).orElse(new Attributes(List.of(), offset));
  }
}
