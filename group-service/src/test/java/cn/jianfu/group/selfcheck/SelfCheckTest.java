package cn.jianfu.group.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelfCheckTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
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
            List.of(item("a", "KEEP"), item("b", "KEEP"), item("c", "KEEP").confirmed(DAY)),
            DAY,
            BY);

    SelfCheck now =
        answered.with(
            List.of(item("a", "DISSOLVE"), item("c", "DISSOLVE"), item("d", "KEEP")), DAY);

    assertThat(now.items())
        .containsExactly(
            item("a", "DISSOLVE"), item("c", "KEEP").confirmed(DAY), item("d", "KEEP"));
    assertThat(now.answeredBy()).isEqualTo(BY);
  }

  @Test
  void aListIsCompleteWhenTheLastOpenGroupIsGoneAndStaysSo() {
    SelfCheck list =
        SelfCheck.generated("r", "u", "t", DAY, List.of(item("a", "KEEP"), item("b", "KEEP")))
            .answered(List.of(item("a", "KEEP").confirmed(DAY), item("b", "KEEP")), DAY, BY);

    SelfCheck complete = list.with(List.of(item("a", "KEEP")), DAY.plusDays(1));

    assertThat(complete.completedOn()).isEqualTo(DAY.plusDays(1));
    assertThat(complete.with(List.of(item("a", "KEEP"), item("z", "KEEP")), DAY.plusDays(2)))
        .isEqualTo(complete);
  }

  private static SelfCheckItem item(String id, String suggested) {
    return SelfCheckItem.open(id, id, suggested, null, List.of());
  }
}
