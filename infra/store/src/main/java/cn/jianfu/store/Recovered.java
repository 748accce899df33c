package cn.jianfu.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What effects amount to, by collection and position: the state from which a store starts. */
final class Recovered {
  private final Map<String, Map<Long, byte[]>> collections = new HashMap<>();

  void apply(Effect effect) {
    switch (effect) {
      case Effect.Put put ->
          collections
              .computeIfAbsent(put.collection(), name -> new TreeMap<>())
              .put(put.position(), put.content());
      case Effect.Remove remove -> {
        Map<Long, byte[]> rows = collections.get(remove.collection());
        if (rows != null) {
          rows.remove(remove.position());
        }
      }
      case Effect.Drop drop -> collections.remove(drop.collection());
    }
  }

  Set<String> databases() {
    Set<String> names = new TreeSet<>();
    for (String collection : collections.keySet()) {
      names.add(collection.substring(0, collection.indexOf('.')));
    }
    return names;
  }

  /** The rows of a collection, given once to whoever opens it. */
  synchronized Map<Long, byte[]> take(String collection) {
    Map<Long, byte[]> rows = collections.remove(collection);
    return rows == null ? Map.of() : rows;
  }
}
