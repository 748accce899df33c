package cn.jianfu.report.console;

import cn.jianfu.report.group.Degraded;
import cn.jianfu.report.group.ListTold;
import cn.jianfu.report.group.SecrecyTold;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/** What group-service tells for an inbox. Nobody waits long for that: the rest is there already. */
final class InboxWords {

  /** A self-check list may take longer; then its own page is the place to wait for it. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final ConsoleSource source;

  InboxWords(ConsoleSource source) {
    this.source = source;
  }

  /** Empty where there is none. */
  Mono<SelfCheckPage> selfCheck(UnitVisit visit, Names names) {
    return source.selfCheck(visit).timeout(PATIENCE, Mono.defer(() -> noList(visit, names)));
  }

  Mono<SecrecyPage> secrecy(UnitVisit visit, Names names) {
    return source.secrecy(visit).timeout(PATIENCE, Mono.defer(() -> noWord(visit, names)));
  }

  private static Mono<SelfCheckPage> noList(UnitVisit visit, Names names) {
    var told = new SelfCheckPlace.Told(visit.unit(), new ListTold.Nothing(Degraded.AWAY));
    return Mono.justOrEmpty(SelfCheckPlace.of(visit, names))
        .map(place ->
            place.page(
                List.of(told),
                new SelfCheckMapping(
                    names, names.reach(visit.user().scope()), List.of(), List.of())));
  }

  private static Mono<SecrecyPage> noWord(UnitVisit visit, Names names) {
    return Mono.justOrEmpty(SelfCheckPlace.of(visit, names))
        .map(place ->
            new SecrecyMapping(place, false, List.of(), "")
                .page(new SecrecyTold.Nothing(Degraded.AWAY)));
  }
}
