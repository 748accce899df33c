package cn.jianfu.report.fact;

import cn.jianfu.contracts.group.FindingV1;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.report.finding.domain.Severity;
import cn.jianfu.report.finding.domain.Sighting;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What findings were seen to be, a part of the finding's fact for each day on which it was
 * published: days on which its evidence stayed as it was cost nothing.
 */
final class Sightings {

  /** Of the fact: a document with a part for each day. */
  static final String FIELD = "e";

  /** Facts are written so many at once. */
  private static final int AT_ONCE = 500;

  private Sightings() {}

  /** What an event says of its day, without what the finding's latest state says anyway. */
  static String written(FindingV1 finding) {
    return EventJson.write(of(finding));
  }

  /**
   * Those of a fact, oldest first. One that was stored before they were kept has its latest state.
   */
  static List<Sighting> of(Document fact, FindingV1 latest) {
    String sequence = sequence(Objects.requireNonNull(fact.get("f", Document.class)));
    NavigableMap<LocalDate, Sighting> days = new TreeMap<>();
    boolean isLatestKept = false;
    Document stored = fact.get(FIELD, Document.class);
    if (stored != null) {
      for (String day : stored.keySet()) {
        Document part = Objects.requireNonNull(stored.get(day, Document.class));
        if (Retraction.isTakenBack(part)) {
          continue;
        }
        LocalDate on = LocalDate.parse(day);
        boolean isLatest = sequence(part).equals(sequence);
        // What is known already need not be read once more.
        days.put(on, isLatest ? of(latest) : read(part));
        isLatestKept |= on.equals(latest.lastSeenOn()) && sequence(part).compareTo(sequence) >= 0;
      }
    }
    if (!isLatestKept) {
      days.put(latest.lastSeenOn(), of(latest));
    }
    return List.copyOf(days.values());
  }

  /**
   * Forgets those before a day, but for the last of them: it is what was known on that day. Nothing
   * is written where there is nothing to forget.
   */
  static Mono<Void> forgetBefore(MongoCollection<Document> findings, LocalDate day) {
    return Flux.from(findings.find().projection(Projections.include(FIELD)))
        .mapNotNull(fact -> forgetting(fact, day.toString()))
        .buffer(AT_ONCE)
        .concatMap(some -> findings.bulkWrite(some, new BulkWriteOptions().ordered(false)))
        .then();
  }

  private static @Nullable UpdateOneModel<Document> forgetting(Document fact, String day) {
    Document stored = fact.get(FIELD, new Document());
    NavigableSet<String> early = new TreeSet<>(stored.keySet()).headSet(day, false);
    return early.size() < 2
        ? null
        : new UpdateOneModel<>(
            Filters.eq(fact.get("_id")),
            Updates.combine(
                early.headSet(early.last(), false).stream()
                    .map(it -> Updates.unset(FIELD + "." + it))
                    .toList()));
  }

  private static Sighting of(FindingV1 finding) {
    return new Sighting(
        finding.lastSeenOn(),
        finding.groups(),
        finding.title(),
        Severity.coded(finding.severity()),
        finding.ruleSet(),
        finding.evidence(),
        finding.reasonZh(),
        finding.reasonEn(),
        finding.confidence());
  }

  private static Sighting read(Document part) {
    String json = Objects.requireNonNull(part.getString("v"));
    return EventJson.read(json.getBytes(StandardCharsets.UTF_8), Sighting.class);
  }

  private static String sequence(Document part) {
    return Objects.requireNonNull(part.getString("s"));
  }
}
