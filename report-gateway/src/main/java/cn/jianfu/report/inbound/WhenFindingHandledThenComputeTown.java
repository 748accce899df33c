package cn.jianfu.report.inbound;

import cn.jianfu.contracts.supervision.FindingContestedV1;
import cn.jianfu.contracts.supervision.FindingHandledV1;
import cn.jianfu.messaging.inbound.InboundEvent;
import cn.jianfu.report.compliance.TownWork;
import cn.jianfu.report.finding.domain.Detected;
import cn.jianfu.report.readside.ReadSides;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** A judgement changes what its town's view shows. */
final class WhenFindingHandledThenComputeTown {

  private final ReadSides readSides;
  private final TownWork work;

  WhenFindingHandledThenComputeTown(ReadSides readSides, TownWork work) {
    this.readSides = readSides;
    this.work = work;
  }

  Mono<Void> heard(List<InboundEvent> events) {
    List<String> findings =
        events.stream().flatMap(WhenFindingHandledThenComputeTown::findingOf).toList();
    return readSides
        .active()
        .facts()
        .findings(Filters.in("_id", findings))
        .map(Detected::town)
        .distinct()
        .collectList()
        .flatMap(work::touch);
  }

  private static Stream<String> findingOf(InboundEvent event) {
    return switch (event.payload()) {
      case FindingHandledV1 handled -> Stream.of(handled.findingId());
      case FindingContestedV1 contested -> Stream.of(contested.findingId());
      default -> Stream.empty();
    };
  }
}
