package cn.jianfu.report.console;

import java.util.List;
import java.util.Set;

/**
 * Who looks at the console, as the identity's token named them.
 *
 * @param unit the org code that the token carries
 */
record ConsoleUser(String issuer, String subject, String name, String unit, Set<String> roles) {

  static final String TOWN_OFFICE = "town-office";
  static final String COMMUNITY = "community";

  /** Roles that see the whole district. */
  static final List<String> DISTRICT =
      List.of("district-admin", "district-supervisor", "discipline");

  /** Roles that may judge findings. */
  private static final List<String> JUDGES = List.of("district-supervisor", "discipline");

  /** The pages that show a unit its own and nothing else. */
  private static final Set<String> OF_ONE_UNIT =
      Set.of(
          "/",
          "/inbox",
          "/self-check",
          "/self-check/all",
          "/secrecy",
          "/groups",
          "/register",
          "/register.csv",
          "/findings",
          "/metrics",
          "/rules",
          "/calendar");

  /** Roles in which group-service takes decisions, for the user's unit and what is below it. */
  private static final List<String> DECIDERS =
      List.of(TOWN_OFFICE, "department", COMMUNITY, "district-admin");

  private static final int TOWN_DIGITS = 9;
  private static final int DISTRICT_DIGITS = 6;
  private static final String NO_TOWN = "000";

  public boolean mayEnter() {
    return DISTRICT.stream().anyMatch(roles::contains)
        || (roles.contains(TOWN_OFFICE) && isOfATown())
        || (ownUnitOnly() && unit.matches("\\d{12}") && !unit.endsWith("000"));
  }

  /** The party office of a department of the district would else see what all of them have. */
  private boolean isOfATown() {
    return unit.length() == 12 && !unit.startsWith(NO_TOWN, DISTRICT_DIGITS);
  }

  /** Whether the user sees its own unit, and nothing of the town that this is in. */
  public boolean ownUnitOnly() {
    return roles.contains(COMMUNITY)
        && !roles.contains(TOWN_OFFICE)
        && DISTRICT.stream().noneMatch(roles::contains);
  }

  /** Whether a page is for this user; whoever sees one unit only is not shown a new one at once. */
  boolean mayOpen(String path) {
    return !ownUnitOnly() || OF_ONE_UNIT.contains(path) || path.startsWith("/findings/");
  }

  public boolean mayJudge() {
    return JUDGES.stream().anyMatch(roles::contains);
  }

  /** Whether the user may say that about a finding. */
  boolean may(Verdict verdict) {
    return verdict == Verdict.CONTEST ? mayContest() : mayJudge();
  }

  public boolean mayContest() {
    return roles.contains(TOWN_OFFICE) || ownUnitOnly();
  }

  /** Whether the user changes reference data. */
  public boolean administers() {
    return roles.contains("district-admin");
  }

  /** Whether the user decides what becomes of groups. */
  public boolean decides() {
    return !ownUnitOnly() && DECIDERS.stream().anyMatch(roles::contains);
  }

  public boolean answersSelfChecks() {
    return roles.contains(TOWN_OFFICE) || ownUnitOnly();
  }

  /**
   * A department of a town belongs to the town, whose code its own begins with; a community sees
   * only itself.
   */
  public Scope scope() {
    if (DISTRICT.stream().anyMatch(roles::contains)) {
      return Scope.DISTRICT;
    }
    return new Scope(ownUnitOnly() ? unit : unit.substring(0, TOWN_DIGITS) + "000");
  }

  /** The role in which this user acts here. */
  public String role() {
    return DISTRICT.stream().filter(roles::contains).findFirst().orElse(unitRole());
  }

  private String unitRole() {
    return ownUnitOnly() ? COMMUNITY : TOWN_OFFICE;
  }

  /** The role in which this user judges, or contests. */
  String judge() {
    return JUDGES.stream().filter(roles::contains).findFirst().orElse(unitRole());
  }
}
