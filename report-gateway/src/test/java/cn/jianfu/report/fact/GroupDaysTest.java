package cn.jianfu.report.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import cn.jianfu.report.compliance.domain.DayCounters;
import cn.jianfu.report.compliance.domain.Handwork;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GroupDaysTest {

  private static final LocalDate LAST = LocalDate.of(2026, 10, 31);
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
  private static final LocalDate NEXT = LocalDate.of(2026, 12, 1);

  private final GroupDays known =
      GroupDays.NONE.with(List.of(month("2026-11", FIRST, 4), month("2026-10", LAST, 7)));

  @Test
  void monthsAreOneSeriesOfDaysInWhateverOrderTheyCome() {
    assertThat(known.members()).containsExactly(entry(LAST, 7), entry(FIRST, 4));
    assertThat(known.days().floorKey(NEXT)).isEqualTo(FIRST);
    assertThat(known.days().headMap(FIRST, false)).containsOnlyKeys(LAST);
    assertThat(GroupDays.NONE.with(List.of(month("2026-10", LAST, 7), month("2026-11", FIRST, 4))))
        .usingRecursiveComparison()
        .ignoringFields("unit")
        .isEqualTo(known);
  }

  /** A day that was taken back is in it no more, and its neighbours of other months are. */
  @Test
  void aMonthThatIsToldAgainReplacesItselfAlone() {
    LocalDate second = FIRST.plusDays(1);
    GroupDays again = known.with(List.of(month("2026-11", second, 5), month("2026-12", NEXT, 6)));

    assertThat(again.members()).containsExactly(entry(LAST, 7), entry(second, 5), entry(NEXT, 6));
    assertThat(again.days()).containsOnlyKeys(LAST, second, NEXT);
    assertThat(again.handwork()).containsOnlyKeys(LAST, second, NEXT);
  }

  @Test
  void whereEveryMonthIsTakenBackNothingIsLeft() {
    GroupDays none = known.with(List.of(nothing("2026-10"), nothing("2026-11")));

    assertThat(known.isEmpty()).isFalse();
    assertThat(none.isEmpty()).isTrue();
    assertThat(known.with(List.of(nothing("2026-11"))).isEmpty()).isFalse();
  }

  @Test
  void whoseItIsSaysTheFirstThatSaysAnything() {
    GroupDays later = GroupDays.NONE.with(List.of(nothing("2026-09"), month("2026-11", FIRST, 4)));

    assertThat(later.unit()).isEqualTo("unit of 2026-11");
    assertThat(later.with(List.of(month("2026-10", LAST, 7))).unit()).isEqualTo("unit of 2026-11");
  }

  private static GroupMonth month(String month, LocalDate day, int members) {
    NavigableMap<LocalDate, DayCounters> days =
        new TreeMap<>(Map.of(day, StoredCounters.read("1 1 0 0 0 0 0 0 0 0 0 0")));
    return new GroupMonth(
        "g",
        month,
        "unit of " + month,
        "town",
        days,
        new TreeMap<>(Map.of(day, members)),
        new TreeMap<>(Map.of(day, Set.of(Handwork.FILLED_IN))));
  }

  private static GroupMonth nothing(String month) {
    return new GroupMonth(
        "g", month, "nobody", "town", new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }
}
