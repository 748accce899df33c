package cn.jianfu.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.jianfu.testkit.TestTokens;
import cn.jianfu.web.sample.SampleTest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SampleTest
class BadInputTest {

  private static final Charset GBK = Charset.forName("GBK");

  @Autowired WebTestClient http;

  static Stream<Arguments> badBodies() {
    return Stream.of(
        arguments("nothing", "", 400, "web.invalid", "", "required"),
        arguments("a word", "hello", 400, "web.malformed-json", "", "json-syntax"),
        arguments(
            "cut off", "{\"name\":\"a\",\"wei", 400, "web.malformed-json", "/name", "json-syntax"),
        arguments("trailing", good() + " {}", 400, "web.invalid", "", "wrong-type"),
        arguments("an array", "[" + good() + "]", 400, "web.invalid", "", "wrong-type"),
        arguments("null", "null", 400, "web.invalid", "", "required"),
        arguments("a number", "7", 400, "web.invalid", "", "wrong-type"),
        arguments(
            "duplicate key",
            "{\"name\":\"a\",\"name\":\"b\",\"weight\":1}",
            400,
            "web.malformed-json",
            "/name",
            "duplicate-field"),
        arguments(
            "unknown field",
            "{\"name\":\"a\",\"weight\":1,\"colour\":1}",
            400,
            "web.invalid",
            "/colour",
            "unknown-field"),
        arguments("text for a number", body("\"12\""), 400, "web.invalid", "/weight", "wrong-type"),
        arguments(
            "fraction for a number", body("1.5"), 400, "web.invalid", "/weight", "wrong-type"),
        arguments("null for a number", body("null"), 400, "web.invalid", "/weight", "wrong-type"),
        arguments("true for a number", body("true"), 400, "web.invalid", "/weight", "wrong-type"),
        arguments(
            "too big a number", body("99999999999"), 400, "web.invalid", "/weight", "out-of-range"),
        arguments(
            "a number of 200 digits",
            body("1".repeat(200)),
            400,
            "web.malformed-json",
            "",
            "json-limit"),
        arguments("NaN", body("NaN"), 400, "web.malformed-json", "/weight", "json-syntax"),
        arguments("out of range", body("101"), 400, "web.invalid", "/weight", "max"),
        arguments("number for text", with("\"name\":1"), 400, "web.invalid", "/name", "wrong-type"),
        arguments(
            "object for text", with("\"name\":{}"), 400, "web.invalid", "/name", "wrong-type"),
        arguments("missing text", "{\"weight\":1}", 400, "web.invalid", "/name", "not-null"),
        arguments(
            "missing number", "{\"name\":\"a\"}", 400, "web.invalid", "/weight", "wrong-type"),
        arguments(
            "too long",
            with("\"name\":\"" + "字".repeat(21) + "\""),
            400,
            "web.invalid",
            "/name",
            "size"),
        arguments(
            "half a character",
            with("\"name\":\"\\ud83d\""),
            400,
            "web.invalid",
            "/name",
            "broken-text"),
        arguments(
            "U+0000", with("\"name\":\"a\\u0000\""), 400, "web.invalid", "/name", "broken-text"),
        arguments(
            "raw control character",
            with("\"name\":\"a\u0001\""),
            400,
            "web.malformed-json",
            "/name",
            "json-syntax"),
        arguments("enum by number", also("\"kind\":1"), 400, "web.invalid", "/kind", "not-one-of"),
        arguments(
            "enum of another case",
            also("\"kind\":\"small\""),
            400,
            "web.invalid",
            "/kind",
            "not-one-of"),
        arguments("enum empty", also("\"kind\":\"\""), 400, "web.invalid", "/kind", "not-one-of"),
        arguments(
            "no such day",
            also("\"day\":\"2026-02-30\""),
            400,
            "web.invalid",
            "/day",
            "wrong-type"),
        arguments("day as number", also("\"day\":20000"), 400, "web.invalid", "/day", "wrong-type"),
        arguments(
            "time as number", also("\"at\":1700000000"), 400, "web.invalid", "/at", "wrong-type"),
        arguments(
            "day as array", also("\"day\":[2026,1,1]"), 400, "web.invalid", "/day", "wrong-type"),
        arguments(
            "text for yes or no",
            also("\"fragile\":\"true\""),
            400,
            "web.invalid",
            "/fragile",
            "wrong-type"),
        arguments(
            "number for yes or no",
            also("\"fragile\":1"),
            400,
            "web.invalid",
            "/fragile",
            "wrong-type"),
        arguments(
            "object for an array",
            also("\"items\":{}"),
            400,
            "web.invalid",
            "/items",
            "wrong-type"),
        arguments(
            "nothing in the array",
            also("\"items\":[null]"),
            400,
            "web.invalid",
            "/items/0",
            "not-null"),
        arguments(
            "deep inside",
            also("\"items\":[{\"label\":\"a\"},{\"label\":\"toolong\"}]"),
            400,
            "web.invalid",
            "/items/1/label",
            "size"),
        arguments(
            "unknown deep inside",
            also("\"items\":[{\"label\":\"a\"},{\"label\":\"b\",\"x\":1}]"),
            400,
            "web.invalid",
            "/items/1/x",
            "unknown-field"),
        arguments(
            "nested too deeply",
            also("\"items\":" + "[".repeat(5000)),
            400,
            "web.invalid",
            "/items/0",
            "wrong-type"),
        arguments(
            "deep in an unknown field",
            also("\"x\":" + "[".repeat(5000) + "]".repeat(5000)),
            400,
            null,
            null,
            null),
        arguments(
            "too large",
            with("\"name\":\"" + "a".repeat(300_000) + "\""),
            413,
            "web.too-large",
            null,
            null));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badBodies")
  void badBodiesAreDeclinedAndSayWhere(
      String what,
      String body,
      int status,
      @Nullable String type,
      @Nullable String pointer,
      @Nullable String code) {
    var problem = post(body.getBytes(StandardCharsets.UTF_8), "application/json", status);

    if (type != null) {
      assertThat(problem.at("/type").stringValue()).isEqualTo("urn:problem:" + type);
    }
    if (pointer != null) {
      assertThat(problem.at("/errors/0/pointer").stringValue("absent")).isEqualTo(pointer);
      assertThat(problem.at("/errors/0/code").stringValue()).isEqualTo(code);
      assertThat(problem.at("/errors/0/message").stringValue()).doesNotContain("{");
    }
    assertThat(problem.at("/title").stringValue()).isNotBlank();
    assertThat(problem.toString()).doesNotContain("Exception").doesNotContain("tools.jackson");
  }

  @Test
  void textInAnotherEncodingIsDeclined() {
    var problem = post(with("\"name\":\"翔安区\"").getBytes(GBK), "application/json", 400);

    assertThat(problem.at("/type").stringValue()).isEqualTo("urn:problem:web.malformed-json");
  }

  @Test
  void overlongUtf8IsDeclined() {
    var body = with("\"name\":\"##\"").getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < body.length; i++) {
      body[i] = body[i] == '#' && body[i + 1] == '#' ? (byte) 0xC0 : body[i];
      body[i] = body[i] == '#' ? (byte) 0x80 : body[i];
    }

    post(body, "application/json", 400);
  }

  @Test
  void anotherContentTypeIsDeclined() {
    for (var type : new String[] {"text/plain", "application/xml", "multipart/form-data"}) {
      var problem = post(good().getBytes(StandardCharsets.UTF_8), type, 415);
      assertThat(problem.at("/type").stringValue())
          .isEqualTo("urn:problem:web.unsupported-media-type");
    }
  }

  @Test
  void problemsAreInChineseUnlessEnglishIsAskedFor() {
    assertThat(titleOf("/api/v1/nowhere", null)).isEqualTo("未找到");
    assertThat(titleOf("/api/v1/nowhere", "fr, zh;q=0.5")).isEqualTo("未找到");
    assertThat(titleOf("/api/v1/nowhere", "zh-CN,zh;q=0.9,en;q=0.8")).isEqualTo("未找到");
    assertThat(titleOf("/api/v1/nowhere", "en-US,en;q=0.9")).isEqualTo("Not found");
    assertThat(titleOf("/api/v1/nowhere", ";;;q=oops,,")).isEqualTo("未找到");
  }

  @Test
  void unknownPathsAndMethodsAreNamed() {
    get("/api/v1/nowhere", 404);
    var problem =
        http.delete()
            .uri("/api/v1/events")
            .headers(h -> h.set("Authorization", token()))
            .exchange();
    problem.expectStatus().isEqualTo(405).expectHeader().valueEquals("Allow", "POST");
    get("/swagger-ui/../../etc/passwd", 400);
  }

  @Test
  void badParametersAreNamed() {
    assertThat(get("/api/v1/parcels/yesterday", 400).at("/errors/0/parameter").stringValue())
        .isEqualTo("day");
    assertThat(get("/api/v1/parcels/ ", 400).at("/errors/0/parameter").stringValue())
        .isEqualTo("day");
    var limit = get("/api/v1/parcels/2026-01-01?limit=11", 400);
    assertThat(limit.at("/errors/0/parameter").stringValue()).isEqualTo("limit");
    assertThat(limit.at("/errors/0/message").stringValue()).isEqualTo("不得大于 10");
    get("/api/v1/parcels/2026-01-01?limit=x", 400);
    get("/api/v1/parcels/2026-01-01?limit=", 200);
  }

  @Test
  void textsAndCodesSayWhatIsWrongWithThem() {
    assertThat(codeOfNote("\"title\":\" \"")).isEqualTo("not-blank");
    assertThat(codeOfNote("\"title\":\"一二三四五六七八九十十\"")).isEqualTo("too-long");
    assertThat(codeOfNote("\"title\":\"a\\u0007b\"")).isEqualTo("control-character");
    assertThat(codeOfNote("\"title\":\"a\\nb\"")).isEqualTo("control-character");
    assertThat(codeOfNote("\"title\":\"a\\u202eb\"")).isEqualTo("control-character");
    assertThat(codeOfNote("\"title\":\"a\",\"code\":\"12a4\"")).isEqualTo("not-a-code");
    var good = "{\"title\":\"👨‍👩‍👧 工作群\",\"text\":\"a\\nb\",\"code\":\"1234\"}";
    post("/api/v1/parcels/notes", good.getBytes(StandardCharsets.UTF_8), "application/json", 200);
  }

  private String codeOfNote(String fields) {
    var body = ("{" + fields + "}").getBytes(StandardCharsets.UTF_8);
    return post("/api/v1/parcels/notes", body, "application/json", 400)
        .at("/errors/0/code")
        .stringValue();
  }

  @Test
  void notAcceptableIsSaid() {
    http.post()
        .uri("/api/v1/parcels")
        .headers(h -> h.set("Authorization", token()))
        .contentType(MediaType.APPLICATION_JSON)
        .accept(MediaType.IMAGE_PNG)
        .bodyValue(good())
        .exchange()
        .expectStatus()
        .isEqualTo(406);
  }

  @Test
  void faultsSayNothingOfTheInside() {
    var problem = get("/api/v1/parcels/fault", 500);

    assertThat(problem.at("/traceId").stringValue()).isNotBlank();
    assertThat(problem.toString()).doesNotContain("secret").doesNotContain("at cn.jianfu");
  }

  @Test
  void whatIsAwaySaysWhenToTryAgain() {
    http.get()
        .uri("/api/v1/parcels/away")
        .headers(h -> h.set("Authorization", token()))
        .exchange()
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .valueEquals("Retry-After", "7");
  }

  @Test
  void goodInputIsTaken() {
    post(good().getBytes(StandardCharsets.UTF_8), "application/json", 200);
    post(
        also("\"kind\":\"SMALL\",\"day\":\"2026-02-28\"").getBytes(StandardCharsets.UTF_8),
        "application/json",
        200);
  }

  private JsonNode post(byte[] body, String type, int status) {
    return post("/api/v1/parcels", body, type, status);
  }

  private JsonNode post(String path, byte[] body, String type, int status) {
    return read(
        http.post()
            .uri(path)
            .header("Authorization", token())
            .header("Content-Type", type)
            .bodyValue(body)
            .exchange(),
        status);
  }

  private JsonNode get(String path, int status) {
    return read(http.get().uri(path).header("Authorization", token()).exchange(), status);
  }

  private String titleOf(String path, @Nullable String language) {
    var request = http.get().uri(path).header("Authorization", token());
    if (language != null) {
      request.header("Accept-Language", language);
    }
    return read(request.exchange(), 404).at("/title").stringValue();
  }

  private static JsonNode read(WebTestClient.ResponseSpec response, int status) {
    response.expectStatus().isEqualTo(status);
    if (status >= 400) {
      response.expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
    var body = response.expectBody().returnResult().getResponseBody();
    return status >= 400 ? JsonMapper.shared().readTree(body) : JsonMapper.shared().nullNode();
  }

  private static String token() {
    return TestTokens.shared().bearer("sender", "10");
  }

  private static String good() {
    return body("1");
  }

  private static String body(String weight) {
    return "{\"name\":\"a\",\"weight\":" + weight + "}";
  }

  private static String with(String name) {
    return "{" + name + ",\"weight\":1}";
  }

  private static String also(String more) {
    return "{\"name\":\"a\",\"weight\":1," + more + "}";
  }
}
