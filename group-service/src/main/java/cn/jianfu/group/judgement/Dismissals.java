package cn.jianfu.group.judgement;

import cn.jianfu.group.detection.domain.Detected;
import cn.jianfu.group.detection.domain.FindingId;
import cn.jianfu.group.finding.Findings;
import cn.jianfu.group.workgroup.domain.Sameness;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Tells what the district has dismissed (不属实) from what stands: nothing is proposed or done on
 * account of it until it is worse than what was dismissed.
 */
public final class Dismissals {

  /** More are read whole. */
  private static final int MOST_BY_NAME = 5_000;

  private final Judgements judgements;
  private final Findings findings;

  Dismissals(Judgements judgements, Findings findings) {
    this.judgements = judgements;
    this.findings = findings;
  }

  /**
   * Those of the findings that nobody has dismissed as they are now.
   *
   * @param groups by id, to know as what a group was listed before; what was said then goes on
   */
  public Mono<List<Detected>> standing(Collection<Detected> found, Map<String, WorkGroup> groups) {
    Set<String> said =
        found.stream().flatMap(each -> namesOf(each, groups)).collect(Collectors.toSet());
    return (said.size() > MOST_BY_NAME ? judgements.all() : judgements.of(said))
        .collectMap(JudgementRecord::findingId)
        .map(known ->
            found.stream()
                .filter(each -> !isDismissed(each, judgement(each, known, groups)))
                .toList());
  }

  /** Under which ids it may have been judged. */
  private static Stream<String> namesOf(Detected found, Map<String, WorkGroup> groups) {
    return Stream.concat(
        Stream.of(found.id()),
        entriesOf(found, groups).stream()
            .map(entry -> FindingId.of(found.rule(), entry.from().text())));
  }

  private static List<Sameness.Taken> entriesOf(Detected found, Map<String, WorkGroup> groups) {
    WorkGroup group = groups.get(found.subject());
    return group == null ? List.of() : group.profile().sameness().taken();
  }

  private boolean isDismissed(Detected found, @Nullable JudgementRecord judgement) {
    if (judgement == null || !judgement.dismissed()) {
      return false;
    }
    var bounds = judgement.within();
    return bounds == null || findings.isWithin(bounds, found);
  }

  /** What was said of it, or else of the entry of a register that its group was. */
  private static @Nullable JudgementRecord judgement(
      Detected found, Map<String, JudgementRecord> known, Map<String, WorkGroup> groups) {
    JudgementRecord own = known.get(found.id());
    return own != null || known.isEmpty() ? own : ofEntry(found, known, groups);
  }

  private static @Nullable JudgementRecord ofEntry(
      Detected found, Map<String, JudgementRecord> known, Map<String, WorkGroup> groups) {
    return entriesOf(found, groups).stream()
        .map(entry -> known.get(FindingId.of(found.rule(), entry.from().text())))
        .filter(Objects::nonNull)
        .max(Comparator.comparing(JudgementRecord::at))
        .orElse(null);
  }
}
