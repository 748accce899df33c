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

  private static final String MAXIANG = "350213102000";
  private static final Words MAXIANG_WORDS = new Words("马巷镇", "Maxiang Town");
  private static final Words XINDIAN_WORDS = new Words("新店镇", "Xindian Town");

  private static final List<TrialPage.Effect> MORE =
      List.of(
          effect("350213001000", new Words("大嶝街道", "Dadeng Subdistrict"), 2, 3, 1, 0),
          effect(SampleDistrict.XINDIAN, XINDIAN_WORDS, 10, 13, 3, 0),
          effect(MAXIANG, MAXIANG_WORDS, 12, 31, 20, 1));

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
            new RuleSetPage.Threshold("drift.maxShare", "0.60"),
            new RuleSetPage.Threshold("band.green", "85")),
        List.of(
            new RuleSetPage.Weight("group", 0.30),
            new RuleSetPage.Weight("form", 0.40),
            new RuleSetPage.Weight("vote", 0.15),
            new RuleSetPage.Weight("supervision", 0.15)),
        List.of(
            new RuleSetPage.Version(1, LocalDate.of(2026, 3, 1)),
            new RuleSetPage.Version(2, LocalDate.of(2026, 7, 1))));
  }

  /**
   * As the read side would answer: 45 days find more in towns of every kind, 46 in a town where
   * they are too many to be told, 60 change nothing, and another band finds nothing more.
   */
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
    return switch (form.value()) {
      case "45" -> outcome(List.of(dadeng(), xindian(), maxiang(), damaoshan()), MORE);
      case "46" ->
          outcome(
              List.of(new TrialPage.Town(MAXIANG, MAXIANG_WORDS, null, null, "TOO_MANY_FINDINGS")),
              List.of(effect(MAXIANG, MAXIANG_WORDS, 12, 6_012, 6_000, 0)));
      case "90" -> outcome(List.of(neicuo()), List.of());
      default -> outcome(List.of(), List.of());
    };
  }

  private static TrialPage.Outcome outcome(
      List<TrialPage.Town> towns, List<TrialPage.Effect> effects) {
    return new TrialPage.Outcome(null, null, towns, effects, List.of());
  }

  private static TrialPage.Effect effect(
      String town, Words name, int now, int then, int raised, int cleared) {
    var zombie = ALL.getFirst();
    return new TrialPage.Effect(town, name, zombie.id(), zombie.name(), now, then, raised, cleared);
  }

  /** All that is raised was dismissed before. */
  private static TrialPage.Town dadeng() {
    return new TrialPage.Town(
        "350213001000",
        new Words("大嶝街道", "Dadeng Subdistrict"),
        standing(Band.GOOD, 91.2, 91.2),
        standing(Band.GOOD, 91.2, 90.4),
        null);
  }

  private static TrialPage.Town xindian() {
    return new TrialPage.Town(
        SampleDistrict.XINDIAN,
        XINDIAN_WORDS,
        standing(Band.ATTENTION, 82.3, 80.1),
        standing(Band.ATTENTION, 79.9, 77.7),
        null);
  }

  private static TrialPage.Town maxiang() {
    return new TrialPage.Town(
        MAXIANG,
        MAXIANG_WORDS,
        standing(Band.ATTENTION, 74.6, 74.6),
        standing(Band.ACTION, 58.8, 58.8),
        null);
  }

  private static TrialPage.Town damaoshan() {
    return new TrialPage.Town(
        "350213400000",
        new Words("大帽山农场", "Damaoshan Farm"),
        standing(Band.ATTENTION, 71.0, 71.0),
        new TrialPage.Standing(Band.NO_DATA, "TOO_LITTLE_JUDGED", null, null),
        null);
  }

  private static TrialPage.Town neicuo() {
    return new TrialPage.Town(
        "350213104000",
        new Words("内厝镇", "Neicuo Town"),
        standing(Band.GOOD, 88.0, 88.0),
        standing(Band.ATTENTION, 88.0, 88.0),
        null);
  }

  private static TrialPage.Standing standing(Band band, double score, double raw) {
    return new TrialPage.Standing(band, null, score, raw);
  }
}
