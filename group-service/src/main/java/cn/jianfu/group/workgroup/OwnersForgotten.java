package cn.jianfu.group.workgroup;

import cn.jianfu.group.access.Origins;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.workgroup.domain.Actor;
import cn.jianfu.group.workgroup.domain.Forgetting;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand;
import cn.jianfu.messaging.aggregate.AggregateStore;
import cn.jianfu.messaging.aggregate.InPages;
import cn.jianfu.messaging.aggregate.Stored;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/** Takes a person out of all groups that it owns, or owned before they were joined. */
public final class OwnersForgotten {

  private final AggregateStore<WorkGroup> store;
  private final WorkGroups groups;
  private final PersonRefs people;
  private final DistrictClock clock;
  private final Origins origins;

  OwnersForgotten(
      AggregateStore<WorkGroup> store,
      WorkGroups groups,
      PersonRefs people,
      DistrictClock clock,
      Origins origins) {
    this.store = store;
    this.groups = groups;
    this.people = people;
    this.clock = clock;
    this.origins = origins;
  }

  /**
   * How many groups have changed.
   *
   * @param nameRefs hashes of names that mean the person, by town
   */
  public Mono<Integer> forget(String personRef, Map<String, Set<String>> nameRefs, Actor by) {
    return InPages.sum(
        store,
        possible(personRef, nameRefs.keySet()),
        page ->
            groups
                .followAll(page.stream().map(it -> order(it, personRef, nameRefs, by)).toList())
                .map(OwnersForgotten::changed));
  }

  /** Of a former group the store is not asked: there are few that have one. */
  private static Bson possible(String personRef, Set<String> towns) {
    return Filters.or(
        Filters.eq("state.ownerRef", personRef),
        Filters.ne("state.former", null),
        Filters.exists("state.taken.0"),
        Filters.and(Filters.in("state.town", towns), Filters.ne("state.ownerName", null)));
  }

  private Order order(
      Stored<WorkGroup> group, String personRef, Map<String, Set<String>> nameRefs, Actor by) {
    Set<String> known = nameRefs.getOrDefault(group.state().profile().town(), Set.of());
    Set<String> names =
        Forgetting.namesIn(group.state()).stream()
            .filter(name -> people.isAmong(known, name))
            .collect(Collectors.toSet());
    return new Order(
        group.state().id(),
        new WorkGroupCommand.ForgetOwner(personRef, names, clock.today()),
        by,
        origins.own());
  }

  private static int changed(List<Followed> all) {
    for (Followed followed : all) {
      followed
          .problem()
          .ifPresent(problem -> {
            throw problem.toException();
          });
    }
    return (int) all.stream().filter(Followed::changed).count();
  }
}
