package cn.jianfu.report.reference;

import cn.jianfu.contracts.supervision.WorkCalendarV1;
import cn.jianfu.report.reference.domain.WorkCalendar;
import cn.jianfu.report.scope.Access;
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

  CalendarEndpoint(Reference reference, Access access) {
    this.reference = reference;
    this.access = access;
  }

  record CalendarBody(
      @NotNull @Size(max = 366) List<@NotNull LocalDate> holidays,
      @NotNull @Size(max = 366) List<@NotNull LocalDate> makeUpWorkdays,
      @NotNull LocalTime from,
      @NotNull LocalTime to) {}

  @GetMapping
  List<WorkCalendarV1> list(Caller caller) {
    access.mayRead(caller);
    return reference.current().calendars().byYear().values().stream()
        .map(ReferenceContracts::of)
        .toList();
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
      @PathVariable @Min(2000) @Max(2200) int year,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody CalendarBody body) {
    var actor = access.mayAdminister(caller);
    var wish =
        new WorkCalendar(year, body.holidays(), body.makeUpWorkdays(), body.from(), body.to());
    return reference
        .put(wish, new Request(caller.subject(), IfMatch.version(ifMatch)), actor)
        .map(outcome -> ReferenceProblems.answer(outcome, ReferenceContracts::of));
  }
}
