package cn.jianfu.group.staff;

import cn.jianfu.group.access.Access;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.staff.domain.StaffMember;
import cn.jianfu.group.staff.domain.UnitStaff;
import cn.jianfu.group.staff.domain.UnitStaff.Flaw;
import cn.jianfu.web.problem.AllThatIsWrong;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemType;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads staff lists at the door, where ids and names are replaced by their hashes. */
final class StaffLists {

  static final ProblemType CONTRADICT = new ProblemType("group.staff-contradict", 422);

  private static final int MAX_TEXT = 128;

  private final Access access;
  private final PersonRefs people;
  private final DistrictClock clock;

  StaffLists(Access access, PersonRefs people, DistrictClock clock) {
    this.access = access;
    this.people = people;
    this.clock = clock;
  }

  /** The list, or an exception with the problem. */
  UnitStaff read(Caller caller, String unit, TakeStaff body) {
    String town = access.townToWrite(caller, unit);
    Instant said = body.takenAt() == null ? clock.now() : body.takenAt();
    Instant takenAt = said.truncatedTo(ChronoUnit.MILLIS);
    boolean isPast = !takenAt.isAfter(clock.now());
    LocalDate day = isPast ? clock.dayOf(takenAt) : clock.today();
    AllThatIsWrong wrong = new AllThatIsWrong();
    List<StaffMember> members = wrong.orNull(() -> members(body.people(), day));
    if (!isPast) {
      wrong.add(problem(List.of(new Flaw(UnitStaff.Refusal.TAKEN_IN_FUTURE, null))));
    }
    wrong.mustBeNothing();
    return new UnitStaff(unit, town, takenAt, Objects.requireNonNull(members));
  }

  /** What is wrong, with pointers to the people concerned. */
  static Problem problem(List<Flaw> flaws) {
    Problem problem = Problem.of(CONTRADICT);
    for (Flaw flaw : flaws) {
      String code = flaw.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
      problem = problem.at(pointer(flaw), code, Map.of("max", UnitStaff.MAX_MEMBERS));
    }
    return problem;
  }

  private List<StaffMember> members(
      @Nullable List<TakeStaff.@Nullable Person> sent, LocalDate day) {
    if (sent == null) {
      throw Problem.of(WebProblems.INVALID).at("/people", "required").toException();
    }
    if (sent.size() > UnitStaff.MAX_MEMBERS) {
      throw problem(List.of(new Flaw(UnitStaff.Refusal.TOO_MANY_STAFF, null))).toException();
    }
    List<StaffMember> members = new ArrayList<>(sent.size());
    Problem wrong = Problem.of(WebProblems.INVALID);
    for (int i = 0; i < sent.size(); i++) {
      TakeStaff.Person person = sent.get(i);
      String id = person == null ? null : person.id();
      if (id == null || id.isBlank()) {
        wrong = wrong.at("/people/" + i + "/id", "required");
      } else if (id.length() > MAX_TEXT) {
        wrong = wrong.at("/people/" + i + "/id", "too-long", Map.of("max", MAX_TEXT));
      }
      if (person != null && person.name() != null && person.name().length() > MAX_TEXT) {
        wrong = wrong.at("/people/" + i + "/name", "too-long", Map.of("max", MAX_TEXT));
      }
      if (person != null && id != null && wrong.errors().isEmpty()) {
        members.add(new StaffMember(people.of(id), nameOf(person), leftOn(person, day)));
      }
    }
    if (!wrong.errors().isEmpty()) {
      throw wrong.toException();
    }
    List<Flaw> flaws = UnitStaff.flaws(members, clock.today());
    if (!flaws.isEmpty()) {
      throw problem(flaws).toException();
    }
    return members;
  }

  private @Nullable String nameOf(TakeStaff.Person person) {
    return person.name() == null || person.name().isBlank() ? null : people.ofName(person.name());
  }

  private static @Nullable LocalDate leftOn(TakeStaff.Person person, LocalDate day) {
    boolean gone = Boolean.FALSE.equals(person.active());
    return person.leftOn() == null && gone ? day : person.leftOn();
  }

  private static String pointer(Flaw flaw) {
    return switch (flaw.why()) {
      case TOO_MANY_STAFF -> "/people";
      case PERSON_TWICE -> "/people/" + flaw.index();
      case LEFT_IN_FUTURE -> "/people/" + flaw.index() + "/leftOn";
      case TAKEN_IN_FUTURE, SAME_TIME_OTHER_STAFF -> "/takenAt";
    };
  }
}
