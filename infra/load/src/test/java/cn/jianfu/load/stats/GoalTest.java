package cn.jianfu.load.stats;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.load.stats.Goal.Reached;
import org.junit.jupiter.api.Test;

class GoalTest {

  @Test
  void moreIsBetterForARatio() {
    assertThat(Goal.atLeast(0.19, 0.20, 0.35, "").reached()).isEqualTo(Reached.NO);
    assertThat(Goal.atLeast(0.20, 0.20, 0.35, "").reached()).isEqualTo(Reached.FLOOR);
    assertThat(Goal.atLeast(0.35, 0.20, 0.35, "").reached()).isEqualTo(Reached.AIM);
  }

  @Test
  void lessIsBetterForATime() {
    assertThat(Goal.atMost(51, 50, 15, " ms").reached()).isEqualTo(Reached.NO);
    assertThat(Goal.atMost(50, 50, 15, " ms").reached()).isEqualTo(Reached.FLOOR);
    assertThat(Goal.atMost(15, 50, 15, " ms").reached()).isEqualTo(Reached.AIM);
  }

  @Test
  void whatIsMissingIsMeasuredAgainstTheFloor() {
    assertThat(Goal.atLeast(0.15, 0.20, 0.35, "").missingPercent()).isEqualTo(25);
    assertThat(Goal.atMost(75, 50, 15, "").missingPercent()).isEqualTo(50);
    assertThat(Goal.atMost(20, 50, 15, "").missingPercent()).isZero();
  }

  @Test
  void numbersHaveTheDigitsThatMeanSomething() {
    assertThat(Goal.number(0.1234)).isEqualTo("0.12");
    assertThat(Goal.number(12.34)).isEqualTo("12.3");
    assertThat(Goal.number(15_000.4)).isEqualTo("15,000");
    assertThat(Goal.number(0.20)).isEqualTo("0.2");
    assertThat(Goal.number(1_200L)).isEqualTo("1,200");
  }
}
