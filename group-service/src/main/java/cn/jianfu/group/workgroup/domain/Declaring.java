package cn.jianfu.group.workgroup.domain;

import static cn.jianfu.group.workgroup.domain.Verdict.accepted;
import static cn.jianfu.group.workgroup.domain.Verdict.declined;
import static cn.jianfu.group.workgroup.domain.WorkGroupDecisions.ended;
import static cn.jianfu.group.workgroup.domain.WorkGroupDecisions.notBefore;

import cn.jianfu.group.people.domain.KeyVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Being seen, declared, changed and filed. */
final class Declaring {

  private Declaring() {}

  static Verdict observe(@Nullable WorkGroup group, WorkGroupCommand.Observe command) {
    return switch (group) {
      case null ->
          accepted(new WorkGroupEvent.Observed(command.id(), command.town(), command.on()));
      case WorkGroup.Withdrawn it ->
          accepted(
              new WorkGroupEvent.Observed(
                  command.id(), command.town(), notBefore(it, command.on())));
      case WorkGroup.Filed it ->
          accepted(new WorkGroupEvent.Activated(notBefore(it, command.on())));
      // Also while it is to end: it may yet be decided otherwise.
      case WorkGroup it when it.state().isLive() && it.profile().usedSince() == null ->
          accepted(new WorkGroupEvent.UseSeen(command.on()));
      default -> accepted();
    };
  }

  static Verdict declare(
      @Nullable WorkGroup group,
      GroupId id,
      String town,
      Facts said,
      boolean blanksSayNothing,
      LocalDate on,
      LocalDate today) {
    // What was withdrawn as an error completes nothing.
    Facts facts =
        group == null || group instanceof WorkGroup.Withdrawn
            ? said
            : over(group, said, blanksSayNothing);
    List<Refusal> contradictions = contradictions(facts, today);
    if (!contradictions.isEmpty()) {
      return new Verdict.Declined(contradictions);
    }
    return switch (group) {
      case null -> accepted(new WorkGroupEvent.Declared(id, town, facts, on));
      case WorkGroup.Observed it ->
          accepted(new WorkGroupEvent.Declared(id, town, facts, notBefore(it, on)));
      case WorkGroup.Withdrawn it ->
          accepted(new WorkGroupEvent.Declared(id, town, facts, notBefore(it, on)));
      default -> change(group, facts, on);
    };
  }

  static Verdict change(WorkGroup group, Facts to, LocalDate on) {
    List<WorkGroupEvent> events = changes(group.profile().facts(), to, notBefore(group, on));
    if (!events.isEmpty() && !group.state().isLive()) {
      return declined(ended(group));
    }
    return new Verdict.Accepted(events);
  }

  static Verdict file(WorkGroup group, WorkGroupCommand.File command) {
    Profile profile = group.profile();
    Filing known = profile.filing();
    String present = profile.facts().name();
    String name = command.name() == null ? present : command.name();
    LocalDate on = notBefore(group, command.on());
    Filing same = known != null && known.number().equals(command.filingNo()) ? known : null;
    if (same != null && (!group.state().isLive() || !saysMore(same, name, command.on(), on))) {
      return accepted();
    }
    if (!group.state().isLive()) {
      return declined(ended(group));
    }
    // A filing whose name is learned is no other filing.
    LocalDate filedOn = same != null && same.isUntold() ? same.on() : command.on();
    // To file a third name gives no more time.
    LocalDate otherwiseSince = known == null || known.renamedOn() == null ? on : known.renamedOn();
    WorkGroupEvent filed =
        new WorkGroupEvent.Filed(
            Filing.of(command.filingNo(), filedOn, name, present, otherwiseSince), on);
    boolean inUse = group instanceof WorkGroup.Declared && profile.usedSince() != null;
    return inUse ? accepted(filed, new WorkGroupEvent.Activated(on)) : accepted(filed);
  }

  /** Whether a filing under a known number tells its name, or files another, later one. */
  private static boolean saysMore(Filing known, String name, LocalDate filedOn, LocalDate on) {
    return known.isUntold() || (!known.isKnownAs(name) && isLater(known, filedOn, on));
  }

  /**
   * A filing of a day before the group was renamed is that of the name before, told again.
   *
   * @param on the day of the filing, as days of what happened to the group are kept
   */
  private static boolean isLater(Filing known, LocalDate filedOn, LocalDate on) {
    LocalDate renamedOn = known.renamedOn();
    return renamedOn == null
        ? !filedOn.isBefore(known.on())
        : !filedOn.isBefore(renamedOn) || (filedOn.isAfter(known.on()) && !on.isBefore(renamedOn));
  }

  private static Facts over(WorkGroup group, Facts said, boolean blanksSayNothing) {
    Facts known = group.profile().facts();
    return blanksSayNothing
        ? said.completing(known)
        : said.trusted(said.confidence().orBetter(known.confidence()));
  }

  /** All of them, so that nobody corrects one only to hear of the next. */
  private static List<Refusal> contradictions(Facts facts, LocalDate today) {
    LocalDate createdOn = facts.createdOn();
    LocalDate completedOn = facts.taskCompletedOn();
    LocalDate approvedOn = facts.approval() == null ? null : facts.approval().on();
    List<Refusal> all = new ArrayList<>();
    if (isAfter(createdOn, today)) {
      all.add(Refusal.CREATED_IN_FUTURE);
    }
    if (isAfter(completedOn, today)) {
      all.add(Refusal.COMPLETED_IN_FUTURE);
    }
    if (isAfter(approvedOn, today)) {
      all.add(Refusal.APPROVED_IN_FUTURE);
    }
    if (isAfter(createdOn, facts.validUntil())) {
      all.add(Refusal.VALID_BEFORE_CREATED);
    }
    if (isAfter(createdOn, completedOn)) {
      all.add(Refusal.COMPLETED_BEFORE_CREATED);
    }
    return all;
  }

  private static boolean isAfter(@Nullable LocalDate day, @Nullable LocalDate other) {
    return day != null && other != null && day.isAfter(other);
  }

  private static List<WorkGroupEvent> changes(Facts from, Facts to, LocalDate on) {
    List<WorkGroupEvent> events = new ArrayList<>();
    if (!from.name().equals(to.name())) {
      events.add(new WorkGroupEvent.Renamed(to.name(), from.name(), on));
    }
    Facts rest = from.named(to.name());
    if (isOfAnother(from, to)) {
      events.add(
          new WorkGroupEvent.OwnerChanged(to.ownerUnit(), to.ownerRef(), to.ownerName(), on));
      rest = rest.ownedBy(to.ownerUnit(), to.ownerRef(), to.ownerName());
    }
    if (!rest.equals(to)) {
      events.add(new WorkGroupEvent.Changed(to, on));
    }
    return events;
  }

  /** Of an owner under another key nobody can tell whether it is another. */
  private static boolean isOfAnother(Facts from, Facts to) {
    String before = from.ownerRef();
    String now = to.ownerRef();
    boolean isUntold =
        before != null && now != null && !KeyVersion.of(before).equals(KeyVersion.of(now));
    return !Objects.equals(from.ownerUnit(), to.ownerUnit())
        || !Objects.equals(from.ownerName(), to.ownerName())
        || !(isUntold || Objects.equals(before, now));
  }
}
