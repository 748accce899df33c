package cn.jianfu.report.fact;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.group.ActivityRecordedV1;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.report.compliance.domain.DayCounters;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredCountersTest {

  private static final String DAY =
      "\"groupId\":\"g\",\"unit\":\"u\",\"town\":\"t\",\"date\":\"2026-11-01\",\"messages\":42,"
          + "\"activeSenders\":2,\"emergencyPosts\":0,\"approvedMaterialRequests\":0";

  @Test
  void whatIsNotToldIsReadBackSo() {
    String stored = StoredCounters.of(event("\"taskPosts\":3,\"taskPostsByHour\":[0,2,1]"));

    assertThat(stored).isEqualTo("42 2 3 0 -0 -0 -0 -0 -0 -0 -0 -0 1:2 2:1");
    assertThat(StoredCounters.read(stored))
        .isEqualTo(
            new DayCounters(
                42, 2, 3, 0, null, null, null, null, null, null, null, null, Map.of(1, 2, 2, 1)));
    assertThat(StoredCounters.read("42 2 -0 0 -0 -0 -0 -0 -0 -0 -0 -0").tasksWithoutNotice())
        .isNull();
  }

  @Test
  void aNoughtOfBeforeStaysANought() {
    assertThat(StoredCounters.read("42 2 3 0 0 0 0 0 0 0 0 0 9:3"))
        .isEqualTo(new DayCounters(42, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(9, 3)));
  }

  @Test
  void whatIsToldIsKeptInItsOrder() {
    ActivityRecordedV1 day =
        event(
            "\"taskPosts\":3,\"taskPostsByHour\":[],\"mentionAll\":4,\"ackOnly\":5,\"likes\":6,"
                + "\"checkInChains\":7,\"materialRequests\":8,\"proofDemands\":9,"
                + "\"replyDemands\":10,\"tasksWithoutNotice\":11");

    assertThat(StoredCounters.read(StoredCounters.of(day)))
        .isEqualTo(new DayCounters(42, 2, 3, 0, 4, 5, 6, 7, 8, 9, 10, 11, Map.of()));
  }

  private static ActivityRecordedV1 event(String more) {
    return EventJson.read(
        ("{" + DAY + "," + more + "}").getBytes(StandardCharsets.UTF_8), ActivityRecordedV1.class);
  }
}
