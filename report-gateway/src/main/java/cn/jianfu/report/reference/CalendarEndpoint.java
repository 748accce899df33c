package cn.jianfu.report.reference;

import cn.jianfu.contracts.supervision.WorkCalendarV1;
import cn.jianfu.report.reference.domain.WorkCalendar;
import cn.jianfu.report.scope.Access;
import cn.jianfu.web.headers.Versions;
import cn.jianfu.web.paging.ChosenFields;
import cn.jianfu.web.paging.PageOf;
import cn.jianfu.web.paging.PageRequest;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/calendars")
class CalendarEndpoint {

  private final Reference reference;
  private final Access access;
  private final ChosenFields fields;

  CalendarEndpoint(Reference reference, Access access, ChosenFields fields) {
    this.reference = reference;
    this.fields = fields;
    this.access = access;
  }

  record CalendarBody(
      @NotNull @Size(max = 366) List<@NotNull LocalDate> holidays,
      @NotNull @Size(max = 366) List<@NotNull LocalDate> makeUpWorkdays,
      @NotNull LocalTime from,
      @NotNull LocalTime to) {}

  @GetMapping
  PageOf<?> list(Caller caller, PageRequest page) {
    access.mayRead(caller);
    var all =
        reference.current().calendars().byYear().values().stream().map(ReferenceContracts::of);
    return fields.of(
        page.pageOf(all, "year", it -> String.valueOf(it.year())), page, WorkCalendarV1.class);
  }

  @GetMapping("/{year}")
  WorkCalendarV1 find(Caller caller, @PathVariable int year) {
    access.mayRead(caller);
    WorkCalendar calendar = reference.current().calendars().byYear().get(year);
    if (calendar == null) {
      throw Problem.of(WebProblems.NOT_FOUND).toException();
    }
    return ReferenceContracts.of(calendar);
  }

  @PutMapping("/{year}")
  Mono<ResponseEntity<Object>> put(
      Caller caller,
      @PathVariable @Min(WorkCalendar.FIRST_YEAR) @Max(WorkCalendar.LAST_YEAR) int year,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody CalendarBody body) {
    var actor = access.mayAdminister(caller);
    var wish =
        new WorkCalendar(year, body.holidays(), body.makeUpWorkdays(), body.from(), body.to());
    return reference
        .put(wish, new Request(caller.subject(), Versions.seen(ifMatch)), actor)
        .map(outcome -> ReferenceProblems.answer(outcome, ReferenceContracts::of));
  }
}
