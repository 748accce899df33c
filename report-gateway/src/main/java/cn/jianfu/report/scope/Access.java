package cn.jianfu.report.scope;

import cn.jianfu.contracts.ActorV1;
import cn.jianfu.report.reference.domain.OrgTree;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemException;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import java.util.List;
import java.util.function.Supplier;

/** Decides what a caller may read and do, and in which role it acts. */
public final class Access {

  private static final List<String> READERS =
      List.of(
          "district-admin",
          "district-supervisor",
          "discipline",
          "town-office",
          "department",
          "community",
          "town-system");
  private static final List<String> ADMINISTRATORS = List.of("district-admin");
  private static final List<String> CONTESTERS = List.of("town-office", "department", "community");
  private static final List<String> JUDGES = List.of("district-supervisor", "discipline");

  private final Supplier<OrgTree> units;

  public Access(Supplier<OrgTree> units) {
    this.units = units;
  }

  /** What the caller may see; 403 for a caller in no role that reads. */
  public UnitScope mayRead(Caller caller) {
    caller.mustHave(READERS.toArray(String[]::new));
    return new UnitScope(caller.unit(), units.get());
  }

  /** Ends the request with 403 when the unit is not the caller's; it says nothing about it. */
  public UnitScope mayRead(Caller caller, String unit) {
    UnitScope scope = mayRead(caller);
    if (!scope.reaches(unit)) {
      throw Problem.of(WebProblems.FORBIDDEN).toException();
    }
    return scope;
  }

  /**
   * What a caller hears of something that is not there or that its scope does not reach: whether it
   * exists in another town is nobody's business, hence both are 403 to whoever may not see all.
   */
  public static ProblemException unseen(UnitScope scope) {
    return Problem.of(scope.isEverything() ? WebProblems.NOT_FOUND : WebProblems.FORBIDDEN)
        .toException();
  }

  /** The administrator as the one who acts; 403 for anybody else. */
  public ActorV1 mayAdminister(Caller caller) {
    return acting(caller, ADMINISTRATORS);
  }

  /** The judge of findings as the one who acts; 403 for anybody else. */
  public ActorV1 mayJudge(Caller caller) {
    return acting(caller, JUDGES);
  }

  /** A unit's own people as those who contest a finding; 403 for anybody else. */
  public ActorV1 mayContest(Caller caller) {
    return acting(caller, CONTESTERS);
  }

  /**
   * What a caller that weighs other rules may see of them; 403 for whoever sets and applies none.
   */
  public UnitScope mayTry(Caller caller) {
    caller.mustHave("district-admin", "district-supervisor");
    return mayRead(caller);
  }

  /** Ends the request with 403 for anybody but the district's administrator and discipline. */
  public void mayAudit(Caller caller) {
    caller.mustHave("district-admin", "discipline");
  }

  /** Ends the request with 403 for anybody but the district itself. */
  public void mayOperate(Caller caller) {
    caller.mustHave("district-admin", "district-supervisor", "discipline");
  }

  private static ActorV1 acting(Caller caller, List<String> roles) {
    caller.mustHave(roles.toArray(String[]::new));
    String role = roles.stream().filter(caller::has).findFirst().orElseThrow();
    return new ActorV1(caller.issuer(), caller.subject(), role, caller.unit());
  }
}
