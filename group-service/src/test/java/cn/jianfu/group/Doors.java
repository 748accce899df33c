package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;

import cn.jianfu.group.Door.Reach;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every door of the service. A test holds this list against what the service really maps. */
final class Doors {

  static final String EXTERNAL_ID = "wr-doors";
  static final String GROUP = "/api/v1/groups/" + XINDIAN + "/WECOM/" + EXTERNAL_ID;
  private static final String LISTED =
      "/api/v1/groups/" + XINDIAN + "/WECOM/reg:0f1e2d3c4b5a69788796a5b4c3d2e1f0";
  static final String SECRET_NAME = "机密群名";

  private static final String ONE = "/api/v1/groups/{unit}/{platform}/{externalId}";
  private static final String CHECK = "/api/v1/self-checks/{round}/{unit}";
  private static final String SECRECY = "/api/v1/secrecy/{unit}";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final Set<String> WRITERS =
      Set.of("town-system", "town-office", "department", "community", "district-admin");
  private static final Set<String> READERS =
      Set.of(
          "district-admin",
          "district-supervisor",
          "discipline",
          "town-office",
          "department",
          "community",
          "town-system");
  static final Set<String> EVERY_ROLE =
      Set.of(
          "district-admin",
          "district-supervisor",
          "discipline",
          "town-office",
          "department",
          "community",
          "organiser",
          "town-system");

  private Doors() {}

  /** Makes sure that the groups are there that the samples mean. */
  static void furnish(GroupServiceUnderTest service) {
    for (String id : List.of(EXTERNAL_ID, "wr-other")) {
      service
          .as("town-office", XINDIAN)
          .put()
          .uri("/api/v1/groups/" + XINDIAN + "/WECOM/" + id)
          .bodyValue(Map.of("name", SECRET_NAME + id))
          .exchange()
          .expectStatus()
          .is2xxSuccessful();
    }
  }

  static List<Door> all() {
    return List.of(
        writing("PUT", "", DECLARATION),
        writing("POST", "/filing", "{\"filingNo\":\"备1\",\"filedOn\":\"2026-03-05\"}"),
        writing("PUT", "/name", "{\"name\":\"防汛群\",\"renamedOn\":\"2026-03-05\"}"),
        writing("PUT", "/owner", OWNER),
        writing("POST", "/decisions", DECISION),
        Door.of("DELETE", ONE + "/decisions/current", GROUP + "/decisions/current", WRITERS),
        Door.of("POST", ONE + "/join", LISTED + "/join", WRITERS).taking(JOIN),
        Door.of("DELETE", ONE + "/join", LISTED + "/join", WRITERS),
        writing("POST", "/execution", "{\"executedOn\":\"2026-03-05\"}").orNothing(),
        writing("POST", "/restoration", "{\"restoredOn\":\"2026-03-05\"}").orNothing(),
        writing("PUT", "/members", MEMBERS),
        Door.of("PUT", "/api/v1/staff/{unit}", "/api/v1/staff/" + XINDIAN, WRITERS).taking(STAFF),
        Door.of("GET", "/api/v1/staff/{unit}", "/api/v1/staff/" + XINDIAN, READERS),
        Door.of("GET", SECRECY, "/api/v1/secrecy/" + XINDIAN, READERS),
        Door.of(
            "PUT",
            SECRECY + "/statements/{date}",
            "/api/v1/secrecy/" + XINDIAN + "/statements/2026-03-05",
            WRITERS),
        Door.of(
            "DELETE",
            SECRECY + "/statements/{date}",
            "/api/v1/secrecy/" + XINDIAN + "/statements/2026-03-05",
            WRITERS),
        Door.of(
                "PUT",
                SECRECY + "/incidents/{id}",
                "/api/v1/secrecy/" + XINDIAN + "/incidents/doors",
                WRITERS)
            .taking(INCIDENT),
        Door.of(
                "PUT",
                SECRECY + "/incidents/{id}/withdrawal",
                "/api/v1/secrecy/" + XINDIAN + "/incidents/doors/withdrawal",
                WRITERS)
            .taking(WITHDRAWAL),
        Door.of("PUT", ONE + "/activity/{date}", GROUP + "/activity/2026-11-01", WRITERS)
            .taking(ACTIVITY),
        Door.of("DELETE", ONE + "/declaration", GROUP + "/declaration", WRITERS),
        reading(""),
        reading("/members"),
        reading("/history"),
        Door.of("GET", ONE + "/activity/{date}", GROUP + "/activity/2026-11-01", READERS),
        Door.of("GET", "/api/v1/groups", "/api/v1/groups?unit=" + XINDIAN, READERS),
        Door.of("GET", "/api/v1/findings", "/api/v1/findings?unit=" + XINDIAN, READERS),
        Door.of("GET", CHECK, "/api/v1/self-checks/2026-autumn/" + XINDIAN, READERS),
        Door.of(
                "POST",
                CHECK + "/answers",
                "/api/v1/self-checks/2026-autumn/" + XINDIAN + "/answers",
                WRITERS)
            .taking(ANSWERS),
        Door.of("POST", "/api/v1/events", "/api/v1/events", WRITERS)
            .taking(EVENT)
            .as("application/cloudevents+json"),
        Door.of("POST", "/api/v1/imports", "/api/v1/imports?unit=" + XINDIAN, WRITERS)
            .taking("群名称,主管单位\n防汛群,新店镇\n")
            .as("text/csv"),
        Door.of("GET", "/api/v1/imports", "/api/v1/imports?unit=" + XINDIAN, READERS),
        Door.of("GET", "/api/v1/imports/{id}", "/api/v1/imports/none", READERS),
        Door.of(
                "GET",
                "/api/v1/imports/{id}/errors.xlsx",
                "/api/v1/imports/none/errors.xlsx",
                READERS)
            .as(XLSX),
        Door.of("POST", "/api/v1/imports/{id}/undo", "/api/v1/imports/none/undo", WRITERS),
        Door.of("GET", "/api/v1/imports/template.xlsx", "/api/v1/imports/template.xlsx", EVERY_ROLE)
            .as(XLSX)
            .reaching(Reach.EVERYWHERE),
        Door.of("GET", "/api/v1/unjudged", "/api/v1/unjudged?rule=G-ZOMB&unit=" + XINDIAN, READERS),
        Door.of("GET", "/api/v1/merge-plans", "/api/v1/merge-plans?unit=" + XINDIAN, READERS),
        Door.of("POST", "/api/v1/merge-plans", "/api/v1/merge-plans", READERS).taking(MERGE),
        Door.of(
                "POST",
                "/api/v1/people/erasures",
                "/api/v1/people/erasures",
                Set.of("district-admin"))
            .taking("{\"id\":\"nobody.doors\"}")
            .reaching(Reach.DISTRICT),
        district("GET", "/api/v1/people/erasures", "/api/v1/people/erasures"),
        district("GET", "/api/v1/people/key", "/api/v1/people/key"),
        district("GET", "/api/v1/people/retention", "/api/v1/people/retention"),
        district("POST", "/api/v1/scans", "/api/v1/scans"),
        district("POST", "/api/v1/rule-trials", "/api/v1/rule-trials")
            .taking("{\"thresholds\":{\"zombie.idleDays\":45},\"rules\":{\"G-ZOMB\":true}}"),
        district("GET", "/api/v1/scans/{id}", "/api/v1/scans/none"),
        Door.of("POST", "/api/v1/resyncs", "/api/v1/resyncs", Set.of("district-admin"))
            .reaching(Reach.DISTRICT),
        district("GET", "/api/v1/resyncs/current", "/api/v1/resyncs/current"),
        Door.of("GET", "/api/v1/clock", "/api/v1/clock", Set.of("district-admin"))
            .reaching(Reach.DISTRICT),
        Door.of("PUT", "/api/v1/clock", "/api/v1/clock", Set.of("district-admin"))
            .taking("{\"now\":\"2026-11-27T04:00:00Z\"}")
            .reaching(Reach.DISTRICT));
  }

  private static Door writing(String method, String rest, String body) {
    return Door.of(method, ONE + rest, GROUP + rest, WRITERS).taking(body);
  }

  private static Door reading(String rest) {
    return Door.of("GET", ONE + rest, GROUP + rest, READERS);
  }

  private static Door district(String method, String pattern, String path) {
    return Door.of(method, pattern, path, Set.of("district-admin", "district-supervisor"))
        .reaching(Reach.DISTRICT);
  }

  private static final String DECLARATION =
      """
      {"name":"%s","kind":"TEMPORARY","matterCode":"防汛","matterTitle":"防汛","purpose":"值班",
       "ownerUnit":"350213101000","ownerId":"zhang.san","createdOn":"2026-03-01",
       "validUntil":"2026-12-31","taskCompletedOn":"2026-11-26","approvalNo":"批1",
       "approvedOn":"2026-02-20","memberCount":45,"declaredOn":"2026-03-02"}
      """
          .formatted(SECRET_NAME);
  private static final String OWNER =
      """
      {"ownerUnit":"350213101000","ownerId":"li.si","changedOn":"2026-03-05"}
      """;
  private static final String STAFF =
      """
      {"takenAt":"2026-11-01T08:00:00Z",
       "people":[{"id":"zhang.san","name":"张三"},{"id":"li.si","active":false,"leftOn":"2026-03-05"}]}
      """;
  private static final String WITHDRAWAL = "{\"reason\":\"报错了\"}";
  private static final String INCIDENT =
      """
      {"groupId":"350213101000/WECOM/wr-doors","foundOn":"2026-03-05","resolvedOn":"2026-03-06"}
      """;
  private static final String MERGE =
      """
      {"target":"350213101000/WECOM/wr-doors","groups":["350213101000/WECOM/wr-other"]}
      """;
  private static final String DECISION =
      """
      {"kind":"MERGE","reason":"重复","mergeInto":"350213101000/WECOM/wr-other",
       "dueOn":"2026-12-31","round":"2026-autumn","decidedOn":"2026-03-05"}
      """;
  private static final String MEMBERS =
      """
      {"takenAt":"2026-11-01T08:00:00+08:00",
       "members":[{"id":"zhang.san","unit":"350213101000","role":"OWNER"},{"id":"li.si"}]}
      """;
  private static final String ACTIVITY =
      """
      {"date":"2026-11-01","messages":20,"activeSenders":3,"taskPosts":5,
       "taskPostsByHour":[0,0,0,0,0,0,0,0,1,1,1,1,0,0,0,0,0,0,1,0,0,0,0,0],
       "emergencyPosts":1,"mentionAll":1,"ackOnly":2,"likes":3,"checkInChains":1,
       "materialRequests":1,"approvedMaterialRequests":1,"proofDemands":1,"replyDemands":1,"shortestReplyMinutes":30,
       "tasksWithoutNotice":1,"members":9}
      """;
  private static final String JOIN =
      """
      {"into":"350213101000/WECOM/wr-doors"}
      """;
  private static final String ANSWERS =
      """
      {"confirmAll":false,
       "answers":[{"groupId":"350213101000/WECOM/none","confirm":false,"kind":"MERGE",
                   "mergeInto":"350213101000/WECOM/wr-other","reason":"不同"}]}
      """;
  private static final String EVENT =
      """
      {"specversion":"1.0","id":"doors-1","source":"/towns/350213101000",
       "type":"town.group-filed.v1","subject":"350213101000/WECOM/none",
       "data":{"filingNo":"备1"}}
      """;
}
