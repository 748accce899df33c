package cn.jianfu.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever the indexes, a query gives what looking at every document gives. */
class PlanTest {
  private static final List<Document> INDEXES =
      List.of(
          index("a", 1),
          index("a", 1, "b", -1),
          index("b", -1),
          index("b", 1, "_id", 1),
          index("list.at", 1),
          index("a", 1, "list.at", -1),
          index("tags", 1),
          index("a", -1).append("sparse", true),
          index("b", 1).append("partialFilterExpression", new Document("a", 1)));

  @Property(tries = 400)
  void everyQueryGivesWhatAScanGives(
      @ForAll("documents") List<Document> documents,
      @ForAll("changes") List<Document> changes,
      @ForAll("filters") List<Document> filters,
      @ForAll("orders") Document order,
      @ForAll("indexes") List<Document> indexes) {
    StoreCollection collection = collection();
    List<Document> early = indexes.subList(0, indexes.size() / 2);
    early.forEach(index -> collection.addIndex(IndexRules.indexOf(index)));
    for (int i = 0; i < documents.size(); i++) {
      tryTo(collection, documents.get(i).append("_id", "id" + i));
    }
    for (int i = 0; i < changes.size(); i++) {
      Document id = new Document("_id", "id" + i * 7 % 20);
      if (i % 3 == 2) {
        collection.deleteDocuments(id, 1, NoopOplog.get());
      } else {
        update(collection, id, changes.get(i));
      }
    }
    indexes.stream()
        .skip(early.size())
        .map(IndexRules::indexOf)
        .forEach(index -> tryTo(() -> collection.addIndex(index)));
    for (Document filter : filters) {
      check(collection, filter, order);
    }
  }

  @Property(tries = 300)
  void textsAndADayThatAnIndexDecidesAreDecidedAsAScanDoes(
      @ForAll("documents") List<Document> documents,
      @ForAll("textOrNot") List<Object> texts,
      @ForAll("days") Instant since) {
    for (Document index : List.of(index("in.a", 1, "b", 1), index("in.a", -1, "b", -1))) {
      StoreCollection collection = collection();
      collection.addIndex(IndexRules.indexOf(index));
      for (int i = 0; i < documents.size(); i++) {
        Document document = documents.get(i).clone();
        document.append("_id", "id" + i).append("in", new Document("a", texts.get(i)));
        tryTo(collection, document);
      }
      Document some = new Document("in.a", new Document("$in", List.of("x", "新店")));
      Document from = new Document("b", new Document("$gte", since));
      Document order = new Document("_id", 1);
      check(collection, new Document(some).append("b", from.get("b")), order);
      check(collection, new Document("$and", List.of(some, from)), order);
    }
  }

  @Example
  void whatTheFiguresDependOnIsLeftToTheIndex() {
    StoreIndex index = IndexRules.indexOf(index("state.groupId", 1, "state.date", 1));
    Document query =
        new Document(
            "$and",
            List.of(
                new Document("state.groupId", new Document("$in", List.of("x", "y"))),
                new Document("state.date", new Document("$gte", Instant.EPOCH))));
    Plan plan = Objects.requireNonNull(Planner.plan(List.of(index), query, null));

    assertThat(plan.residual(query)).isEmpty();
  }

  @Example
  void aListThatIsTooLongForAnIndexFindsWhatIsInItAndNothingElse() {
    StoreCollection collection = collection();
    collection.addDocument(new Document("_id", "id1"));
    collection.addDocument(new Document("_id", "other"));
    List<String> ids = IntStream.range(0, 3_000).mapToObj(i -> "id" + i).toList();
    Document among = new Document("_id", new Document("$in", ids));
    assertThat(collection.answers(among, null, 0, 0, null).map(Documents::documentOf))
        .containsExactly(new Document("_id", "id1"));
  }

  @Example
  void whatIsDemandedTwiceIsBothLookedAt() {
    StoreCollection collection = collection();
    collection.addDocument(new Document("_id", "x"));
    collection.addDocument(new Document("_id", "y"));
    Document both =
        new Document(
            "$and",
            List.of(
                new Document("_id", new Document("$in", List.of("x", "y"))),
                new Document("_id", new Document("$in", List.of("y", "z")))));
    assertThat(collection.find(both, null, 0, 0)).containsExactly(new Document("_id", "y"));
  }

  @Example
  void whatSeveralBranchesFindIsGivenOnce() {
    StoreCollection collection = collection();
    collection.addDocument(new Document("_id", "x"));
    Document twice =
        new Document(
            "$or",
            List.of(new Document("_id", "x"), new Document("_id", new Document("$gte", "a"))));
    assertThat(collection.find(twice, null, 0, 0)).hasSize(1);
  }

  @Example
  void oneElementMaySatisfyOneEndOfARangeAndAnotherTheOther() {
    StoreCollection collection = collection();
    collection.addIndex(IndexRules.indexOf(index("list.at", 1)));
    collection.addDocument(
        new Document("list", List.of(new Document("at", 0), new Document("at", 9))));
    Document both =
        new Document(
            "$and",
            List.of(
                new Document("list.at", new Document("$gt", 4)),
                new Document("list.at", new Document("$lt", 5))));
    assertThat(collection.find(both, null, 0, 0)).hasSize(1);
  }

  private static void check(StoreCollection collection, Document filter, Document order) {
    List<Document> all = collection.find(new Document(), null, 0, 0).toList();
    DefaultQueryMatcher matcher = new DefaultQueryMatcher();
    List<Document> expected =
        all.stream().filter(document -> matcher.matches(document, filter)).toList();
    assertThat(collection.find(filter, null, 0, 0)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(collection.answers(filter, null, 0, 0, null).map(Documents::documentOf))
        .containsExactlyInAnyOrderElementsOf(expected);

    List<Document> sorted = new ArrayList<>(expected);
    DocumentComparator comparator = new DocumentComparator(order);
    sorted.sort(comparator);
    List<Document> found = collection.find(filter, order, 0, 0).toList();
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    List<Document> few = collection.find(filter, order, 1, 3).toList();
    assertThat(few).hasSize(Math.clamp(expected.size() - 1, 0, 3));
    if (order.containsKey("list.at")) {
      return; // The library's comparison of empty arrays is no order.
    }
    for (int i = 0; i < found.size(); i++) {
      assertThat(comparator.compare(found.get(i), sorted.get(i))).isZero();
    }
    for (int i = 0; i < few.size(); i++) {
      assertThat(comparator.compare(few.get(i), sorted.get(i + 1))).isZero();
    }
  }

  private static void tryTo(StoreCollection collection, Document document) {
    tryTo(() -> collection.addDocument(document));
  }

  private static void update(StoreCollection collection, Document id, Document change) {
    tryTo(() ->
        collection.updateDocuments(
            id, new Document("$set", change), ArrayFilters.empty(), false, false, NoopOplog.get()));
  }

  /** Two arrays in one compound index are declined; then nothing may have changed. */
  private static void tryTo(Runnable write) {
    try {
      write.run();
    } catch (MongoServerException e) {
      assertThat(e).hasMessageContaining("parallel arrays");
    }
  }

  static StoreCollection collection() {
    StoreDatabase database =
        new StoreDatabase("test", new CursorRegistry(), new Recovered(), Effect.NOWHERE);
    return (StoreCollection)
        database.createCollectionOrThrowIfExists("docs", CollectionOptions.withDefaults());
  }

  private static Document index(Object... keys) {
    Document key = new Document();
    for (int i = 0; i < keys.length; i += 2) {
      key.put((String) keys[i], keys[i + 1]);
    }
    return new Document("key", key).append("name", key.toString());
  }

  @Provide
  Arbitrary<List<Document>> indexes() {
    return Arbitraries.of(INDEXES)
        .list()
        .uniqueElements(index -> Fields.text(index, "name"))
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<List<Document>> documents() {
    return document().list().ofMaxSize(20);
  }

  @Provide
  Arbitrary<List<Document>> changes() {
    return document().filter(document -> !document.isEmpty()).list().ofMaxSize(12);
  }

  private static Arbitrary<Document> document() {
    return Combinators.combine(
            value().injectNull(0.2),
            value().injectNull(0.2),
            entries().injectNull(0.3),
            Arbitraries.of("x", "y", "z").list().ofMaxSize(3).injectNull(0.3))
        .as((a, b, list, tags) -> {
          Document document = new Document();
          document.putIfNotNull("a", a);
          document.putIfNotNull("b", b);
          document.putIfNotNull("list", list);
          document.putIfNotNull("tags", tags);
          return document;
        });
  }

  @Provide
  Arbitrary<List<Object>> textOrNot() {
    return Arbitraries.oneOf(value(), Arbitraries.of("x", "新店").map(Object.class::cast))
        .list()
        .ofSize(20);
  }

  @Provide
  Arbitrary<Instant> days() {
    return Arbitraries.of(Instant.EPOCH, Instant.ofEpochMilli(-1), Instant.ofEpochMilli(50));
  }

  private static Arbitrary<List<Document>> entries() {
    return value().map(at -> new Document("at", at)).list().ofMaxSize(3);
  }

  private static Arbitrary<Object> value() {
    return Arbitraries.oneOf(
        Arbitraries.of(1, 2, 3, 1.5, 2L, -7, Long.MAX_VALUE, 3e9).map(Object.class::cast),
        Arbitraries.of("", "x", "y", "新店", "ｚ", "😀", "a\0b").map(Object.class::cast),
        Arbitraries.of(true, false).map(Object.class::cast),
        Arbitraries.of(Instant.EPOCH, Instant.ofEpochMilli(-1), Instant.ofEpochMilli(99))
            .map(Object.class::cast),
        Arbitraries.just(new Document("p", 1).append("q", 2)).map(Object.class::cast));
  }

  @Provide
  Arbitrary<Document> orders() {
    return Arbitraries.of(
        new Document("_id", 1),
        new Document("_id", -1),
        new Document("a", 1),
        new Document("a", -1).append("b", 1),
        new Document("a", 1).append("b", -1),
        new Document("b", 1).append("_id", 1),
        new Document("b", -1).append("_id", -1),
        new Document("list.at", 1));
  }

  @Provide
  Arbitrary<List<Document>> filters() {
    return filter().list().ofMinSize(1).ofMaxSize(6);
  }

  private static Arbitrary<Document> filter() {
    Arbitrary<Document> fields =
        condition()
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(conditions -> {
              Document filter = new Document();
              conditions.forEach(condition -> filter.put(condition.get1(), condition.get2()));
              return filter;
            });
    return Arbitraries.oneOf(
        fields,
        fields.list().ofSize(2).map(both -> new Document("$and", both)),
        fields.list().ofMinSize(1).ofMaxSize(3).map(some -> new Document("$or", some)));
  }

  private static Arbitrary<Tuple.Tuple2<String, Object>> condition() {
    Arbitrary<String> paths = Arbitraries.of("a", "b", "list.at", "tags", "_id");
    Arbitrary<Object> literal =
        Arbitraries.oneOf(value(), Arbitraries.of("id1", "id5", "id15").map(Object.class::cast));
    Arbitrary<Object> ranges =
        Combinators.combine(
                Arbitraries.of("$gt", "$gte"), literal, Arbitraries.of("$lt", "$lte"), literal)
            .as((low, from, high, to) -> new Document(low, from).append(high, to));
    return Combinators.combine(
            paths,
            Arbitraries.oneOf(
                literal,
                Combinators.combine(
                        Arbitraries.of("$gt", "$gte", "$lt", "$lte", "$eq", "$ne"), literal)
                    .as(Document::new),
                ranges,
                literal.list().ofMaxSize(3).map(values -> new Document("$in", values)),
                Arbitraries.of("x", "y", "id1", "id5")
                    .list()
                    .ofMaxSize(3)
                    .map(values -> new Document("$in", values)),
                Arbitraries.of(true, false).map(exists -> new Document("$exists", exists))))
        .as(Tuple::of);
  }
}
