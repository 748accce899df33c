package cn.jianfu.group.workgroup;

import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.aggregate.Stored;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;

/** Names the group that goes on to whoever says something of a register's entry that was joined. */
final class GoingOn {

  private GoingOn() {}

  /** Nothing is read unless something was declined for it. */
  static Mono<List<Followed>> named(
      List<Order> orders, List<Followed> followed, WorkGroups groups) {
    List<String> elsewhere =
        IntStream.range(0, orders.size())
            .filter(i -> followed.get(i).goesOnElsewhere())
            .mapToObj(i -> orders.get(i).id().text())
            .distinct()
            .toList();
    return elsewhere.isEmpty()
        ? Mono.just(followed)
        : groups
            .findAll(elsewhere)
            .filter(it -> it.state() instanceof WorkGroup.Joined)
            .collectMap(Stored::id, it -> ((WorkGroup.Joined) it.state()).into())
            .map(into -> named(orders, followed, into));
  }

  private static List<Followed> named(
      List<Order> orders, List<Followed> followed, Map<String, GroupId> into) {
    return IntStream.range(0, orders.size())
        .mapToObj(i ->
            followed.get(i).goesOnElsewhere()
                ? followed.get(i).goingOnAs(into.get(orders.get(i).id().text()))
                : followed.get(i))
        .toList();
  }
}
