package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.finding.FindingView;
import cn.jianfu.report.finding.domain.Actor;
import cn.jianfu.report.finding.domain.Contest;
import cn.jianfu.report.finding.domain.Gravity;
import cn.jianfu.report.finding.domain.Judgement;
import cn.jianfu.report.finding.domain.Run;
import cn.jianfu.report.finding.domain.Severity;
import cn.jianfu.report.finding.domain.ShownState;
import cn.jianfu.report.finding.domain.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingStoryTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
  private static final Actor TOWN = new Actor("i", "t", "town-office", "u");
  private static final Actor DISTRICT = new Actor("i", "d", "discipline", "u");

  @Test
  void whatHappenedIsToldLatestFirstAndByTheHourWithinADay() {
    var story =
        FindingStory.of(
            finding(
                List.of(
                    new Run(FIRST, FIRST.plusDays(2), "DATA"),
                    new Run(FIRST.plusDays(5), null, null)),
                List.of(
                    judgement(Verdict.CONFIRMED, FIRST, "2026-11-01T01:00:00Z"),
                    judgement(Verdict.DISMISSED, FIRST, "2026-11-01T03:00:00Z")),
                List.of(new Contest("备用", TOWN, Instant.parse("2026-11-01T02:00:00Z"), FIRST))));

    assertThat(story)
        .extracting(FindingPage.Event::kind)
        .containsExactly(
            "RAISED_AGAIN", "CLEARED", "DISMISSED", "CONTESTED", "CONFIRMED", "RAISED");
    assertThat(story.get(1).why()).isEqualTo("DATA");
    assertThat(story.get(3).role()).isEqualTo("town-office");
  }

  @Test
  void whatWasClearedOnTheDayItWasFoundWasFoundFirst() {
    var story =
        FindingStory.of(finding(List.of(new Run(FIRST, FIRST, "EXEMPTION")), List.of(), List.of()));

    assertThat(story).extracting(FindingPage.Event::kind).containsExactly("CLEARED", "RAISED");
  }

  @Test
  void whatIsFoundAgainOnTheDayItWasClearedIsOpen() {
    var runs =
        List.of(new Run(FIRST, FIRST.plusDays(2), "DATA"), new Run(FIRST.plusDays(2), null, null));

    assertThat(FindingStory.of(finding(runs, List.of(), List.of())))
        .extracting(FindingPage.Event::kind)
        .containsExactly("RAISED_AGAIN", "CLEARED", "RAISED");
  }

  private static Judgement judgement(Verdict verdict, LocalDate on, String at) {
    return new Judgement(
        verdict, "经核实", DISTRICT, Instant.parse(at), on, Gravity.of(Severity.MAJOR, 1, Map.of()));
  }

  private static FindingView finding(
      List<Run> runs, List<Judgement> judgements, List<Contest> contests) {
    return new FindingView(
        "f",
        LocalDate.of(2026, 11, 23),
        "G-ZOMB",
        "g",
        "M",
        ShownState.SUSPECTED,
        false,
        "t",
        "u",
        "群",
        List.of(),
        null,
        Map.of(),
        "因为",
        "because",
        "API",
        "district@1",
        FIRST,
        FIRST,
        null,
        null,
        runs,
        judgements,
        false,
        contests);
  }
}
