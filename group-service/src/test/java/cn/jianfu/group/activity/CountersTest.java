package cn.jianfu.group.activity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.activity.domain.Counters;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountersTest {

  @Test
  void aQuietDayIsPossible() {
    assertThat(counters(0, 0, 0, List.of()).flaws()).isEmpty();
  }

  @Test
  void thereAreNoMoreSendersThanMessages() {
    assertThat(counters(3, 4, 0, List.of()).flaws())
        .containsExactly(new Counters.Flaw("activeSenders", Counters.Refusal.MORE_THAN_POSSIBLE));
  }

  @Test
  void thereAreNoMoreSendersThanMembers() {
    assertThat(amongMembers(9, 10).flaws())
        .containsExactly(new Counters.Flaw("activeSenders", Counters.Refusal.MORE_THAN_POSSIBLE));
    assertThat(amongMembers(10, 10).flaws()).isEmpty();
    assertThat(amongMembers(-1, 10).flaws())
        .containsExactly(new Counters.Flaw("members", Counters.Refusal.NEGATIVE));
  }

  @Test
  void theHoursAreTwentyFourAndAddUpToNoMoreThanTheDay() {
    assertThat(counters(9, 1, 2, List.of(1, 1)).flaws())
        .containsExactly(new Counters.Flaw("taskPostsByHour", Counters.Refusal.NOT_24_HOURS));
    assertThat(counters(9, 1, 2, Collections.nCopies(24, 1)).flaws())
        .containsExactly(new Counters.Flaw("taskPostsByHour", Counters.Refusal.MORE_THAN_POSSIBLE));
  }

  @Test
  void nothingIsNegativeOrEndless() {
    assertThat(counters(-1, 0, 0, List.of()).flaws())
        .containsExactly(new Counters.Flaw("messages", Counters.Refusal.NEGATIVE));
    assertThat(counters(Counters.MAX + 1, 0, 0, List.of()).flaws())
        .containsExactly(new Counters.Flaw("messages", Counters.Refusal.MORE_THAN_POSSIBLE));
  }

  @Test
  void whatIsNotToldContradictsNothing() {
    assertThat(untold(9, 3, 2, 1).flaws()).isEmpty();
    assertThat(untold(9, 10, -1, 10).flaws())
        .containsExactly(
            new Counters.Flaw("activeSenders", Counters.Refusal.MORE_THAN_POSSIBLE),
            new Counters.Flaw("emergencyPosts", Counters.Refusal.NEGATIVE),
            new Counters.Flaw("approvedMaterialRequests", Counters.Refusal.MORE_THAN_POSSIBLE));
  }

  @Test
  void aTimeToReplyIsOfDemandsThatAreTold() {
    assertThat(
            new Counters(
                    9, 1, null, List.of(), 0, null, null, null, null, null, 0, null, null, 30, 10,
                    null)
                .flaws())
        .containsExactly(
            new Counters.Flaw("shortestReplyMinutes", Counters.Refusal.NOTHING_TO_REPLY_TO),
            new Counters.Flaw("tasksWithoutNotice", Counters.Refusal.MORE_THAN_POSSIBLE));
  }

  private static Counters untold(int messages, int senders, int emergencies, int approved) {
    return new Counters(
        messages,
        senders,
        null,
        List.of(),
        emergencies,
        null,
        null,
        null,
        null,
        null,
        approved,
        null,
        null,
        null,
        null,
        null);
  }

  private static Counters counters(int messages, int senders, int tasks, List<Integer> hours) {
    return new Counters(messages, senders, tasks, hours, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, 0, null);
  }

  private static Counters amongMembers(int members, int senders) {
    return new Counters(99, senders, 0, List.of(), 0, 0, 0, 0, 0, 0, 0, 0, 0, null, 0, members);
  }
}
