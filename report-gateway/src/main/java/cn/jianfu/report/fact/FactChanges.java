package cn.jianfu.report.fact;

import cn.jianfu.contracts.group.ActivityRecordedV1;
import cn.jianfu.contracts.group.DecisionV1;
import cn.jianfu.contracts.group.EventRetractedV1;
import cn.jianfu.contracts.group.FindingClearedV1;
import cn.jianfu.contracts.group.FindingRaisedV1;
import cn.jianfu.contracts.group.FindingV1;
import cn.jianfu.contracts.group.LoadSummarisedV1;
import cn.jianfu.contracts.group.MembersCountedV1;
import cn.jianfu.contracts.group.PushesCountedV1;
import cn.jianfu.contracts.group.RegisterImportedV1;
import cn.jianfu.contracts.group.SecrecyToldV1;
import cn.jianfu.contracts.group.SelfCheckChangedV1;
import cn.jianfu.contracts.group.WorkGroupDeclarationWithdrawnV1;
import cn.jianfu.contracts.group.WorkGroupEvent;
import cn.jianfu.contracts.group.WorkGroupRestatedV1;
import cn.jianfu.contracts.group.WorkGroupV1;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.messaging.inbound.InboundEvent;
import cn.jianfu.report.compliance.domain.CleanupDecision;
import cn.jianfu.report.compliance.domain.GroupFact;
import cn.jianfu.report.compliance.domain.GroupState;
import cn.jianfu.report.compliance.domain.Handwork;
import cn.jianfu.report.compliance.domain.PushFact;
import cn.jianfu.report.compliance.domain.SelfCheckFact;
import cn.jianfu.report.compliance.domain.TypedFact;
import cn.jianfu.report.finding.domain.Detected;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What each event of the group-service says about facts. */
final class FactChanges {

  private FactChanges() {}

  /** The changes that an event leads to; none for an event that is about no fact. */
  static List<FactChange> of(InboundEvent event, Function<Instant, LocalDate> dayOf) {
    String sequence = event.sequence();
    return switch (event.payload()) {
      case WorkGroupEvent it -> ofEvent(it, sequence, dayOf.apply(event.time()));
      case WorkGroupRestatedV1 it -> ofGroupAndDecision(it.group(), sequence);
      case MembersCountedV1 it -> List.of(ofMembers(it, sequence));
      case ActivityRecordedV1 it -> List.of(ofActivity(it, sequence));
      case FindingRaisedV1 it -> ofFinding(it.finding(), sequence);
      case FindingClearedV1 it -> ofFinding(it.finding(), sequence);
      case LoadSummarisedV1 it -> List.of(ofLoad(it, sequence));
      case SelfCheckChangedV1 it -> List.of(ofSelfCheck(it, sequence));
      case PushesCountedV1 it -> List.of(ofPushes(it, sequence));
      case RegisterImportedV1 it when HandworkOf.isOfPeople(it.actor().role()) ->
          List.of(ofImport(it, sequence));
      case SecrecyToldV1 it -> List.of(ofSecrecy(it, sequence));
      case EventRetractedV1 it -> Retraction.of(it, event, dayOf);
      default -> List.of();
    };
  }

  /** The town whose compliance an event touches; null for an event that touches none. */
  static @Nullable String townOf(InboundEvent event) {
    return switch (event.payload()) {
      case WorkGroupEvent it -> it.group().town();
      case WorkGroupRestatedV1 it -> it.group().town();
      case MembersCountedV1 it -> it.town();
      case ActivityRecordedV1 it -> it.town();
      case FindingRaisedV1 it -> it.finding().town();
      case FindingClearedV1 it -> it.finding().town();
      case LoadSummarisedV1 it -> it.town();
      case SelfCheckChangedV1 it -> it.town();
      case PushesCountedV1 it -> it.town();
      case RegisterImportedV1 it -> it.town();
      case SecrecyToldV1 it -> it.town();
      case EventRetractedV1 it -> townOf(Retraction.taken(it, event));
      default -> null;
    };
  }

  /**
   * When a town was told of; {@link Instant#EPOCH} for what says nothing new of the town itself:
   * the counts of what it pushed, all of which may have been declined, and what is taken back.
   */
  static Instant toldAt(InboundEvent event) {
    return switch (event.payload()) {
      case PushesCountedV1 _, EventRetractedV1 _ -> Instant.EPOCH;
      default -> event.time();
    };
  }

  /**
   * The changes of an event that has what its type says. One that has not is a dead letter where it
   * is heard; it leads to none here, so that it is left out of what is built anew.
   */
  static List<FactChange> ofWhole(InboundEvent event, Function<Instant, LocalDate> dayOf) {
    try {
      List<FactChange> changes = of(event, dayOf);
      boolean whole =
          changes.stream().noneMatch(change -> change.id() == null)
              && (changes.isEmpty() || townOf(event) != null);
      return whole ? changes : List.of();
    } catch (NullPointerException | IllegalArgumentException | JacksonException _) {
      return List.of();
    }
  }

  private static List<FactChange> ofEvent(WorkGroupEvent event, String sequence, LocalDate day) {
    List<FactChange> changes = new ArrayList<>(ofGroupAndDecision(event.group(), sequence));
    HandworkOf.event(event)
        .ifPresent(done -> changes.add(ofHandwork(event.group(), done, day, sequence)));
    if (event instanceof WorkGroupDeclarationWithdrawnV1 withdrawn) {
      changes.addAll(ofWithdrawal(withdrawn, sequence));
    }
    return List.copyOf(changes);
  }

  // Its latest state, and the decision that it tells of: earlier ones stay known.
  private static List<FactChange> ofGroupAndDecision(WorkGroupV1 group, String sequence) {
    DecisionV1 decision = group.decision();
    return decision == null
        ? List.of(ofGroup(group, sequence))
        : List.of(ofGroup(group, sequence), ofDecision(group, decision, sequence));
  }

  private static FactChange ofDecision(WorkGroupV1 group, DecisionV1 decision, String sequence) {
    CleanupDecision known = GroupReader.decision(decision);
    return change(
        FactKind.GROUP,
        group.groupId(),
        GroupReader.DECISIONS + "." + known.decidedOn(),
        sequence,
        decision,
        Map.of(),
        Map.of());
  }

  // Where an import's undo gave back what there was before it, there is such a group.
  private static List<FactChange> ofWithdrawal(
      WorkGroupDeclarationWithdrawnV1 event, String sequence) {
    WorkGroupV1 group = event.group();
    if (!group.state().equals(GroupState.WITHDRAWN.name()) || group.transitions().isEmpty()) {
      return List.of();
    }
    return List.of(
        new FactChange(
            FactKind.GROUP,
            group.groupId(),
            GroupReader.WITHDRAWN_BY + "." + group.transitions().getLast().on(),
            sequence,
            Map.of("role", event.actor().role(), "unit", event.actor().unit()),
            Map.of(),
            Map.of()));
  }

  private static FactChange ofHandwork(
      WorkGroupV1 group, Handwork done, LocalDate day, String sequence) {
    return new FactChange(
        FactKind.GROUP_MONTH,
        monthOf(group.groupId(), day),
        "h." + day + "." + done.name(),
        sequence,
        Map.of(),
        Map.of(),
        newMonth(group.groupId(), group.town(), group.unit(), day));
  }

  // What could not be read again would keep its town from being computed: it is refused here.
  private static FactChange ofGroup(WorkGroupV1 group, String sequence) {
    GroupFact _ = GroupReader.group(group, List.of(), GroupDays.NONE);
    Map<String, Object> lifted = new LinkedHashMap<>();
    lifted.put("town", group.town());
    lifted.put("unit", group.unit());
    lifted.put("state", group.state());
    lifted.put("into", group.joinedInto());
    lifted.put("text", group.name().toLowerCase(Locale.ROOT));
    return change(FactKind.GROUP, group.groupId(), "g", sequence, group, lifted, Map.of());
  }

  private static FactChange ofMembers(MembersCountedV1 counted, String sequence) {
    return new FactChange(
        FactKind.GROUP_MONTH,
        monthOf(counted.groupId(), counted.takenOn()),
        "m." + counted.takenOn(),
        sequence,
        Map.of("n", counted.members()),
        Map.of(),
        newMonth(counted.groupId(), counted.town(), counted.unit(), counted.takenOn()));
  }

  private static FactChange ofActivity(ActivityRecordedV1 day, String sequence) {
    return new FactChange(
        FactKind.GROUP_MONTH,
        monthOf(day.groupId(), day.date()),
        "d." + day.date(),
        sequence,
        Map.of("c", StoredCounters.of(day)),
        Map.of(),
        newMonth(day.groupId(), day.town(), day.unit(), day.date()));
  }

  private static String monthOf(String groupId, LocalDate day) {
    return groupId + "|" + YearMonth.from(day);
  }

  private static Map<String, Object> newMonth(
      String groupId, String town, String unit, LocalDate day) {
    return Map.of(
        "group", groupId, "town", town, "unit", unit, "month", YearMonth.from(day).toString());
  }

  // Its latest state, the run of days that this event tells of, and what was seen: earlier runs
  // and what was seen on earlier days stay known.
  private static List<FactChange> ofFinding(FindingV1 finding, String sequence) {
    Detected _ = FactReader.finding(finding, List.of(), List.of());
    Map<String, Object> lifted = new LinkedHashMap<>();
    lifted.put("town", finding.town());
    lifted.put("unit", finding.unit());
    lifted.put("rule", finding.rule());
    lifted.put("severity", finding.severity());
    lifted.put("groups", finding.groups());
    lifted.put("raisedOn", finding.raisedOn().toString());
    lifted.put("text", (finding.title() + " " + finding.rule()).toLowerCase(Locale.ROOT));
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("to", finding.clearedOn() == null ? null : finding.clearedOn().toString());
    run.put("why", finding.clearedWhy());
    run.put("corrected", finding.correctedOn() == null ? null : finding.correctedOn().toString());
    return List.of(
        change(FactKind.FINDING, finding.findingId(), "f", sequence, finding, lifted, Map.of()),
        new FactChange(
            FactKind.FINDING,
            finding.findingId(),
            "r." + finding.raisedOn(),
            sequence,
            run,
            Map.of(),
            Map.of("town", finding.town())),
        new FactChange(
            FactKind.FINDING,
            finding.findingId(),
            Sightings.FIELD + "." + finding.lastSeenOn(),
            sequence,
            Map.of("v", Sightings.written(finding)),
            Map.of(),
            Map.of("town", finding.town())));
  }

  private static FactChange ofLoad(LoadSummarisedV1 load, String sequence) {
    return change(
        FactKind.LOAD,
        load.unit() + (load.wholeTown() ? "|town" : "|unit"),
        "d." + load.asOf(),
        sequence,
        load,
        Map.of("town", load.town()),
        Map.of());
  }

  private static FactChange ofSelfCheck(SelfCheckChangedV1 check, String sequence) {
    SelfCheckFact _ = FactReader.selfCheck(check);
    return change(
        FactKind.SELF_CHECK,
        check.round() + "|" + check.unit(),
        "c",
        sequence,
        check,
        Map.of("town", check.town(), "unit", check.unit(), "round", check.round()),
        Map.of());
  }

  private static FactChange ofImport(RegisterImportedV1 imported, String sequence) {
    TypedFact _ = FactReader.imported(imported);
    return change(
        FactKind.IMPORT,
        imported.importId(),
        "i",
        sequence,
        imported,
        Map.of("town", imported.town(), "month", YearMonth.from(imported.importedOn()).toString()),
        Map.of());
  }

  private static FactChange ofSecrecy(SecrecyToldV1 told, String sequence) {
    TypedFact _ = FactReader.secrecy(told);
    return change(
        FactKind.SECRECY, told.unit(), "s", sequence, told, Map.of("town", told.town()), Map.of());
  }

  private static FactChange ofPushes(PushesCountedV1 pushes, String sequence) {
    PushFact.OnDay _ = FactReader.pushes(pushes);
    String month = YearMonth.from(pushes.day()).toString();
    return change(
        FactKind.PUSH,
        month + "|" + pushes.unit() + "|" + pushes.source(),
        "d." + pushes.day(),
        sequence,
        pushes,
        Map.of(),
        Map.of(
            "town", pushes.town(),
            "unit", pushes.unit(),
            "source", pushes.source(),
            "month", month));
  }

  private static FactChange change(
      FactKind kind,
      String id,
      String part,
      String sequence,
      Object published,
      Map<String, Object> lifted,
      Map<String, Object> onInsert) {
    return new FactChange(
        kind, id, part, sequence, Map.of("v", EventJson.write(published)), lifted, onInsert);
  }
}
