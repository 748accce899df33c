package cn.jianfu.contracts;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON schemas of contract records, collected by name while they are asked for. */
final class RecordSchemas {

  private static final Map<Type, Map<String, Object>> SIMPLE =
      Map.ofEntries(
          Map.entry(String.class, Map.of("type", "string")),
          Map.entry(int.class, Map.of("type", "integer", "format", "int32")),
          Map.entry(Integer.class, Map.of("type", "integer", "format", "int32")),
          Map.entry(long.class, Map.of("type", "integer", "format", "int64")),
          Map.entry(Long.class, Map.of("type", "integer", "format", "int64")),
          Map.entry(boolean.class, Map.of("type", "boolean")),
          Map.entry(BigDecimal.class, Map.of("type", "number")),
          Map.entry(LocalDate.class, Map.of("type", "string", "format", "date")),
          Map.entry(LocalTime.class, Map.of("type", "string", "format", "time")),
          Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
          Map.entry(Object.class, Map.of()));

  private final Map<String, Object> byName = new TreeMap<>();

  Map<String, Object> all() {
    return byName;
  }

  Map<String, Object> of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type element = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      return generic.getRawType() == List.class
          ? ordered("type", "array", "items", of(element))
          : ordered("type", "object", "additionalProperties", of(element));
    }
    Map<String, Object> simple = SIMPLE.get(type);
    if (simple != null) {
      return new TreeMap<>(simple);
    }
    if (type instanceof Class<?> contract && contract.isRecord()) {
      return record(contract);
    }
    throw new IllegalArgumentException(type + " has no place in a contract");
  }

  private Map<String, Object> record(Class<?> contract) {
    String name = contract.getSimpleName();
    if (!byName.containsKey(name)) {
      byName.put(name, Map.of());
      byName.put(name, schema(contract));
    }
    return AsyncApi.ref("schemas/" + name);
  }

  private Map<String, Object> schema(Class<?> contract) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : contract.getRecordComponents()) {
      properties.put(component.getName(), of(component.getGenericType()));
      AnnotatedType type = component.getAnnotatedType();
      if (!type.isAnnotationPresent(Nullable.class)) {
        required.add(component.getName());
      }
    }
    Map<String, Object> schema = ordered("type", "object", "properties", properties);
    schema.put("required", required);
    return schema;
  }

  private static Map<String, Object> ordered(String a, Object x, String b, Object y) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(a, x);
    map.put(b, y);
    return map;
  }
}
