package cn.jianfu.report.console;

import static cn.jianfu.report.console.InboxSamples.TODAY;
import static cn.jianfu.report.console.InboxSamples.contested;
import static cn.jianfu.report.console.InboxSamples.decided;
import static cn.jianfu.report.console.InboxSamples.ending;
import static cn.jianfu.report.console.InboxSamples.finding;
import static cn.jianfu.report.console.InboxSamples.findings;
import static cn.jianfu.report.console.InboxSamples.found;
import static cn.jianfu.report.console.InboxSamples.groups;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.compliance.domain.GroupState;
import cn.jianfu.report.console.InboxPage.Card;
import cn.jianfu.report.console.InboxPage.Due;
import cn.jianfu.report.console.InboxPage.Item;
import cn.jianfu.report.console.InboxPage.Kind;
import cn.jianfu.report.finding.domain.ShownState;
import cn.jianfu.report.ingest.IngestStatus.SourceStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is to be done, and by when. */
class InboxMappingTest {

  @Test
  void aLastDayIsSaidInWords() {
    assertThat(due(-3))
        .extracting(Due::word, Due::number, Due::look)
        .containsExactly("OVERDUE", 3L, "action");
    assertThat(due(0)).extracting(Due::word, Due::look).containsExactly("TODAY", "attention");
    assertThat(due(1)).extracting(Due::word, Due::look).containsExactly("TOMORROW", "attention");
    assertThat(due(3))
        .extracting(Due::word, Due::number, Due::look)
        .containsExactly("LATER", 3L, "attention");
    assertThat(due(4)).extracting(Due::look).isEqualTo("calm");
  }

  @Test
  void whatIsDecidedIsToBeCarriedOutTheMostOverdueFirst() {
    var page =
        InboxMapping.page(
            InboxSamples.of(
                groups(
                    decided("later", "DISSOLVE", TODAY.plusDays(9)),
                    decided("over", "MERGE", TODAY.minusDays(3)),
                    decided("today", "DISSOLVE", TODAY),
                    decided("done", "DISSOLVE", null))));
    var card = card(page, Kind.EXECUTE);
    assertThat(names(card)).containsExactly("over", "today", "later");
    assertThat(card.count()).isEqualTo(3);
    assertThat(card.overdue()).isEqualTo(1);
    assertThat(card.due()).isEqualTo(due(-3));
    assertThat(card.dueTogether()).isFalse();
    assertThat(card.address()).isEqualTo("/register?todo=execute");
  }

  @Test
  void onlyTheFirstFiveAreListedAndAllAreCounted() {
    var many = new RegisterRow[7];
    for (int at = 0; at < many.length; at++) {
      many[at] = found("g" + at, GroupState.ACTIVE, null, 7 - at);
    }
    var card = card(InboxMapping.page(InboxSamples.of(groups(many))), Kind.DECIDE);
    assertThat(names(card)).containsExactly("g0", "g1", "g2", "g3", "g4");
    assertThat(card.count()).isEqualTo(7);
    assertThat(card.more()).isEqualTo(2);
    assertThat(card.due()).isNull();
  }

  @Test
  void aGroupWithAFindingIsToBeDecidedUnlessItIsOrNobodyDeclaredIt() {
    var page =
        InboxMapping.page(
            InboxSamples.of(
                groups(
                    found("open", GroupState.WARNED, null, 2),
                    found("fine", GroupState.ACTIVE, null, 0),
                    found("kept", GroupState.ACTIVE, "KEEP", 1),
                    found("unknown", GroupState.OBSERVED, null, 1),
                    found("gone", GroupState.DISSOLVED, null, 1))));
    assertThat(names(card(page, Kind.DECIDE))).containsExactly("open");
    assertThat(page.cards()).hasSize(1);
  }

  @Test
  void temporaryGroupsAreToldOfTwoWeeksBeforeTheirEndAndAfterIt() {
    var page =
        InboxMapping.page(
            InboxSamples.of(
                groups(
                    ending("over", "TEMPORARY", TODAY.minusDays(1)),
                    ending("soon", "STAGE", TODAY.plusDays(14)),
                    ending("later", "TEMPORARY", TODAY.plusDays(15)),
                    ending("permanent", "PERMANENT", TODAY))));
    assertThat(names(card(page, Kind.ENDING))).containsExactly("over", "soon");
    assertThat(card(page, Kind.ENDING).address()).isEqualTo("/register?todo=ending");
    assertThat(page.overdue()).isEqualTo(1);
  }

  @Test
  void answersToContestsAreToldForAWeekAndConfirmedFindingsUntilTheyArePutRight() {
    var page =
        InboxMapping.page(
            InboxSamples.of(
                findings(
                    finding("confirmed", ShownState.CONFIRMED),
                    finding("suspected", ShownState.SUSPECTED),
                    contested("answered", ShownState.DISMISSED, TODAY.minusDays(7)),
                    contested("old", ShownState.DISMISSED, TODAY.minusDays(8)),
                    contested("waiting", ShownState.SUSPECTED, null))));
    assertThat(names(card(page, Kind.CONFIRMED))).containsExactly("confirmed");
    assertThat(names(card(page, Kind.ANSWERED))).containsExactly("answered");
    assertThat(card(page, Kind.CONFIRMED).address()).isEqualTo("/findings?state=CONFIRMED");
    assertThat(card(page, Kind.ANSWERED).items().getFirst().address())
        .isEqualTo("/findings/f-answered");
    assertThat(page.total()).isEqualTo(2);
  }

  @Test
  void aStatementIsDueWhenThereIsNoneAndAMonthBeforeItExpires() {
    assertThat(secrecy(null, null))
        .hasValueSatisfying(it -> {
          assertThat(it.items().getFirst().name().key()).isEqualTo("inbox.secrecy.NEVER");
          assertThat(it.due()).isEqualTo(due(0));
        });
    assertThat(secrecy(TODAY.minusDays(335), TODAY.plusDays(30)))
        .hasValueSatisfying(it -> assertThat(it.due()).isEqualTo(due(30)));
    assertThat(secrecy(TODAY.minusDays(334), TODAY.plusDays(31))).isEmpty();
    assertThat(secrecy(TODAY.minusDays(400), TODAY.minusDays(35)))
        .hasValueSatisfying(it -> assertThat(it.overdue()).isEqualTo(1));
  }

  @Test
  void anIncidentIsOpenUntilItIsPutRight() {
    var open = new SecrecyPage.Incident("a", null, null, TODAY.minusDays(2), null, null, null);
    var closed = new SecrecyPage.Incident("b", null, null, TODAY.minusDays(9), TODAY, null, null);
    var card = secrecy(TODAY, TODAY.plusDays(365), null, open, closed).orElseThrow();
    assertThat(card.items()).extracting(it -> it.name().key()).containsExactly("inbox.incident");
  }

  @Test
  void whatIsNotToldIsSaidAndTheRestIsThere() {
    var check = selfCheck(List.of(), "AWAY", TODAY.plusDays(2));
    var page =
        InboxMapping.page(
            InboxSamples.of(
                new InboxFacts.Office(
                    true,
                    List.of(decided("over", "DISSOLVE", TODAY.minusDays(1))),
                    List.of(),
                    check,
                    secrecyPage(null, null, "secrecy.missing.AWAY"),
                    List.of())));
    var card = card(page, Kind.SELF_CHECK);
    assertThat(card.known()).isFalse();
    assertThat(card.missing())
        .extracting(InboxPage.Label::key)
        .containsExactly("selfcheck.missing.AWAY");
    assertThat(card.due()).isEqualTo(due(2));
    assertThat(card(page, Kind.SECRECY).known()).isFalse();
    assertThat(page.cards())
        .extracting(Card::kind)
        .containsExactly(Kind.EXECUTE, Kind.SELF_CHECK, Kind.SECRECY);
    assertThat(page.total()).isEqualTo(1);
    assertThat(page.idle()).isFalse();
  }

  @Test
  void theSelfCheckIsDueWithItsRoundUntilAllIsAnswered() {
    var open =
        InboxMapping.page(
            InboxSamples.of(
                checking(
                    selfCheck(List.of(check("a", null), check("b", "CONFIRMED")), "", TODAY))));
    assertThat(names(card(open, Kind.SELF_CHECK))).containsExactly("a");
    assertThat(card(open, Kind.SELF_CHECK).due()).isEqualTo(due(0));
    assertThat(card(open, Kind.SELF_CHECK).address())
        .isEqualTo("/self-check?unit=" + InboxSamples.OFFICE);
    assertThat(
            InboxMapping.page(
                    InboxSamples.of(
                        checking(selfCheck(List.of(check("b", "CONFIRMED")), "", TODAY))))
                .idle())
        .isTrue();
  }

  @Test
  void sourcesWhoseEventsWereDeclinedAreNamed() {
    var declined = new SourceStatus("/oa", InboxSamples.OFFICE, null, 4, 0, 3, null, List.of());
    var fine = new SourceStatus("/wecom", InboxSamples.OFFICE, null, 4, 0, 0, null, List.of());
    var page =
        InboxMapping.page(
            InboxSamples.of(
                new InboxFacts.Office(
                    true, List.of(), List.of(), null, null, List.of(fine, declined))));
    assertThat(names(card(page, Kind.DECLINED))).containsExactly("/oa");
  }

  @Test
  void anEmptyInboxTellsWhatComesNext() {
    var nothing = InboxMapping.page(InboxSamples.of(groups()));
    assertThat(nothing.idle()).isTrue();
    assertThat(nothing.next()).isNull();
    var later =
        InboxMapping.page(
            InboxSamples.of(
                groups(
                    ending("b", "STAGE", TODAY.plusDays(40)),
                    ending("a", "STAGE", TODAY.plusDays(20)))));
    assertThat(later.idle()).isTrue();
    assertThat(later.next())
        .satisfies(it -> {
          assertThat(Objects.requireNonNull(it).name().words().zh()).isEqualTo("a");
          assertThat(it.due()).isEqualTo(due(20));
        });
    var round = InboxSamples.round(TODAY.plusDays(7), TODAY.plusDays(20), null);
    var names = InboxSamples.names(List.of(), List.of(round));
    var before =
        InboxMapping.page(new InboxFacts(names, InboxSamples.VILLAGE, groups(), null, null));
    assertThat(Objects.requireNonNull(before.next()).name().key()).isEqualTo("inbox.next.ROUND");
  }

  private static InboxFacts.Office checking(SelfCheckPage check) {
    return new InboxFacts.Office(true, List.of(), List.of(), check, null, List.of());
  }

  private static SelfCheckPage selfCheck(List<SelfCheckItem> items, String away, LocalDate dueOn) {
    var name = Words.same("党政办");
    return new SelfCheckPage(
        InboxSamples.OFFICE,
        name,
        InboxSamples.TOWN,
        name,
        new SelfCheckPage.Round("autumn", name, dueOn),
        true,
        TODAY,
        items,
        away.isEmpty() ? List.of() : List.of(new SelfCheckPage.Missing(name, away, null)),
        null);
  }

  private static SelfCheckItem check(String name, @Nullable String answer) {
    return new SelfCheckItem(
        InboxSamples.OFFICE + "/QQ/" + name,
        name,
        Words.same("党政办"),
        "DISSOLVE",
        null,
        List.of(),
        answer,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }

  private static Optional<Card> secrecy(@Nullable LocalDate statedOn, @Nullable LocalDate dueOn) {
    return secrecy(statedOn, dueOn, null);
  }

  private static Optional<Card> secrecy(
      @Nullable LocalDate statedOn,
      @Nullable LocalDate dueOn,
      @Nullable String missing,
      SecrecyPage.Incident... incidents) {
    var office =
        new InboxFacts.Office(
            true,
            List.of(),
            List.of(),
            null,
            secrecyPage(statedOn, dueOn, missing, incidents),
            List.of());
    return InboxMapping.page(InboxSamples.of(office)).cards().stream().findFirst();
  }

  private static SecrecyPage secrecyPage(
      @Nullable LocalDate statedOn,
      @Nullable LocalDate dueOn,
      @Nullable String missing,
      SecrecyPage.Incident... incidents) {
    var name = Words.same("党政办");
    return new SecrecyPage(
        InboxSamples.OFFICE,
        name,
        InboxSamples.TOWN,
        name,
        "unit",
        true,
        true,
        TODAY,
        missing,
        statedOn,
        dueOn,
        List.of(incidents),
        List.of(),
        "new",
        null,
        Map.of(),
        null);
  }

  private static Due due(int days) {
    return Due.of(TODAY.plusDays(days), TODAY);
  }

  private static Card card(InboxPage page, Kind kind) {
    return page.cards().stream().filter(it -> it.kind() == kind).findFirst().orElseThrow();
  }

  private static List<String> names(Card card) {
    return card.items().stream().map(Item::name).map(it -> it.words().zh()).toList();
  }
}
