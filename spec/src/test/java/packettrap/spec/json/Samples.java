package packettrap.spec.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Request;
import packettrap.spec.packet.Frame;
import packettrap.spec.packet.IpAddress;
import packettrap.spec.packet.IpPrefix;
import packettrap.spec.packet.Mac;

/** Makes records of a class: one with everything in it, and one with as little as it takes. */
final class Samples {
  private static final Map<Class<?>, Object> FULL =
      Map.ofEntries(
          Map.entry(String.class, "a \"b\" \\ \n\u0001\u00e9\ud83d\ude00"),
          Map.entry(int.class, 7),
          Map.entry(Integer.class, Integer.MIN_VALUE),
          Map.entry(long.class, Long.MAX_VALUE),
          Map.entry(Long.class, -1L),
          Map.entry(boolean.class, true),
          Map.entry(Frame.class, Frame.parse("0180c200000e 020000000001 88cc")),
          Map.entry(Mac.class, Mac.parse("02:00:00:00:00:fe")),
          Map.entry(IpAddress.class, IpAddress.parse("2001:db8::1")),
          Map.entry(IpPrefix.class, IpPrefix.parse("192.0.2.1/24")),
          Map.entry(Cookie.class, Cookie.parse("c0ffee")),
          // The sealed interfaces that a message has inside.
          Map.entry(Request.class, new Request.OnDevice(null, new Request.TrapDump())),
          Map.entry(Request.Devlink.class, new Request.GroupSet("l2_drops", 1, 4294967295L)));

  private static final Map<Class<?>, Object> ZERO =
      Map.of(int.class, 0, long.class, 0L, boolean.class, false);

  private Samples() {}

  static List<Object> of(Class<?> type) {
    return List.of(record(type, true), record(type, false));
  }

  private static Object record(Class<?> type, boolean full) {
    List<Object> parts = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      parts.add(part(component.getGenericType(), full));
    }
    try {
      var constructor =
          type.getDeclaredConstructor(
              Arrays.stream(type.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class<?>[]::new));
      return constructor.newInstance(parts.toArray());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("cannot make a " + type, e);
    }
  }

  private static Object part(Type type, boolean full) {
    if (type instanceof ParameterizedType generic) {
      Type element = generic.getActualTypeArguments()[0];
      boolean set = generic.getRawType() == Set.class;
      if (!full) {
        return set ? Set.of() : List.of();
      }
      return set ? Set.of(part(element, true)) : List.of(part(element, true), part(element, true));
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isPrimitive()) {
      return full ? FULL.get(raw) : ZERO.get(raw);
    } else if (!full) {
      return null;
    } else if (FULL.containsKey(raw)) {
      return FULL.get(raw);
    }
    return raw.isEnum() ? raw.getEnumConstants()[0] : record(raw, true);
  }
}
