package cn.jianfu.group.finding;

import cn.jianfu.contracts.group.FindingV1;
import cn.jianfu.contracts.supervision.RuleSetV1;
import cn.jianfu.contracts.supervision.RuleV1;
import cn.jianfu.group.detection.domain.ClearedBecause;
import cn.jianfu.group.detection.domain.Detected;
import cn.jianfu.group.detection.domain.Evidence;
import cn.jianfu.group.reference.ReferenceData;
import cn.jianfu.group.workgroup.domain.GroupId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says to the other services what was found; groups of other towns are only counted. */
final class FindingPublication {

  private static final String ELSEWHERE = "elsewhere";

  private final Reasons reasons = new Reasons();

  FindingV1 of(Finding finding, ReferenceData district) {
    Detected found = finding.found();
    RuleV1 rule = rule(found, district);
    List<String> own =
        found.groups().stream().filter(id -> !isElsewhere(id, found.town(), district)).toList();
    ClearedBecause why = finding.clearedWhy();
    LocalDate lastSeen = finding.clearedOn() != null ? finding.clearedOn() : finding.changedOn();
    return new FindingV1(
        found.id(),
        found.rule().id(),
        own.size() == found.groups().size() ? found.subject() : found.id(),
        own,
        finding.title(),
        found.unit(),
        found.town(),
        found.severity().code(),
        found.ruleSet(),
        evidence(found, district),
        reasons.inChinese(found, rule),
        reasons.inEnglish(found, rule),
        finding.confidence(),
        finding.raisedOn(),
        lastSeen,
        finding.clearedOn(),
        why == null ? null : why.name());
  }

  private static Map<String, Object> evidence(Detected found, ReferenceData district) {
    Map<String, Object> shown = new LinkedHashMap<>();
    int elsewhere = 0;
    for (var each : found.evidence().values().entrySet()) {
      switch (each.getValue()) {
        case Evidence.Value.Amount(var number) -> shown.put(each.getKey(), plain(number));
        case Evidence.Value.Day(var day) -> shown.put(each.getKey(), day.toString());
        case Evidence.Value.Word(var word) -> {
          if (isElsewhere(word, found.town(), district)) {
            elsewhere++;
          } else {
            shown.put(each.getKey(), word);
          }
        }
        case Evidence.Value.Ids(var ids) -> {
          List<String> own =
              ids.stream().filter(id -> !isElsewhere(id, found.town(), district)).toList();
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

  /** Whether it is the id of a group of another town; other words belong to nobody. */
  private static boolean isElsewhere(String word, String town, ReferenceData district) {
    if (word.indexOf('/') < 0) {
      return false;
    }
    try {
      String other = district.townOf(GroupId.parse(word).unit()).orElse("");
      return !other.equals(town);
    } catch (IllegalArgumentException noGroup) {
      return false;
    }
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
