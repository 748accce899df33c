package cn.jianfu.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is picked out of the bytes is what the library shows. */
class RawProjectionTest {

  @Property(tries = 500)
  void thePickedFieldsAreThoseThatTheLibraryShows(
      @ForAll("documents") Document document, @ForAll("paths") Set<String> paths) {
    Document projection = new Document();
    paths.forEach(path -> projection.put(path, 1));
    RawProjection raw = RawProjection.of(projection);
    byte[] picked = raw == null ? null : raw.of(Documents.bytesOf(document));

    if (picked != null) {
      // The library puts fields in the order of the projection, MongoDB in that of the document.
      assertThat(byName(Documents.documentOf(picked)))
          .isEqualTo(byName(PlanTest.collection().projected(document, projection)));
    }
  }

  private static Map<String, Object> byName(Document document) {
    Map<String, Object> fields = new TreeMap<>();
    document.forEach(
        (name, value) -> fields.put(name, value instanceof Document inner ? byName(inner) : value));
    return fields;
  }

  @Example
  void whatTheFiguresDependOnIsPicked() {
    Document projection =
        new Document("state.groupId", 1).append("state.date", 1).append("version", 1);
    Document document =
        new Document("_id", "x")
            .append("version", 3L)
            .append("seen", List.of(new Document("key", "k")))
            .append("state", new Document("groupId", "g").append("date", Instant.EPOCH));

    byte[] picked =
        Objects.requireNonNull(RawProjection.of(projection)).of(Documents.bytesOf(document));

    assertThat(Documents.documentOf(Objects.requireNonNull(picked)))
        .isEqualTo(
            new Document("_id", "x")
                .append("version", 3L)
                .append("state", new Document("groupId", "g").append("date", Instant.EPOCH)));
  }

  @Example
  void whatHidesOrComputesIsLeftToTheLibrary() {
    assertThat(RawProjection.of(new Document("a", 0))).isNull();
    assertThat(RawProjection.of(new Document("_id", 0))).isNull();
    assertThat(RawProjection.of(new Document("a", new Document("$slice", 2)))).isNull();
    assertThat(RawProjection.of(new Document("a", 1).append("a.b", 1))).isNull();
  }

  @Example
  void whatIsShownOfTheElementsOfAnArrayIsLeftToTheLibrary() {
    RawProjection ofElements = Objects.requireNonNull(RawProjection.of(new Document("in.a", 1)));

    assertThat(ofElements.of(Documents.bytesOf(new Document("in", List.of(1))))).isNull();
  }

  @Provide
  Arbitrary<Document> documents() {
    return Combinators.combine(value(), value(), value(), value())
        .as((a, b, inner, other) ->
            new Document("_id", "x")
                .append("a", a)
                .append("b", b)
                .append("in", new Document("a", inner).append("b", other))
                .append("last", 1));
  }

  private static Arbitrary<Object> value() {
    return Arbitraries.of(
        1,
        2L,
        1.5,
        "",
        "新店",
        true,
        Instant.EPOCH,
        List.of(),
        List.of("x", new Document("a", 1)),
        new Document(),
        new Document("a", new Document("b", "y")));
  }

  @Provide
  Arbitrary<Set<String>> paths() {
    return Arbitraries.of("_id", "a", "b", "in", "in.a", "in.b", "in.a.b", "a.a", "nowhere", "last")
        .set()
        .ofMinSize(1)
        .ofMaxSize(4);
  }
}
