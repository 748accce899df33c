package cn.jianfu.report.console;

import cn.jianfu.report.console.FindingPage.Event;
import cn.jianfu.report.finding.FindingView;
import cn.jianfu.report.finding.domain.Actor;
import cn.jianfu.report.finding.domain.Judgement;
import cn.jianfu.report.finding.domain.Run;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a finding, day by day: found, judged, contested, cleared, found again. */
final class FindingStory {

  /** What is detected has a day and no hour: looked at when the day is over. */
  private record Told(Event event, Instant at) {}

  /** Said of the register's entry that this group was, too. */
  private static final String CARRIED = "CARRIED";

  private static final long LATER = 100_000;

  private final List<Told> told = new ArrayList<>();

  private FindingStory() {}

  /** Latest first. */
  static List<Event> of(FindingView finding) {
    FindingStory story = new FindingStory();
    for (int i = 0; i < finding.runs().size(); i++) {
      story.tell(finding.runs().get(i), i);
    }
    finding.judgements().forEach(story::tell);
    finding
        .contests()
        .forEach(it -> story.tell(it.on(), "CONTESTED", null, it.actor(), it.reason(), it.at()));
    return story.told.stream()
        .sorted(
            Comparator.comparing((Told it) -> it.event().on()).thenComparing(Told::at).reversed())
        .map(Told::event)
        .toList();
  }

  private void tell(Run run, int number) {
    String kind = number == 0 ? "RAISED" : "RAISED_AGAIN";
    told.add(new Told(new Event(run.raisedOn(), kind, null, null, null), evening(2 * number)));
    if (run.clearedOn() != null) {
      Event cleared = new Event(run.clearedOn(), "CLEARED", run.clearedWhy(), null, null);
      told.add(new Told(cleared, evening(2 * number + 1)));
    }
  }

  /**
   * First it was found, in the morning; what came of it by looking again is told after all else.
   */
  private static Instant evening(int place) {
    return place == 0 ? Instant.MIN : Instant.MAX.minusSeconds(LATER - place);
  }

  private void tell(Judgement said) {
    String why = said.carried() == null ? null : CARRIED;
    tell(said.on(), said.verdict().name(), why, said.actor(), said.reason(), said.at());
  }

  private void tell(
      LocalDate on, String kind, @Nullable String why, Actor by, String reason, Instant at) {
    told.add(new Told(new Event(on, kind, why, by.role(), reason), at));
  }
}
