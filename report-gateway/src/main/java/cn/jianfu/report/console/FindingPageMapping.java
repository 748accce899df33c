package cn.jianfu.report.console;

import cn.jianfu.contracts.group.DecisionV1;
import cn.jianfu.report.compliance.domain.DayCounters;
import cn.jianfu.report.fact.Facts.PublishedGroup;
import cn.jianfu.report.finding.FindingView;
import cn.jianfu.report.reference.domain.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes a finding's page from the finding and what was published of its groups. */
record FindingPageMapping(Names names) {

  private static final String WINDOW = "counters.windowDays";
  private static final int USUAL_WINDOW = 28;

  FindingPage page(FindingView finding, List<PublishedGroup> groups, long townVersion) {
    Rule rule = names.inForce().map(rules -> rules.rules().get(finding.rule())).orElse(null);
    return new FindingPage(
        FindingMapping.row(finding, names),
        townVersion,
        finding.exempt(),
        rule == null ? null : new Words(rule.statementZh(), rule.statementEn()),
        rule == null || rule.basis().isBlank() ? null : rule.basis(),
        FindingMeasures.of(finding.rule(), finding.evidence(), finding.lastSeenOn()),
        SharedMembers.of(finding.evidence()).orElse(null),
        chart(finding, groups).orElse(null),
        groups.stream().map(this::group).toList(),
        FindingStory.of(finding));
  }

  private Optional<FindingPage.Chart> chart(FindingView finding, List<PublishedGroup> groups) {
    Map<LocalDate, DayCounters> days =
        groups.size() == 1 ? groups.getFirst().fact().days() : Map.of();
    Double limit =
        finding.rule().equals("G-MEGA") && finding.evidence().get("limit") instanceof Number it
            ? (Double) it.doubleValue()
            : null;
    return FindingCharts.of(
        finding.rule(),
        days,
        finding.lastSeenOn(),
        names
            .inForce()
            .map(rules -> rules.thresholds().get(WINDOW))
            .map(Number::intValue)
            .orElse(USUAL_WINDOW),
        limit);
  }

  private FindingPage.Group group(PublishedGroup published) {
    var group = published.group();
    var members = new TreeMap<>(published.fact().members()).lastEntry();
    DecisionV1 decision = standing(group.decision());
    return new FindingPage.Group(
        group.groupId(),
        group.name(),
        names.unit(group.unit()),
        GroupMapping.platform(group.platform()),
        group.state(),
        members == null ? null : members.getValue(),
        decision == null ? null : decision.kind(),
        decision == null || decision.executedOn() != null ? null : decision.dueOn());
  }

  private static @Nullable DecisionV1 standing(@Nullable DecisionV1 decision) {
    return decision == null || decision.withdrawnOn() != null ? null : decision;
  }
}
