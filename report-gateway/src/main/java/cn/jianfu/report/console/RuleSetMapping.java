package cn.jianfu.report.console;

import cn.jianfu.report.reference.domain.Rule;
import cn.jianfu.report.reference.domain.RuleSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the page of a rule set. */
final class RuleSetMapping {

  private static final List<String> AREAS = List.of("group", "form", "vote", "supervision");

  private RuleSetMapping() {}

  static Optional<RuleSetPage> page(Names names, @Nullable Integer version) {
    var versions = names.district().ruleSets().versions();
    var shown =
        version == null
            ? names.inForce().or(() -> names.district().ruleSets().latest())
            : versions.stream().filter(it -> it.version() == version).findFirst();
    return shown.map(it -> page(it, versions, names.inForce()));
  }

  private static RuleSetPage page(RuleSet shown, List<RuleSet> all, Optional<RuleSet> inForce) {
    return new RuleSetPage(
        shown.id(),
        shown.version(),
        shown.effectiveFrom(),
        inForce.filter(shown::equals).isPresent(),
        shown.rules().entrySet().stream().map(RuleSetMapping::rule).toList(),
        shown.thresholds().entrySet().stream()
            .map(it -> new RuleSetPage.Threshold(it.getKey(), it.getValue().toPlainString()))
            .toList(),
        shown.areaWeights().entrySet().stream()
            .filter(it -> AREAS.contains(it.getKey()))
            .sorted(Comparator.comparingInt(it -> AREAS.indexOf(it.getKey())))
            .map(it -> new RuleSetPage.Weight(it.getKey(), it.getValue().doubleValue()))
            .toList(),
        all.stream()
            .filter(it -> it.version() != shown.version())
            .map(it -> new RuleSetPage.Version(it.version(), it.effectiveFrom()))
            .toList());
  }

  private static RuleSetPage.Rule rule(Map.Entry<String, Rule> entry) {
    var rule = entry.getValue();
    return new RuleSetPage.Rule(
        entry.getKey(),
        rule.enabled(),
        rule.severity(),
        new Words(rule.nameZh(), rule.nameEn()),
        new Words(rule.statementZh(), rule.statementEn()),
        rule.basis().isBlank() ? null : rule.basis(),
        rule.basisConfirmed());
  }
}
