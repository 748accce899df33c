package cn.jianfu.group.workgroup;

import cn.jianfu.contracts.supervision.RuleSetV1;
import cn.jianfu.group.access.Access;
import cn.jianfu.group.access.Origin;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.workgroup.domain.Actor;
import cn.jianfu.group.workgroup.domain.Confidence;
import cn.jianfu.group.workgroup.domain.DecisionKind;
import cn.jianfu.group.workgroup.domain.DecisionOrigin;
import cn.jianfu.group.workgroup.domain.Facts;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.SaidDecision;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand;
import cn.jianfu.web.problem.AllThatIsWrong;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemException;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns what is sent about a group into a command, after checking that the sender may. */
public final class Orders {

  private static final String DUE_DAYS = "order.defaultDueWorkingDays";

  private final Access access;
  private final Reference reference;
  private final PersonRefs people;
  private final DistrictClock clock;

  Orders(Access access, Reference reference, PersonRefs people, DistrictClock clock) {
    this.access = access;
    this.reference = reference;
    this.people = people;
    this.clock = clock;
  }

  /** Members or activity of the group were reported. */
  public Order observe(Caller caller, GroupId id, Origin origin, LocalDate on) {
    String town = access.townToWrite(caller, id.unit());
    return new Order(id, new WorkGroupCommand.Observe(id, town, on), access.actor(caller), origin);
  }

  public Order declare(Caller caller, GroupId id, GroupRequests.DeclareGroup body, Origin origin) {
    Confidence confidence = caller.has("town-system") ? Confidence.API : Confidence.DECLARED;
    LocalDate on = day(body.declaredOn(), origin);
    String town = access.townToWrite(caller, id.unit());
    return new Order(
        id,
        new WorkGroupCommand.Declare(id, town, facts(body, confidence), on),
        access.actor(caller),
        origin.about("facts"));
  }

  /** A group that a register lists; what the register leaves open is left as it is known. */
  public Order imported(Caller caller, GroupId id, GroupRequests.DeclareGroup body, Origin origin) {
    LocalDate on = day(body.declaredOn(), origin);
    String town = access.townToWrite(caller, id.unit());
    return new Order(
        id,
        new WorkGroupCommand.Complete(id, town, facts(body, Confidence.IMPORTED), on),
        access.actor(caller),
        origin.about("facts"));
  }

  private Facts facts(GroupRequests.DeclareGroup body, Confidence confidence) {
    return new Facts(
        body.name().strip(),
        body.kind(),
        body.matterCode(),
        body.matterTitle(),
        body.purpose(),
        knownUnit(body.ownerUnit()),
        refOf(body.ownerId()),
        stripped(body.ownerName()),
        body.createdOn(),
        body.validUntil(),
        body.taskCompletedOn(),
        Facts.Approval.of(stripped(body.approvalNo()), body.approvedOn()),
        body.memberCount(),
        confidence);
  }

  /**
   * The group is again as it was before something was said about it in error.
   *
   * @param said the decision that was said along with it; null for none
   */
  public Order withdrawDeclaration(
      Caller caller,
      GroupId id,
      FormerGroup former,
      GroupRequests.@Nullable TakeDecision said,
      Origin origin) {
    access.townToWrite(caller, id.unit());
    return new Order(
        id,
        new WorkGroupCommand.WithdrawDeclaration(
            former.group(), said == null ? null : said(said), clock.today()),
        access.actor(caller),
        origin.about("withdrawal"));
  }

  /** The group was declared in error: there is none. */
  public Order withdrawDeclaration(Caller caller, GroupId id, Origin origin) {
    return order(
        caller,
        id,
        new WorkGroupCommand.WithdrawDeclaration(null, day(null, origin)),
        origin.about("withdrawal"));
  }

  public Order file(Caller caller, GroupId id, GroupRequests.FileGroup body, Origin origin) {
    return order(
        caller,
        id,
        new WorkGroupCommand.File(
            body.filingNo().strip(), stripped(body.name()), day(body.filedOn(), origin)),
        origin.about("filing"));
  }

  public Order rename(Caller caller, GroupId id, GroupRequests.RenameGroup body, Origin origin) {
    return order(
        caller,
        id,
        new WorkGroupCommand.Rename(body.name().strip(), day(body.renamedOn(), origin)),
        origin.about("name"));
  }

  public Order changeOwner(
      Caller caller, GroupId id, GroupRequests.ChangeOwner body, Origin origin) {
    return order(
        caller,
        id,
        new WorkGroupCommand.ChangeOwner(
            knownUnit(body.ownerUnit()),
            refOf(body.ownerId()),
            stripped(body.ownerName()),
            day(body.changedOn(), origin)),
        origin.about("owner"));
  }

  public Order decide(Caller caller, GroupId id, GroupRequests.TakeDecision body, Origin origin) {
    access.townToWrite(caller, id.unit());
    return decide(access.actor(caller), id, body, DecisionOrigin.BY_HAND, origin.about("decision"));
  }

  /** A decision that somebody's answer in a self-check stands for, who was let in before. */
  public Order decideAsAnswered(
      Actor actor, GroupId id, GroupRequests.TakeDecision body, Origin origin) {
    return decide(actor, id, body, DecisionOrigin.SELF_CHECK, origin);
  }

  private Order decide(
      Actor actor,
      GroupId id,
      GroupRequests.TakeDecision body,
      DecisionOrigin from,
      Origin origin) {
    LocalDate on = day(body.decidedOn(), origin);
    AllThatIsWrong wrong = new AllThatIsWrong();
    LocalDate due = wrong.orNull(() -> due(body, on));
    GroupId target = wrong.orNull(() -> target(body.mergeInto()));
    wrong.mustBeNothing();
    WorkGroupCommand command =
        new WorkGroupCommand.Decide(
            body.kind(),
            body.reason().strip(),
            Objects.requireNonNull(due),
            target,
            body.round(),
            from,
            on);
    return new Order(id, command, actor, origin);
  }

  public Order withdraw(Caller caller, GroupId id, Origin origin) {
    return order(
        caller,
        id,
        new WorkGroupCommand.WithdrawDecision(day(null, origin)),
        origin.about("decision"));
  }

  public Order execute(
      Caller caller, GroupId id, GroupRequests.ReportExecution body, Origin origin) {
    return order(
        caller,
        id,
        new WorkGroupCommand.ReportExecution(day(body.executedOn(), origin)),
        origin.about("execution"));
  }

  public Order restore(Caller caller, GroupId id, GroupRequests.RestoreGroup body, Origin origin) {
    return order(
        caller,
        id,
        new WorkGroupCommand.Restore(day(body.restoredOn(), origin)),
        origin.about("execution"));
  }

  private Order order(Caller caller, GroupId id, WorkGroupCommand command, Origin origin) {
    access.townToWrite(caller, id.unit());
    return new Order(id, command, access.actor(caller), origin);
  }

  /** The day that is stated, else the one on which the source says that it happened. */
  private LocalDate day(@Nullable LocalDate stated, Origin origin) {
    if (stated != null) {
      return stated;
    }
    return origin.time() == null ? clock.today() : clock.dayOf(origin.time());
  }

  private LocalDate due(GroupRequests.TakeDecision body, LocalDate on) {
    if (body.dueOn() != null) {
      return body.dueOn();
    }
    if (body.kind() == DecisionKind.KEEP) {
      return on;
    }
    return reference
        .data()
        .ruleSetOn(on)
        .map(RuleSetV1::thresholds)
        .map(thresholds -> thresholds.get(DUE_DAYS))
        .map(BigDecimal::intValue)
        .map(days -> reference.data().workingDaysAfter(on, days))
        .orElseThrow(() -> Problem.of(WebProblems.INVALID).at("/dueOn", "required").toException());
  }

  /** What of a decision tells it from another. */
  public static SaidDecision said(GroupRequests.TakeDecision body) {
    return new SaidDecision(body.kind(), body.reason().strip(), target(body.mergeInto()));
  }

  private static @Nullable GroupId target(@Nullable String mergeInto) {
    if (mergeInto == null) {
      return null;
    }
    try {
      return GroupId.parse(mergeInto);
    } catch (IllegalArgumentException malformed) {
      throw new ProblemException(
          Problem.of(WebProblems.INVALID).at("/mergeInto", "not-readable"), malformed);
    }
  }

  private @Nullable String knownUnit(@Nullable String code) {
    if (code != null && reference.data().unit(code).isEmpty()) {
      throw Access.unknownUnit(code).at("/ownerUnit", "unknown-unit").toException();
    }
    return code;
  }

  private static @Nullable String stripped(@Nullable String text) {
    return text == null ? null : text.strip();
  }

  private @Nullable String refOf(@Nullable String directoryId) {
    return directoryId == null ? null : people.of(directoryId);
  }
}
