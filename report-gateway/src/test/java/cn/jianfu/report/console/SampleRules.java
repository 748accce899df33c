package cn.jianfu.report.console;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules that the sample district applies. */
final class SampleRules {

  record Rule(String id, Words name, String severity) {}

  static final List<Rule> ALL =
      List.of(
          rule("G-ZOMB", "僵尸群", "Zombie group", "M"),
          rule("G-TEMP", "临时群到期未解散", "Temporary group past its end", "M"),
          rule("G-DUPM", "一事多群", "One matter, several groups", "M"),
          rule("G-OVER", "交叉重复群", "Overlapping groups", "M"),
          rule("G-DUPP", "一人多群", "Person in too many groups", "m"),
          rule("G-REG", "未备案群", "Unregistered group", "M"),
          rule("G-SECRET", "涉密信息上群", "Classified information", "B"));

  private SampleRules() {}

  private static Rule rule(String id, String zh, String en, String severity) {
    return new Rule(id, new Words(zh, en), severity);
  }

  static RuleSetPage page() {
    var rules =
        ALL.stream()
            .map(it ->
                new RuleSetPage.Rule(
                    it.id(),
                    !it.id().equals("G-SECRET"),
                    it.severity(),
                    it.name(),
                    new Words(
                        "群组长期闲置、很少使用的，应当解散。",
                        "A group that is hardly used for a long time is to be dissolved."),
                    "R3；甘孜州网信办 线索征集",
                    it.id().equals("G-ZOMB")))
            .toList();
    return new RuleSetPage(
        "xiangan",
        3,
        LocalDate.of(2026, 10, 1),
        true,
        rules,
        List.of(
            new RuleSetPage.Threshold("zombie.idleDays", "60"),
            new RuleSetPage.Threshold("overlap.duplicateJaccard", "0.80"),
            new RuleSetPage.Threshold("drift.maxShare", "0.60")),
        List.of(
            new RuleSetPage.Weight("group", 0.30),
            new RuleSetPage.Weight("form", 0.40),
            new RuleSetPage.Weight("vote", 0.15),
            new RuleSetPage.Weight("supervision", 0.15)),
        List.of(
            new RuleSetPage.Version(1, LocalDate.of(2026, 3, 1)),
            new RuleSetPage.Version(2, LocalDate.of(2026, 7, 1))));
  }

  /** As the owning service would answer: 45 days find three groups more, 60 change nothing. */
  static TrialPage trial(TrialForm form, boolean away) {
    var page = page();
    var now =
        page.thresholds().stream()
            .filter(it -> it.key().equals(form.key()))
            .map(RuleSetPage.Threshold::value)
            .findFirst()
            .orElse(null);
    return new TrialPage("xiangan@3", form, page.thresholds(), now, outcome(form, away));
  }

  private static TrialPage.@Nullable Outcome outcome(TrialForm form, boolean away) {
    if (!form.asks()) {
      return null;
    }
    if (form.number().isEmpty()) {
      return TrialPage.Outcome.problem("trial.no-number");
    }
    if (away) {
      return TrialPage.Outcome.problem("trial.nothing.AWAY");
    }
    var zombie = ALL.getFirst();
    return new TrialPage.Outcome(
        null,
        null,
        form.value().equals("60")
            ? List.of()
            : List.of(
                new TrialPage.Effect(
                    SampleDistrict.XINDIAN,
                    new Words("新店镇", "Xindian Town"),
                    zombie.id(),
                    zombie.name(),
                    10,
                    13,
                    3,
                    0)),
        List.of());
  }
}
