package cn.jianfu.web.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.testkit.TestTokens;
import cn.jianfu.web.sample.ParcelEventsEndpoint;
import cn.jianfu.web.sample.SampleTest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SampleTest
@TestPropertySource(
    properties = {
      "jianfu.web.intake.max-events=50",
      "jianfu.web.intake.chunk=10",
      "jianfu.web.intake.max-event=4KB",
      "jianfu.web.intake.max-body=100KB"
    })
class EventIntakeTest {

  private static final String ONE = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";
  private static final String LINES = "application/x-ndjson";

  @Autowired WebTestClient http;
  @Autowired ParcelEventsEndpoint parcels;

  @BeforeEach
  void empty() {
    parcels.stored().clear();
  }

  @Test
  void aBatchIsAnsweredEventByEventInItsOrder() {
    var answers =
        push(BATCH, array(event(1, "1"), event(2, "99"), event(3, "0.5"), event(1, "1")), 207);

    assertThat(words(answers, "status"))
        .containsExactly("accepted", "declined", "declined", "unchanged");
    assertThat(words(answers, "id")).containsExactly("e1", "e2", "e3", "e1");
    assertThat(answers.at("/0/source").stringValue()).isEqualTo("/units/10");
    assertThat(answers.at("/1/problem/status").intValue()).isEqualTo(409);
    assertThat(answers.at("/2/problem/errors/0/pointer").stringValue()).isEqualTo("/data/weight");
  }

  @Test
  void linesAreAnsweredByLines() {
    var body = event(1, "1") + "\n\n" + event(2, "2") + "\r\n";

    var answers = raw(LINES, body.getBytes(StandardCharsets.UTF_8), 207);

    assertThat(answers.lines())
        .containsExactly(
            "{\"index\":0,\"id\":\"e1\",\"source\":\"/units/10\",\"status\":\"accepted\"}",
            "{\"index\":1,\"id\":\"e2\",\"source\":\"/units/10\",\"status\":\"accepted\"}");
  }

  @Test
  void oneEventIsAnsweredByItsOwnStatus() {
    assertThat(push(ONE, event(1, "1"), 200).at("/status").stringValue()).isEqualTo("accepted");
    assertThat(push(ONE, event(1, "1"), 200).at("/status").stringValue()).isEqualTo("unchanged");
    assertThat(push(ONE, event(2, "99"), 409).at("/type").stringValue())
        .isEqualTo("urn:problem:web.conflict");
    assertThat(push(ONE, event(2, "\"1\""), 400).at("/errors/0/pointer").stringValue())
        .isEqualTo("/data/weight");
  }

  @Test
  void anEventMayComeInHeadersAndBody() {
    binary("e%E5%8F%B71", "{\"name\":\"a\",\"weight\":1}", 200);
    assertThat(parcels.stored()).containsOnlyKeys("/units/10\ne号1");
    binary("e2", "{\"name\":\"a\",\"weight\":", 400);
    binary("", "{}", 400);
    binary("%zz", "{}", 400);
  }

  @Test
  void theHashIsTheSameForTheSameEventSentInAnotherWay() {
    push(ONE, event(1, "1"), 200);
    var structured = parcels.stored().get("/units/10\ne1");
    binary("e1", " { \"name\" : \"a b\",\n\"weight\":1 }", 200);

    assertThat(parcels.stored().get("/units/10\ne1")).isEqualTo(structured);
  }

  @Test
  void aBadEventIsDeclinedAloneAndSaysWhatIsWrong() {
    var bad =
        List.of(
            "{\"id\": 12abc}",
            "{}",
            "7",
            "null",
            "\"text\"",
            "{\"id\":\"a\",\"id\":\"b\"}",
            event(1, "1").replace("\"1.0\"", "\"0.3\""),
            event(1, "1").replace("\"e1\"", "1"),
            event(1, "1").replace("\"e1\"", "\"\\u0007\""),
            event(1, "1").replace("\"e1\"", "\"" + "x".repeat(1001) + "\""),
            event(1, "1").replace("\"data\"", "\"data_base64\""),
            event(1, "1").replace("\"data\"", "\"Unknown\""),
            event(1, "1").replace("2026-01-01T00:00:00+08:00", "yesterday"),
            event(1, "1").replace("\"name\":\"a b\"", "\"weight\":1"),
            event(1, "1").replace("\"name\"", "\"colour\""),
            event(1, "1").replace("{\"name\":\"a b\",\"weight\":1}", "null"),
            event(1, "1")
                .replace("{\"name\":\"a b\",\"weight\":1}", "[".repeat(200) + "]".repeat(200)),
            event(1, "1").replace("a b", "a".repeat(5_000)));

    var all = new java.util.ArrayList<>(bad);
    all.addFirst(event(50, "1"));
    all.addLast(event(51, "1"));
    var answers = push(BATCH, array(all.toArray(String[]::new)), 207);

    assertThat(answers).hasSize(all.size());
    for (int i = 1; i <= bad.size(); i++) {
      var answer = answers.get(i);
      assertThat(answer.at("/status").stringValue()).as(all.get(i)).isEqualTo("declined");
      assertThat(answer.at("/problem/status").intValue()).isBetween(400, 499);
      assertThat(answer.at("/problem/title").stringValue()).isNotBlank();
    }
    assertThat(answers.at("/6/problem/errors/0/pointer").stringValue()).isEqualTo("/id");
    assertThat(answers.at("/14/problem/errors/0/code").stringValue()).isEqualTo("duplicate-field");
    assertThat(parcels.stored()).hasSize(2);
  }

  @Test
  void anotherUnitsSourceIsDeclined() {
    var answers = push(BATCH, array(event(1, "1").replace("/units/10", "/units/20")), 207);

    assertThat(answers.at("/0/problem/status").intValue()).isEqualTo(403);
    assertThat(parcels.stored()).isEmpty();
  }

  @Test
  void aBatchBrokenInItsFirstChunkChangesNothing() {
    for (var body : List.of("", "{}", "[", array(event(1, "1")) + "]", "[" + event(1, "1") + ",")) {
      var problem = push(BATCH, body, 400);
      assertThat(problem.at("/type").stringValue()).isEqualTo("urn:problem:web.malformed-batch");
      assertThat(parcels.stored()).isEmpty();
    }
  }

  @Test
  void aBatchBrokenLaterSaysFromWhereOnNothingWasRead() {
    var events = IntStream.range(0, 25).mapToObj(i -> event(i, "1")).toList();
    var body = "[" + String.join(",", events) + ",{\"id\":";

    var answers = push(BATCH, body, 207);

    assertThat(answers).hasSize(26);
    assertThat(parcels.stored()).hasSize(25);
    assertThat(answers.at("/25/index").intValue()).isEqualTo(25);
    assertThat(answers.at("/25/problem/type").stringValue())
        .isEqualTo("urn:problem:web.malformed-batch");
  }

  @Test
  void tooManyEventsAreReadUpToTheLimit() {
    var events = IntStream.range(0, 60).mapToObj(i -> event(i, "1")).toArray(String[]::new);

    var answers = push(BATCH, array(events), 207);

    assertThat(answers).hasSize(51);
    assertThat(answers.at("/50/problem/type").stringValue())
        .isEqualTo("urn:problem:web.too-many-events");
    assertThat(parcels.stored()).hasSize(50);
  }

  @Test
  void aBodyThatIsTooLargeIsDeclined() {
    push(BATCH, "[" + " ".repeat(200_000) + "]", 413);
    http.post()
        .uri("/api/v1/events")
        .header(HttpHeaders.AUTHORIZATION, token())
        .header(HttpHeaders.CONTENT_TYPE, BATCH)
        .body(BodyInserters.fromDataBuffers(pieces(" ".repeat(200_000), 1_000)))
        .exchange()
        .expectStatus()
        .isEqualTo(413);
  }

  @Test
  void anOutageInTheFirstChunkIsA503() {
    push(BATCH, array(event(1, "1").replace("parcel.sent", "store.away")), 503);
  }

  @Test
  void anOutageLaterIsSaidWhereItBegan() {
    var events = IntStream.range(0, 30).mapToObj(i -> event(i, "1")).toArray(String[]::new);
    events[12] = events[12].replace("parcel.sent", "store.away");

    var answers = push(BATCH, array(events), 207);

    assertThat(answers).hasSize(21);
    assertThat(words(answers, "status").subList(0, 10)).containsOnly("accepted");
    assertThat(answers.at("/10/problem/status").intValue()).isEqualTo(503);
    assertThat(answers.at("/20/index").intValue()).isEqualTo(20);
    assertThat(answers.at("/20/id").isMissingNode()).isTrue();
  }

  @Test
  void noEventsAreNoError() {
    assertThat(push(BATCH, " [ ] ", 207)).isEmpty();
    assertThat(raw(LINES, "\n \n".getBytes(StandardCharsets.UTF_8), 207)).isEqualTo("null");
  }

  @Test
  void otherContentTypesAndEncodingsAreDeclined() {
    for (var type : List.of("application/json", "text/plain", BATCH + ";charset=gbk")) {
      push(type, array(event(1, "1")), 415);
    }
    http.post()
        .uri("/api/v1/events")
        .header(HttpHeaders.AUTHORIZATION, token())
        .header(HttpHeaders.CONTENT_TYPE, BATCH)
        .header(HttpHeaders.CONTENT_ENCODING, "gzip")
        .bodyValue(new byte[] {1, 2})
        .exchange()
        .expectStatus()
        .isEqualTo(415);
    var gbk = array(event(1, "1").replace("a b", "翔安区")).getBytes(Charset.forName("GBK"));
    var answers = JsonMapper.shared().readTree(raw(BATCH, gbk, 207));
    assertThat(answers.at("/0/problem/status").intValue()).isEqualTo(400);
  }

  @Test
  void piecesOfAnySizeGiveTheSameAnswers() {
    var body = array(event(1, "1"), event(2, "99"), event(3, "1").replace("a b", "工作群"));
    for (int size : new int[] {1, 7, 64}) {
      parcels.stored().clear();
      var answers =
          http.post()
              .uri("/api/v1/events")
              .header(HttpHeaders.AUTHORIZATION, token())
              .header(HttpHeaders.CONTENT_TYPE, BATCH)
              .body(BodyInserters.fromDataBuffers(pieces(body, size)))
              .exchange()
              .expectStatus()
              .isEqualTo(207)
              .expectBody()
              .returnResult()
              .getResponseBody();
      assertThat(words(JsonMapper.shared().readTree(answers), "status"))
          .containsExactly("accepted", "declined", "accepted");
    }
  }

  private static Flux<DataBuffer> pieces(String body, int size) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return Flux.range(0, (bytes.length + size - 1) / size)
        .map(i ->
            DefaultDataBufferFactory.sharedInstance.wrap(
                java.util.Arrays.copyOfRange(
                    bytes, i * size, Math.min(bytes.length, (i + 1) * size))));
  }

  private JsonNode push(String type, String body, int status) {
    return JsonMapper.shared().readTree(raw(type, body.getBytes(StandardCharsets.UTF_8), status));
  }

  private String raw(String type, byte[] body, int status) {
    var answer =
        http.post()
            .uri("/api/v1/events")
            .header(HttpHeaders.AUTHORIZATION, token())
            .header(HttpHeaders.CONTENT_TYPE, type)
            .bodyValue(body)
            .exchange()
            .expectStatus()
            .isEqualTo(status)
            .expectBody()
            .returnResult()
            .getResponseBody();
    return answer == null ? "null" : new String(answer, StandardCharsets.UTF_8);
  }

  private void binary(String id, String data, int status) {
    http.post()
        .uri("/api/v1/events")
        .header(HttpHeaders.AUTHORIZATION, token())
        .contentType(MediaType.APPLICATION_JSON)
        .header("ce-specversion", "1.0")
        .header("ce-id", id)
        .header("ce-source", "/units/10")
        .header("ce-type", "parcel.sent")
        .bodyValue(data)
        .exchange()
        .expectStatus()
        .isEqualTo(status);
  }

  private static List<String> words(JsonNode answers, String field) {
    return answers.valueStream().map(answer -> answer.at("/" + field).stringValue()).toList();
  }

  private static String array(String... events) {
    return "[" + String.join(",", events) + "]";
  }

  private static String event(int n, String weight) {
    return "{\"specversion\":\"1.0\",\"id\":\"e%d\",\"source\":\"/units/10\",\"type\":\"parcel.sent\",\"time\":\"2026-01-01T00:00:00+08:00\",\"data\":{\"name\":\"a b\",\"weight\":%s},\"trace\":5}"
        .formatted(n, weight);
  }

  private static String token() {
    return TestTokens.shared().bearer("sender", "10");
  }
}
