package cn.jianfu.report.console;

import cn.jianfu.contracts.group.DecisionV1;
import cn.jianfu.report.compliance.domain.DayCounters;
import cn.jianfu.report.finding.FindingView;
import cn.jianfu.report.group.GroupAnswer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a group's page from its facts and the history that its owner keeps. */
final class GroupMapping {

  private static final int DAYS = 120;

  private static final Set<String> PLATFORMS =
      Set.of("WECHAT", "WECOM", "QQ", "DINGTALK", "GOV_IM", "OTHER");

  private GroupMapping() {}

  static GroupPage page(GroupAnswer answer, Names names, LocalDate today, long townVersion) {
    var group = answer.group();
    var members = new TreeMap<>(answer.members());
    var latest = members.lastEntry();
    var owner = group.ownerUnit();
    return new GroupPage(
        group.groupId(),
        group.name(),
        group.town(),
        townVersion,
        names.place(group.town()),
        names.unit(group.unit()),
        owner == null ? null : names.unit(owner),
        answer.ownerName(),
        Boolean.FALSE.equals(answer.ownerMatched()),
        platform(group.platform()),
        group.externalId(),
        group.kind(),
        group.matterTitle() == null ? group.matterCode() : group.matterTitle(),
        group.purpose(),
        group.filingNo(),
        group.createdOn(),
        group.validUntil(),
        group.filedOn(),
        group.filedName(),
        group.renamedOn(),
        group.state(),
        FindingMapping.confidence(group.confidence()),
        missing(group.missing(), answer.findings()),
        latest == null ? group.memberCount() : latest.getValue(),
        latest == null ? null : latest.getKey(),
        answer.degradedBecause() == null ? null : answer.degradedBecause().name(),
        decision(group.decision(), answer.mergeIntoName()),
        group.transitions().reversed().stream()
            .map(it -> new GroupPage.Entered(it.state(), it.on()))
            .toList(),
        days(answer.days(), today),
        answer.findings().stream().map(it -> FindingMapping.row(it, names)).toList(),
        answer.history().stream().map(new HistoryMapping(names, others(answer))::event).toList());
  }

  /**
   * The fields that its owner says are not filled, and those that are only missing by the rules in
   * force, which a finding names.
   */
  static List<String> missing(List<String> told, List<FindingView> findings) {
    Stream<String> found =
        findings.stream()
            .filter(it -> it.rule().equals("G-REG") && it.clearedOn() == null)
            .flatMap(it -> ids(it.evidence().get("missing")));
    return Stream.concat(told.stream(), found).distinct().toList();
  }

  private static Stream<String> ids(@Nullable Object value) {
    return value instanceof List<?> ids ? ids.stream().map(String::valueOf) : Stream.of();
  }

  private static Map<String, String> others(GroupAnswer answer) {
    DecisionV1 decision = answer.group().decision();
    return decision == null || decision.mergeInto() == null || answer.mergeIntoName() == null
        ? Map.of()
        : Map.of(decision.mergeInto(), answer.mergeIntoName());
  }

  static String platform(String platform) {
    return PLATFORMS.contains(platform) ? platform : "OTHER";
  }

  private static GroupPage.@Nullable Decision decision(
      @Nullable DecisionV1 decision, @Nullable String mergeIntoName) {
    return decision == null
        ? null
        : new GroupPage.Decision(
            decision.kind(),
            DecisionReason.of(decision.reason()),
            decision.decidedBy().role(),
            decision.decidedOn(),
            decision.dueOn(),
            decision.mergeInto(),
            mergeIntoName,
            decision.executedOn(),
            decision.restoreUntil(),
            decision.withdrawnOn());
  }

  private static List<GroupPage.Day> days(Map<LocalDate, DayCounters> counters, LocalDate today) {
    return today
        .minusDays(DAYS - 1L)
        .datesUntil(today.plusDays(1))
        .map(day -> day(day, counters.get(day)))
        .toList();
  }

  private static GroupPage.Day day(LocalDate day, @Nullable DayCounters known) {
    return known == null
        ? new GroupPage.Day(day, null, null, null)
        : new GroupPage.Day(day, known.messages(), known.activeSenders(), known.taskPosts());
  }
}
