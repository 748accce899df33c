package cn.jianfu.report.console;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.reference.domain.WorkCalendar;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The district's working calendar of a year. */
@Controller
class CalendarController {

  private final ConsoleSource source;
  private final SaidHeader said;
  private final DistrictClock clock;

  CalendarController(ConsoleSource source, SaidHeader said, DistrictClock clock) {
    this.source = source;
    this.said = said;
    this.clock = clock;
  }

  @GetMapping("/calendar")
  Mono<Rendering> calendar(
      @RequestParam(required = false) @Nullable Integer year, ServerWebExchange exchange) {
    return year(year)
        .flatMap(of -> ConsoleUsers.of(exchange).flatMap(user -> source.calendar(user, of)))
        .map(page -> view(page, HttpStatus.OK))
        .switchIfEmpty(NotFound.here());
  }

  @PostMapping("/calendar")
  Mono<Rendering> change(@RequestParam int year, ServerWebExchange exchange) {
    return year(year)
        .flatMap(of ->
            ConsoleUsers.administrator(exchange)
                .zipWith(exchange.getFormData().map(CalendarForm::of))
                .flatMap(
                    both -> change(both.getT1(), of, both.getT2(), ConsoleLocale.of(exchange))))
        .switchIfEmpty(NotFound.here());
  }

  private Mono<Rendering> change(ConsoleUser user, int year, CalendarForm form, Locale locale) {
    var problems = form.problems(year);
    return problems.isEmpty()
        ? source.change(user, year, form).map(reply -> told(form, reply, locale))
        : source
            .calendar(user, year)
            .map(page -> view(page.with(form, problems), HttpStatus.UNPROCESSABLE_CONTENT));
  }

  private Rendering told(CalendarForm form, ReferenceReply<CalendarPage> reply, Locale locale) {
    return switch (reply) {
      case ReferenceReply.Taken<CalendarPage>(var page, boolean changed) ->
          view(page.saying(done(form, changed, locale)), HttpStatus.OK);
      case ReferenceReply.Declined<CalendarPage>(var page, var faults) ->
          view(
              page.with(form, ReferenceReply.problems(faults, it -> field(form, it))),
              HttpStatus.UNPROCESSABLE_CONTENT);
      case ReferenceReply.Overtaken<CalendarPage>(var page) ->
          view(page.declining(form, said.text("reference.overtaken", locale)), HttpStatus.CONFLICT);
      case ReferenceReply.Full<CalendarPage>(var page) ->
          view(
              page.declining(form, said.text("reference.full", locale)),
              HttpStatus.SERVICE_UNAVAILABLE);
    };
  }

  private String done(CalendarForm form, boolean changed, Locale locale) {
    return said.text(
        changed ? "calendar.done." + form.say().name() : "reference.unchanged", locale);
  }

  /** The lists of days have one field here. */
  private static String field(CalendarForm form, String pointer) {
    return form.say().ofHours() ? pointer.substring(1) : "day";
  }

  private Mono<Integer> year(@Nullable Integer asked) {
    int year = asked == null ? clock.today().getYear() : asked;
    return Mono.just(year)
        .filter(it -> it >= WorkCalendar.FIRST_YEAR && it <= WorkCalendar.LAST_YEAR);
  }

  private static Rendering view(CalendarPage page, HttpStatus status) {
    return Rendering.view("calendar").modelAttribute("page", page).status(status).build();
  }
}
