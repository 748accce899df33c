package cn.jianfu.group.staff.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The latest list of a unit's staff. Who was on the list before and is no longer has left, on the
 * day of the list: a directory that only knows who is there says it by leaving people out.
 *
 * @param town org code of the town, or of the district
 * @param members sorted by reference
 */
public record UnitStaff(String unit, String town, Instant takenAt, List<StaffMember> members) {

  /** More than a district has. */
  public static final int MAX_MEMBERS = 10_000;

  public UnitStaff {
    members = members.stream().sorted(Comparator.comparing(StaffMember::personRef)).toList();
  }

  /**
   * What this list, as it was sent, changes about the one known so far.
   *
   * @param on the district's day on which it was taken
   * @param today the district's day now
   * @param kept for so long it is remembered who has left
   * @param isCurrent whether a reference is under the key in use
   */
  public Verdict after(
      @Nullable UnitStaff known,
      LocalDate on,
      LocalDate today,
      Period kept,
      Instant now,
      Predicate<String> isCurrent) {
    if (takenAt.isAfter(now)) {
      return new Verdict.Declined(new Flaw(Refusal.TAKEN_IN_FUTURE, null));
    }
    if (known == null) {
      return new Verdict.Taken(this);
    }
    if (takenAt.isBefore(known.takenAt)) {
      return new Verdict.Known();
    }
    if (known.isUnderAnotherKey(isCurrent)) {
      return new Verdict.Taken(this);
    }
    UnitStaff merged = remembering(known, on, kept);
    if (takenAt.equals(known.takenAt)) {
      // Whom time has taken off the list since is not missing, and does not come back with it.
      return merged.remembered(on, today, kept).equals(known.remembered(on, today, kept))
          ? new Verdict.Known()
          : new Verdict.Declined(new Flaw(Refusal.SAME_TIME_OTHER_STAFF, null));
    }
    return new Verdict.Taken(merged);
  }

  /** Of people under another key nobody can tell who is still there; an empty list, neither. */
  private boolean isUnderAnotherKey(Predicate<String> isCurrent) {
    return members.stream().map(StaffMember::personRef).anyMatch(isCurrent.negate());
  }

  private UnitStaff remembering(UnitStaff known, LocalDate on, Period kept) {
    Set<String> named = members.stream().map(StaffMember::personRef).collect(Collectors.toSet());
    List<StaffMember> all = new ArrayList<>(members);
    for (StaffMember before : known.members) {
      StaffMember gone = before.gone(on);
      boolean forgotten = gone.leftOn() != null && gone.leftOn().isBefore(on.minus(kept));
      if (!named.contains(before.personRef()) && !forgotten) {
        all.add(gone);
      }
    }
    return new UnitStaff(unit, town, takenAt, all);
  }

  /**
   * Without those who left too long ago, as they were listed at the same moment. A list that says
   * itself of somebody who left longer ago than that has a reason to: that stays as long after the
   * list as it would after the leaving.
   *
   * @param on the district's day on which this list was taken
   * @param kept for so long; groups that still have them show until then
   */
  public UnitStaff remembered(LocalDate on, LocalDate today, Period kept) {
    LocalDate since = today.minus(kept);
    LocalDate sinceList = on.minus(kept);
    return new UnitStaff(
        unit,
        town,
        takenAt,
        members.stream()
            .filter(it ->
                it.leftOn() == null
                    || !it.leftOn().isBefore(since)
                    || (it.leftOn().isBefore(sinceList) && !on.isBefore(since)))
            .toList());
  }

  /** The others, as they were listed at the same moment. */
  public UnitStaff without(String personRef) {
    return new UnitStaff(
        unit,
        town,
        takenAt,
        members.stream().filter(it -> !it.personRef().equals(personRef)).toList());
  }

  /** How many work there. */
  public long present() {
    return members.stream().filter(it -> it.leftOn() == null).count();
  }

  /**
   * What is wrong with a list as it was sent, by its index there.
   *
   * @param today a later day of leaving is not known yet
   */
  public static List<Flaw> flaws(List<StaffMember> sent, LocalDate today) {
    if (sent.size() > MAX_MEMBERS) {
      return List.of(new Flaw(Refusal.TOO_MANY_STAFF, null));
    }
    List<Flaw> flaws = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < sent.size(); i++) {
      if (!seen.add(sent.get(i).personRef())) {
        flaws.add(new Flaw(Refusal.PERSON_TWICE, i));
      }
      LocalDate leftOn = sent.get(i).leftOn();
      if (leftOn != null && leftOn.isAfter(today)) {
        flaws.add(new Flaw(Refusal.LEFT_IN_FUTURE, i));
      }
    }
    return List.copyOf(flaws);
  }

  /** What a list leads to. */
  public sealed interface Verdict {
    /** It is the latest from now on, with those who left since the one before. */
    record Taken(UnitStaff staff) implements Verdict {}

    /** A later one, or the same, is known. */
    record Known() implements Verdict {}

    record Declined(Flaw flaw) implements Verdict {}
  }

  /** What is wrong, and with whom. */
  public record Flaw(Refusal why, @Nullable Integer index) {}

  /** Why a list is declined. */
  public enum Refusal {
    TOO_MANY_STAFF,
    PERSON_TWICE,
    LEFT_IN_FUTURE,
    TAKEN_IN_FUTURE,
    SAME_TIME_OTHER_STAFF
  }
}
