package cn.jianfu.group.activity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.activity.domain.Counters;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CountActivityTest {

  @Test
  void whatASourceDoesNotSendIsUnknownAndNotNought() {
    assertThat(read("{\"messages\":42,\"activeSenders\":2,\"taskPosts\":3}"))
        .isEqualTo(
            new Counters(
                42, 2, 3, List.of(), 0, null, null, null, null, null, 0, null, null, null, null,
                null));
  }

  @Test
  void whatSpeaksForAGroupIsNoneUntilItIsSaid() {
    Counters counters = read("{\"messages\":9,\"materialRequests\":2}");

    assertThat(counters.activeSenders()).isZero();
    assertThat(counters.emergencyPosts()).isZero();
    assertThat(counters.approvedMaterialRequests()).isZero();
  }

  @Test
  void onADayWithoutMessagesNothingWasAskedAndWithoutTasksNoneLackedItsNotice() {
    assertThat(read("{\"messages\":0}"))
        .isEqualTo(new Counters(0, 0, 0, List.of(), 0, 0, 0, 0, 0, 0, 0, 0, 0, null, 0, null));
    assertThat(read("{\"messages\":9,\"taskPosts\":0}").tasksWithoutNotice()).isZero();
    assertThat(read("{\"messages\":9}").tasksWithoutNotice()).isNull();
    assertThat(read("{\"messages\":0,\"likes\":2}").likes()).isEqualTo(2);
  }

  private static Counters read(String body) {
    return JsonMapper.shared().readValue(body, CountActivity.class).counters();
  }
}
