package cn.jianfu.group.pushes.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PushTallyTest {

  private static final Instant NOON = Instant.parse("2026-11-01T04:00:00Z");

  @Test
  void talliesAddUpByReason() {
    PushTally all =
        PushTally.ofAccepted(NOON.minusSeconds(90), NOON)
            .plus(PushTally.ofUnchanged(NOON.plusSeconds(1)))
            .plus(PushTally.ofDeclined("web.invalid", "不符合要求", "invalid", event("a", 2)))
            .plus(PushTally.ofDeclined("web.invalid", "还是不符合", "still", event("b", 3)))
            .plus(PushTally.ofDeclined("group.ended", "已解散", "dissolved", event("c", 2)));

    assertThat(all.accepted()).isEqualTo(1);
    assertThat(all.unchanged()).isEqualTo(1);
    assertThat(all.declined())
        .containsEntry(
            "web.invalid",
            new PushTally.Declined(2, "还是不符合", "still", List.of(event("b", 3), event("a", 2))))
        .containsEntry(
            "group.ended", new PushTally.Declined(1, "已解散", "dissolved", List.of(event("c", 2))));
    assertThat(all.lastAt()).isEqualTo(NOON.plusSeconds(3));
  }

  @Test
  void theLatestFiveOfAReasonAreKeptTheLatestFirst() {
    PushTally all =
        IntStream.rangeClosed(1, 7).mapToObj(at -> declined(at)).reduce(PushTally::plus).get();

    assertThat(idsOf(all)).containsExactly("7", "6", "5", "4", "3");
    assertThat(Objects.requireNonNull(all.declined().get("web.invalid")).events()).isEqualTo(7);
  }

  @Test
  void whatAnotherInstanceCountedMeanwhileTakesItsPlaceByTime() {
    PushTally one =
        Stream.of(1, 3, 5, 7).map(PushTallyTest::declined).reduce(PushTally::plus).get();
    PushTally other = Stream.of(2, 4, 6).map(PushTallyTest::declined).reduce(PushTally::plus).get();

    assertThat(idsOf(one.plus(other))).containsExactly("7", "6", "5", "4", "3");
    assertThat(idsOf(other.plus(one))).containsExactly("7", "6", "5", "4", "3");
  }

  @Test
  void ofThoseThatCameTogetherTheOnesThatWereCountedLastAreKept() {
    PushTally all =
        IntStream.rangeClosed(1, 6)
            .mapToObj(number -> declined(String.valueOf(number), 0))
            .reduce(PushTally::plus)
            .get();

    assertThat(idsOf(all)).containsExactly("6", "5", "4", "3", "2");
  }

  @Test
  void onlyEventsThatSayWhenTheyHappenedHaveALag() {
    PushTally all =
        PushTally.ofAccepted(NOON.minusSeconds(90), NOON).plus(PushTally.ofAccepted(null, NOON));

    assertThat(all.accepted()).isEqualTo(2);
    assertThat(all.timed()).isEqualTo(1);
    assertThat(all.lagSeconds()).isEqualTo(90);
  }

  @Test
  void aClockThatIsFastIsNotAheadOfTime() {
    assertThat(PushTally.ofAccepted(NOON.plusSeconds(60), NOON).lagSeconds()).isZero();
  }

  private static PushTally declined(int at) {
    return declined(String.valueOf(at), at);
  }

  private static PushTally declined(String id, int at) {
    return PushTally.ofDeclined("web.invalid", "不符合要求", "invalid", event(id, at));
  }

  private static DeclinedEvent event(String id, int at) {
    return new DeclinedEvent(id, "town.group-filed.v1", null, NOON.plusSeconds(at));
  }

  private static List<String> idsOf(PushTally tally) {
    return Objects.requireNonNull(tally.declined().get("web.invalid")).latest().stream()
        .map(it -> String.valueOf(it.id()))
        .toList();
  }
}
