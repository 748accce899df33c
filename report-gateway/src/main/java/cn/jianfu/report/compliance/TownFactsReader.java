package cn.jianfu.report.compliance;

import cn.jianfu.report.compliance.domain.FindingFact;
import cn.jianfu.report.compliance.domain.TownFacts;
import cn.jianfu.report.fact.Facts;
import cn.jianfu.report.fact.TownRecord;
import cn.jianfu.report.finding.FindingHandlings;
import cn.jianfu.report.finding.domain.Detected;
import cn.jianfu.report.finding.domain.Handling;
import cn.jianfu.report.finding.domain.Successions;
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

  /** As it stands now; of a town that was read before, only what has changed is read. */
  Mono<TownFacts> read(Facts facts, String town) {
    return read(town, facts.recordOf(town));
  }

  /** The same, whatever was read before. */
  Mono<TownFacts> readWhole(Facts facts, String town) {
    return read(town, facts.wholeRecordOf(town));
  }

  private Mono<TownFacts> read(String town, Mono<TownRecord> told) {
    return Mono.zip(told, handlings.ofTown(town).collectMap(Handling::findingId))
        .map(both ->
            new TownFacts(
                town,
                reference.current(),
                both.getT1().groups(),
                judged(both.getT1(), both.getT2()),
                both.getT1().loads(),
                both.getT1().pushes(),
                both.getT1().selfChecks(),
                both.getT1().typed(),
                mistaken(both.getT1(), both.getT2())));
  }

  private static List<FindingFact> judged(TownRecord told, Map<String, Handling> handlings) {
    List<Detected> findings = told.findings();
    Successions successions = Successions.among(findings, findings, told.goesOnAs());
    return findings.stream()
        .map(finding -> new FindingFact(finding, handling(finding, successions, handlings)))
        .toList();
  }

  private static List<FindingFact> mistaken(TownRecord told, Map<String, Handling> handlings) {
    return told.mistaken().stream()
        .map(it ->
            new FindingFact(
                it, handlings.getOrDefault(it.findingId(), Handling.none(it.findingId()))))
        .toList();
  }

  private static Handling handling(
      Detected finding, Successions successions, Map<String, Handling> handlings) {
    String id = finding.findingId();
    Handling own = handlings.getOrDefault(id, Handling.none(id));
    return successions.handling(finding, own, handlings::get);
  }
}
