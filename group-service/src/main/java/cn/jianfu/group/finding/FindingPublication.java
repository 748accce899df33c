package cn.jianfu.group.finding;

import cn.jianfu.contracts.group.FindingV1;
import cn.jianfu.contracts.supervision.FindingBoundsV1;
import cn.jianfu.contracts.supervision.RuleSetV1;
import cn.jianfu.contracts.supervision.RuleV1;
import cn.jianfu.group.detection.domain.ClearedBecause;
import cn.jianfu.group.detection.domain.Detected;
import cn.jianfu.group.detection.domain.DetectionRule;
import cn.jianfu.group.detection.domain.Evidence;
import cn.jianfu.group.detection.domain.Severity;
import cn.jianfu.group.reference.ReferenceData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says what was found, with what is out of sight only counted. */
final class FindingPublication {

  private static final String ELSEWHERE = "elsewhere";
  private static final String TOWNS = "townCodes";

  /** The code of a unit that the finding names without being about it. */
  private static final String UNIT = "dissolvedUnit";

  private static final String FOREIGN_TOWNS = "foreignTowns";

  private final Reasons reasons = new Reasons();

  /** As the other services see it: groups of other towns are only counted. */
  FindingV1 of(Finding finding, ReferenceData district) {
    return of(finding, district, Sight.ofServices(finding.found().town(), district));
  }

  /** As a reader of the unit sees it: what is not within the unit is only counted. */
  FindingV1 seenFrom(String unit, Finding finding, ReferenceData district) {
    return of(finding, district, Sight.ofReader(unit, district));
  }

  /** Whether a finding, as the other services see it, is no worse than that. */
  boolean isWithin(FindingBoundsV1 bounds, Detected found, ReferenceData district) {
    Sight sight = Sight.ofServices(found.town(), district);
    return found.severity().compareTo(Severity.coded(bounds.severity())) <= 0
        && found.groups().stream().filter(sight::shows).count() <= bounds.groups()
        && evidence(found, sight).entrySet().stream()
            .allMatch(shown -> isWithin(bounds.numbers().get(shown.getKey()), shown.getValue()));
  }

  private static boolean isWithin(@Nullable BigDecimal most, Object shown) {
    return most == null
        || !(shown instanceof Number number)
        || new BigDecimal(number.toString()).compareTo(most) <= 0;
  }

  private FindingV1 of(Finding finding, ReferenceData district, Sight sight) {
    Detected found = finding.found();
    RuleV1 rule = rule(found, district);
    List<String> own = found.groups().stream().filter(sight::shows).toList();
    Sight town = Sight.ofServices(found.town(), district);
    List<String> ofTown = found.groups().stream().filter(town::shows).toList();
    ClearedBecause why = finding.clearedWhy();
    LocalDate lastSeen = finding.clearedOn() != null ? finding.clearedOn() : finding.changedOn();
    return new FindingV1(
        found.id(),
        found.rule().id(),
        isNamed(found, own) ? found.subject() : found.id(),
        own,
        sight.title(ofTown, finding.title()),
        found.unit(),
        found.town(),
        found.severity().code(),
        found.ruleSet(),
        evidence(found, sight),
        reasons.inChinese(found, rule),
        reasons.inEnglish(found, rule),
        finding.confidence(),
        finding.raisedOn(),
        lastSeen,
        finding.clearedOn(),
        why == null ? null : why.name(),
        finding.correctedOn());
  }

  /** Of what is out of sight, and of people, the subject is the finding's id. */
  private static boolean isNamed(Detected found, List<String> own) {
    return own.size() == found.groups().size() && found.rule() != DetectionRule.GROUP_LOAD;
  }

  private static Map<String, Object> evidence(Detected found, Sight sight) {
    Map<String, Object> shown = new LinkedHashMap<>();
    int elsewhere = 0;
    for (var each : found.evidence().values().entrySet()) {
      switch (each.getValue()) {
        case Evidence.Value.Amount(var number) -> shown.put(each.getKey(), plain(number));
        case Evidence.Value.Day(var day) -> shown.put(each.getKey(), day.toString());
        case Evidence.Value.Word(var unit) when each.getKey().equals(UNIT) -> {
          if (sight.groupsOf().test(unit)) {
            shown.put(UNIT, unit);
          }
        }
        case Evidence.Value.Word(var word) -> {
          if (sight.shows(word)) {
            shown.put(each.getKey(), word);
          } else {
            elsewhere++;
          }
        }
        case Evidence.Value.Ids(var towns) when each.getKey().equals(TOWNS) -> {
          List<String> seen = towns.stream().filter(sight.towns()).toList();
          shown.put(TOWNS, seen);
          if (seen.size() < towns.size()) {
            shown.put(FOREIGN_TOWNS, towns.size() - seen.size());
          }
        }
        case Evidence.Value.Ids(var ids) -> {
          List<String> own = ids.stream().filter(sight::shows).toList();
          shown.put(each.getKey(), own);
          elsewhere += ids.size() - own.size();
        }
      }
    }
    if (elsewhere > 0) {
      shown.put(ELSEWHERE, elsewhere);
    }
    return shown;
  }

  /** As JSON reads it back: a count is a whole number, a share is not. */
  private static Number plain(BigDecimal number) {
    return number.scale() <= 0 ? (Number) number.intValue() : (Number) number.doubleValue();
  }

  private static @Nullable RuleV1 rule(Detected found, ReferenceData district) {
    return district.ruleSets().stream()
        .filter(each -> found.ruleSet().equals(each.id() + "@" + each.version()))
        .map(RuleSetV1::rules)
        .map(rules -> rules.get(found.rule().id()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
