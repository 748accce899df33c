package cn.jianfu.group.activity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.EventCatalogue;
import cn.jianfu.contracts.EventType;
import cn.jianfu.contracts.group.ActivityRecordedV1;
import cn.jianfu.group.activity.domain.ActivityDay;
import cn.jianfu.group.activity.domain.Counters;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.testkit.Golden;
import java.nio.charset.StandardCharsets;
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
            new Counters(120, 14, 3, hours, 1, 1, 40, 12, 1, 1, 1, 2, 1, 30, 1, 42),
            "/towns/350213101000/oa");

    Golden.assertMatches(
        (EventType<ActivityRecordedV1>) EventCatalogue.named("group.activity-recorded.v1"),
        ActivityPublication.of(day));
  }

  @Test
  void whatIsNotToldIsNotPublished() {
    Counters counters =
        new Counters(
            42, 2, 3, List.of(), 0, null, null, null, null, null, 0, null, null, null, null, null);
    ActivityRecordedV1 day =
        ActivityPublication.of(
            new ActivityDay("g", "u", "t", LocalDate.of(2026, 11, 1), counters, "oa"));
    String json = EventJson.write(day);

    assertThat(json)
        .isEqualTo(
            "{\"groupId\":\"g\",\"unit\":\"u\",\"town\":\"t\",\"date\":\"2026-11-01\","
                + "\"messages\":42,\"activeSenders\":2,\"taskPosts\":3,\"taskPostsByHour\":[],"
                + "\"emergencyPosts\":0,\"approvedMaterialRequests\":0}");
    assertThat(EventJson.read(json.getBytes(StandardCharsets.UTF_8), ActivityRecordedV1.class))
        .isEqualTo(day);
  }
}
