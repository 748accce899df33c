package cn.jianfu.group.judgement;

import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.finding.Finding;
import cn.jianfu.group.finding.Findings;
import cn.jianfu.group.workgroup.Confirmations;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Which groups have an open finding that the district has confirmed since it was raised. Findings
 * about all groups of a unit, or about two declarations of one group, say of none of them that it
 * is there: a withdrawal may be what puts them right.
 */
final class ConfirmedFindings implements Confirmations {

  private final Judgements judgements;
  private final Findings findings;
  private final DistrictClock clock;

  ConfirmedFindings(Judgements judgements, Findings findings, DistrictClock clock) {
    this.judgements = judgements;
    this.findings = findings;
    this.clock = clock;
  }

  @Override
  public Mono<Set<String>> about(Collection<String> groups) {
    return findings
        .openAbout(groups)
        .filter(it -> it.found().rule().isOfEachGroup())
        .collectMap(it -> it.found().id())
        .flatMap(open ->
            judgements
                .confirmed(open.keySet())
                .flatMapIterable(judged -> confirmed(open.get(judged.findingId()), judged))
                .filter(groups::contains)
                .collect(Collectors.toSet()));
  }

  /** None where it was put right since, and is raised again. */
  private List<String> confirmed(@Nullable Finding finding, JudgementRecord judged) {
    return finding == null || clock.dayOf(judged.at()).isBefore(finding.raisedOn())
        ? List.of()
        : finding.found().groups();
  }
}
