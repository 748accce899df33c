package cn.jianfu.report.compliance;

import cn.jianfu.report.compliance.domain.FindingFact;
import cn.jianfu.report.compliance.domain.GroupFact;
import cn.jianfu.report.compliance.domain.TownFacts;
import cn.jianfu.report.fact.Facts;
import cn.jianfu.report.finding.FindingHandlings;
import cn.jianfu.report.finding.domain.Detected;
import cn.jianfu.report.finding.domain.Handling;
import cn.jianfu.report.reference.Reference;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Gathers everything that a town's compliance is made of. */
final class TownFactsReader {

  private final Reference reference;
  private final FindingHandlings handlings;

  TownFactsReader(Reference reference, FindingHandlings handlings) {
    this.reference = reference;
    this.handlings = handlings;
  }

  /** As it stands now; of groups that were read before, only what has changed is read. */
  Mono<TownFacts> read(Facts facts, String town) {
    return read(facts, town, facts.groupsOf(town));
  }

  /** The same, whatever was read before. */
  Mono<TownFacts> readWhole(Facts facts, String town) {
    return read(facts, town, facts.allGroupsOf(town));
  }

  private Mono<TownFacts> read(Facts facts, String town, Mono<List<GroupFact>> groups) {
    return Mono.zip(
            groups,
            facts.findingsOf(town).collectList(),
            handlings.ofTown(town).collectMap(Handling::findingId),
            facts.loadsOf(town).collectList())
        .map(all ->
            new TownFacts(
                town,
                reference.current(),
                all.getT1(),
                joined(all.getT2(), all.getT3()),
                all.getT4()));
  }

  private static List<FindingFact> joined(
      List<Detected> findings, Map<String, Handling> handlings) {
    return findings.stream()
        .map(finding ->
            new FindingFact(
                finding,
                handlings.getOrDefault(finding.findingId(), Handling.none(finding.findingId()))))
        .toList();
  }
}
