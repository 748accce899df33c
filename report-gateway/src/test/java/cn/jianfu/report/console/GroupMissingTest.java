package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.finding.FindingView;
import cn.jianfu.report.finding.domain.ShownState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupMissingTest {

  private static final String TOWN = "350213101000";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Map<String, Object> INCOMPLETE =
      Map.of("kind", "INCOMPLETE", "missing", List.of("owner", "members"));

  @Test
  void whatOnlyTheRulesInForceAskForIsNamedToo() {
    assertThat(GroupMapping.missing(List.of("owner"), List.of(finding("G-REG", INCOMPLETE, null))))
        .containsExactly("owner", "members");
  }

  @Test
  void whatWasFoundOnceOrByOthersIsNot() {
    assertThat(
            GroupMapping.missing(
                List.of(),
                List.of(
                    finding("G-REG", INCOMPLETE, TODAY),
                    finding("G-OWNER", INCOMPLETE, null),
                    finding("G-REG", Map.of("kind", "RENAMED"), null))))
        .isEmpty();
  }

  private static FindingView finding(
      String rule, Map<String, Object> evidence, @Nullable LocalDate clearedOn) {
    return new FindingView(
        "f-" + rule,
        TODAY,
        rule,
        TOWN + "/WECHAT/r1",
        "M",
        clearedOn == null ? ShownState.SUSPECTED : ShownState.CLEARED,
        false,
        TOWN,
        TOWN,
        "水利联络群",
        List.of(TOWN + "/WECHAT/r1"),
        null,
        evidence,
        "台账不全",
        "incomplete",
        "API",
        "district@1",
        TODAY.minusDays(30),
        TODAY,
        clearedOn,
        null,
        List.of(),
        List.of(),
        false,
        List.of());
  }
}
