package cn.jianfu.report.fact;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/**
 * Writes changes of facts so that neither order nor repetition matters: each part of a fact keeps
 * the sequence that wrote it, and only a later one replaces it.
 */
final class GuardedFacts {

  /** When the store wrote a fact last, so that what has changed since can be read alone. */
  static final String WRITTEN_AT = "at";

  private static final int DUPLICATE_KEY = 11000;
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private GuardedFacts() {}

  /** Writes the changes of one kind of fact. */
  static Mono<Void> write(MongoCollection<Document> facts, List<FactChange> changes) {
    List<List<FactChange>> byFact = latestByPart(changes);
    if (byFact.isEmpty()) {
      return Mono.empty();
    }
    // All parts of a fact at once; where one of them is late, each by itself.
    return attempt(facts, byFact).flatMap(late -> attempt(facts, singly(late))).then();
  }

  /**
   * The same where hardly a fact is there already: each is inserted whole, and who is there already
   * is found by that.
   */
  static Mono<Void> writeNew(MongoCollection<Document> facts, List<FactChange> changes) {
    List<List<FactChange>> byFact = latestByPart(changes);
    if (byFact.isEmpty()) {
      return Mono.empty();
    }
    return Mono.from(
            facts.insertMany(
                byFact.stream().map(GuardedFacts::whole).toList(),
                new InsertManyOptions().ordered(false)))
        .map(_ -> List.<List<FactChange>>of())
        .onErrorResume(MongoBulkWriteException.class, failure -> stopped(failure, byFact))
        .flatMap(there -> attempt(facts, there))
        .flatMap(late -> attempt(facts, singly(late)))
        .then();
  }

  private static Document whole(List<FactChange> parts) {
    // Before all that the store writes by its own clock.
    Document fact =
        new Document("_id", parts.getFirst().id()).append(WRITTEN_AT, Date.from(Instant.EPOCH));
    for (FactChange change : parts) {
      part(fact, change.part()).append("s", change.sequence()).putAll(change.values());
      fact.putAll(change.lifted());
    }
    parts.forEach(change -> change.onInsert().forEach(fact::putIfAbsent));
    return fact;
  }

  /** The document at a path, with those above it. */
  private static Document part(Document fact, String path) {
    Document at = fact;
    for (String name : path.split("\\.", -1)) {
      at = (Document) at.computeIfAbsent(name, _ -> new Document());
    }
    return at;
  }

  /** Tries one update for each fact, and answers with those that a guard stopped. */
  private static Mono<List<List<FactChange>>> attempt(
      MongoCollection<Document> facts, List<List<FactChange>> updates) {
    if (updates.isEmpty()) {
      return Mono.just(List.of());
    }
    return Mono.from(
            facts.bulkWrite(updates.stream().map(GuardedFacts::update).toList(), UNORDERED))
        .map(_ -> List.<List<FactChange>>of())
        .onErrorResume(MongoBulkWriteException.class, failure -> stopped(failure, updates));
  }

  // A guard that does not match makes the upsert insert, which the existing document forbids.
  private static Mono<List<List<FactChange>>> stopped(
      MongoBulkWriteException failure, List<List<FactChange>> updates) {
    boolean others =
        failure.getWriteConcernError() != null
            || failure.getWriteErrors().stream().anyMatch(it -> it.getCode() != DUPLICATE_KEY);
    return others
        ? Mono.error(failure)
        : Mono.just(
            failure.getWriteErrors().stream()
                .map(BulkWriteError::getIndex)
                .map(updates::get)
                .toList());
  }

  private static UpdateOneModel<Document> update(List<FactChange> parts) {
    List<Bson> guards = new ArrayList<>();
    Map<String, Object> set = new LinkedHashMap<>();
    Map<String, Object> onInsert = new LinkedHashMap<>();
    for (FactChange part : parts) {
      guards.add(earlier(part.part() + ".s", part.sequence()));
      Document written = new Document("s", part.sequence());
      written.putAll(part.values());
      set.put(part.part(), written);
      set.putAll(part.lifted());
      onInsert.putAll(part.onInsert());
    }
    onInsert.keySet().removeAll(set.keySet());
    List<Bson> updates = new ArrayList<>();
    updates.add(Updates.currentDate(WRITTEN_AT));
    set.forEach((field, value) -> updates.add(Updates.set(field, value)));
    onInsert.forEach((field, value) -> updates.add(Updates.setOnInsert(field, value)));
    Document fact = new Document("_id", parts.getFirst().id()).append("$and", guards);
    return new UpdateOneModel<>(fact, Updates.combine(updates), UPSERT);
  }

  private static Bson earlier(String field, String sequence) {
    return Filters.or(Filters.exists(field, false), Filters.lt(field, sequence));
  }

  private static List<List<FactChange>> singly(List<List<FactChange>> facts) {
    return facts.stream().flatMap(List::stream).map(List::of).toList();
  }

  private static List<List<FactChange>> latestByPart(List<FactChange> changes) {
    Map<String, Map<String, FactChange>> byFact = new LinkedHashMap<>();
    for (FactChange change : changes) {
      byFact
          .computeIfAbsent(change.id(), _ -> new LinkedHashMap<>())
          .merge(change.part(), change, GuardedFacts::later);
    }
    return byFact.values().stream().map(Map::values).map(GuardedFacts::listOf).toList();
  }

  private static List<FactChange> listOf(Collection<FactChange> parts) {
    return List.copyOf(parts);
  }

  private static FactChange later(FactChange one, FactChange other) {
    return one.sequence().compareTo(other.sequence()) >= 0 ? one : other;
  }
}
