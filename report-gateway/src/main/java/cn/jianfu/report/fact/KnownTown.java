package cn.jianfu.report.fact;

import cn.jianfu.contracts.group.WorkGroupV1;
import cn.jianfu.report.compliance.domain.GroupFact;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The groups of one town, made of the documents that were read of them so far. */
final class TownGroups {

  private final Map<String, WorkGroupV1> published = new HashMap<>();
  private final Map<String, NavigableMap<String, GroupMonth>> months = new HashMap<>();
  private final NavigableMap<String, GroupFact> groups = new TreeMap<>();
  private @Nullable Instant latest;
  private long days;

  /** Takes documents that are new or have changed; what is replaced is what has their ids. */
  synchronized void take(List<Document> groupFacts, List<Document> monthFacts) {
    Set<String> changed = new HashSet<>();
    for (Document fact : groupFacts) {
      WorkGroupV1 group = FactReader.workGroup(fact);
      published.put(group.groupId(), group);
      changed.add(group.groupId());
      seen(fact);
    }
    for (Document fact : monthFacts) {
      GroupMonth month = FactReader.month(fact);
      GroupMonth before =
          months.computeIfAbsent(month.group(), _ -> new TreeMap<>()).put(month.month(), month);
      days += month.days().size() - (before == null ? 0 : before.days().size());
      changed.add(month.group());
      seen(fact);
    }
    for (String id : changed) {
      groups.put(
          id,
          FactReader.group(
              id, published.get(id), months.getOrDefault(id, new TreeMap<>()).values()));
    }
  }

  private void seen(Document fact) {
    Date at = fact.getDate(GuardedFacts.WRITTEN_AT);
    Instant written = at == null ? Instant.EPOCH : at.toInstant();
    if (latest == null || written.isAfter(latest)) {
      latest = written;
    }
  }

  /** By their ids. */
  synchronized List<GroupFact> groups() {
    return List.copyOf(groups.values());
  }

  /** When the latest of what was read was written; null when none of it says so. */
  synchronized @Nullable Instant latest() {
    return latest;
  }

  /** How many days of counters it holds: its weight. */
  synchronized long days() {
    return days;
  }
}
