package packettrap.spec.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What reflection knows of a class, asked once: components, permitted records, {@code parse}. */
record ClassShape(
    Constructor<?> constructor,
    List<RecordComponent> components,
    boolean discriminated,
    Map<String, Class<?>> permitted,
    Map<String, Object> constants,
    Method parse) {

  /** The key that says which record of a sealed interface an object is. */
  static final String DISCRIMINATOR = "type";

  private static final ClassValue<ClassShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected ClassShape computeValue(Class<?> type) {
          return look(type);
        }
      };

  static ClassShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  /** What a list, a set or a map is declared to hold; Object if that is not known. */
  static Type element(Type declared) {
    if (declared instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return arguments[arguments.length - 1];
    }
    return Object.class;
  }

  private static ClassShape look(Class<?> type) {
    List<RecordComponent> components = List.of();
    Constructor<?> constructor = null;
    if (type.isRecord()) {
      components = List.of(type.getRecordComponents());
      components.forEach(component -> component.getAccessor().trySetAccessible());
      constructor = canonical(type, components);
    }
    return new ClassShape(
        constructor,
        components,
        hasSealedInterface(type)
            && components.stream().noneMatch(c -> c.getName().equals(DISCRIMINATOR)),
        permitted(type),
        constants(type),
        parse(type));
  }

  private static Constructor<?> canonical(Class<?> type, List<RecordComponent> components) {
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.trySetAccessible();
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record without its canonical constructor: " + type, e);
    }
  }

  private static boolean hasSealedInterface(Class<?> type) {
    return Arrays.stream(type.getInterfaces()).anyMatch(i -> i.isSealed() || hasSealedInterface(i));
  }

  /** The records below a sealed interface, by simple name. */
  private static Map<String, Class<?>> permitted(Class<?> type) {
    Map<String, Class<?>> result = new TreeMap<>();
    if (type.isInterface() && type.isSealed()) {
      leaves(type).forEach(leaf -> result.put(leaf.getSimpleName(), leaf));
    }
    return result;
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ClassShape::leaves)
        : type.isRecord() ? Stream.of(type) : Stream.empty();
  }

  private static Map<String, Object> constants(Class<?> type) {
    Map<String, Object> result = new LinkedHashMap<>();
    if (type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        result.put(constantName((Enum<?>) constant), constant);
      }
    }
    return result;
  }

  static String constantName(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static Method parse(Class<?> type) {
    try {
      Method method = type.getDeclaredMethod("parse", String.class);
      return Modifier.isStatic(method.getModifiers())
              && Modifier.isPublic(method.getModifiers())
              && method.getReturnType() == type
          ? method
          : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }
}
