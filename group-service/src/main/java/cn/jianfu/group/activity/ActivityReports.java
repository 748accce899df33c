package cn.jianfu.group.activity;

import cn.jianfu.group.access.Access;
import cn.jianfu.group.access.Origin;
import cn.jianfu.group.activity.domain.ActivityDay;
import cn.jianfu.group.activity.domain.Counters;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.web.problem.AllThatIsWrong;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemType;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a day's counters at the door. */
public final class ActivityReports {

  static final ProblemType CONTRADICT = new ProblemType("group.counters-contradict", 422);

  private final Access access;
  private final DistrictClock clock;

  ActivityReports(Access access, DistrictClock clock) {
    this.access = access;
    this.clock = clock;
  }

  /** The report, or an exception with the problem. */
  public ActivityReport read(
      Caller caller, GroupId id, @Nullable LocalDate date, CountActivity body, Origin origin) {
    String town = access.townToWrite(caller, id.unit());
    AllThatIsWrong wrong = new AllThatIsWrong();
    LocalDate day = wrong.orNull(() -> past(dayOf(date, body.date())));
    Counters counters = wrong.orNull(() -> counters(body));
    wrong.mustBeNothing();
    ActivityDay reported =
        new ActivityDay(
            id.text(),
            id.unit(),
            town,
            Objects.requireNonNull(day),
            Objects.requireNonNull(counters),
            origin.source());
    return new ActivityReport(id, reported, access.actor(caller), origin);
  }

  private static Counters counters(CountActivity body) {
    if (body.messages() == null) {
      // The others are held against it, so that without it nothing is known to be wrong with them.
      throw Problem.of(WebProblems.INVALID).at("/messages", "required").toException();
    }
    Counters counters = body.counters();
    List<Counters.Flaw> flaws = counters.flaws();
    if (!flaws.isEmpty()) {
      throw problem(flaws).toException();
    }
    return counters;
  }

  /** Why a day is not taken. */
  public static Problem problem(ActivityDay.Verdict verdict) {
    String code = verdict == ActivityDay.Verdict.IN_FUTURE ? "day-in-future" : "day-too-early";
    return Problem.of(CONTRADICT).at("/date", code);
  }

  private static Problem problem(List<Counters.Flaw> flaws) {
    Problem problem = Problem.of(CONTRADICT);
    for (Counters.Flaw flaw : flaws) {
      String code = flaw.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
      problem = problem.at("/" + flaw.field(), code);
    }
    return problem;
  }

  /** Here already, because a report that is taken shows that the group is in use. */
  private LocalDate past(LocalDate day) {
    ActivityDay.Verdict verdict = ActivityDay.of(day, clock.today());
    if (verdict != ActivityDay.Verdict.RECORDED) {
      throw problem(verdict).toException();
    }
    return day;
  }

  private static LocalDate dayOf(@Nullable LocalDate asked, @Nullable LocalDate said) {
    if (asked == null && said == null) {
      throw Problem.of(WebProblems.INVALID).at("/date", "required").toException();
    }
    if (asked != null && said != null && !asked.equals(said)) {
      throw Problem.of(WebProblems.UNPROCESSABLE).at("/date", "not-allowed").toException();
    }
    return asked != null ? asked : Objects.requireNonNull(said);
  }
}
