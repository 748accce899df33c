package cn.jianfu.group.register.domain;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Groups by name; names that differ in nothing but spaces and signs are one name. */
public final class NamedGroups {

  private final Map<String, Set<String>> ids = new HashMap<>();

  public void add(String name, String groupId) {
    ids.computeIfAbsent(PlainText.key(name), _ -> new LinkedHashSet<>()).add(groupId);
  }

  /** Ids of the groups that a register may mean by that name. */
  public Set<String> named(String name) {
    return Set.copyOf(ids.getOrDefault(PlainText.key(name), Set.of()));
  }
}
