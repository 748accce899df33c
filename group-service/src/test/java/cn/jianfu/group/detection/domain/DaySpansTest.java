package cn.jianfu.group.detection.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.detection.domain.DaySpans.Span;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DaySpansTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  @Property(tries = 300)
  void aDayIsCoveredByAsManyAsItLiesIn(@ForAll("spans") List<Span> spans) {
    DaySpans all = DaySpans.of(spans);

    for (int day = -1; day < 45; day++) {
      LocalDate asked = FIRST.plusDays(day);
      assertThat(all.covering(asked))
          .isEqualTo((int) spans.stream().filter(it -> it.covers(asked)).count());
    }
  }

  @Provide
  Arbitrary<List<Span>> spans() {
    Arbitrary<Integer> days = Arbitraries.integers().between(0, 20);
    return Combinators.combine(days, days)
        .as((from, length) -> new Span(FIRST.plusDays(from), FIRST.plusDays(from + length)))
        .list()
        .ofMaxSize(12);
  }
}
