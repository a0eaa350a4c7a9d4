package packettrap.wire.devlink;

import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import packettrap.spec.message.Event;
import packettrap.spec.message.Event.Change;
import packettrap.spec.message.Reply;
import packettrap.spec.message.View;
import packettrap.spec.trap.Metadata;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;
import packettrap.wire.Attributes;
import packettrap.wire.Attributes.Attribute;
import packettrap.wire.GenericMessage;
import packettrap.wire.MalformedMessage;
import packettrap.wire.Message;
import packettrap.wire.MessageWriter;

/**
 * What devlink says of one trap, group or policer: the same message answers a request, is a part of
 * a dump and tells of a registration.
 *
 * @param device whose it is
 * @param change DEL only in a notification
 * @param view what it shows
 */
public record DevlinkObject(Handle device, Change change, View view) {

  /** The notification that this is if nobody asked. */
  public Event notice() {
    if (view instanceof View.OfTrap trap) {
      return new Event.TrapNotice(change, trap);
    } else if (view instanceof View.OfGroup group) {
      return new Event.GroupNotice(change, group);
    }
    return new Event.PolicerNotice(change, (View.OfPolicer) view);
  }

  /** The reply that this is to a request for one object. */
  public Reply reply() {
    if (view instanceof View.OfTrap trap) {
      return new Reply.OneTrap(trap);
    } else if (view instanceof View.OfGroup group) {
      return new Reply.OneGroup(group);
    }
    return new Reply.OnePolicer((View.OfPolicer) view);
  }

  /**
   * The object that a message of devlink shows; empty if the message is about something else.
   *
   * @throws MalformedMessage if it is about one of them and something is wrong or missing
   */
  public static Optional<DevlinkObject> decode(GenericMessage message) {
    int command = message.command();
    if (command < Numbers.TRAP || command > Numbers.LAST) {
      return Optional.empty();
    }
    int base = command - (command - Numbers.TRAP) % 4;
    if (command - base < Numbers.NEW_COMMAND) {
      return Optional.empty(); // a request, which nlmon sees too
    }
    Change change = command - base == Numbers.NEW_COMMAND ? Change.NEW : Change.DEL;
    Attributes given = message.attributes();
    View view =
        base == Numbers.TRAP ? trap(given) : base == Numbers.GROUP ? group(given) : policer(given);
    return Optional.of(new DevlinkObject(Handle.of(given), change, view));
  }

  private static View.OfTrap trap(Attributes given) {
    Attribute type = given.require(Numbers.TRAP_TYPE, "trap type");
    Attribute action = given.require(Numbers.TRAP_ACTION, "trap action");
    Attributes stats = stats(given);
    return new View.OfTrap(
        given.require(Numbers.TRAP_NAME, "trap name").value().text(),
        known(TrapType.values(), type, "trap type"),
        given.has(Numbers.GENERIC),
        known(TrapAction.values(), action, "trap action"),
        given.require(Numbers.GROUP_NAME, "name of the trap's group").value().text(),
        metadata(given.nest(Numbers.METADATA)),
        stats.require(Numbers.PACKETS, "packets").u64(),
        stats.require(Numbers.BYTES, "bytes").u64(),
        stats.find(Numbers.DROPPED).map(Attribute::u64).orElse(null));
  }

  private static <E> E known(E[] values, Attribute number, String what) {
    if (number.u8() >= values.length) {
      throw new MalformedMessage(
          number.value().offset(),
          "%s %d is unknown; from 0 to %d are possible"
              .formatted(what, number.u8(), values.length - 1));
    }
    return values[number.u8()];
  }

  private static Set<Metadata> metadata(Attributes given) {
    Set<Metadata> kinds = EnumSet.noneOf(Metadata.class);
    for (Metadata kind : Metadata.values()) { // their order is that of the numbers
      if (given.has(kind.ordinal())) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  private static View.OfGroup group(Attributes given) {
    Attributes stats = stats(given);
    return new View.OfGroup(
        given.require(Numbers.GROUP_NAME, "group name").value().text(),
        given.has(Numbers.GENERIC),
        given.find(Numbers.POLICER_ID).map(Attribute::u32).orElse(0L),
        stats.require(Numbers.PACKETS, "packets").u64(),
        stats.require(Numbers.BYTES, "bytes").u64());
  }

  private static View.OfPolicer policer(Attributes given) {
    return new View.OfPolicer(
        given.require(Numbers.POLICER_ID, "policer id").u32(),
        given.require(Numbers.POLICER_RATE, "policer rate").u64(),
        given.require(Numbers.POLICER_BURST, "policer burst").u64(),
        given.nest(Numbers.STATS).find(Numbers.DROPPED).map(Attribute::u64).orElse(null));
  }

  private static Attributes stats(Attributes given) {
    return given.require(Numbers.STATS, "statistics").nest();
  }

  /** The message, in the kernel's order of attributes. */
  public byte[] encode(ByteOrder order, Message.Header header) {
    int base =
        view instanceof View.OfTrap
            ? Numbers.TRAP
            : view instanceof View.OfGroup ? Numbers.GROUP : Numbers.POLICER;
    int command = base + (change == Change.NEW ? Numbers.NEW_COMMAND : Numbers.DEL_COMMAND);
    return GenericMessage.encode(order, header, command, Numbers.VERSION, this::write);
  }

  private void write(MessageWriter writer) {
    device.write(writer);
    if (view instanceof View.OfTrap trap) {
      write(writer, trap);
    } else if (view instanceof View.OfGroup group) {
      writer.text(Numbers.GROUP_NAME, group.name());
      flag(writer, group.generic());
      if (group.policer() != 0) {
        writer.u32(Numbers.POLICER_ID, group.policer());
      }
      writer.nest(Numbers.STATS, counters(group.packets(), group.bytes(), null));
    } else if (view instanceof View.OfPolicer policer) {
      writer.u32(Numbers.POLICER_ID, policer.id());
      writer.u64(Numbers.POLICER_RATE, policer.rate());
      writer.u64(Numbers.POLICER_BURST, policer.burst());
      if (policer.dropped() != null) {
        writer.nest(Numbers.STATS, stats -> stats.u64(Numbers.DROPPED, policer.dropped()));
      }
    }
  }

  private static void write(MessageWriter writer, View.OfTrap trap) {
    writer.text(Numbers.GROUP_NAME, trap.group());
    writer.text(Numbers.TRAP_NAME, trap.name());
    writer.u8(Numbers.TRAP_TYPE, trap.type().ordinal());
    flag(writer, trap.generic());
    writer.u8(Numbers.TRAP_ACTION, trap.action().ordinal());
    writer.nest(
        Numbers.METADATA,
        kinds -> trap.metadata().stream().sorted().forEach(kind -> kinds.flag(kind.ordinal())));
    writer.nest(Numbers.STATS, counters(trap.packets(), trap.bytes(), trap.dropped()));
  }

  private static void flag(MessageWriter writer, boolean generic) {
    if (generic) {
      writer.flag(Numbers.GENERIC);
    }
  }

  private static Consumer<MessageWriter> counters(long packets, long bytes, Long dropped) {
    return stats -> {
      if (dropped != null) {
        stats.u64(Numbers.DROPPED, dropped);
      }
      stats.u64(Numbers.PACKETS, packets).u64(Numbers.BYTES, bytes);
    };
  }
}
