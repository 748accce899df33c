package cn.jianfu.report.fact;

import cn.jianfu.contracts.group.DeclinedEventV1;
import cn.jianfu.contracts.group.DeclinedPushesV1;
import cn.jianfu.contracts.group.FindingV1;
import cn.jianfu.contracts.group.LoadSummarisedV1;
import cn.jianfu.contracts.group.PushesCountedV1;
import cn.jianfu.contracts.group.RegisterImportedV1;
import cn.jianfu.contracts.group.SecrecyToldV1;
import cn.jianfu.contracts.group.SelfCheckChangedV1;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.report.compliance.domain.LoadFact;
import cn.jianfu.report.compliance.domain.PushFact;
import cn.jianfu.report.compliance.domain.SelfCheckFact;
import cn.jianfu.report.compliance.domain.TypedFact;
import cn.jianfu.report.finding.domain.Detected;
import cn.jianfu.report.finding.domain.Run;
import cn.jianfu.report.finding.domain.Severity;
import cn.jianfu.report.finding.domain.Sighting;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reads stored facts as the calculator knows them. */
final class FactReader {

  private static final Shared<LocalDate> DAYS = new Shared<>(LocalDate::parse);

  private FactReader() {}

  /**
   * A finding; empty while its latest state is not known, and of one that never should have been.
   */
  static Optional<Detected> finding(Document fact) {
    List<Run> runs = runs(fact);
    List<Run> counting = runs.stream().filter(run -> !run.wasAnError()).toList();
    return counting.isEmpty() && !runs.isEmpty()
        ? Optional.empty()
        : published(fact, "f", FindingV1.class)
            .map(it -> finding(it, counting, Sightings.of(fact, it)));
  }

  /** What of a finding never should have been; empty where all of it counts. */
  static Optional<Detected> mistaken(Document fact) {
    List<Run> mistaken = runs(fact).stream().filter(Run::wasAnError).toList();
    return mistaken.isEmpty()
        ? Optional.empty()
        : published(fact, "f", FindingV1.class)
            .map(it -> finding(it, mistaken, Sightings.of(fact, it)));
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
        .forEach((from, run) ->
            runs.add(new Run(from, day(run, "to"), run.getString("why"), day(run, "corrected"))));
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
    return new LoadFact.Summary(
        persons,
        new TreeMap<>(load.exposure()),
        load.unjudged(),
        Objects.requireNonNullElseGet(load.exempt(), Map::of));
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
        pushes.declined().stream().map(FactReader::declined).toList(),
        pushes.timed(),
        pushes.lagSeconds(),
        pushes.lastAt());
  }

  private static PushFact.Declined declined(DeclinedPushesV1 it) {
    return new PushFact.Declined(
        it.reason(),
        it.events(),
        it.reasonZh(),
        it.reasonEn(),
        // A service of before does not tell which they were.
        Objects.requireNonNullElseGet(it.latest(), List::<DeclinedEventV1>of).stream()
            .map(event ->
                new PushFact.DeclinedEvent(event.id(), event.type(), event.group(), event.at()))
            .toList());
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

  /** The parts of a field that were not taken back, by day. */
  static <T> NavigableMap<LocalDate, T> byDay(
      Document fact, String field, Function<Document, T> read) {
    NavigableMap<LocalDate, T> days = new TreeMap<>();
    Document stored = fact.get(field, Document.class);
    if (stored != null) {
      for (Map.Entry<String, Object> entry : stored.entrySet()) {
        Document part = (Document) entry.getValue();
        if (!Retraction.isTakenBack(part)) {
          days.put(DAYS.of(entry.getKey()), read.apply(part));
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

  static <T> T read(Document part, Class<T> type) {
    String json = Objects.requireNonNull(part.getString("v"));
    return EventJson.read(json.getBytes(StandardCharsets.UTF_8), type);
  }

  private static @Nullable LocalDate day(Document part, String field) {
    String day = part.getString(field);
    return day == null ? null : DAYS.of(day);
  }

  static String text(Document fact, String field) {
    return Objects.requireNonNullElse(fact.getString(field), "");
  }
}
