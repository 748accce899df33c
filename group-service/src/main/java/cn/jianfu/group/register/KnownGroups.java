package cn.jianfu.group.register;

import cn.jianfu.group.workgroup.WorkGroups;
import cn.jianfu.group.workgroup.domain.GroupId;
import com.mongodb.client.model.Filters;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/**
 * Finds the groups that registers listed before. A register's own key is made of unit and name, so
 * that a platform that is written down only later makes no second group.
 */
record KnownGroups(WorkGroups groups) {

  private static final String REGISTERED = "reg:";

  /** The plan, with rows of known groups meaning those. */
  Mono<RegisterPlan> of(RegisterPlan plan) {
    Set<String> units = new HashSet<>();
    Set<String> keys = new HashSet<>();
    for (PlannedRow row : plan.rows()) {
      GroupId id = GroupId.parse(row.groupId());
      if (id.externalId().startsWith(REGISTERED)) {
        units.add(id.unit());
        keys.add(id.externalId());
      }
    }
    return keys.isEmpty()
        ? Mono.just(plan)
        : groups
            .query(among(units, keys), Filters.empty(), 0)
            .map(stored -> stored.state().id())
            .collectMap(KnownGroups::key, Function.identity())
            .map(known -> plan.planning(rows(plan.rows(), known)));
  }

  private static Bson among(Set<String> units, Set<String> keys) {
    return Filters.and(Filters.in("state.unit", units), Filters.in("state.externalId", keys));
  }

  private static List<PlannedRow> rows(List<PlannedRow> rows, Map<String, GroupId> known) {
    return rows.stream()
        .map(row -> {
          GroupId same = known.get(key(GroupId.parse(row.groupId())));
          return same == null ? row : row.of(same);
        })
        .toList();
  }

  private static String key(GroupId id) {
    return id.unit() + "/" + id.externalId();
  }
}
