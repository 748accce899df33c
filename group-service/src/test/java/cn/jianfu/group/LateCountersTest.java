package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.detection.domain.ClearedBecause;
import cn.jianfu.group.detection.domain.DetectionRule;
import cn.jianfu.group.detection.domain.FindingId;
import cn.jianfu.group.detection.domain.FoundRun;
import cn.jianfu.group.finding.Findings;
import cn.jianfu.testkit.Await;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What sources tell months later, on a service whose clock is set. */
class LateCountersTest {

  private static final LocalDate BEGIN = LocalDate.of(2026, 5, 11);

  /** As the district has it. */
  private static final int WINDOW = 28;

  private static final LocalDate THAT_DAY = BEGIN.plusDays(10);

  private static final ServiceOverTime SERVICE = new ServiceOverTime();

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void aDayThatIsToldMonthsLateIsFoundAndOneThatIsPutRightIsNot() {
    SERVICE.today(BEGIN);
    SERVICE.declare("late", "晚报群");
    SERVICE.today(BEGIN.plusDays(90));
    assertThat(runs("late")).isEmpty();

    SERVICE.day("late", THAT_DAY, evening(2));
    // Until a day shows that it is over, nobody knows for how long it held.
    SERVICE.day("late", THAT_DAY.plusDays(WINDOW - 1), "\"messages\":0");
    FoundRun then = FoundRun.held(THAT_DAY, THAT_DAY.plusDays(WINDOW), ClearedBecause.DATA);
    Await.until(() -> assertThat(runs("late")).containsExactly(then));
    assertThat(SERVICE.found("late")).doesNotContain("G-HOURS");

    SERVICE.day("late", THAT_DAY, "\"messages\":0");
    FoundRun corrected =
        new FoundRun(
            THAT_DAY, THAT_DAY.plusDays(WINDOW), ClearedBecause.CORRECTED, BEGIN.plusDays(90));
    Await.until(() -> assertThat(runs("late")).containsExactly(corrected));

    SERVICE.day("late", THAT_DAY, evening(3));
    Await.until(() -> assertThat(runs("late")).containsExactly(then));
  }

  @Test
  void whatWasFoundAndIsOverIsTakenBackByANumberThatIsPutRight() {
    SERVICE.today(BEGIN);
    SERVICE.declare("wrong", "误报群");
    SERVICE.day("wrong", BEGIN.minusDays(1), evening(2));
    assertThat(SERVICE.found("wrong")).contains("G-HOURS");
    SERVICE.today(BEGIN.plusDays(40));
    SERVICE.day("wrong", BEGIN.plusDays(39), "\"messages\":0");
    assertThat(SERVICE.found("wrong")).doesNotContain("G-HOURS");
    assertThat(runs("wrong"))
        .containsExactly(FoundRun.held(BEGIN, BEGIN.plusDays(40), ClearedBecause.DATA));

    SERVICE.today(BEGIN.plusDays(120));
    SERVICE.day("wrong", BEGIN.minusDays(1), "\"messages\":0");

    Await.until(() ->
        assertThat(runs("wrong"))
            .containsExactly(
                new FoundRun(
                    BEGIN, BEGIN.plusDays(40), ClearedBecause.CORRECTED, BEGIN.plusDays(120))));
  }

  private static List<FoundRun> runs(String group) {
    String id = FindingId.of(DetectionRule.OFF_HOURS, XINDIAN + "/WECOM/" + group);
    return SERVICE
        .bean(Findings.class)
        .known(List.of(id))
        .toStream()
        .flatMap(known -> known.runs().stream())
        .toList();
  }

  private static String evening(int posts) {
    List<Integer> hours = new ArrayList<>(Collections.nCopies(24, 0));
    hours.set(22, posts);
    return "\"messages\":%d,\"activeSenders\":2,\"taskPosts\":%d,\"taskPostsByHour\":%s"
        .formatted(posts + 2, posts, hours);
  }
}
