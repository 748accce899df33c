package cn.jianfu.group.activity;

import cn.jianfu.contracts.EventCatalogue;
import cn.jianfu.contracts.EventType;
import cn.jianfu.contracts.group.ActivityRecordedV1;
import cn.jianfu.group.activity.domain.ActivityDay;
import cn.jianfu.group.activity.domain.Counters;
import cn.jianfu.testkit.Golden;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivityPublicationTest {

  @Test
  @SuppressWarnings("unchecked")
  void aDayIsPublishedAsItsGoldenFileSays() {
    List<Integer> hours = new java.util.ArrayList<>(Collections.nCopies(24, 0));
    hours.set(9, 2);
    hours.set(20, 1);
    ActivityDay day =
        new ActivityDay(
            "350213101000/WECOM/wr-1",
            "350213101000",
            "350213101000",
            LocalDate.of(2026, 11, 1),
            new Counters(120, 14, 3, hours, 1, 1, 40, 12, 1, 1, 1, 2, 1, 30, 1, 42));

    Golden.assertMatches(
        (EventType<ActivityRecordedV1>) EventCatalogue.named("group.activity-recorded.v1"),
        ActivityPublication.of(day));
  }
}
