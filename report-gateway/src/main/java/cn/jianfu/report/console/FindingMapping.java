package cn.jianfu.report.console;

import cn.jianfu.report.finding.FindingView;
import cn.jianfu.report.finding.domain.Judgement;
import cn.jianfu.report.finding.domain.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a row of the workbench from a finding. */
final class FindingMapping {

  private static final Set<String> IDS = Set.of("first", "second", "groups", "dissolved");
  private static final Set<String> SHARES = Set.of("jaccard", "containment", "share", "limit");

  private FindingMapping() {}

  static FindingRow row(FindingView finding, Names names) {
    return new FindingRow(
        finding.findingId(),
        finding.rule(),
        names.rule(finding.rule()),
        finding.severity(),
        finding.title(),
        finding.groups(),
        finding.town(),
        names.place(finding.town()),
        names.unit(finding.unit()),
        new Words(finding.reasonZh(), finding.reasonEn()),
        evidence(finding.evidence(), names),
        finding.ruleSet(),
        confidence(finding.confidence()),
        finding.raisedOn(),
        finding.lastSeenOn(),
        finding.state().name(),
        finding.confirmedYetRelabelled(),
        judgement(finding.judgements()),
        contest(finding));
  }

  /** A group of which only counters have told has no confidence of its own. */
  static String confidence(String confidence) {
    return confidence.isBlank() ? "UNKNOWN" : confidence;
  }

  // Ids of groups are left out: the subject leads to them by their names.
  private static List<FindingRow.Evidence> evidence(Map<String, Object> evidence, Names names) {
    return evidence.entrySet().stream()
        .filter(it -> !IDS.contains(it.getKey()) || it.getValue() instanceof Number)
        .sorted(Map.Entry.comparingByKey())
        .map(it -> new FindingRow.Evidence(it.getKey(), words(it.getKey(), it.getValue(), names)))
        .toList();
  }

  private static Words words(String name, @Nullable Object value, Names names) {
    if (name.equals("dissolvedUnit")) {
      return names.unit(text(value));
    }
    return name.equals("townCodes") && value instanceof Collection<?> towns
        ? Words.joined(towns.stream().map(it -> names.place(text(it))).toList())
        : Words.same(SHARES.contains(name) ? share(name, value) : text(value));
  }

  /** In hundredths, cut to one decimal; a limit that is a count is a whole number. */
  private static String share(String name, @Nullable Object value) {
    boolean isCount = name.equals("limit") && !(value instanceof Double);
    return value instanceof Number share && !isCount
        ? BigDecimal.valueOf(share.doubleValue())
                .movePointRight(2)
                .setScale(1, RoundingMode.DOWN)
                .stripTrailingZeros()
                .toPlainString()
            + "%"
        : text(value);
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> Format.NONE;
      case Collection<?> many ->
          String.join(", ", many.stream().map(FindingMapping::text).toList());
      case Double number -> BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
      default -> value.toString();
    };
  }

  private static FindingRow.@Nullable Contest contest(FindingView finding) {
    if (finding.contests().isEmpty()) {
      return null;
    }
    var last = finding.contests().getLast();
    return new FindingRow.Contest(last.reason(), last.on(), finding.contested());
  }

  /** The last word, unless it was taken back. */
  private static FindingRow.@Nullable Judgement judgement(List<Judgement> judgements) {
    if (judgements.isEmpty() || judgements.getLast().verdict() == Verdict.TAKEN_BACK) {
      return null;
    }
    var last = judgements.getLast();
    return new FindingRow.Judgement(
        last.verdict().name(), last.reason(), last.actor().role(), last.saidOn());
  }
}
