package cn.jianfu.report.console;

import cn.jianfu.contracts.group.WorkGroupV1;
import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.compliance.GroupLine;
import cn.jianfu.report.compliance.RegisterLine;
import cn.jianfu.report.compliance.TownCompliances;
import cn.jianfu.report.group.Degraded;
import cn.jianfu.report.group.GroupAnswer;
import cn.jianfu.report.group.GroupDrillDown;
import cn.jianfu.report.group.GroupOrder;
import cn.jianfu.report.group.GroupOrders;
import cn.jianfu.report.group.OrderTold;
import cn.jianfu.report.readside.ReadSides;
import cn.jianfu.report.reference.Reference;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Entries and groups from the read side; group-service makes one of them, or two. */
@Component
final class GatewayJoins implements JoinSource {

  /** What the external ids of register's entries begin with. */
  private static final String REGISTERED = "reg:";

  private final ReadSides readSides;
  private final GroupDrillDown groups;
  private final TownCompliances towns;
  private final GroupOrders orders;
  private final Reference reference;
  private final DistrictClock clock;
  private final RandomKeys random;

  GatewayJoins(
      ReadSides readSides,
      GroupDrillDown groups,
      TownCompliances towns,
      GroupOrders orders,
      Reference reference,
      DistrictClock clock,
      RandomKeys random) {
    this.readSides = readSides;
    this.groups = groups;
    this.towns = towns;
    this.orders = orders;
    this.reference = reference;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public Mono<JoinPage> page(RegisterVisit visit, String entry) {
    Names names = new Names(reference.current(), clock.today());
    return groups
        .find(names.reach(visit.user().scope()), entry, visit.token())
        .map(GroupAnswer::group)
        .flatMap(group ->
            Mono.zip(towns.register(group.town()), joinedInto(group))
                .map(both ->
                    page(
                        group,
                        both.getT1().stream().map(RegisterLine::group).toList(),
                        both.getT2(),
                        names)));
  }

  private Mono<List<JoinPage.Other>> joinedInto(WorkGroupV1 group) {
    return readSides
        .active()
        .facts()
        .joinedInto(group.groupId())
        .map(it -> new JoinPage.Other(it.groupId(), it.name()))
        .collectList();
  }

  @Override
  public Mono<JoinPage> say(RegisterVisit visit, String entry, @Nullable String into, String key) {
    GroupOrder order = into == null ? new GroupOrder.Separate() : new GroupOrder.Join(into);
    return page(visit, entry)
        .flatMap(_ -> told(visit, entry, order, key))
        .map(GatewayJoins::said)
        .flatMap(said -> page(visit, entry).map(page -> page.saying(said)));
  }

  private Mono<OrderTold> told(RegisterVisit visit, String entry, GroupOrder order, String key) {
    String token = visit.token();
    return token == null
        ? Mono.just(new OrderTold.Nothing(Degraded.NOT_ASKED))
        : orders.follow(entry, order, null, key, new GroupOrders.Caller(token, visit.language()));
  }

  private static JoinPage.Said said(OrderTold told) {
    return switch (told) {
      case OrderTold.Taken _ -> new JoinPage.Said(HttpStatus.OK, null, null);
      case OrderTold.Declined(int status, var because) ->
          new JoinPage.Said(HttpStatusCode.valueOf(status), because.sentence(), null);
      case OrderTold.Nothing(var why) ->
          new JoinPage.Said(HttpStatus.SERVICE_UNAVAILABLE, null, why.name());
    };
  }

  private JoinPage page(
      WorkGroupV1 entry, List<GroupLine> lines, List<JoinPage.Other> joined, Names names) {
    boolean listed = entry.externalId().startsWith(REGISTERED);
    return new JoinPage(
        entry.groupId(),
        entry.name(),
        entry.town(),
        names.place(entry.town()),
        names.unit(entry.unit()),
        entry.state(),
        listed,
        into(entry.joinedInto(), lines),
        joined,
        lines.stream()
            .filter(it -> it.unit().equals(entry.unit()) && isListed(it.groupId()) != listed)
            .sorted(Comparator.comparing(GroupLine::name))
            .map(it -> new JoinPage.Other(it.groupId(), it.name()))
            .toList(),
        random.next(),
        null);
  }

  private static JoinPage.@Nullable Other into(@Nullable String id, List<GroupLine> lines) {
    return id == null
        ? null
        : lines.stream()
            .filter(it -> it.groupId().equals(id))
            .findFirst()
            .map(it -> new JoinPage.Other(id, it.name()))
            .orElse(new JoinPage.Other(id, id));
  }

  private static boolean isListed(String groupId) {
    return groupId.contains("/reg%3A");
  }
}
