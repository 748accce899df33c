package cn.jianfu.report.group;

import cn.jianfu.contracts.group.DecisionV1;
import cn.jianfu.contracts.group.WorkGroupV1;
import cn.jianfu.report.fact.Facts.PublishedGroup;
import cn.jianfu.report.finding.FindingDesk;
import cn.jianfu.report.finding.FindingOrder;
import cn.jianfu.report.finding.FindingQuery;
import cn.jianfu.report.finding.FindingView;
import cn.jianfu.report.readside.ReadSides;
import cn.jianfu.report.scope.UnitScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** A group whole: own facts, and the history that its owner keeps. */
public final class GroupDrillDown {

  private static final int MOST_FINDINGS = 100;

  private final ReadSides readSides;
  private final FindingDesk findings;
  private final GroupServiceClient groupService;

  GroupDrillDown(ReadSides readSides, FindingDesk findings, GroupServiceClient groupService) {
    this.readSides = readSides;
    this.findings = findings;
    this.groupService = groupService;
  }

  /**
   * The group; empty when nobody has told of it or the scope does not reach it. What its owner says
   * goes before what was published, which may be on its way.
   *
   * @param token with which group-service is asked; null to answer from own facts
   */
  public Mono<GroupAnswer> find(UnitScope scope, String groupId, @Nullable String token) {
    Mono<Told> asked =
        token == null
            ? Mono.just(new Told.Nothing(Degraded.NOT_ASKED))
            : groupService.ask(groupId, token);
    return Mono.zip(own(groupId), asked)
        .flatMap(both -> Mono.justOrEmpty(known(both.getT1().orElse(null), both.getT2())))
        .filter(known -> scope.reaches(known.group().unit()))
        .flatMap(known ->
            Mono.zip(
                    findings.list(scope, about(groupId), FindingOrder.NEWEST_FIRST, MOST_FINDINGS),
                    target(scope, known.group()))
                .map(all -> known.answer(all.getT1(), all.getT2().orElse(null))));
  }

  /** Of these groups those that the scope reaches, as they were published last, in that order. */
  public Flux<PublishedGroup> published(UnitScope scope, List<String> groupIds) {
    var facts = readSides.active().facts();
    return Flux.fromIterable(groupIds)
        .concatMap(facts::group)
        .filter(known -> scope.reaches(known.group().unit()));
  }

  private Mono<Optional<PublishedGroup>> own(String groupId) {
    return readSides
        .active()
        .facts()
        .group(groupId)
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty());
  }

  private static Optional<Known> known(@Nullable PublishedGroup own, Told told) {
    return switch (told) {
      case Told.Group it ->
          Optional.of(
              new Known(it.group(), it.ownerName(), it.ownerMatched(), own, null, it.history()));
      case Told.Unknown _ -> Optional.ofNullable(own).map(it -> Known.of(it, Degraded.UNKNOWN));
      case Told.Nothing(var why) -> Optional.ofNullable(own).map(it -> Known.of(it, why));
    };
  }

  /** What both sides say. */
  private record Known(
      WorkGroupV1 group,
      @Nullable String ownerName,
      @Nullable Boolean ownerMatched,
      @Nullable PublishedGroup own,
      @Nullable Degraded degraded,
      List<JsonNode> history) {

    static Known of(PublishedGroup own, Degraded degraded) {
      return new Known(own.group(), null, null, own, degraded, List.of());
    }

    GroupAnswer answer(List<FindingView> about, @Nullable String mergeIntoName) {
      return new GroupAnswer(
          degraded != null,
          degraded,
          group,
          ownerName,
          ownerMatched,
          mergeIntoName,
          own == null ? Map.of() : own.fact().days(),
          own == null ? Map.of() : own.fact().members(),
          about,
          history);
    }
  }

  private Mono<Optional<String>> target(UnitScope scope, WorkGroupV1 group) {
    DecisionV1 decision = group.decision();
    return decision == null || decision.mergeInto() == null
        ? Mono.just(Optional.empty())
        : readSides
            .active()
            .facts()
            .group(decision.mergeInto())
            .map(PublishedGroup::group)
            .filter(target -> scope.reaches(target.unit()))
            .map(target -> Optional.of(target.name()))
            .defaultIfEmpty(Optional.empty());
  }

  private static FindingQuery about(String groupId) {
    return new FindingQuery(null, null, null, Set.of(), null, groupId, false);
  }
}
