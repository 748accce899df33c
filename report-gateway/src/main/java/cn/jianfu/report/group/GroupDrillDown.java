package cn.jianfu.report.group;

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
                    history)
                .map(both -> answer(found, both.getT1(), both.getT2())));
  }

  private static GroupAnswer answer(
      PublishedGroup found, List<FindingView> about, Optional<List<JsonNode>> history) {
    return new GroupAnswer(
        history.isEmpty(),
        found.group(),
        found.fact().days(),
        found.fact().members(),
        about,
        history.orElse(List.of()));
  }

  private static FindingQuery about(String groupId) {
    return new FindingQuery(null, null, null, Set.of(), null, groupId);
  }
}
