package packettrap.spec.json;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns values into trees. */
final class JsonWriting {
  private JsonWriting() {}

  static Node node(Object value) {
    return node(value, Object.class, 0);
  }

  private static Node node(Object value, Type declared, int depth) {
    if (depth > Node.DEPTH) {
      throw new IllegalArgumentException("nested more than " + Node.DEPTH + " deep");
    }
    if (value == null) {
      return new Node.NullNode(0);
    } else if (value instanceof String string) {
      return new Node.StringNode(0, string);
    } else if (value instanceof Boolean flag) {
      return new Node.BooleanNode(0, flag);
    } else if (value instanceof Double real && !Double.isFinite(real)) {
      throw new IllegalArgumentException("JSON has no number " + real);
    } else if (value instanceof Integer || value instanceof Long || value instanceof Double) {
      return new Node.NumberNode(0, value.toString());
    } else if (value instanceof Enum<?> constant) {
      return new Node.StringNode(0, ClassShape.constantName(constant));
    } else if (value instanceof Set<?> set) {
      return items(sorted(set), declared, depth);
    } else if (value instanceof List<?> list) {
      return items(list, declared, depth);
    } else if (value instanceof Map<?, ?> map) {
      return members(map, declared, depth);
    }
    ClassShape shape = ClassShape.of(value.getClass());
    if (shape.parse() != null) {
      return new Node.StringNode(0, value.toString());
    } else if (value instanceof Record) {
      return components((Record) value, shape, declared, depth);
    }
    throw new IllegalArgumentException("no JSON form for " + value.getClass().getName());
  }

  /** A set has an order that differs from run to run unless its elements give one. */
  private static List<?> sorted(Set<?> set) {
    return set.stream().allMatch(Comparable.class::isInstance)
        ? set.stream().sorted().toList()
        : set.stream().sorted(Comparator.comparing(Object::toString)).toList();
  }

  private static Node items(List<?> list, Type declared, int depth) {
    List<Node> items = new ArrayList<>(list.size());
    for (Object item : list) {
      items.add(node(item, ClassShape.element(declared), depth + 1));
    }
    return new Node.ArrayNode(0, items);
  }

  private static Node members(Map<?, ?> map, Type declared, int depth) {
    boolean ordered = map instanceof LinkedHashMap || map instanceof SortedMap;
    Map<String, Node> members = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : (ordered ? map : new TreeMap<>(map)).entrySet()) {
      members.put(
          (String) entry.getKey(), node(entry.getValue(), ClassShape.element(declared), depth + 1));
    }
    return new Node.ObjectNode(0, members);
  }

  private static Node components(Record value, ClassShape shape, Type declared, int depth) {
    Map<String, Node> members = new LinkedHashMap<>();
    if (shape.discriminated() && declared != value.getClass()) {
      String name = value.getClass().getSimpleName();
      members.put(ClassShape.DISCRIMINATOR, new Node.StringNode(0, name));
    }
    for (RecordComponent component : shape.components()) {
      Object part = part(value, component);
      if (part != null) {
        members.put(component.getName(), node(part, component.getGenericType(), depth + 1));
      }
    }
    return new Node.ObjectNode(0, members);
  }

  private static Object part(Record value, RecordComponent component) {
    try {
      return component.getAccessor().invoke(value);
    } catch (InvocationTargetException | IllegalAccessException e) {
      throw new IllegalArgumentException("cannot read " + component, e);
    }
  }
}
