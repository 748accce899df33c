package cn.jianfu.report.fact;

import cn.jianfu.contracts.group.DecisionV1;
import cn.jianfu.contracts.group.FindingV1;
import cn.jianfu.contracts.group.LoadSummarisedV1;
import cn.jianfu.contracts.group.PushesCountedV1;
import cn.jianfu.contracts.group.RegisterImportedV1;
import cn.jianfu.contracts.group.SecrecyToldV1;
import cn.jianfu.contracts.group.SelfCheckChangedV1;
import cn.jianfu.contracts.group.WorkGroupV1;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.report.compliance.domain.CleanupDecision;
import cn.jianfu.report.compliance.domain.DayCounters;
import cn.jianfu.report.compliance.domain.GroupFact;
import cn.jianfu.report.compliance.domain.GroupState;
import cn.jianfu.report.compliance.domain.Handwork;
import cn.jianfu.report.compliance.domain.LoadFact;
import cn.jianfu.report.compliance.domain.PushFact;
import cn.jianfu.report.compliance.domain.SelfCheckFact;
import cn.jianfu.report.compliance.domain.Transition;
import cn.jianfu.report.compliance.domain.TypedFact;
import cn.jianfu.report.finding.domain.Detected;
import cn.jianfu.report.finding.domain.Run;
import cn.jianfu.report.finding.domain.Severity;
import cn.jianfu.report.finding.domain.Sighting;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reads stored facts as the calculator knows them. */
final class FactReader {

  /** Why a finding was cleared that was about a group declared in error. */
  private static final String WITHDRAWN = "WITHDRAWN";

  /** The part of a group's fact that has its decisions, by the day of each. */
  static final String DECISIONS = "k";

  private FactReader() {}

  /** One month of a group's counters and members. */
  static GroupMonth month(Document fact) {
    return new GroupMonth(
        text(fact, "group"),
        text(fact, "month"),
        text(fact, "unit"),
        text(fact, "town"),
        byDay(fact, "d", it -> StoredCounters.read(Objects.requireNonNull(it.getString("c")))),
        byDay(fact, "m", it -> it.getInteger("n")),
        handwork(fact));
  }

  private static NavigableMap<LocalDate, Set<Handwork>> handwork(Document fact) {
    NavigableMap<LocalDate, Set<Handwork>> days = byDay(fact, "h", FactReader::handworkOfDay);
    days.values().removeIf(Set::isEmpty);
    return days;
  }

  private static Set<Handwork> handworkOfDay(Document day) {
    return day.keySet().stream()
        .filter(done -> !Retraction.isTakenBack(day.get(done, Document.class)))
        .map(Handwork::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Handwork.class)));
  }

  /**
   * A group; one that only counters or members have told of so far has no states yet. Empty when
   * all that was told of it was taken back.
   */
  static Optional<GroupFact> group(
      String id,
      @Nullable WorkGroupV1 group,
      List<CleanupDecision> decisions,
      Collection<GroupMonth> months) {
    NavigableMap<LocalDate, DayCounters> days = new TreeMap<>();
    NavigableMap<LocalDate, Integer> members = new TreeMap<>();
    NavigableMap<LocalDate, Set<Handwork>> handwork = new TreeMap<>();
    for (GroupMonth month : months) {
      days.putAll(month.days());
      members.putAll(month.members());
      handwork.putAll(month.handwork());
    }
    return group == null
        ? months.stream()
            .filter(month -> !month.isEmpty())
            .findFirst()
            .map(month -> unpublished(id, month, days, members, handwork))
        : Optional.of(group(group, decisions, days, members, handwork));
  }

  private static GroupFact unpublished(
      String id,
      GroupMonth month,
      NavigableMap<LocalDate, DayCounters> days,
      NavigableMap<LocalDate, Integer> members,
      NavigableMap<LocalDate, Set<Handwork>> handwork) {
    return new GroupFact(
        id,
        month.unit(),
        month.town(),
        id,
        "",
        null,
        "",
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        days,
        members,
        handwork);
  }

  /** The group as a stored fact has it; empty when all that was told of it was taken back. */
  static Optional<WorkGroupV1> workGroup(Document fact) {
    return published(fact, "g", WorkGroupV1.class);
  }

  /** What was decided about the group that a stored fact has, oldest first. */
  static List<CleanupDecision> decisions(Document fact) {
    List<CleanupDecision> told =
        byDay(fact, DECISIONS, it -> decision(read(it, DecisionV1.class))).values().stream()
            .toList();
    return decisions(told, workGroup(fact).map(WorkGroupV1::decision).orElse(null));
  }

  /**
   * What was decided before the decision that stands last, and that one. What was told of a later
   * day, or at all of a group that has none, was taken back as if it had never been.
   */
  private static List<CleanupDecision> decisions(
      List<CleanupDecision> told, @Nullable DecisionV1 last) {
    if (last == null) {
      return List.of();
    }
    CleanupDecision latest = decision(last);
    return Stream.concat(
            told.stream().filter(it -> it.decidedOn().isBefore(latest.decidedOn())),
            Stream.of(latest))
        .toList();
  }

  /** A group as it was published. */
  static GroupFact group(
      WorkGroupV1 group,
      List<CleanupDecision> decisions,
      NavigableMap<LocalDate, DayCounters> days,
      NavigableMap<LocalDate, Integer> members,
      NavigableMap<LocalDate, Set<Handwork>> handwork) {
    return new GroupFact(
        group.groupId(),
        group.unit(),
        group.town(),
        group.name(),
        group.platform(),
        group.kind(),
        group.confidence(),
        group.createdOn(),
        group.filedOn(),
        group.validUntil(),
        group.memberCount(),
        group.transitions().stream()
            .map(it -> new Transition(GroupState.valueOf(it.state()), it.on()))
            .toList(),
        decisions,
        days,
        members,
        handwork);
  }

  /** A decision as it was published. */
  static CleanupDecision decision(DecisionV1 decision) {
    return new CleanupDecision(
        CleanupDecision.Kind.valueOf(decision.kind()),
        decision.decidedOn(),
        decision.dueOn(),
        decision.round(),
        decision.executedOn(),
        decision.withdrawnOn());
  }

  /**
   * A finding; empty while its latest state is not known, and of one that never should have been.
   */
  static Optional<Detected> finding(Document fact) {
    List<Run> runs = runs(fact);
    List<Run> counting = runs.stream().filter(run -> !WITHDRAWN.equals(run.clearedWhy())).toList();
    return counting.isEmpty() && !runs.isEmpty()
        ? Optional.empty()
        : published(fact, "f", FindingV1.class)
            .map(it -> finding(it, counting, Sightings.of(fact, it)));
  }

  /** A finding as it was published. */
  static Detected finding(FindingV1 finding, List<Run> runs, List<Sighting> sightings) {
    return new Detected(
        finding.findingId(),
        finding.rule(),
        finding.subjectKey(),
        finding.groups(),
        finding.title(),
        finding.unit(),
        finding.town(),
        Severity.coded(finding.severity()),
        finding.ruleSet(),
        finding.evidence(),
        finding.reasonZh(),
        finding.reasonEn(),
        finding.confidence(),
        finding.lastSeenOn(),
        runs,
        sightings);
  }

  private static List<Run> runs(Document fact) {
    List<Run> runs = new ArrayList<>();
    byDay(fact, "r", Function.identity())
        .forEach((from, run) -> runs.add(new Run(from, day(run, "to"), run.getString("why"))));
    return runs;
  }

  static Optional<LoadFact> load(Document fact) {
    NavigableMap<LocalDate, LoadFact.Summary> days =
        byDay(fact, "d", it -> summary(read(it, LoadSummarisedV1.class)));
    String id = fact.getString("_id");
    return days.isEmpty()
        ? Optional.empty()
        : Optional.of(new LoadFact(id.substring(0, id.indexOf('|')), id.endsWith("|town"), days));
  }

  /** The latest summary up to that day; the others of the year stay unread. */
  static Optional<LoadFact.Summary> loadOn(Document fact, LocalDate day) {
    return Optional.ofNullable(byDay(fact, "d", Function.identity()).floorEntry(day))
        .map(it -> summary(read(it.getValue(), LoadSummarisedV1.class)));
  }

  private static LoadFact.Summary summary(LoadSummarisedV1 load) {
    NavigableMap<Integer, Integer> persons = new TreeMap<>();
    load.persons().forEach((groups, people) -> persons.put(Integer.valueOf(groups), people));
    return new LoadFact.Summary(persons, new TreeMap<>(load.exposure()), load.unjudged());
  }

  /** One month of a source. */
  static Optional<PushFact> pushes(Document fact) {
    NavigableMap<LocalDate, PushFact.OnDay> days =
        byDay(fact, "d", it -> pushes(read(it, PushesCountedV1.class)));
    return days.isEmpty()
        ? Optional.empty()
        : Optional.of(new PushFact(text(fact, "unit"), text(fact, "source"), days));
  }

  /** A source's day as it was published. */
  static PushFact.OnDay pushes(PushesCountedV1 pushes) {
    return new PushFact.OnDay(
        pushes.accepted(),
        pushes.unchanged(),
        pushes.declined().stream()
            .map(
                it -> new PushFact.Declined(it.reason(), it.events(), it.reasonZh(), it.reasonEn()))
            .toList(),
        pushes.timed(),
        pushes.lagSeconds(),
        pushes.lastAt());
  }

  static Optional<TypedFact> imported(Document fact) {
    return published(fact, "i", RegisterImportedV1.class).map(FactReader::imported);
  }

  /** An import as it was published. */
  static TypedFact imported(RegisterImportedV1 it) {
    return new TypedFact(
        TypedFact.Kind.IMPORT, it.importId(), new TreeMap<>(Map.of(it.importedOn(), it.answers())));
  }

  static Optional<TypedFact> secrecy(Document fact) {
    return published(fact, "s", SecrecyToldV1.class).map(FactReader::secrecy);
  }

  /** How much people said about a unit, as it was published; what a system says is not typed. */
  static TypedFact secrecy(SecrecyToldV1 told) {
    NavigableMap<LocalDate, Integer> items = new TreeMap<>();
    told.said().stream()
        .filter(it -> HandworkOf.isOfPeople(it.role()))
        .forEach(it -> items.merge(it.on(), it.words(), Integer::sum));
    return new TypedFact(TypedFact.Kind.SECRECY, told.unit(), items);
  }

  static Optional<SelfCheckFact> selfCheck(Document fact) {
    return published(fact, "c", SelfCheckChangedV1.class).map(FactReader::selfCheck);
  }

  /** A list as it was published; what no service said when it was answered is undated. */
  static SelfCheckFact selfCheck(SelfCheckChangedV1 check) {
    NavigableMap<LocalDate, Integer> contested = byDay(check.contestedByDay());
    int dated = contested.values().stream().mapToInt(Integer::intValue).sum();
    return new SelfCheckFact(
        check.round(),
        check.unit(),
        byDay(check.confirmedByDay()),
        contested,
        Math.max(0, check.contested() - dated));
  }

  private static NavigableMap<LocalDate, Integer> byDay(@Nullable Map<String, Integer> counts) {
    NavigableMap<LocalDate, Integer> days = new TreeMap<>();
    if (counts != null) {
      counts.forEach((day, count) -> days.put(LocalDate.parse(day), count));
    }
    return days;
  }

  private static <T> NavigableMap<LocalDate, T> byDay(
      Document fact, String field, Function<Document, T> read) {
    NavigableMap<LocalDate, T> days = new TreeMap<>();
    Document stored = fact.get(field, Document.class);
    if (stored != null) {
      for (Map.Entry<String, Object> entry : stored.entrySet()) {
        Document part = (Document) entry.getValue();
        if (!Retraction.isTakenBack(part)) {
          days.put(LocalDate.parse(entry.getKey()), read.apply(part));
        }
      }
    }
    return days;
  }

  /** The published record that a part of a fact holds; empty when it was taken back. */
  static <T> Optional<T> published(Document fact, String part, Class<T> type) {
    return Optional.ofNullable(fact.get(part, Document.class))
        .filter(it -> !Retraction.isTakenBack(it))
        .map(it -> read(it, type));
  }

  private static <T> T read(Document part, Class<T> type) {
    String json = Objects.requireNonNull(part.getString("v"));
    return EventJson.read(json.getBytes(StandardCharsets.UTF_8), type);
  }

  private static @Nullable LocalDate day(Document part, String field) {
    String day = part.getString(field);
    return day == null ? null : LocalDate.parse(day);
  }

  private static String text(Document fact, String field) {
    return Objects.requireNonNullElse(fact.getString(field), "");
  }
}
