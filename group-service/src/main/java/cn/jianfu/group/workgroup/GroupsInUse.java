package cn.jianfu.group.workgroup;

import cn.jianfu.group.access.Origins;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.aggregate.Rehearsal;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.security.Caller;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;

/** Makes sure that a group of which something is reported is known, and known to be in use. */
public final class GroupsInUse {

  private static final int REMEMBERED = 200_000;

  private final WorkGroups groups;
  private final Orders orders;
  private final DistrictClock clock;
  private final Origins origins;
  // A group that was ever in use stays so, hence what is in here never becomes wrong.
  private final Cache<String, Boolean> known =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  GroupsInUse(WorkGroups groups, Orders orders, DistrictClock clock, Origins origins) {
    this.groups = groups;
    this.orders = orders;
    this.clock = clock;
    this.origins = origins;
  }

  /** What stands against taking reports of these groups, by the group's id. */
  public Mono<Map<String, Problem>> seen(Caller caller, Collection<GroupId> reported) {
    List<Order> news = unknown(caller, reported);
    return news.isEmpty()
        ? Mono.just(Map.of())
        : groups
            .followAll(news)
            .map(followed -> problems(news, followed, id -> known.put(id, Boolean.TRUE)));
  }

  /** What would stand against it; nothing is noted. */
  public Mono<Map<String, Problem>> wouldBeSeen(
      Caller caller, Rehearsal<WorkGroup> rehearsal, Collection<GroupId> reported) {
    List<Order> news = unknown(caller, reported);
    return groups.rehearse(rehearsal, news).map(followed -> problems(news, followed, _ -> {}));
  }

  private List<Order> unknown(Caller caller, Collection<GroupId> reported) {
    return reported.stream()
        .distinct()
        .filter(id -> known.getIfPresent(id.text()) == null)
        .map(id -> orders.observe(caller, id, origins.own(), clock.today()))
        .toList();
  }

  private static Map<String, Problem> problems(
      List<Order> news, List<Followed> followed, Consumer<String> fine) {
    Map<String, Problem> problems = new HashMap<>();
    for (int i = 0; i < news.size(); i++) {
      String id = news.get(i).id().text();
      followed
          .get(i)
          .problem()
          .ifPresentOrElse(problem -> problems.put(id, problem), () -> fine.accept(id));
    }
    return problems;
  }
}
