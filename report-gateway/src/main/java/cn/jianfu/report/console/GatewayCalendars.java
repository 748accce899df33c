package cn.jianfu.report.console;

import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.reference.Reference;
import cn.jianfu.report.reference.domain.Ruling;
import cn.jianfu.report.reference.domain.WorkCalendar;
import cn.jianfu.report.scope.Access;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Working calendars, from the reference data and back into it. */
final class GatewayCalendars {

  private final Reference reference;
  private final Access access;
  private final DistrictClock clock;

  GatewayCalendars(Reference reference, Access access, DistrictClock clock) {
    this.reference = reference;
    this.access = access;
    this.clock = clock;
  }

  Mono<CalendarPage> page(ConsoleUser user, int year) {
    return stored(year).map(now -> page(user, year, now));
  }

  Mono<ReferenceReply<CalendarPage>> put(ConsoleUser user, int year, CalendarForm form) {
    return Mono.fromSupplier(() -> ReferenceWriter.of(user, access))
        .zipWith(stored(year))
        .flatMap(both -> put(both.getT1(), year, form, both.getT2()))
        .flatMap(outcome -> page(user, year).map(page -> ReferenceReply.of(outcome, page)));
  }

  private Mono<Outcome<WorkCalendar, Ruling.Declined<WorkCalendar>>> put(
      ReferenceWriter writer, int year, CalendarForm form, Optional<Stored<WorkCalendar>> now) {
    return Mono.justOrEmpty(form.wish(year, now.map(Stored::state).orElse(null)))
        .flatMap(wish -> writer.put(wish, now.orElse(null), form.version(), reference::put));
  }

  private Mono<Optional<Stored<WorkCalendar>>> stored(int year) {
    return reference.calendar(year).map(Optional::of).defaultIfEmpty(Optional.empty());
  }

  private CalendarPage page(ConsoleUser user, int year, Optional<Stored<WorkCalendar>> now) {
    return new CalendarMapping(reference.current().calendars(), clock.today())
        .page(year, user.administers(), now.orElse(null));
  }
}
