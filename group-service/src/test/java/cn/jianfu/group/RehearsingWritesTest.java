package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.MAXIANG;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN_OFFICE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.testkit.Asking;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every single write can be tried first: the answer is that of the write, and nothing is kept. */
class RehearsingWritesTest {

  private static final String GROUP = "/api/v1/groups/" + XINDIAN + "/WECOM/wr-tried";
  private static final String TARGET = "/api/v1/groups/" + XINDIAN + "/WECOM/wr-tried-target";
  private static final String ERROR = "/api/v1/groups/" + XINDIAN + "/WECOM/wr-tried-error";

  /** A list that other tests have answered in whole takes no more groups: this one is its own. */
  private static final String LISTING = XINDIAN_OFFICE;

  private static final String ANSWERED = "/api/v1/groups/" + LISTING + "/WECOM/wr-tried-answered";
  private static final String LIST = "/api/v1/self-checks/2026-autumn/" + LISTING;
  private static final String LISTED =
      "/api/v1/groups/" + XINDIAN + "/WECOM/reg:0f1e2d3c4b5a69788796a5b4c3d2e1f1";
  private static final String JOINED = "{\"into\":\"" + XINDIAN + "/WECOM/wr-tried-target\"}";
  private static final String DAY = GROUP + "/activity/2026-11-02";

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final MongoDatabase database = service.bean(MongoDatabase.class);
  private final Asking town =
      service.asking("town-office", XINDIAN).with("Content-Type", "application/json");

  /** A write as it is sent. */
  private record Write(
      String method,
      String path,
      @Nullable String body,
      @Nullable String key,
      @Nullable String version) {

    static Write put(String path, String body) {
      return new Write("PUT", path, body, null, null);
    }

    static Write post(String path, String body) {
      return new Write("POST", path, body, null, null);
    }

    Write keyed(String key) {
      return new Write(method, path, body, key, version);
    }

    Write seeing(int version) {
      return new Write(method, path, body, key, "\"" + version + "\"");
    }
  }

  @Test
  void theAnswerOfADryRunIsThatOfTheWriteThatFollows() {
    List<Integer> statuses = new ArrayList<>();
    for (Write write : writes()) {
      StoredState before = StoredState.of(database);
      HttpResponse<String> told = send(write, "?dryRun=true");
      assertThat(StoredState.of(database)).as(write.toString()).isEqualTo(before);
      // Trying uses no key up, however often it is tried.
      assertSame(write, send(write, "?dryRun=true"), told);

      assertSame(write, send(write, ""), told);
      statuses.add(told.statusCode());
    }
    assertThat(statuses).contains(200, 201, 400, 404, 409, 422);
  }

  @Test
  void tryingASnapshotOfAGroupThatNobodyKnowsMakesNoGroup() {
    String unseen = "/api/v1/groups/" + XINDIAN + "/WECOM/wr-never-tried";
    StoredState before = StoredState.of(database);

    for (Write write :
        List.of(
            Write.put(unseen + "/members", "{\"members\":[{\"id\":\"a\"}]}"),
            Write.put(unseen + "/activity/2026-11-02", "{\"messages\":1,\"activeSenders\":1}"))) {
      assertThat(send(write, "?dryRun=true").statusCode()).isEqualTo(200);
    }

    assertThat(StoredState.of(database)).isEqualTo(before);
    assertThat(town.send("GET", unseen, null).statusCode()).isEqualTo(404);
  }

  @Test
  void answersToAListAreTriedWithWhatWouldBeDecided() {
    assertThat(send(Write.put(ANSWERED, "{\"name\":\"自查试群\"}"), "").statusCode()).isEqualTo(201);
    assertThat(town.send("GET", LIST, null).body()).contains("wr-tried-answered");
    List<String> answers = new ArrayList<>();
    for (Write write :
        List.of(
            answer("wr-never-listed", "\"confirm\":true"),
            answer("wr-tried-answered", "\"confirm\":false"),
            answer(
                "wr-tried-answered",
                "\"confirm\":false,\"reason\":\"并群\",\"kind\":\"MERGE\",\"mergeInto\":\""
                    + XINDIAN
                    + "/WECOM/wr-nobody\""),
            answer(
                "wr-tried-answered",
                "\"confirm\":false,\"reason\":\"停用\",\"kind\":\"DISSOLVE\""))) {
      StoredState before = StoredState.of(database);
      HttpResponse<String> told = send(write, "?dryRun=true");
      assertThat(StoredState.of(database)).as(write.toString()).isEqualTo(before);

      HttpResponse<String> answer = send(write, "");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(told.statusCode());
      assertThat(timeless(answer.body())).isEqualTo(timeless(told.body()));
      answers.add(answer.statusCode() + " " + answer.body().contains("merge-target-unknown"));
    }
    assertThat(answers).containsExactly("400 false", "400 false", "200 true", "200 false");
    assertThat(town.send("GET", ANSWERED, null).body()).contains("\"kind\":\"DISSOLVE\"");
  }

  private static Write answer(String group, String given) {
    return Write.post(
        LIST + "/answers",
        "{\"confirmAll\":false,\"answers\":[{\"groupId\":\""
            + LISTING
            + "/WECOM/"
            + group
            + "\","
            + given
            + "}]}");
  }

  private static String timeless(String body) {
    return body.replaceAll("\"answeredAt\":\"[^\"]*\"", "");
  }

  @Test
  void whoMayNotWriteMayNotTryAndWhatIsNeitherYesNorNoIsNamed() {
    Asking stranger =
        service.asking("town-office", MAXIANG).with("Content-Type", "application/json");
    for (Write write : writes()) {
      assertThat(stranger.send(write.method(), write.path() + "?dryRun=true", bytes(write)))
          .as(write.toString())
          .satisfies(answer -> assertThat(answer.statusCode()).isIn(400, 403, 422));
      assertThat(
              town.refused(write.method(), write.path() + "?dryRun=maybe", bytes(write))
                  .at("/errors/0/parameter")
                  .asString())
          .isEqualTo("dryRun");
    }
  }

  private static List<Write> writes() {
    String staff = "/api/v1/staff/" + XINDIAN;
    String secrecy = "/api/v1/secrecy/" + XINDIAN;
    String statement = secrecy + "/statements/2026-11-02";
    return List.of(
        Write.post(GROUP + "/filing", "{\"filingNo\":\"备1\"}"),
        Write.put(GROUP, "{\"name\":\"试群\",\"kind\":\"PERMANENT\"}").keyed("tried-1"),
        Write.put(GROUP, "{\"name\":\"试群\",\"kind\":\"PERMANENT\"}").keyed("tried-1"),
        Write.put(GROUP, "{\"name\":\"别的\"}").keyed("tried-1"),
        Write.put(GROUP, "{\"name\":\"试群\",\"kind\":\"PERMANENT\"}"),
        Write.put(GROUP, "{\"name\":\"\"}"),
        Write.put(GROUP, "{\"name\":\"试群\",\"createdOn\":\"2099-01-01\"}"),
        Write.put(GROUP + "/name", "{\"name\":\"试群（二）\"}").seeing(7),
        Write.put(GROUP + "/name", "{\"name\":\"试群（二）\"}").seeing(1),
        Write.put(GROUP + "/owner", "{\"ownerUnit\":\"" + XINDIAN + "\"}"),
        Write.post(GROUP + "/filing", "{\"filingNo\":\"备1\"}").keyed("tried-2"),
        Write.put(GROUP + "/name", "{\"name\":\"试群（三）\"}"),
        // A repeat is answered as the first time, whatever has happened since.
        Write.post(GROUP + "/filing", "{\"filingNo\":\"备1\"}").keyed("tried-2"),
        Write.put(
            GROUP + "/members",
            "{\"takenAt\":\"2026-11-01T08:00:00Z\",\"members\":[{\"id\":\"a\"},{\"id\":\"b\"}]}"),
        Write.put(
            GROUP + "/members",
            "{\"takenAt\":\"2026-11-01T08:00:00Z\",\"members\":[{\"id\":\"c\"}]}"),
        Write.put(
            GROUP + "/members",
            "{\"takenAt\":\"2026-11-02T08:00:00Z\",\"members\":[{\"id\":\"a\"},{\"id\":\"a\"}]}"),
        Write.put(DAY, "{\"messages\":4,\"activeSenders\":2}").keyed("tried-3"),
        Write.put(DAY, "{\"messages\":4,\"activeSenders\":2}").keyed("tried-3"),
        Write.put(DAY, "{\"messages\":9,\"activeSenders\":3}"),
        Write.put(DAY, "{\"messages\":-1}"),
        Write.put(staff, "{\"takenAt\":\"2026-11-02T08:00:00Z\",\"people\":[{\"id\":\"a\"}]}"),
        Write.put(staff, "{\"takenAt\":\"2026-11-02T08:00:00Z\",\"people\":[{\"id\":\"a\"}]}"),
        Write.put(staff, "{\"takenAt\":\"2026-11-02T08:00:00Z\",\"people\":[{\"id\":\"z\"}]}"),
        Write.put(secrecy + "/incidents/tried", "{\"foundOn\":\"2026-11-01\"}"),
        new Write("PUT", statement, null, null, null),
        Write.put(secrecy + "/incidents/tried/withdrawal", "{\"reason\":\"误报\"}"),
        new Write("PUT", statement, null, null, null),
        new Write("DELETE", statement, null, null, null),
        Write.put(TARGET, "{\"name\":\"试群去处\"}"),
        Write.post(LISTED + "/join", JOINED),
        Write.put(LISTED, "{\"name\":\"台账试群\",\"purpose\":\"值班\"}"),
        Write.post(LISTED + "/join", JOINED.replace("wr-tried-target", "wr-nobody")),
        Write.post(LISTED + "/join", JOINED).seeing(7),
        Write.post(LISTED + "/join", JOINED).keyed("tried-4"),
        Write.post(LISTED + "/join", JOINED).keyed("tried-4"),
        Write.put(LISTED + "/name", "{\"name\":\"晚了\"}"),
        new Write("DELETE", LISTED + "/join", null, null, "\"1\""),
        new Write("DELETE", LISTED + "/join", null, "tried-5", null),
        new Write("DELETE", LISTED + "/join", null, "tried-5", null),
        new Write("DELETE", LISTED + "/join", null, null, null),
        merge("wr-nobody"),
        merge("wr-tried-target"),
        merge("wr-tried-target"),
        new Write("DELETE", GROUP + "/decisions/current", null, null, null),
        new Write("DELETE", GROUP + "/decisions/current", null, null, null),
        Write.post(GROUP + "/decisions", "{\"kind\":\"DISSOLVE\",\"reason\":\"停用\"}"),
        new Write("DELETE", GROUP + "/declaration", null, null, null),
        new Write("DELETE", ERROR + "/declaration", null, null, null),
        Write.put(ERROR, "{\"name\":\"误报群\"}"),
        new Write("DELETE", ERROR + "/declaration", null, null, "\"7\""),
        new Write("DELETE", ERROR + "/declaration", null, "tried-6", null),
        new Write("DELETE", ERROR + "/declaration", null, "tried-6", null),
        new Write("DELETE", ERROR + "/declaration", null, null, null),
        Write.post(GROUP + "/execution", "{}"),
        Write.post(GROUP + "/execution", "{\"executedOn\":\"2026-11-20\"}"),
        Write.put(GROUP + "/name", "{\"name\":\"晚了\"}"),
        Write.post(GROUP + "/restoration", "{}"));
  }

  private static Write merge(String target) {
    return Write.post(
        GROUP + "/decisions",
        "{\"kind\":\"MERGE\",\"reason\":\"重复\",\"mergeInto\":\""
            + XINDIAN
            + "/WECOM/"
            + target
            + "\"}");
  }

  private HttpResponse<String> send(Write write, String query) {
    Asking asking = write.key() == null ? town : town.with("Idempotency-Key", write.key());
    Asking seeing = write.version() == null ? asking : asking.with("If-Match", write.version());
    return seeing.send(write.method(), write.path() + query, bytes(write));
  }

  private static byte @Nullable [] bytes(Write write) {
    return write.body() == null ? null : write.body().getBytes(UTF_8);
  }

  private static void assertSame(
      Write write, HttpResponse<String> answer, HttpResponse<String> told) {
    assertThat(answer.statusCode()).as(write + answer.body()).isEqualTo(told.statusCode());
    assertThat(answer.body()).as(write.toString()).isEqualTo(told.body());
    assertThat(answer.headers().firstValue("ETag")).isEqualTo(told.headers().firstValue("ETag"));
  }
}
