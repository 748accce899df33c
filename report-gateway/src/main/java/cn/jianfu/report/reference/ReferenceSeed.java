package cn.jianfu.report.reference;

import cn.jianfu.contracts.supervision.RuleSetV1;
import cn.jianfu.contracts.supervision.WorkCalendarV1;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.report.reference.domain.District;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.Resource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a district without any rules or calendars starts with, from files that it can replace. */
final class ReferenceSeed {

  private static final String SOURCE = "seed";

  private final Reference reference;
  private final Resource ruleSet;
  private final Resource calendars;

  ReferenceSeed(Reference reference, Resource ruleSet, Resource calendars) {
    this.reference = reference;
    this.ruleSet = ruleSet;
    this.calendars = calendars;
  }

  Mono<Void> sow() {
    return reference.refresh().flatMap(this::sowInto);
  }

  private Mono<Void> sowInto(District district) {
    Mono<Void> rules =
        district.ruleSets().versions().isEmpty() ? Mono.defer(this::sowRules) : Mono.empty();
    Mono<Void> years =
        district.calendars().byYear().isEmpty() ? Mono.defer(this::sowCalendars) : Mono.empty();
    return rules.then(years);
  }

  private Mono<Void> sowRules() {
    RuleSetV1 first = read(ruleSet, RuleSetV1.class);
    return reference
        .put(ReferenceContracts.read(first), new Request(SOURCE, null), null)
        .doOnNext(ReferenceSeed::mustBeTaken)
        .then();
  }

  private Mono<Void> sowCalendars() {
    return Flux.fromIterable(List.of(read(calendars, WorkCalendarV1[].class)))
        .map(ReferenceContracts::read)
        .concatMap(year -> reference.put(year, new Request(SOURCE, null), null))
        .doOnNext(ReferenceSeed::mustBeTaken)
        .then();
  }

  // A seed that the rules of this service decline is a mistake of who configured it.
  private static void mustBeTaken(Outcome<?, ?> outcome) {
    if (outcome instanceof Outcome.Declined<?, ?>(Object why)) {
      throw new IllegalStateException("the seed is declined: " + why);
    }
  }

  static <T> T read(Resource file, Class<T> type) {
    try {
      return EventJson.read(file.getContentAsByteArray(), type);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
