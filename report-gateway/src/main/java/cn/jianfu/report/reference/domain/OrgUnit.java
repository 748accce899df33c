package cn.jianfu.report.reference.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the organisation (组织机构).
 *
 * @param path org codes from the root to this unit, both included
 * @param line 条线
 */
public record OrgUnit(
    String orgCode,
    String name,
    String nameEn,
    Level level,
    Kind kind,
    @Nullable String parent,
    List<String> path,
    @Nullable String line,
    LocalDate openedOn,
    @Nullable LocalDate closedOn) {

  public OrgUnit {
    path = List.copyOf(path);
  }

  /** Where a unit stands in the state. */
  public enum Level {
    PROVINCE,
    CITY,
    DISTRICT,
    TOWN,
    COMMUNITY
  }

  /** What a unit is. */
  public enum Kind {
    PARTY_GOV,
    DEPARTMENT,
    VILLAGE,
    NEIGHBOURHOOD
  }

  /** A unit as somebody wants it to be. */
  public record PutOrgUnit(
      String orgCode,
      String name,
      String nameEn,
      Level level,
      Kind kind,
      @Nullable String parent,
      @Nullable String line,
      LocalDate openedOn,
      @Nullable LocalDate closedOn) {}

  /**
   * What the wish leads to.
   *
   * @param parent the parent that the wish names, or null when it names none or it is not known
   */
  public static Ruling<OrgUnit> decide(
      @Nullable OrgUnit current, PutOrgUnit wish, @Nullable OrgUnit parent) {
    if (wish.closedOn() != null && wish.closedOn().isBefore(wish.openedOn())) {
      return Ruling.declined(Refusal.ENDS_BEFORE_IT_BEGINS, "/closedOn");
    }
    if (wish.parent() != null && (parent == null || parent.path().contains(wish.orgCode()))) {
      return Ruling.declined(Refusal.PARENT_UNKNOWN, "/parent");
    }
    if (current != null && !Objects.equals(current.parent(), wish.parent())) {
      return Ruling.declined(Refusal.PARENT_FIXED, "/parent");
    }
    OrgUnit next = evolve(wish, parent);
    return next.equals(current) ? Ruling.unchanged() : Ruling.accepted(next);
  }

  private static OrgUnit evolve(PutOrgUnit wish, @Nullable OrgUnit parent) {
    List<String> path = parent == null ? new ArrayList<>() : new ArrayList<>(parent.path());
    path.add(wish.orgCode());
    return new OrgUnit(
        wish.orgCode(),
        wish.name(),
        wish.nameEn(),
        wish.level(),
        wish.kind(),
        wish.parent(),
        path,
        wish.line(),
        wish.openedOn(),
        wish.closedOn());
  }

  /** Of a place, whether it is no town but stands for what is in none. */
  public boolean isDepartments() {
    return level != Level.TOWN;
  }

  /** The same as the place of what is directly below it and in no town (直属单位). */
  OrgUnit withItsOwnUnits() {
    return new OrgUnit(
        orgCode,
        name + "直属单位",
        nameEn + ", own departments",
        level,
        kind,
        parent,
        path,
        line,
        openedOn,
        closedOn);
  }

  /** Whether this unit exists on that day. */
  public boolean openOn(LocalDate day) {
    return !openedOn.isAfter(day) && (closedOn == null || closedOn.isAfter(day));
  }
}
