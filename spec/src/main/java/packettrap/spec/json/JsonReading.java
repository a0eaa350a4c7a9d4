package packettrap.spec.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns the tree of one text into values, and says where it is not what it should be. */
final class JsonReading {
  private final String text;
  private final StringBuilder path = new StringBuilder();

  JsonReading(String text) {
    this.text = text;
  }

  /** The value of a node; its type is a class, or a list, set or map of such types. */
  Object value(Node node, Type type) {
    Class<?> raw = raw(type);
    if (raw == List.class) {
      return list(node, ClassShape.element(type));
    } else if (raw == Set.class) {
      return set(node, ClassShape.element(type));
    } else if (raw == Map.class) {
      return map(node, ClassShape.element(type));
    } else if (node instanceof Node.NullNode && !raw.isPrimitive()) {
      return null;
    } else if (raw == boolean.class || raw == Boolean.class) {
      return expect(Node.BooleanNode.class, "true or false", node).value();
    } else if (raw == int.class || raw == Integer.class) {
      return (int) integer(node, Integer.MIN_VALUE, Integer.MAX_VALUE);
    } else if (raw == long.class || raw == Long.class) {
      return integer(node, Long.MIN_VALUE, Long.MAX_VALUE);
    } else if (raw == double.class || raw == Double.class) {
      return Double.valueOf(expect(Node.NumberNode.class, "a number", node).digits());
    } else if (raw == String.class) {
      return expect(Node.StringNode.class, "a string", node).text();
    }
    return value(node, raw, ClassShape.of(raw));
  }

  private Object value(Node node, Class<?> type, ClassShape shape) {
    if (shape.parse() != null) {
      String string = expect(Node.StringNode.class, "a string", node).text();
      return call(node, () -> shape.parse().invoke(null, string));
    } else if (type.isEnum()) {
      String name = expect(Node.StringNode.class, "a string", node).text();
      return choose(shape.constants(), name, type, node);
    } else if (!shape.permitted().isEmpty()) {
      Node.ObjectNode object = expect(Node.ObjectNode.class, "an object", node);
      Class<?> chosen = choose(shape.permitted(), discriminator(object, type), type, object);
      return record(object, chosen, ClassShape.of(chosen));
    } else if (type.isRecord()) {
      return record(expect(Node.ObjectNode.class, "an object", node), type, shape);
    }
    throw new IllegalArgumentException("no JSON form for " + type.getName());
  }

  List<Object> list(Node node, Type element) {
    List<Object> result = new ArrayList<>();
    for (Node item : expect(Node.ArrayNode.class, "an array", node).items()) {
      result.add(part("[" + result.size() + "]", item, element));
    }
    return Collections.unmodifiableList(result);
  }

  private Set<Object> set(Node node, Type element) {
    Set<Object> result = new LinkedHashSet<>();
    for (Node item : expect(Node.ArrayNode.class, "an array", node).items()) {
      String step = "[" + result.size() + "]";
      if (!result.add(part(step, item, element))) {
        path.append(step);
        throw wrong(item, "it stands in the set for the second time", null);
      }
    }
    return Collections.unmodifiableSet(result);
  }

  private Map<String, Object> map(Node node, Type element) {
    Map<String, Object> result = new LinkedHashMap<>();
    expect(Node.ObjectNode.class, "an object", node)
        .members()
        .forEach((key, member) -> result.put(key, part(step(key), member, element)));
    return Collections.unmodifiableMap(result);
  }

  private Object record(Node.ObjectNode object, Class<?> type, ClassShape shape) {
    if (shape.discriminated()
        && object.members().containsKey(ClassShape.DISCRIMINATOR)
        && !discriminator(object, type).equals(type.getSimpleName())) {
      throw wrong(object, "expected a " + type.getSimpleName() + ", found another type", null);
    }
    refuseUnknownKeys(object, type, shape);
    List<RecordComponent> components = shape.components();
    Object[] parts = new Object[components.size()];
    boolean[] missing = new boolean[parts.length];
    for (int i = 0; i < parts.length; i++) {
      RecordComponent component = components.get(i);
      Node member = object.members().get(component.getName());
      missing[i] = member == null || member instanceof Node.NullNode;
      parts[i] =
          missing[i]
              ? zero(component.getType())
              : part(step(component.getName()), member, component.getGenericType());
    }
    Constructor<?> constructor = shape.constructor();
    try {
      return constructor.newInstance(parts);
    } catch (InvocationTargetException e) {
      // A record that copies its collections has no null for one that is missing.
      if (e.getCause() instanceof NullPointerException && fillIn(parts, missing, components)) {
        return call(object, () -> constructor.newInstance(parts));
      }
      throw wrong(object, sentence(e.getCause()), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("cannot construct " + type.getName(), e);
    }
  }

  private void refuseUnknownKeys(Node.ObjectNode object, Class<?> type, ClassShape shape) {
    List<String> known = shape.components().stream().map(RecordComponent::getName).toList();
    for (Map.Entry<String, Node> member : object.members().entrySet()) {
      String key = member.getKey();
      if (!known.contains(key)
          && !(shape.discriminated() && key.equals(ClassShape.DISCRIMINATOR))) {
        throw wrong(
            member.getValue(),
            "unknown key %s: %s has %s"
                .formatted(
                    Json.quote(key),
                    type.getSimpleName(),
                    known.isEmpty() ? "no keys" : String.join(", ", known)),
            null);
      }
    }
  }

  private static boolean fillIn(
      Object[] parts, boolean[] missing, List<RecordComponent> components) {
    boolean filled = false;
    for (int i = 0; i < parts.length; i++) {
      Object empty = missing[i] ? empty(components.get(i).getType()) : null;
      if (empty != null) {
        parts[i] = empty;
        filled = true;
      }
    }
    return filled;
  }

  private static Object empty(Class<?> type) {
    return type == List.class
        ? List.of()
        : type == Set.class ? Set.of() : type == Map.class ? Map.of() : null;
  }

  private static Object zero(Class<?> type) {
    if (type == boolean.class) {
      return false;
    } else if (type == int.class) {
      return 0;
    } else if (type == long.class) {
      return 0L;
    }
    return type == double.class ? 0.0 : null;
  }

  private String discriminator(Node.ObjectNode object, Class<?> type) {
    Node name = object.members().get(ClassShape.DISCRIMINATOR);
    if (name == null) {
      String sentence = "the key \"type\" is missing, which says what %s it is";
      throw wrong(object, sentence.formatted(type.getSimpleName()), null);
    }
    return expect(Node.StringNode.class, "a string", name).text();
  }

  private <T> T choose(Map<String, T> choices, String name, Class<?> type, Node node) {
    T choice = choices.get(name);
    if (choice == null) {
      throw wrong(
          node,
          "no %s is named %s: choose from %s"
              .formatted(
                  type.getSimpleName(), Json.quote(name), String.join(", ", choices.keySet())),
          null);
    }
    return choice;
  }

  private long integer(Node node, long least, long most) {
    String digits = expect(Node.NumberNode.class, "a number", node).digits();
    try {
      long number = Long.parseLong(digits);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // falls through to the sentence, which is the same for all
    }
    String sentence = "expected a whole number from %s to %s, found %s";
    throw wrong(node, sentence.formatted(least, most, digits), null);
  }

  private <N extends Node> N expect(Class<N> kind, String expected, Node node) {
    if (!kind.isInstance(node)) {
      throw wrong(node, "expected " + expected + ", found " + node.kind(), null);
    }
    return kind.cast(node);
  }

  private Object part(String step, Node node, Type type) {
    int length = path.length();
    path.append(step);
    Object value = value(node, type);
    path.setLength(length);
    return value;
  }

  private String step(String key) {
    return path.isEmpty() ? key : "." + key;
  }

  private interface Call {
    Object now() throws ReflectiveOperationException;
  }

  private Object call(Node node, Call call) {
    try {
      return call.now();
    } catch (InvocationTargetException e) {
      throw wrong(node, sentence(e.getCause()), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("cannot construct what " + path + " holds", e);
    }
  }

  private static String sentence(Throwable cause) {
    return cause instanceof NullPointerException || cause.getMessage() == null
        ? "something that must be there is missing"
        : cause.getMessage();
  }

  private static Class<?> raw(Type type) {
    return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
  }

  private JsonException wrong(Node node, String sentence, Throwable cause) {
    return JsonException.at(text, node.offset(), path.toString(), sentence, cause);
  }
}
