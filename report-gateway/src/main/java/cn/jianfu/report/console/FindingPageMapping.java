package cn.jianfu.report.console;

import cn.jianfu.report.compliance.domain.DayCounters;
import cn.jianfu.report.fact.Facts.PublishedGroup;
import cn.jianfu.report.finding.FindingView;
import cn.jianfu.report.reference.domain.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes a finding's page from the finding and what was published of its groups.
 *
 * @param names of the day that the page is of
 */
record FindingPageMapping(Names names, LocalDate today) {

  /** Counters that are older are stale. */
  private static final String FRESH_DAYS = "data.freshDays";

  /** Whose word it is that a group was silent, where its own source told nothing more. */
  private static final String SILENT_BY = "silentBy";

  FindingPage page(FindingView finding, List<PublishedGroup> groups, long townVersion) {
    Rule rule = names.inForce().map(rules -> rules.rules().get(finding.rule())).orElse(null);
    LocalDate asOf = asOf(finding);
    LocalDate lastReport = silentAfter(finding, groups, asOf).orElse(null);
    return new FindingPage(
        FindingMapping.row(finding, names),
        finding.asOf(),
        finding.asOf().equals(today),
        townVersion,
        finding.exempt(),
        rule == null ? null : new Words(rule.statementZh(), rule.statementEn()),
        rule == null || rule.basis().isBlank() ? null : rule.basis(),
        rule != null && rule.basisConfirmed(),
        finding.exposure(),
        FindingMeasures.of(
            finding.rule(), finding.evidence(), asOf, Objects.requireNonNullElse(lastReport, asOf)),
        SharedMembers.of(finding.evidence()).orElse(null),
        chart(finding, groups).orElse(null),
        lastReport,
        groups.stream().map(this::group).toList(),
        FindingStory.of(finding));
  }

  /** Evidence that stays as it is is not published again: until it is cleared, time goes on. */
  private LocalDate asOf(FindingView finding) {
    return finding.clearedOn() == null ? names.day() : finding.clearedOn();
  }

  private Optional<FindingPage.Chart> chart(FindingView finding, List<PublishedGroup> groups) {
    return FindingCharts.of(finding.rule(), finding.evidence(), days(groups), asOf(finding));
  }

  /**
   * The last day that the group's source reported, where its counters are no longer fresh: so far
   * the detector counts, too.
   */
  private Optional<LocalDate> silentAfter(
      FindingView finding, List<PublishedGroup> groups, LocalDate asOf) {
    LocalDate last = days(groups).floorKey(asOf);
    return names
        .inForce()
        .map(rules -> rules.thresholds().get(FRESH_DAYS))
        .filter(_ -> FindingCharts.areOf(finding.rule()) && last != null)
        // Where another source is taken at its word the days go on.
        .filter(_ -> !finding.evidence().containsKey(SILENT_BY))
        .filter(fresh -> !last.isAfter(asOf.minusDays(fresh.intValue())))
        .map(_ -> last);
  }

  private static NavigableMap<LocalDate, DayCounters> days(List<PublishedGroup> groups) {
    return groups.size() == 1 ? groups.getFirst().fact().days() : new TreeMap<>();
  }

  private FindingPage.Group group(PublishedGroup published) {
    var group = published.group();
    var fact = published.fact();
    LocalDate day = names.day();
    return new FindingPage.Group(
        group.groupId(),
        group.name(),
        names.unit(group.unit()),
        GroupMapping.platform(group.platform()),
        fact.stateOn(day).map(Enum::name).orElse(group.state()),
        fact.membersOn(day).orElse(null),
        fact.decisionOn(day).map(it -> it.kind().name()).orElse(null),
        fact.dueOn(day).orElse(null));
  }
}
