package cn.jianfu.group.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelfCheckTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
  private static final Instant AT = Instant.parse("2026-11-27T02:00:00.123456Z");
  private static final SelfCheck.By OTHER = new SelfCheck.By("i", "other", "r", "u");
  private static final SelfCheck.By BY = new SelfCheck.By("issuer", "clerk", "town-office", "u");

  @Test
  void aListThatWasEmptyIsOpenWhenAGroupComes() {
    SelfCheck empty = SelfCheck.generated("r", "u", "t", DAY, List.of());

    SelfCheck list = empty.with(List.of(item("a", "KEEP")), DAY);

    assertThat(list.items()).hasSize(1);
    assertThat(list.completedOn()).isNull();
  }

  @Test
  void whatNobodyHasAnsweredIsSuggestedAnewOrIsGoneWithItsGroup() {
    SelfCheck list =
        SelfCheck.generated(
            "r", "u", "t", DAY, List.of(item("a", "KEEP"), item("b", "KEEP"), item("c", "KEEP")));
    SelfCheck answered =
        list.answered(
            List.of(item("a", "KEEP"), item("b", "KEEP"), item("c", "KEEP").confirmed(DAY, AT, BY)),
            DAY);

    SelfCheck now =
        answered.with(
            List.of(item("a", "DISSOLVE"), item("c", "DISSOLVE"), item("d", "KEEP")), DAY);

    assertThat(now.items())
        .containsExactly(
            item("a", "DISSOLVE"), item("c", "KEEP").confirmed(DAY, AT, BY), item("d", "KEEP"));
  }

  @Test
  void aListIsCompleteWhenTheLastOpenGroupIsGoneAndStaysSo() {
    SelfCheck list =
        SelfCheck.generated("r", "u", "t", DAY, List.of(item("a", "KEEP"), item("b", "KEEP")))
            .answered(List.of(item("a", "KEEP").confirmed(DAY, AT, BY), item("b", "KEEP")), DAY);

    SelfCheck complete = list.with(List.of(item("a", "KEEP")), DAY.plusDays(1));

    assertThat(complete.completedOn()).isEqualTo(DAY.plusDays(1));
    assertThat(complete.with(List.of(item("a", "KEEP"), item("z", "KEEP")), DAY.plusDays(2)))
        .isEqualTo(complete);
  }

  @Test
  void nobodyIsAskedTwiceAboutAGroupThatGoesOnUnderAnotherId() {
    SelfCheckItem answer = item("reg", "DISSOLVE").confirmed(DAY, AT, BY);
    SelfCheck list =
        SelfCheck.generated("r", "u", "t", DAY, List.of(item("reg", "DISSOLVE"), item("b", "KEEP")))
            .answered(List.of(answer, item("api", "KEEP"), item("b", "KEEP")), DAY);

    SelfCheck joined =
        list.joined(Map.of("reg", "api"))
            .with(List.of(item("api", "KEEP"), item("b", "KEEP")), DAY);

    assertThat(joined.items()).containsExactly(answer.goingOnAs("api"), item("b", "KEEP"));
    assertThat(joined.joined(Map.of("reg", "api"))).isSameAs(joined);
  }

  @Test
  void theSameAnswerAgainChangesNothingWhoeverGivesIt() {
    SelfCheckItem confirmed = item("a", "DISSOLVE").confirmed(DAY, AT, BY);

    assertThat(confirmed.confirmed(DAY.plusDays(1), AT, OTHER)).isEqualTo(confirmed);
    SelfCheckItem contested = confirmed.contested(null, null, "仍在用", DAY.plusDays(1), AT, OTHER);
    assertThat(contested.answers()).isEqualTo(2);
    assertThat(contested.answeredBy()).isEqualTo(OTHER);
    assertThat(contested.confirmed(DAY.plusDays(2), AT, BY).answers()).isEqualTo(3);
  }

  @Test
  void anAnswerIsLaterByItsMomentAndByItsDayWhereNoMomentIsKnown() {
    SelfCheckItem answer = item("a", "KEEP").confirmed(DAY, AT, BY);

    assertThat(answer.isAnsweredSince(AT, DAY)).isTrue();
    assertThat(answer.isAnsweredSince(AT.plusMillis(1), DAY)).isFalse();
    assertThat(item("a", "KEEP").isAnsweredSince(AT, DAY)).isFalse();
    SelfCheckItem before =
        new SelfCheckItem(
            "a", "a", "KEEP", null, List.of(), "CONFIRMED", "KEEP", null, null, DAY, null, BY, 1);
    assertThat(before.isAnsweredSince(AT.plusMillis(1), DAY)).isTrue();
    assertThat(before.isAnsweredSince(AT, DAY.plusDays(1))).isFalse();
  }

  @Test
  void whatIsPublishedSaysOnWhichDaysTheAnswersThatStandWereGiven() {
    SelfCheck list =
        SelfCheck.generated("r", "u", "t", DAY, List.of())
            .answered(
                List.of(
                    item("a", "KEEP").confirmed(DAY, AT, BY),
                    item("b", "KEEP")
                        .confirmed(DAY, AT, BY)
                        .contested(null, null, "仍在用", DAY.plusDays(1), AT, BY),
                    item("c", "DISSOLVE").contested(null, null, "防汛", DAY, AT, BY),
                    item("d", "KEEP")),
                DAY);

    assertThat(list.published().confirmedByDay()).isEqualTo(Map.of("2026-11-27", 1));
    assertThat(list.published().contestedByDay())
        .isEqualTo(Map.of("2026-11-27", 1, "2026-11-28", 1));
  }

  private static SelfCheckItem item(String id, String suggested) {
    return SelfCheckItem.open(id, id, suggested, null, List.of());
  }
}
