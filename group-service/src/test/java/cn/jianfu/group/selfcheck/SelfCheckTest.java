package cn.jianfu.group.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelfCheckTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
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
            List.of(item("a", "KEEP"), item("b", "KEEP"), item("c", "KEEP").confirmed(DAY, BY)),
            DAY);

    SelfCheck now =
        answered.with(
            List.of(item("a", "DISSOLVE"), item("c", "DISSOLVE"), item("d", "KEEP")), DAY);

    assertThat(now.items())
        .containsExactly(
            item("a", "DISSOLVE"), item("c", "KEEP").confirmed(DAY, BY), item("d", "KEEP"));
  }

  @Test
  void aListIsCompleteWhenTheLastOpenGroupIsGoneAndStaysSo() {
    SelfCheck list =
        SelfCheck.generated("r", "u", "t", DAY, List.of(item("a", "KEEP"), item("b", "KEEP")))
            .answered(List.of(item("a", "KEEP").confirmed(DAY, BY), item("b", "KEEP")), DAY);

    SelfCheck complete = list.with(List.of(item("a", "KEEP")), DAY.plusDays(1));

    assertThat(complete.completedOn()).isEqualTo(DAY.plusDays(1));
    assertThat(complete.with(List.of(item("a", "KEEP"), item("z", "KEEP")), DAY.plusDays(2)))
        .isEqualTo(complete);
  }

  @Test
  void nobodyIsAskedTwiceAboutAGroupThatGoesOnUnderAnotherId() {
    SelfCheckItem answer = item("reg", "DISSOLVE").confirmed(DAY, BY);
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
    SelfCheckItem confirmed = item("a", "DISSOLVE").confirmed(DAY, BY);

    assertThat(confirmed.confirmed(DAY.plusDays(1), OTHER)).isEqualTo(confirmed);
    SelfCheckItem contested = confirmed.contested(null, null, "仍在用", DAY.plusDays(1), OTHER);
    assertThat(contested.answers()).isEqualTo(2);
    assertThat(contested.answeredBy()).isEqualTo(OTHER);
    assertThat(contested.confirmed(DAY.plusDays(2), BY).answers()).isEqualTo(3);
  }

  @Test
  void whatIsPublishedSaysOnWhichDaysTheAnswersThatStandWereGiven() {
    SelfCheck list =
        SelfCheck.generated("r", "u", "t", DAY, List.of())
            .answered(
                List.of(
                    item("a", "KEEP").confirmed(DAY, BY),
                    item("b", "KEEP")
                        .confirmed(DAY, BY)
                        .contested(null, null, "仍在用", DAY.plusDays(1), BY),
                    item("c", "DISSOLVE").contested(null, null, "防汛", DAY, BY),
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
