package cn.jianfu.report.console;

import static cn.jianfu.report.console.InboxSamples.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.compliance.domain.GroupState;
import cn.jianfu.report.console.InboxPage.Card;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever there is to do, it is counted as it is, and the most urgent comes first. */
class InboxOrderTest {

  @Property(tries = 300)
  void countsAreTheSumOfWhatThereIs(@ForAll("towns") List<RegisterRow> groups) {
    var page = page(groups);
    long todo =
        groups.stream().filter(InboxOrderTest::isToEnd).count()
            + groups.stream()
                .filter(it -> it.decision() == null && !it.findings().isEmpty())
                .count()
            + groups.stream().filter(it -> it.ending() != null && soon(it.ending().on())).count();
    assertThat(page.total()).isEqualTo(todo);
    assertThat(page.cards())
        .allSatisfy(card -> {
          assertThat(card.items()).hasSize((int) Math.min(Card.SHOWN, card.count()));
          assertThat(card.items().size() + card.more()).isEqualTo(card.count());
          assertThat(card.overdue()).isLessThanOrEqualTo(card.count());
        });
    assertThat(page.idle()).isEqualTo(todo == 0);
  }

  @Property(tries = 300)
  void whatIsOverdueComesBeforeWhatIsNot(@ForAll("towns") List<RegisterRow> groups) {
    var page = page(groups);
    assertThat(page.cards().stream().map(it -> day(it.due())).toList()).isSorted();
    assertThat(page.cards())
        .allSatisfy(
            card -> assertThat(card.items().stream().map(it -> day(it.due())).toList()).isSorted());
    assertThat(page.cards())
        .allSatisfy(card ->
            assertThat(card.due() != null && card.due().overdue()).isEqualTo(card.overdue() > 0));
  }

  private static InboxPage page(List<RegisterRow> groups) {
    return InboxMapping.page(
        InboxSamples.of(InboxSamples.groups(groups.toArray(RegisterRow[]::new))));
  }

  /** What has no last day comes at the end. */
  private static long day(InboxPage.@Nullable Due due) {
    return due == null ? Long.MAX_VALUE : due.days();
  }

  private static boolean isToEnd(RegisterRow row) {
    return row.decision() != null && row.decision().kind().equals("DISSOLVE");
  }

  private static boolean soon(@Nullable LocalDate day) {
    return day != null && !day.isAfter(TODAY.plusDays(14));
  }

  @Provide
  Arbitrary<List<RegisterRow>> towns() {
    var dayOrNone = Arbitraries.integers().between(-40, 40).map(TODAY::plusDays).injectNull(0.4);
    var decided = dayOrNone.map(due -> group(due == null ? "KEEP" : "DISSOLVE", due, null, 1));
    var undecided =
        Combinators.combine(dayOrNone, Arbitraries.longs().between(0, 3))
            .as((until, findings) -> group(null, null, until, findings));
    return Arbitraries.oneOf(decided, undecided).list().ofMaxSize(20);
  }

  private static RegisterRow group(
      @Nullable String decision,
      @Nullable LocalDate dueOn,
      @Nullable LocalDate validUntil,
      long findings) {
    return InboxSamples.group(
        "g", "TEMPORARY", GroupState.ACTIVE, decision, dueOn, validUntil, findings);
  }
}
