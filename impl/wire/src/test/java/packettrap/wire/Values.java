package packettrap.wire;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Event;
import packettrap.spec.message.Event.Change;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.Metadata;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;
import packettrap.wire.devlink.DevlinkObject;
import packettrap.wire.devlink.Handle;

/** Draws whatever can be said on the wire. */
public final class Values implements ArbitraryProvider {
  private static final Arbitrary<String> NAMES =
      Arbitraries.strings().withCharRange('\u0001', '\u02ff').ofMaxLength(50);
  private static final Arbitrary<Long> U32 = Arbitraries.longs().between(0, 0xffff_ffffL);
  private static final Arbitrary<Long> U64 = Arbitraries.longs();
  private static final Arbitrary<Integer> U8 = Arbitraries.integers().between(0, 255);
  private static final Arbitrary<Integer> U16 = Arbitraries.integers().between(0, 0xffff);
  private static final Arbitrary<Boolean> FLAG = Arbitraries.of(true, false);

  @Override
  public boolean canProvideFor(TypeUsage target) {
    return List.of(
            ByteOrder.class,
            Message.Header.class,
            Handle.class,
            Request.Devlink.class,
            Request.Monitor.class,
            DevlinkObject.class,
            Event.class)
        .contains(target.getRawType());
  }

  @Override
  public Set<Arbitrary<?>> provideFor(TypeUsage target, SubtypeProvider subtypes) {
    Class<?> type = target.getRawType();
    return Set.of(
        type == ByteOrder.class
            ? Arbitraries.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
            : type == Message.Header.class
                ? Combinators.combine(U16, U16, U32, U32).as(Message.Header::new)
                : type == Handle.class
                    ? handles()
                    : type == Request.Devlink.class
                        ? devlink()
                        : type == Request.Monitor.class
                            ? monitor()
                            : type == DevlinkObject.class ? objects() : alerts());
  }

  private static Arbitrary<Handle> handles() {
    Arbitrary<String> part = NAMES.filter(name -> !name.contains("/"));
    return Arbitraries.oneOf(
        Arbitraries.just(Handle.NONE),
        part.map(bus -> new Handle(bus, null)),
        Combinators.combine(part, NAMES).as(Handle::new));
  }

  private static Arbitrary<Request.Devlink> devlink() {
    Arbitrary<String> name = NAMES.injectNull(0.2);
    Arbitrary<Integer> action = U8.injectNull(0.3);
    Arbitrary<Long> id = U32.injectNull(0.3);
    Arbitrary<Long> number = U64.injectNull(0.3);
    return Arbitraries.<Request.Devlink>oneOf(
        Arbitraries.of(
            new Request.TrapDump(),
            new Request.GroupDump(),
            new Request.PolicerDump(),
            new Request.Reload()),
        name.map(Request.TrapGet::new),
        name.map(Request.GroupGet::new),
        id.map(Request.PolicerGet::new),
        Combinators.combine(name, action).as(Request.TrapSet::new),
        Combinators.combine(name, action, id).as(Request.GroupSet::new),
        Combinators.combine(id, number, number).as(Request.PolicerSet::new));
  }

  private static Arbitrary<Request.Monitor> monitor() {
    Arbitrary<Long> length = U32.injectNull(0.3);
    return Arbitraries.<Request.Monitor>oneOf(
        Arbitraries.of(new Request.MonitorConfigGet(), new Request.MonitorStatsGet()),
        Combinators.combine(U8.injectNull(0.3), length, length).as(Request.MonitorConfigSet::new),
        Combinators.combine(FLAG, FLAG).as(Request.MonitorStart::new),
        Combinators.combine(FLAG, FLAG).as(Request.MonitorStop::new));
  }

  private static Arbitrary<DevlinkObject> objects() {
    Arbitrary<Long> dropped = U64.injectNull(0.5);
    Arbitrary<View> traps =
        Combinators.combine(
                NAMES,
                Arbitraries.of(TrapType.values()),
                FLAG,
                Arbitraries.of(TrapAction.values()),
                NAMES,
                Arbitraries.subsetOf(Metadata.values()),
                Combinators.combine(U64, U64).as(List::of),
                dropped)
            .as(
                (name, kind, generic, action, group, metadata, count, drops) ->
                    new View.OfTrap(
                        name,
                        kind,
                        generic,
                        action,
                        group,
                        metadata,
                        count.get(0),
                        count.get(1),
                        drops));
    Arbitrary<View> groups = Combinators.combine(NAMES, FLAG, U32, U64, U64).as(View.OfGroup::new);
    Arbitrary<View> policers = Combinators.combine(U32, U64, U64, dropped).as(View.OfPolicer::new);
    return Combinators.combine(
            handles(), Arbitraries.of(Change.values()), Arbitraries.oneOf(traps, groups, policers))
        .as(DevlinkObject::new);
  }

  private static Arbitrary<Event> alerts() {
    Arbitrary<Event.InputPort> port =
        Combinators.combine(Arbitraries.integers(), NAMES.injectNull(0.3)).as(Event.InputPort::new);
    Arbitrary<Frame> frames =
        Arbitraries.bytes()
            .array(byte[].class)
            .ofMinSize(1)
            .ofMaxSize(200)
            .map(Frame::of)
            .injectNull(0.2);
    Arbitrary<Cookie> cookies =
        Arbitraries.strings()
            .withChars("0123456789abcdef")
            .ofMinLength(1)
            .ofMaxLength(9)
            .map(half -> new Cookie(half + half))
            .injectNull(0.5);
    Arbitrary<Event> hardware =
        Combinators.combine(NAMES, NAMES, port.injectNull(0.3), cookies, U64, U32, U16, frames)
            .as(
                (group, trap, from, cookie, time, length, protocol, frame) ->
                    new Event.HardwareDrop(
                        group,
                        trap,
                        from,
                        cookie,
                        time,
                        length,
                        frame == null ? null : protocol,
                        frame));
    Arbitrary<Event> software =
        Combinators.combine(U64, NAMES.injectNull(0.2), NAMES, port, U64, U32, U16, frames)
            .as(
                (pc, reason, symbol, from, time, length, protocol, frame) ->
                    new Event.SoftwareDrop(
                        pc,
                        reason,
                        symbol,
                        from,
                        time,
                        length,
                        frame == null ? null : protocol,
                        frame));
    Arbitrary<Event> names =
        Combinators.combine(NAMES, U32)
            .as(Event.TrapCount::new)
            .list()
            .ofMaxSize(70)
            .map(Event.HardwareSummary::new);
    Arbitrary<Event> places =
        Combinators.combine(U64, U32)
            .as(Event.PlaceCount::new)
            .list()
            .ofMaxSize(70)
            .map(Event.SoftwareSummary::new);
    return Arbitraries.oneOf(hardware, software, names, places);
  }
}
