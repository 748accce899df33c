package cn.jianfu.group.staff;

import cn.jianfu.group.access.Access;
import cn.jianfu.group.access.Answers;
import cn.jianfu.group.access.Origin;
import cn.jianfu.group.access.Origins;
import cn.jianfu.group.staff.domain.UnitStaff;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.web.headers.IdempotencyKey;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A unit's staff: taken as a whole, shown as totals only. */
@RestController
@RequestMapping("/api/v1/staff/{unit}")
class StaffEndpoint {

  private final StaffLists lists;
  private final StaffOfUnits staff;
  private final Access access;
  private final Origins origins;

  StaffEndpoint(StaffLists lists, StaffOfUnits staff, Access access, Origins origins) {
    this.lists = lists;
    this.staff = staff;
    this.access = access;
    this.origins = origins;
  }

  @PutMapping
  Mono<StaffView> take(
      @PathVariable String unit,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestBody TakeStaff body,
      Caller caller) {
    Origin origin = origins.of(caller.issuer() + "#" + caller.subject(), key, body);
    UnitStaff list = lists.read(caller, unit, body);
    return (dryRun ? staff.rehearse(list, origin) : staff.take(list, origin))
        .map(outcome -> Answers.accepted(outcome, flaw -> StaffLists.problem(List.of(flaw))))
        .map(StaffView::of);
  }

  @GetMapping
  Mono<StaffView> read(@PathVariable String unit, Caller caller) {
    access.mustRead(caller, unit);
    return staff
        .find(unit)
        .map(StaffView::of)
        .switchIfEmpty(Mono.error(() -> Problem.of(WebProblems.NOT_FOUND).toException()));
  }

  /**
   * A unit's staff in numbers.
   *
   * @param present how many work there
   * @param left how many are remembered to have left
   */
  record StaffView(String unit, Instant takenAt, long present, long left, long version) {

    static StaffView of(Stored<UnitStaff> stored) {
      UnitStaff it = stored.state();
      return new StaffView(
          it.unit(),
          it.takenAt(),
          it.present(),
          it.members().size() - it.present(),
          stored.version());
    }
  }
}
