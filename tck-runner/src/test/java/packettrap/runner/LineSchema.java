package packettrap.runner;

import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import packettrap.runner.driver.lines.DriverLine;
import packettrap.runner.driver.lines.HostLine;
import packettrap.spec.json.Json;
import packettrap.spec.message.Cookie;
import packettrap.spec.packet.Frame;

/** The schema of the lines, made of the records that they are. */
final class LineSchema {
  /** What a line is of no use without, beside its type. */
  private static final Map<String, List<String>> REQUIRED =
      Map.of(
          "DriverLine.Hello", List.of("version", "name"),
          "DriverLine.Report", List.of("trap", "port", "frame"),
          "DriverLine.Transmit", List.of("port", "frame"),
          "DriverLine.Happened", List.of("event"),
          "DriverLine.Replied", List.of("reply"));

  private final Map<String, Object> definitions = new TreeMap<>();

  private LineSchema() {}

  /** The text of the schema. */
  static String text() {
    LineSchema schema = new LineSchema();
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("$id", "urn:packettrap:lines:1");
    root.put("title", "One line between trap-tck and a driver in a process of its own");
    root.put(
        "description",
        "HostLine is what the kit says, DriverLine what the driver says; README.md says what they"
            + " mean.");
    root.put("oneOf", List.of(schema.schema(HostLine.class), schema.schema(DriverLine.class)));
    root.put("$defs", schema.definitions);
    return Json.pretty(root);
  }

  private Map<String, Object> schema(Type type) {
    Class<?> raw = (Class<?>) (type instanceof ParameterizedType of ? of.getRawType() : type);
    if (raw == boolean.class || raw == Boolean.class) {
      return of("type", "boolean");
    } else if (raw == int.class || raw == Integer.class || raw == long.class || raw == Long.class) {
      return of("type", "integer");
    } else if (raw == double.class) {
      return of("type", "number");
    } else if (raw == String.class) {
      return of("type", "string");
    } else if (raw == Frame.class || raw == Cookie.class) {
      String digits = "([0-9a-f]{2})" + (raw == Frame.class ? "*" : "+");
      return of("type", "string", "pattern", "^" + digits + "$");
    } else if (raw == List.class || raw == Set.class) {
      Map<String, Object> array = of("type", "array", "items", schema(last(type)));
      if (raw == Set.class) {
        array.put("uniqueItems", true);
      }
      return array;
    } else if (raw == Map.class) {
      return of("type", "object", "additionalProperties", schema(last(type)));
    }
    return defined(raw);
  }

  private static Type last(Type type) {
    Type[] arguments = ((ParameterizedType) type).getActualTypeArguments();
    return arguments[arguments.length - 1];
  }

  private Map<String, Object> defined(Class<?> type) {
    String name = name(type);
    if (!definitions.containsKey(name)) {
      definitions.put(name, Map.of()); // it may hold itself
      definitions.put(name, definition(type));
    }
    return of("$ref", "#/$defs/" + name);
  }

  private Map<String, Object> definition(Class<?> type) {
    if (parses(type)) {
      return of("type", "string");
    } else if (type.isEnum()) {
      return of(
          "enum",
          Arrays.stream(type.getEnumConstants())
              .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
              .toList());
    } else if (type.isSealed()) {
      return of("oneOf", leaves(type).map(this::schema).map(LineSchema::telling).toList());
    }
    return object(type);
  }

  /** Where it could be another, an object says which record it is. */
  private static Map<String, Object> telling(Map<String, Object> record) {
    record.put("required", List.of("type"));
    return record;
  }

  private Map<String, Object> object(Class<?> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    if (isTold(type)) {
      properties.put("type", of("const", type.getSimpleName()));
    }
    for (RecordComponent component : type.getRecordComponents()) {
      properties.put(component.getName(), schema(component.getGenericType()));
    }
    Map<String, Object> object = of("type", "object", "additionalProperties", false);
    if (REQUIRED.containsKey(name(type))) {
      object.put("required", REQUIRED.get(name(type)));
    }
    object.put("properties", properties);
    return object;
  }

  /** Whether an object says which record of a sealed interface it is. */
  private static boolean isTold(Class<?> type) {
    return Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed)
        && Arrays.stream(type.getRecordComponents()).noneMatch(c -> c.getName().equals("type"));
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(LineSchema::leaves)
        : Stream.of(type);
  }

  private static boolean parses(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .anyMatch(
            method ->
                method.getName().equals("parse")
                    && Modifier.isStatic(method.getModifiers())
                    && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}));
  }

  private static String name(Class<?> type) {
    return type.getEnclosingClass() == null
        ? type.getSimpleName()
        : name(type.getEnclosingClass()) + "." + type.getSimpleName();
  }

  private static Map<String, Object> of(Object... members) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      object.put((String) members[i], members[i + 1]);
    }
    return object;
  }
}
