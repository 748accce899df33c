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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
   * The group; empty when nobody has told of it or the scope does not reach it.
   *
   * @param token with which group-service is asked; null to answer from own facts
   */
  public Mono<GroupAnswer> find(UnitScope scope, String groupId, @Nullable String token) {
    Mono<Optional<List<JsonNode>>> history =
        token == null ? Mono.just(Optional.empty()) : groupService.history(groupId, token);
    return readSides
        .active()
        .facts()
        .group(groupId)
        .filter(found -> scope.reaches(found.group().unit()))
        .flatMap(found ->
            Mono.zip(
                    findings.list(scope, about(groupId), FindingOrder.NEWEST_FIRST, MOST_FINDINGS),
                    history,
                    target(scope, found.group()))
                .map(all -> answer(found, all.getT1(), all.getT2(), all.getT3().orElse(null))));
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

  private static GroupAnswer answer(
      PublishedGroup found,
      List<FindingView> about,
      Optional<List<JsonNode>> history,
      @Nullable String mergeIntoName) {
    return new GroupAnswer(
        history.isEmpty(),
        found.group(),
        mergeIntoName,
        found.fact().days(),
        found.fact().members(),
        about,
        history.orElse(List.of()));
  }

  private static FindingQuery about(String groupId) {
    return new FindingQuery(null, null, null, Set.of(), null, groupId);
  }
}
