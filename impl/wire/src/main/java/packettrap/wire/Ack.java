package packettrap.wire;

import java.nio.ByteOrder;
import java.util.Optional;
import packettrap.spec.message.Errno;
import packettrap.wire.Attributes.Attribute;

/**
 * How a request ended: NLMSG_ERROR, or NLMSG_DONE for a dump. Source: {@code netlink_ack}, {@code
 * netlink_dump}.
 *
 * @param error -error number of the error; 0: success
 * @param message the extended-ack text; null: none. A success with one is a warning
 * @param attribute offset in the request of the attribute that is wrong; null: not said
 * @param cookie what the operation gave back; null: nothing
 * @param missing type of the attribute that is missing; null: not said
 */
public record Ack(int error, String message, Long attribute, Bytes cookie, Long missing) {
  private static final int MESSAGE = 1;
  private static final int OFFSET = 2;
  private static final int COOKIE = 3;
  private static final int MISSING_TYPE = 5;

  /** Success without anything more. */
  public static final Ack SUCCESS = of(0, null);

  /** With an error number and a text, null for none. */
  public static Ack of(int error, String message) {
    return new Ack(error, message, null, null, null);
  }

  /** The error's name, if it is one that the specification knows. */
  public Optional<Errno> errno() {
    for (Errno errno : Errno.values()) {
      if (errno.number() == error) {
        return Optional.of(errno);
      }
    }
    return Optional.empty();
  }

  /** Whether a message ends a request. */
  public static boolean is(Message message) {
    int type = message.header().type();
    return type == Netlink.ERROR || type == Netlink.DONE;
  }

  /**
   * The end that a message tells.
   *
   * @throws MalformedMessage if it does not
   */
  public static Ack decode(Message message) {
    Bytes payload = message.payload();
    boolean done = message.header().type() == Netlink.DONE;
    if (done && payload.length() == 0) {
      return SUCCESS; // before Linux 2.6 there was no error in it
    }
    int error = payload.s32(0);
    if (error > 0 || error == Integer.MIN_VALUE) {
      throw new MalformedMessage(
          payload.offset(), "an error number is 0 or negative, and this is " + error);
    }
    if (!message.header().has(Netlink.ACK_TLVS)) {
      return of(-error, null);
    }
    int attributes = 4;
    if (!done) {
      attributes += Netlink.HEADER;
      if (!message.header().has(Netlink.CAPPED)) {
        long length = payload.part(4, Netlink.HEADER).u32(0);
        if (length < Netlink.HEADER || length > payload.length()) {
          throw new MalformedMessage(
              payload.offset() + 4,
              "the refused request says that it has %d bytes; from 16 to %d are possible"
                  .formatted(length, payload.length()));
        }
        attributes = 4 + Netlink.align((int) length);
      }
    }
    if (attributes > payload.length()) {
      throw new MalformedMessage(
          payload.offset() + payload.length(), "the attributes that were promised are missing");
    }
    Attributes said = Attributes.of(payload.from(attributes));
    return new Ack(
        -error,
        said.text(MESSAGE),
        said.find(OFFSET).map(Attribute::u32).orElse(null),
        said.find(COOKIE).map(Attribute::value).orElse(null),
        said.find(MISSING_TYPE).map(Attribute::u32).orElse(null));
  }

  /**
   * The message with which a kernel ends a request, with the request's header only.
   *
   * @param request header of the request
   * @param length length of the request
   */
  public byte[] encode(ByteOrder order, Message.Header request, int length) {
    int flags = Netlink.CAPPED | (saysMore() ? Netlink.ACK_TLVS : 0);
    MessageWriter writer =
        new MessageWriter(
                order, new Message.Header(Netlink.ERROR, flags, request.sequence(), request.port()))
            .rawU32(-error)
            .rawU32(length)
            .rawU16(request.type())
            .rawU16(request.flags())
            .rawU32(request.sequence())
            .rawU32(request.port());
    return attributes(writer);
  }

  /** The message with which a kernel ends a dump. */
  public byte[] encodeDone(ByteOrder order, Message.Header request) {
    int flags = Netlink.MULTI | (saysMore() ? Netlink.ACK_TLVS : 0);
    MessageWriter writer =
        new MessageWriter(
                order, new Message.Header(Netlink.DONE, flags, request.sequence(), request.port()))
            .rawU32(-error);
    return attributes(writer);
  }

  private boolean saysMore() {
    return message != null || attribute != null || cookie != null || missing != null;
  }

  private byte[] attributes(MessageWriter writer) {
    if (message != null) {
      writer.text(MESSAGE, message);
    }
    if (attribute != null) {
      writer.u32(OFFSET, attribute);
    }
    if (cookie != null) {
      writer.bytes(COOKIE, cookie.toByteArray());
    }
    if (missing != null) {
      writer.u32(MISSING_TYPE, missing);
    }
    return writer.toByteArray();
  }
}
