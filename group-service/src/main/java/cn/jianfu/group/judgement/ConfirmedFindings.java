package cn.jianfu.group.judgement;

import cn.jianfu.group.detection.domain.Detected;
import cn.jianfu.group.detection.domain.DetectionRule;
import cn.jianfu.group.finding.Findings;
import cn.jianfu.group.workgroup.Confirmations;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * Which groups have an open finding that the district has confirmed. That one was declared by two
 * units is put right by just that: one of them withdraws it.
 */
final class ConfirmedFindings implements Confirmations {

  private final Judgements judgements;
  private final Findings findings;

  ConfirmedFindings(Judgements judgements, Findings findings) {
    this.judgements = judgements;
    this.findings = findings;
  }

  @Override
  public Mono<Set<String>> about(Collection<String> groups) {
    return findings
        .openAbout(groups)
        .flatMap(open ->
            judgements
                .confirmed(open.stream().map(Detected::id).toList())
                .map(confirmed -> groupsOf(open, confirmed, groups)));
  }

  private static Set<String> groupsOf(
      List<Detected> open, Set<String> confirmed, Collection<String> groups) {
    return open.stream()
        .filter(it -> confirmed.contains(it.id()) && it.rule() != DetectionRule.DECLARED_TWICE)
        .flatMap(it -> Stream.concat(Stream.of(it.subject()), it.groups().stream()))
        .filter(groups::contains)
        .collect(Collectors.toSet());
  }
}
