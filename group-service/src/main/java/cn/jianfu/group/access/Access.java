package cn.jianfu.group.access;

import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.workgroup.domain.Actor;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.Platform;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemException;
import cn.jianfu.web.problem.ProblemType;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Decides whether a caller may touch a unit, and in which role it does. */
public final class Access {

  /** A unit that is not known here, yet. */
  public static final ProblemType UNKNOWN_UNIT = new ProblemType("group.unknown-unit", 503);

  private static final Duration UNTIL_THE_UNIT_IS_KNOWN = Duration.ofSeconds(30);
  private static final Pattern ORG_CODE = Pattern.compile("[0-9]{12}");
  // The first that a caller has is the role in which it acts.
  private static final List<String> WRITERS =
      List.of("town-system", "town-office", "department", "community", "district-admin");
  private static final List<String> READERS =
      List.of(
          "district-admin",
          "district-supervisor",
          "discipline",
          "town-office",
          "department",
          "community",
          "town-system");

  private final Reference reference;

  Access(Reference reference) {
    this.reference = reference;
  }

  /** The caller as the one who acts. */
  public Actor actor(Caller caller) {
    String role =
        WRITERS.stream()
            .filter(caller::has)
            .findFirst()
            .orElseGet(() -> caller.roles().stream().sorted().findFirst().orElse("none"));
    return new Actor(caller.issuer(), caller.subject(), role, caller.unit());
  }

  /**
   * The town of a unit for which the caller may write.
   *
   * @throws ProblemException when it may not, or when nobody knows the unit
   */
  public String townToWrite(Caller caller, String unit) {
    mustWrite(caller);
    return townReached(caller, unit);
  }

  /** Makes sure that the caller is in a role that writes, wherever it is. */
  public void mustWrite(Caller caller) {
    caller.mustHave(WRITERS.toArray(String[]::new));
  }

  /**
   * Makes sure that the caller may read what belongs to the unit.
   *
   * @throws ProblemException when it may not, or when nobody knows the unit
   */
  public void mustRead(Caller caller, String unit) {
    townToRead(caller, unit);
  }

  /** The town of a unit that the caller may read. */
  public String townToRead(Caller caller, String unit) {
    caller.mustHave(READERS.toArray(String[]::new));
    return townReached(caller, unit);
  }

  /** Whether the unit is the caller's own or below it. */
  public boolean reaches(Caller caller, String unit) {
    return reference.data().within(unit, caller.unit());
  }

  /** Makes sure that somebody of the district itself is asking. */
  public void mustBeDistrict(Caller caller) {
    caller.mustHave("district-admin", "district-supervisor");
    if (!isDistrict(caller)) {
      throw Problem.of(WebProblems.FORBIDDEN).toException();
    }
  }

  /** Makes sure that an administrator of the district itself is asking. */
  public void mustAdminister(Caller caller) {
    caller.mustHave("district-admin");
    mustBeDistrict(caller);
  }

  /** Whether the caller belongs to the district itself, whose subtree is everything. */
  public boolean isDistrict(Caller caller) {
    return reference.data().isDistrict(caller.unit());
  }

  /**
   * A group id as it stands in an address.
   *
   * @throws ProblemException when a part is malformed
   */
  public static GroupId groupId(String unit, String platform, String externalId) {
    Problem flaws = Problem.of(WebProblems.INVALID);
    if (!ORG_CODE.matcher(unit).matches()) {
      flaws = flaws.atParameter("unit", "not-a-code");
    }
    boolean known = List.of(Platform.values()).stream().anyMatch(p -> p.name().equals(platform));
    if (!known) {
      flaws = flaws.atParameter("platform", "not-readable");
    }
    if (!GroupId.isExternalId(externalId)) {
      flaws = flaws.atParameter("externalId", "not-readable");
    }
    if (!flaws.errors().isEmpty()) {
      throw flaws.toException();
    }
    return new GroupId(unit, Platform.valueOf(platform), externalId);
  }

  /** The problem of a unit that may become known soon. */
  public static Problem unknownUnit(String unit) {
    return Problem.of(UNKNOWN_UNIT).with("unit", unit).retryAfter(UNTIL_THE_UNIT_IS_KNOWN);
  }

  private String townReached(Caller caller, String unit) {
    if (!ORG_CODE.matcher(unit).matches()) {
      throw Problem.of(WebProblems.INVALID).atParameter("unit", "not-a-code").toException();
    }
    String town = reference.data().townOf(unit).orElseThrow(() -> unknownUnit(unit).toException());
    caller.mustReach(unit, reference.data()::within);
    return town;
  }
}
