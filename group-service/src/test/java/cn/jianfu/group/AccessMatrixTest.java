package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.DISTRICT;
import static cn.jianfu.group.reference.KnownDistrict.MAXIANG;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.testkit.AccessMatrix;
import cn.jianfu.testkit.Asking;
import cn.jianfu.testkit.TestTokens;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every door × every role × one's own and another town's data. */
class AccessMatrixTest {

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();

  @Test
  void everyRoleReachesItsOwnAndHearsNothingOfOthers() {
    Doors.furnish(service);
    String register = anImportOf(XINDIAN);
    var matrix =
        new AccessMatrix(service.anybody(), TestTokens.shared(), List.copyOf(Doors.EVERY_ROLE));
    for (Door door : Doors.all()) {
      var checked =
          new AccessMatrix.Door(
              door.method(),
              door.path().replace("/imports/none", "/imports/" + register),
              door.takesJson() ? door.body() : null,
              door.roles());
      switch (door.reach()) {
        case UNIT -> {
          if (door.path().contains("/imports/none")) {
            matrix.checkHidden(checked, XINDIAN, MAXIANG, Doors.SECRET_NAME);
          } else if (!door.pattern().equals("/api/v1/events")) {
            matrix.check(checked, XINDIAN, MAXIANG, Doors.SECRET_NAME);
          }
        }
        case DISTRICT -> {
          matrix.check(checked, DISTRICT, MAXIANG, Doors.SECRET_NAME);
        }
        case EVERYWHERE -> {}
      }
    }
    matrix.assertHolds();
  }

  /** A pushed event says by its source whose it is; the door itself is open to who may push. */
  @Test
  void onlyWhoMayPushPushesAndOnlyInItsOwnName() {
    Door events = events();
    byte[] event = String.valueOf(events.body()).getBytes(UTF_8);
    for (String role : Doors.EVERY_ROLE) {
      int own = service.asking(role, XINDIAN).send(events, event).statusCode();
      int others = service.asking(role, MAXIANG).send(events, event).statusCode();
      assertThat(own == 403).as(role).isEqualTo(!events.roles().contains(role));
      assertThat(others).as(role).isEqualTo(403);
    }
  }

  @Test
  void whetherAnotherTownsGroupIsThereCannotBeHeard() {
    Doors.furnish(service);
    String register = anImportOf(XINDIAN);
    Asking stranger = service.asking("town-office", MAXIANG).with("Accept-Language", "zh-CN");
    for (Door door : Doors.all()) {
      byte @Nullable [] body = door.body() == null ? null : door.body().getBytes(UTF_8);
      if (door.path().startsWith(Doors.GROUP)) {
        same(
            door + "",
            stranger.send(door, body),
            send(stranger, door, door.path().replace(Doors.EXTERNAL_ID, "wr-nobody"), body));
      } else if (door.path().contains("/imports/none")) {
        same(
            door + "",
            send(stranger, door, door.path().replace("none", register), body),
            stranger.send(door, body));
      }
    }
  }

  @Test
  void aMergeIntoAnotherTownsGroupSoundsTheSameWhetherItIsThereOrNot() {
    Doors.furnish(service);
    Asking maxiang = service.asking("town-office", MAXIANG).with("Accept-Language", "en");
    String own = "/api/v1/groups/" + MAXIANG + "/WECOM/wr-leaving";
    json(maxiang, "PUT", own, "{\"name\":\"甲\"}");
    HttpResponse<String> there =
        json(maxiang, "POST", own + "/decisions", merge(Doors.EXTERNAL_ID));
    HttpResponse<String> gone = json(maxiang, "POST", own + "/decisions", merge("wr-nobody"));

    assertThat(there.statusCode()).isEqualTo(422);
    same("merge", there, gone);
  }

  @Test
  void listsAndSearchesShowNothingOfOtherTowns() {
    Doors.furnish(service);
    Asking stranger = service.asking("town-office", MAXIANG);
    for (String list :
        List.of(
            "/api/v1/groups?limit=200",
            "/api/v1/groups?q=%E6%9C%BA%E5%AF%86",
            "/api/v1/groups?unit=" + MAXIANG,
            "/api/v1/findings?limit=200",
            "/api/v1/findings?group=" + XINDIAN + "/WECOM/" + Doors.EXTERNAL_ID)) {
      var answer = stranger.send("GET", list, null);
      assertThat(answer.statusCode()).as(list).isEqualTo(200);
      assertThat(answer.body()).as(list).doesNotContain(XINDIAN, Doors.SECRET_NAME);
    }
  }

  private String anImportOf(String unit) {
    var answer =
        service
            .asking("town-office", unit)
            .with("Content-Type", "text/csv")
            .send("POST", "/api/v1/imports?dryRun=true", "群名称\n甲群\n".getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body().replaceAll("(?s)^\\{\"id\":\"([^\"]+)\".*", "$1");
  }

  private static Door events() {
    return Doors.all().stream()
        .filter(door -> door.pattern().equals("/api/v1/events"))
        .findFirst()
        .orElseThrow();
  }

  private static String merge(String target) {
    return "{\"kind\":\"MERGE\",\"reason\":\"r\",\"dueOn\":\"2099-01-01\",\"mergeInto\":\""
        + XINDIAN
        + "/WECOM/"
        + target
        + "\"}";
  }

  private static HttpResponse<String> json(Asking asking, String method, String path, String body) {
    return asking.with("Content-Type", "application/json").send(method, path, body.getBytes(UTF_8));
  }

  private static HttpResponse<String> send(
      Asking asking, Door door, String path, byte @Nullable [] body) {
    Asking typed = body == null ? asking : asking.with("Content-Type", door.type().toString());
    return typed.send(door.method().name(), path, body);
  }

  private static void same(String what, HttpResponse<String> there, HttpResponse<String> gone) {
    assertThat(there.statusCode()).as(what).isEqualTo(gone.statusCode()).isIn(403, 404, 422);
    assertThat(there.body()).as(what).isEqualTo(gone.body());
  }
}
