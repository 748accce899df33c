package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.jianfu.report.GatewayUnderTest;
import cn.jianfu.report.compliance.GroupLine;
import cn.jianfu.report.compliance.domain.GroupState;
import cn.jianfu.report.finding.FindingView;
import cn.jianfu.report.finding.domain.ShownState;
import cn.jianfu.report.group.MergesTold;
import cn.jianfu.report.reference.Reference;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClusterMappingTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final String TOWN = "350213101000";
  private static final String UNIT = "350213101901";
  private static final Names NAMES =
      new Names(GatewayUnderTest.shared().context().getBean(Reference.class).current(), TODAY);

  @Test
  void pairsThatCrossAreListedThoseThatShareMostFirst() {
    assertThat(crossings(crossing(1, 2, 0.55), crossing(1, 3, 0.7)))
        .extracting(ClusterPage.Crossing::firstName, ClusterPage.Crossing::secondName)
        .containsExactly(tuple("群1", "群3"), tuple("群1", "群2"));
  }

  @Test
  void whatIsProposedOrSettledOrOfAGroupThatEndedIsNoneOfThem() {
    assertThat(crossings(finding(1, 2, "DUPLICATE", ShownState.SUSPECTED, 0.9))).isEmpty();
    assertThat(crossings(finding(1, 2, "CROSS", ShownState.DISMISSED, 0.6))).isEmpty();
    assertThat(crossings(crossing(1, 9, 0.6))).as("has ended").isEmpty();
  }

  @Test
  void noMoreThanFiftyAreListed() {
    FindingView[] many =
        IntStream.range(0, 60)
            .mapToObj(n -> crossing(1, 2, 0.5 + n / 1000.0))
            .toArray(FindingView[]::new);

    assertThat(crossings(many)).hasSize(ClusterPage.CROSSINGS);
  }

  private static List<ClusterPage.Crossing> crossings(FindingView... open) {
    ClusterQuery asked = new ClusterQuery(TOWN, "", List.of());
    List<GroupLine> groups =
        Stream.of(1, 2, 3, 9)
            .map(n -> group(n, n == 9 ? GroupState.DISSOLVED : GroupState.ACTIVE))
            .toList();
    return ClusterMapping.page(
            new MergesTold.Known(List.of(), false),
            new ClusterMapping.Known(asked, groups, List.of(open), NAMES))
        .crossings();
  }

  private static FindingView crossing(int first, int second, double share) {
    return finding(first, second, "CROSS", ShownState.SUSPECTED, share);
  }

  private static FindingView finding(
      int first, int second, String kind, ShownState state, double share) {
    return new FindingView(
        "f-" + first + second + share,
        TODAY,
        "G-OVER",
        id(first) + "|" + id(second),
        "M",
        state,
        false,
        TOWN,
        UNIT,
        "群" + first + " / 群" + second,
        List.of(id(first), id(second)),
        null,
        Map.of("kind", kind, "jaccard", share, "sharedMembers", 20),
        "重合",
        "overlap",
        "API",
        "district@1",
        TODAY,
        TODAY,
        null,
        null,
        List.of(),
        List.of(),
        false,
        List.of());
  }

  private static GroupLine group(int n, GroupState state) {
    return new GroupLine(
        id(n), UNIT, "群" + n, "WECOM", null, state, "API", null, null, null, 30, null, null, null,
        null, 0);
  }

  private static String id(int n) {
    return UNIT + "/WECOM/" + n;
  }
}
