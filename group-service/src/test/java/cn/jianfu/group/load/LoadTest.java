package cn.jianfu.group.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Map<String, Integer> SOME = Map.of("3", 17);

  @Test
  void whatNobodyHasCountedIsNotNone() {
    LoadRecord before =
        new LoadRecord("350213101901", "350213101000", false, DAY, SOME, SOME, null, null, false);
    Load counted =
        new Load("350213101901", "350213101000", false, DAY, SOME, SOME, Map.of(), Map.of());

    assertThat(before.load().saysTheSameAs(counted)).isFalse();
    assertThat(before.load().published().unjudged()).isNull();
  }

  @Test
  void anotherDayAloneIsNoNews() {
    Load counted =
        new Load("350213101901", "350213101000", false, DAY, SOME, SOME, Map.of(), Map.of());
    Load later =
        new Load(
            "350213101901", "350213101000", false, DAY.plusDays(1), SOME, SOME, Map.of(), Map.of());

    assertThat(counted.saysTheSameAs(later)).isTrue();
    assertThat(counted.gone(DAY).isEmpty()).isTrue();
  }
}
