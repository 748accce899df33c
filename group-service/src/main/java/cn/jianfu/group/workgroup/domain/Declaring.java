package cn.jianfu.group.workgroup.domain;

import static cn.jianfu.group.workgroup.domain.Verdict.accepted;
import static cn.jianfu.group.workgroup.domain.Verdict.declined;
import static cn.jianfu.group.workgroup.domain.WorkGroupDecisions.ended;
import static cn.jianfu.group.workgroup.domain.WorkGroupDecisions.notBefore;

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
      case WorkGroup.Declared it when it.profile().usedSince() == null ->
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
    Refusal contradiction = contradiction(facts, today);
    if (contradiction != null) {
      return declined(contradiction);
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
    if (command.filingNo().equals(profile.filingNo())) {
      return accepted();
    }
    if (!group.state().isLive()) {
      return declined(ended(group));
    }
    LocalDate on = notBefore(group, command.on());
    WorkGroupEvent filed = new WorkGroupEvent.Filed(command.filingNo(), command.on(), on);
    boolean inUse = group instanceof WorkGroup.Declared && profile.usedSince() != null;
    return inUse ? accepted(filed, new WorkGroupEvent.Activated(on)) : accepted(filed);
  }

  private static Facts over(WorkGroup group, Facts said, boolean blanksSayNothing) {
    Facts known = group.profile().facts();
    return blanksSayNothing
        ? said.completing(known)
        : said.trusted(said.confidence().orBetter(known.confidence()));
  }

  private static @Nullable Refusal contradiction(Facts facts, LocalDate today) {
    if (facts.createdOn() != null && facts.createdOn().isAfter(today)) {
      return Refusal.CREATED_IN_FUTURE;
    }
    if (facts.taskCompletedOn() != null && facts.taskCompletedOn().isAfter(today)) {
      return Refusal.COMPLETED_IN_FUTURE;
    }
    if (facts.approval() != null
        && facts.approval().on() != null
        && facts.approval().on().isAfter(today)) {
      return Refusal.APPROVED_IN_FUTURE;
    }
    LocalDate createdOn = facts.createdOn();
    if (createdOn == null) {
      return null;
    }
    if (facts.validUntil() != null && facts.validUntil().isBefore(createdOn)) {
      return Refusal.VALID_BEFORE_CREATED;
    }
    return facts.taskCompletedOn() != null && facts.taskCompletedOn().isBefore(createdOn)
        ? Refusal.COMPLETED_BEFORE_CREATED
        : null;
  }

  private static List<WorkGroupEvent> changes(Facts from, Facts to, LocalDate on) {
    List<WorkGroupEvent> events = new ArrayList<>();
    if (!from.name().equals(to.name())) {
      events.add(new WorkGroupEvent.Renamed(to.name(), from.name(), on));
    }
    if (!Objects.equals(from.ownerUnit(), to.ownerUnit())
        || !Objects.equals(from.ownerRef(), to.ownerRef())
        || !Objects.equals(from.ownerName(), to.ownerName())) {
      events.add(
          new WorkGroupEvent.OwnerChanged(to.ownerUnit(), to.ownerRef(), to.ownerName(), on));
    }
    if (!from.named(to.name()).ownedBy(to.ownerUnit(), to.ownerRef(), to.ownerName()).equals(to)) {
      events.add(new WorkGroupEvent.Changed(to, on));
    }
    return events;
  }
}
