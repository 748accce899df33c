package cn.jianfu.report.compliance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.compliance.domain.PushFact.Declined;
import cn.jianfu.report.compliance.domain.PushFact.DeclinedEvent;
import cn.jianfu.report.compliance.domain.PushFact.OnDay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PushFactTest {

  private static final Instant NOON = Instant.parse("2026-11-01T04:00:00Z");

  @Test
  void theLatestFiveDeclinedEventsOfAllDaysAreKeptWhicheverIsAddedFirst() {
    OnDay one = declined("d", 8, "c", 5, "b", 3);
    OnDay other = declined("f", 9, "e", 8, "a", 1);
    OnDay unknown = declined();

    for (OnDay all :
        List.of(
            one.plus(other).plus(unknown),
            other.plus(unknown).plus(one),
            unknown.plus(other).plus(one))) {
      assertThat(all.declinedEvents()).isEqualTo(9);
      assertThat(all.declined().getFirst().latest())
          .extracting(DeclinedEvent::id)
          .containsExactly("f", "d", "e", "c", "b");
    }
  }

  private static OnDay declined(Object... idsAndMinutes) {
    var latest = new ArrayList<DeclinedEvent>();
    for (int i = 0; i < idsAndMinutes.length; i += 2) {
      latest.add(
          new DeclinedEvent(
              (String) idsAndMinutes[i],
              null,
              null,
              NOON.plusSeconds(60L * (Integer) idsAndMinutes[i + 1])));
    }
    return new OnDay(
        0, 0, List.of(new Declined("web.invalid", 3, "不符合要求", "invalid", latest)), 0, 0, NOON);
  }
}
