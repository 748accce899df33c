package cn.jianfu.group.finding;

import cn.jianfu.group.detection.domain.ClearedBecause;
import cn.jianfu.group.detection.domain.Detected;
import cn.jianfu.group.detection.domain.DetectionRule;
import cn.jianfu.group.detection.domain.Evidence;
import cn.jianfu.group.detection.domain.FoundRun;
import cn.jianfu.group.detection.domain.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A finding as it is stored; public because the codec reads it.
 *
 * @param clearedWhy as every version reads it
 * @param clearedAs the reason itself, where versions from before it read another; null otherwise
 * @param earlier absent where it was not kept yet
 */
public record FindingRecord(
    String rule,
    String subject,
    String severity,
    String ruleSet,
    String unit,
    String town,
    List<String> groups,
    int gravity,
    List<Shown> evidence,
    String title,
    String confidence,
    boolean open,
    LocalDate raisedOn,
    LocalDate changedOn,
    @Nullable LocalDate clearedOn,
    @Nullable String clearedWhy,
    @Nullable String clearedAs,
    @Nullable LocalDate correctedOn,
    @Nullable List<RunShown> earlier,
    @Nullable LocalDate earlierSince,
    String id) {

  /** A run of before; see the domain. */
  public record RunShown(
      LocalDate raisedOn, LocalDate clearedOn, String clearedWhy, @Nullable LocalDate correctedOn) {

    static List<RunShown> of(EarlierRuns earlier) {
      return earlier.runs().stream()
          .map(run ->
              new RunShown(
                  run.raisedOn(),
                  Objects.requireNonNull(run.clearedOn()),
                  Objects.requireNonNull(run.clearedWhy()).name(),
                  run.correctedOn()))
          .toList();
    }

    FoundRun run() {
      return new FoundRun(raisedOn, clearedOn, ClearedBecause.valueOf(clearedWhy), correctedOn);
    }
  }

  /** A piece of evidence: number, day, word or ids. */
  public record Shown(String key, String kind, List<String> values) {

    static Shown of(String key, Evidence.Value value) {
      return switch (value) {
        case Evidence.Value.Amount(var number) ->
            new Shown(key, "number", List.of(number.toPlainString()));
        case Evidence.Value.Day(var day) -> new Shown(key, "day", List.of(day.toString()));
        case Evidence.Value.Word(var word) -> new Shown(key, "word", List.of(word));
        case Evidence.Value.Ids(var ids) -> new Shown(key, "ids", ids);
      };
    }

    void addTo(Evidence.Builder evidence) {
      switch (kind) {
        case "number" -> evidence.number(key, new BigDecimal(values.getFirst()));
        case "day" -> evidence.day(key, LocalDate.parse(values.getFirst()));
        case "word" -> evidence.word(key, values.getFirst());
        default -> evidence.ids(key, values);
      }
    }
  }

  static FindingRecord of(Finding it) {
    Detected found = it.found();
    ClearedBecause why = it.clearedWhy();
    return new FindingRecord(
        found.rule().id(),
        found.subject(),
        found.severity().code(),
        found.ruleSet(),
        found.unit(),
        found.town(),
        found.groups(),
        found.gravity(),
        found.evidence().values().entrySet().stream()
            .map(each -> Shown.of(each.getKey(), each.getValue()))
            .toList(),
        it.title(),
        it.confidence(),
        it.isOpen(),
        it.raisedOn(),
        it.changedOn(),
        it.clearedOn(),
        why == null ? null : asEveryVersionKnows(why).name(),
        why == null || why == asEveryVersionKnows(why) ? null : why.name(),
        it.correctedOn(),
        RunShown.of(it.earlier()),
        it.earlier().since(),
        found.id());
  }

  private static ClearedBecause asEveryVersionKnows(ClearedBecause why) {
    return switch (why) {
      case RELABELLED, RESTORED -> ClearedBecause.DATA;
      case CORRECTED -> ClearedBecause.WITHDRAWN;
      case DATA, RULE_SET, EXEMPTION, SUBJECT_CLOSED, JOINED, WITHDRAWN -> why;
    };
  }

  Finding finding() {
    String why = clearedAs == null ? clearedWhy : clearedAs;
    Evidence.Builder shown = Evidence.builder();
    evidence.forEach(each -> each.addTo(shown));
    Detected found =
        new Detected(
            id,
            DetectionRule.withId(rule).orElseThrow(),
            subject,
            Severity.coded(severity),
            ruleSet,
            unit,
            town,
            groups,
            gravity,
            shown.build());
    return new Finding(
        found,
        title,
        confidence,
        raisedOn,
        changedOn,
        clearedOn,
        why == null ? null : ClearedBecause.valueOf(why),
        correctedOn,
        earlier == null
            ? EarlierRuns.unknownBefore(raisedOn)
            : new EarlierRuns(earlier.stream().map(RunShown::run).toList(), earlierSince));
  }
}
