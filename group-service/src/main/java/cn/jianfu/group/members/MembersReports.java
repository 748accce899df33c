package cn.jianfu.group.members;

import cn.jianfu.group.access.Access;
import cn.jianfu.group.access.Origin;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.members.domain.GroupMembers;
import cn.jianfu.group.members.domain.Member;
import cn.jianfu.group.members.domain.MemberRole;
import cn.jianfu.group.members.domain.MemberSnapshot;
import cn.jianfu.group.members.domain.MemberSnapshot.Flaw;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.web.problem.AllThatIsWrong;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemType;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads member snapshots at the door, where directory ids are replaced by their hashes. */
public final class MembersReports {

  static final ProblemType CONTRADICT = new ProblemType("group.members-contradict", 422);

  private static final int MAX_ID = 128;

  private final Access access;
  private final PersonRefs people;
  private final DistrictClock clock;

  MembersReports(Access access, PersonRefs people, DistrictClock clock) {
    this.access = access;
    this.people = people;
    this.clock = clock;
  }

  /** The report, or an exception with the problem. */
  public MembersReport read(Caller caller, GroupId id, TakeMembers body, Origin origin) {
    String town = access.townToWrite(caller, id.unit());
    AllThatIsWrong wrong = new AllThatIsWrong();
    List<Member> members = wrong.orNull(() -> members(body.members()));
    Instant said = body.takenAt() == null ? clock.now() : body.takenAt();
    // As exactly as it is kept, so that it is answered as it will be read.
    Instant takenAt = said.truncatedTo(ChronoUnit.MILLIS);
    if (takenAt.isAfter(clock.now())) {
      // Here already, because a report that is taken shows that the group is in use.
      wrong.add(problem(List.of(new Flaw(MemberSnapshot.Refusal.TAKEN_IN_FUTURE, null))));
    }
    wrong.mustBeNothing();
    MemberSnapshot snapshot = new MemberSnapshot(takenAt, Objects.requireNonNull(members));
    return new MembersReport(
        id,
        new GroupMembers(id.text(), id.unit(), town, snapshot),
        access.actor(caller),
        origin,
        false);
  }

  /** What is wrong, with pointers to the members concerned. */
  public static Problem problem(List<Flaw> flaws) {
    Problem problem = Problem.of(CONTRADICT);
    for (Flaw flaw : flaws) {
      problem = problem.at(pointer(flaw), codeOf(flaw), Map.of("max", MemberSnapshot.MAX_MEMBERS));
    }
    return problem;
  }

  private List<Member> members(@Nullable List<TakeMembers.@Nullable Person> sent) {
    if (sent == null) {
      throw Problem.of(WebProblems.INVALID).at("/members", "required").toException();
    }
    if (sent.size() > MemberSnapshot.MAX_MEMBERS) {
      throw problem(List.of(new Flaw(MemberSnapshot.Refusal.TOO_MANY_MEMBERS, null))).toException();
    }
    List<Member> members = new ArrayList<>(sent.size());
    Problem wrong = Problem.of(WebProblems.INVALID);
    for (int i = 0; i < sent.size(); i++) {
      TakeMembers.Person person = sent.get(i);
      String id = person == null ? null : person.id();
      if (id == null || id.isBlank()) {
        wrong = wrong.at("/members/" + i + "/id", "required");
      } else if (id.length() > MAX_ID) {
        wrong = wrong.at("/members/" + i + "/id", "too-long", Map.of("max", MAX_ID));
      }
      if (person != null && person.unit() != null && !isOrgCode(person.unit())) {
        wrong = wrong.at("/members/" + i + "/unit", "not-a-code");
      }
      if (person != null && id != null && wrong.errors().isEmpty()) {
        MemberRole role = person.role() == null ? MemberRole.MEMBER : person.role();
        members.add(new Member(people.of(id), person.unit(), role));
      }
    }
    if (!wrong.errors().isEmpty()) {
      throw wrong.toException();
    }
    List<Flaw> flaws = MemberSnapshot.flaws(members);
    if (!flaws.isEmpty()) {
      throw problem(flaws).toException();
    }
    return members;
  }

  private static boolean isOrgCode(String text) {
    return text.length() == 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String pointer(Flaw flaw) {
    return switch (flaw.why()) {
      case TOO_MANY_MEMBERS -> "/members";
      case MEMBER_TWICE, SECOND_OWNER -> "/members/" + flaw.index();
      case TAKEN_IN_FUTURE, SAME_TIME_OTHER_MEMBERS -> "/takenAt";
    };
  }

  private static String codeOf(Flaw flaw) {
    return flaw.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
