package packettrap.wire.devlink;

import java.nio.ByteOrder;
import packettrap.spec.message.Request;
import packettrap.spec.message.Request.Devlink;
import packettrap.wire.Attributes;
import packettrap.wire.Attributes.Attribute;
import packettrap.wire.GenericMessage;
import packettrap.wire.MalformedMessage;
import packettrap.wire.Message;
import packettrap.wire.MessageWriter;
import packettrap.wire.Netlink;

/** Requests to devlink as messages, and back. A component that is null is an attribute left out. */
public final class DevlinkRequests {
  private DevlinkRequests() {}

  /**
   * A request and the device it names.
   *
   * @param device what it names, which may be nothing
   * @param request what is asked of it
   */
  public record Addressed(Handle device, Devlink request) {}

  /** Whether a request is for all objects of a kind; its header's flags have to say DUMP. */
  public static boolean isDump(Devlink request) {
    return request instanceof Request.TrapDump
        || request instanceof Request.GroupDump
        || request instanceof Request.PolicerDump;
  }

  /** Whether a request is for one object, which is told in one message. */
  public static boolean isGet(Devlink request) {
    return request instanceof Request.TrapGet
        || request instanceof Request.GroupGet
        || request instanceof Request.PolicerGet;
  }

  /**
   * The message of a request.
   *
   * @throws IllegalArgumentException if a name is longer than an attribute can be
   */
  public static byte[] encode(
      ByteOrder order, Message.Header header, Handle device, Devlink request) {
    return GenericMessage.encode(
        order,
        header,
        command(request),
        Numbers.VERSION,
        writer -> {
          device.write(writer);
          attributes(writer, request);
        });
  }

  private static int command(Devlink request) {
    if (request instanceof Request.TrapGet || request instanceof Request.TrapDump) {
      return Numbers.TRAP;
    } else if (request instanceof Request.TrapSet) {
      return Numbers.TRAP + Numbers.SET_COMMAND;
    } else if (request instanceof Request.GroupGet || request instanceof Request.GroupDump) {
      return Numbers.GROUP;
    } else if (request instanceof Request.GroupSet) {
      return Numbers.GROUP + Numbers.SET_COMMAND;
    } else if (request instanceof Request.PolicerGet || request instanceof Request.PolicerDump) {
      return Numbers.POLICER;
    } else if (request instanceof Request.PolicerSet) {
      return Numbers.POLICER + Numbers.SET_COMMAND;
    }
    return Numbers.RELOAD;
  }

  private static void attributes(MessageWriter writer, Devlink request) {
    if (request instanceof Request.TrapGet get) {
      text(writer, Numbers.TRAP_NAME, get.trap());
    } else if (request instanceof Request.TrapSet set) {
      text(writer, Numbers.TRAP_NAME, set.trap());
      action(writer, set.action());
    } else if (request instanceof Request.GroupGet get) {
      text(writer, Numbers.GROUP_NAME, get.group());
    } else if (request instanceof Request.GroupSet set) {
      text(writer, Numbers.GROUP_NAME, set.group());
      action(writer, set.action());
      policer(writer, set.policer());
    } else if (request instanceof Request.PolicerGet get) {
      policer(writer, get.policer());
    } else if (request instanceof Request.PolicerSet set) {
      policer(writer, set.policer());
      if (set.rate() != null) {
        writer.u64(Numbers.POLICER_RATE, set.rate());
      }
      if (set.burst() != null) {
        writer.u64(Numbers.POLICER_BURST, set.burst());
      }
    }
  }

  private static void text(MessageWriter writer, int type, String text) {
    if (text != null) {
      writer.text(type, text);
    }
  }

  private static void action(MessageWriter writer, Integer action) {
    if (action != null) {
      writer.u8(Numbers.TRAP_ACTION, action);
    }
  }

  private static void policer(MessageWriter writer, Long policer) {
    if (policer != null) {
      writer.u32(Numbers.POLICER_ID, policer);
    }
  }

  /**
   * The request that a message is, as a kernel reads it.
   *
   * @throws MalformedMessage if it is none of those that concern traps
   */
  public static Addressed decode(GenericMessage message) {
    Attributes given = message.attributes();
    boolean dump = message.header().has(Netlink.DUMP);
    return new Addressed(Handle.of(given), request(message, given, dump));
  }

  private static Devlink request(GenericMessage message, Attributes given, boolean dump) {
    String trap = given.text(Numbers.TRAP_NAME);
    String group = given.text(Numbers.GROUP_NAME);
    Integer action = given.find(Numbers.TRAP_ACTION).map(Attribute::u8).orElse(null);
    Long policer = given.find(Numbers.POLICER_ID).map(Attribute::u32).orElse(null);
    return switch (message.command()) {
      case Numbers.TRAP -> dump ? new Request.TrapDump() : new Request.TrapGet(trap);
      case Numbers.TRAP + Numbers.SET_COMMAND -> new Request.TrapSet(trap, action);
      case Numbers.GROUP -> dump ? new Request.GroupDump() : new Request.GroupGet(group);
      case Numbers.GROUP + Numbers.SET_COMMAND -> new Request.GroupSet(group, action, policer);
      case Numbers.POLICER -> dump ? new Request.PolicerDump() : new Request.PolicerGet(policer);
      case Numbers.POLICER + Numbers.SET_COMMAND ->
          new Request.PolicerSet(
              policer,
              given.find(Numbers.POLICER_RATE).map(Attribute::u64).orElse(null),
              given.find(Numbers.POLICER_BURST).map(Attribute::u64).orElse(null));
      case Numbers.RELOAD -> new Request.Reload();
      default ->
          throw new MalformedMessage(
              message.payload().offset() - 4,
              "command " + message.command() + " is no request about traps");
    };
  }
}
