package cn.jianfu.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** An update does what the library does, whichever of the two does it. */
class PlainUpdateTest {
  private static final Document BY_ID = new Document("_id", "x");

  /** Without an index on it there is no plan, and the library does the update. */
  private static final Document BY_SCAN = new Document("mark", new Document("$exists", true));

  @Property(tries = 1_000)
  void thePlainWayEndsWhereTheLibraryEnds(
      @ForAll("documents") Document document, @ForAll("updates") Document update) {
    String plain = updated(document.cloneDeeply(), BY_ID, update);
    String library = updated(document.cloneDeeply(), BY_SCAN, update);

    assertThat(plain).isEqualTo(library);
  }

  @Example
  void whatTheFiguresDependOnIsPlain() {
    Document update =
        new Document("$set", new Document("state", new Document("a", 1)))
            .append("$inc", new Document("version", 1L))
            .append(
                "$push",
                new Document("seen", new Document("$each", List.of(1)).append("$slice", -2)))
            .append("$pull", new Document("outbox", new Document("seq", new Document("$lte", 1L))))
            .append("$unset", new Document("lease", ""));

    assertThat(PlainUpdate.of(update)).isNotNull();
  }

  @Example
  void theStoresOwnTimeIsWrittenAsADate() {
    Document update = new Document("$currentDate", new Document("at", true));
    Document document = new Document("_id", "x");

    assertThat(Objects.requireNonNull(PlainUpdate.of(update)).applyTo(document)).isTrue();
    assertThat((Instant) document.get("at"))
        .isBetween(Instant.now().minusSeconds(60), Instant.now());
  }

  private static String updated(Document document, Document selector, Document update) {
    StoreCollection collection = PlanTest.collection();
    collection.addIndex(
        IndexRules.indexOf(
            new Document("key", new Document("list.seq", 1)).append("name", "list")));
    collection.addIndex(
        IndexRules.indexOf(new Document("key", new Document("n", 1)).append("name", "n")));
    collection.addDocument(document.append("_id", "x").append("mark", 1));
    String result;
    try {
      result =
          collection
              .updateDocuments(selector, update, ArrayFilters.empty(), true, false, NoopOplog.get())
              .toString();
    } catch (MongoServerException declined) {
      result = declined.getMessage();
    }
    Document now = collection.find(BY_ID, null, 0, 0).findFirst().orElseThrow();
    Document byList = new Document("list.seq", new Document("$gte", 2));
    Document byNumber = new Document("n", new Document("$gte", 2));
    return result
        + now
        + collection.find(byList, null, 0, 0).count()
        + collection.find(byNumber, null, 0, 0).count();
  }

  @Provide
  Arbitrary<Document> documents() {
    return Combinators.combine(
            number().injectNull(0.3), list().injectNull(0.3), value().injectNull(0.3))
        .as((n, list, sub) -> {
          Document document = new Document();
          document.putIfNotNull("n", n);
          document.putIfNotNull("list", list);
          document.putIfNotNull("sub", sub);
          return document;
        });
  }

  @Provide
  Arbitrary<Document> updates() {
    Arbitrary<Document> set = fields("$set", value());
    Arbitrary<Document> unset = fields("$unset", Arbitraries.of("").map(Object.class::cast));
    Arbitrary<Document> inc = fields("$inc", number());
    Arbitrary<Document> onInsert = fields("$setOnInsert", value());
    Arbitrary<Document> push =
        fields(
            "$push",
            Combinators.combine(list(), Arbitraries.of(-2, -1, 0, 2).injectNull(0.3))
                .as((each, slice) -> {
                  Document how = new Document("$each", each);
                  how.putIfNotNull("$slice", slice);
                  return how;
                }));
    Arbitrary<Document> pull =
        fields("$pull", number().map(seq -> new Document("seq", new Document("$lte", seq))));
    return Arbitraries.oneOf(set, unset, inc, onInsert, push, pull)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(parts -> {
          Document update = new Document();
          parts.forEach(update::putAll);
          return update;
        });
  }

  private static Arbitrary<Document> fields(String operator, Arbitrary<? extends Object> operand) {
    return Combinators.combine(
            Arbitraries.of(
                "n",
                "list",
                "sub",
                "sub.a",
                "sub.b.c",
                "list.0",
                "list.seq",
                "new",
                "new.a",
                "_id"),
            operand)
        .as((path, value) -> new Document(operator, new Document(path, value)));
  }

  private static Arbitrary<Object> value() {
    return Arbitraries.oneOf(
        number(),
        Arbitraries.of("x", true).map(Object.class::cast),
        list().map(Object.class::cast),
        number().map(a -> new Document("a", a)),
        number().map(c -> new Document("b", new Document("c", c))));
  }

  private static Arbitrary<Object> number() {
    return Arbitraries.of(1, 2, 3L, 1.5, Integer.MAX_VALUE, Long.MAX_VALUE).map(Object.class::cast);
  }

  private static Arbitrary<List<Document>> list() {
    return number().map(seq -> new Document("seq", seq)).list().ofMaxSize(3);
  }
}
