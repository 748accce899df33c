package cn.jianfu.group.detection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.detection.domain.DetectionRule;
import cn.jianfu.group.detection.domain.Exposure;
import cn.jianfu.group.detection.domain.RuleSet;
import cn.jianfu.group.detection.domain.RuleTrial.Effect;
import cn.jianfu.group.detection.domain.Thresholds;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TriedViewTest {

  private static final Exposure JUDGED = new Exposure(9_000, 0);

  @Test
  void aTownIsToldWhollyOrNotAtAll() {
    List<Effect> effects =
        List.of(
            effect("1", DetectionRule.ZOMBIE, 3, 0),
            effect("1", DetectionRule.OVERLAP, 0, 3),
            effect("2", DetectionRule.ZOMBIE, 5, 0),
            effect("3", DetectionRule.ZOMBIE, 4, 0),
            effect("4", DetectionRule.ZOMBIE, 0, 0));

    assertThat(TriedView.toldWhole(effects, 5, 100)).containsExactlyInAnyOrder("2", "3", "4");
    assertThat(TriedView.toldWhole(effects, 6, 100)).containsExactlyInAnyOrder("1", "2", "3", "4");
    assertThat(TriedView.toldWhole(effects, 6, 10)).containsExactlyInAnyOrder("1", "3", "4");
  }

  @Test
  void ofTooManyFindingsHowManyIsToldAndNotWhich() {
    TriedView told =
        TriedView.of(
            new RuleTrials.Tried(
                LocalDate.of(2026, 6, 30),
                new RuleSet(
                    "district", 1, LocalDate.of(2026, 1, 1), Map.of(), new Thresholds(Map.of())),
                List.of(
                    effect("1", DetectionRule.ZOMBIE, TriedView.MOST_IDS_OF_TOWN + 1, 0),
                    effect("2", DetectionRule.ZOMBIE, 2, 1)),
                Map.of()));

    TriedView.EffectView many = told.effects().getFirst();
    assertThat(many.raised()).isEqualTo(TriedView.MOST_IDS_OF_TOWN + 1);
    assertThat(many.raisedIds()).isNull();
    assertThat(many.clearedIds()).isNull();
    assertThat(told.effects().getLast().raisedIds()).hasSize(2);
    assertThat(told.effects().getLast().clearedIds()).hasSize(1);
  }

  private static Effect effect(String town, DetectionRule rule, int raised, int cleared) {
    return new Effect(town, rule, cleared, ids(raised), ids(cleared), JUDGED, JUDGED);
  }

  private static List<String> ids(int count) {
    return IntStream.range(0, count).mapToObj(at -> "f" + at).toList();
  }
}
