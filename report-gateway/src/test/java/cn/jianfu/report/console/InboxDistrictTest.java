package cn.jianfu.report.console;

import static cn.jianfu.report.console.InboxSamples.TODAY;
import static cn.jianfu.report.console.InboxSamples.calendar;
import static cn.jianfu.report.console.InboxSamples.exemption;
import static cn.jianfu.report.console.InboxSamples.finding;
import static cn.jianfu.report.console.InboxSamples.names;
import static cn.jianfu.report.console.InboxSamples.round;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.console.InboxPage.Card;
import cn.jianfu.report.console.InboxPage.Due;
import cn.jianfu.report.console.InboxPage.Item;
import cn.jianfu.report.console.InboxPage.Kind;
import cn.jianfu.report.console.InboxPage.Label;
import cn.jianfu.report.finding.domain.ShownState;
import cn.jianfu.report.reference.domain.InspectionRound;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the district has to do, and by when. */
class InboxDistrictTest {

  private static final InboxFacts.Watch LOOKING_ON = InboxFacts.Watch.of(List.of(), false);
  private static final InboxFacts.Watch KEEPING = InboxFacts.Watch.of(List.of(), true);

  @Test
  void whatWaitsForAJudgementIsCountedInWhole() {
    var nothing = new InboxFacts.Queue(0, List.of());
    var suspected = new InboxFacts.Queue(640, List.of(finding("oldest", ShownState.SUSPECTED)));
    var judging = new InboxFacts.Judging(suspected, nothing, nothing);
    var page = page(names(List.of(), List.of()), judging, LOOKING_ON);
    assertThat(page.cards()).extracting(Card::kind).containsExactly(Kind.SUSPECTED);
    assertThat(page.total()).isEqualTo(640);
    assertThat(page.cards().getFirst().more()).isEqualTo(639);
    assertThat(page.cards().getFirst().address()).isEqualTo("/findings?state=SUSPECTED");
  }

  @Test
  void exemptionsAreToldOfTwoWeeksBeforeTheirEndAndNotAfterIt() {
    var known =
        List.of(
            exemption("over", TODAY.minusDays(1)),
            exemption("today", TODAY),
            exemption("soon", TODAY.plusDays(14)),
            exemption("later", TODAY.plusDays(15)));
    var page = page(names(known, List.of()), null, LOOKING_ON);
    assertThat(page.cards())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.kind()).isEqualTo(Kind.EXEMPTION);
          assertThat(it.count()).isEqualTo(2);
          assertThat(it.due()).isEqualTo(Due.of(TODAY, TODAY));
        });
    assertThat(Objects.requireNonNull(page.next()).due().on()).isEqualTo(TODAY.plusDays(15));
  }

  @Test
  void aRoundIsToldOfBeforeItsSelfChecksEndAndBeforeItsOwnEnd() {
    assertThat(ends(round(TODAY.minusDays(20), TODAY.plusDays(3), TODAY.plusDays(14))))
        .containsExactly("inbox.round.self-check", "inbox.round.end");
    assertThat(ends(round(TODAY.minusDays(20), TODAY.minusDays(1), null))).isEmpty();
    assertThat(ends(round(TODAY.minusDays(20), TODAY.plusDays(3), TODAY.minusDays(1)))).isEmpty();
    assertThat(ends(round(TODAY.plusDays(1), TODAY.plusDays(3), null))).isEmpty();
  }

  @Test
  void nextYearsCalendarIsAskedForFromNovemberOnAndOnlyOfWhoKeepsIt() {
    var november = names(LocalDate.of(2026, 11, 1), List.of(), List.of());
    assertThat(page(november, null, KEEPING).cards())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.kind()).isEqualTo(Kind.CALENDAR);
          assertThat(it.items().getFirst().address()).isEqualTo("/calendar?year=2027");
        });
    assertThat(page(november, null, LOOKING_ON).idle()).isTrue();
    var october = names(LocalDate.of(2026, 10, 31), List.of(), List.of());
    assertThat(page(october, null, KEEPING).idle()).isTrue();
  }

  @Test
  void aYearIsAskedForUntilItsHolidaysAreKnownEvenAfterItHasBegun() {
    var newYear = LocalDate.of(2027, 1, 4);
    var begun = calendar(2027);
    assertThat(years(names(newYear, begun))).containsExactly(asked("inbox.calendar.begun", "2027"));
    assertThat(years(names(newYear))).containsExactly(asked("inbox.calendar", "2027"));
    assertThat(years(names(newYear, calendar(2027, LocalDate.of(2027, 2, 6))))).isEmpty();
    var december = LocalDate.of(2026, 12, 1);
    assertThat(years(names(december, calendar(2026, LocalDate.of(2026, 10, 1)), begun)))
        .containsExactly(asked("inbox.calendar.begun", "2027"));
    assertThat(page(names(newYear, begun), null, KEEPING).cards().getFirst().due())
        .isEqualTo(Due.of(LocalDate.of(2026, 12, 31), newYear));
  }

  @Test
  void aTownThatWithdrewDeclarationsIsToldOfForAWeekAndLeadsToTheList() {
    var known =
        List.of(
            withdrew("350213101000", 3, TODAY.minusDays(6)),
            withdrew("350213102000", 1, TODAY.minusDays(7)),
            withdrew("350213103000", 0, null));
    var page = page(names(List.of(), List.of()), null, InboxFacts.Watch.of(known, false));
    assertThat(page.cards())
        .singleElement()
        .satisfies(card -> {
          assertThat(card.kind()).isEqualTo(Kind.WITHDRAWN);
          assertThat(card.items())
              .singleElement()
              .satisfies(it -> {
                assertThat(it.address()).isEqualTo("/towns/350213101000#town-withdrawn");
                assertThat(it.notes())
                    .containsExactly(
                        asked("inbox.withdrawn", "3"),
                        asked("inbox.withdrawn.latest", TODAY.minusDays(6).toString()));
              });
        });
  }

  private static TownRow withdrew(String code, int count, @Nullable LocalDate latest) {
    return new TownRow(
        code,
        Words.same(code),
        Band.GOOD,
        90.0,
        null,
        1.0,
        List.of(),
        0,
        0,
        0,
        List.of(),
        count,
        latest,
        null,
        1);
  }

  private static Label asked(String key, String year) {
    return new Label(key, Words.same(year));
  }

  private static List<Label> years(Names names) {
    return page(names, null, KEEPING).cards().stream()
        .flatMap(card -> card.items().stream())
        .map(Item::name)
        .toList();
  }

  private static List<String> ends(InspectionRound round) {
    return page(names(List.of(), List.of(round)), null, LOOKING_ON).cards().stream()
        .flatMap(card -> card.items().stream())
        .map(it -> String.valueOf(it.notes().getFirst().key()))
        .toList();
  }

  private static InboxPage page(
      Names names, InboxFacts.@Nullable Judging judging, InboxFacts.Watch watch) {
    return InboxMapping.page(new InboxFacts(names, InboxSamples.DISTRICT, null, judging, watch));
  }
}
