package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import cn.jianfu.testkit.Asking;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people are called and how they are reached stands in requests, and in no line of the log.
 */
@ExtendWith(OutputCaptureExtension.class)
class LogsTest {

  private static final List<String> PERSONAL = List.of("欧阳测试", "13906018888", "ouyang.ceshi");

  private static final String REGISTER =
      """
      序号,建群时间,工作群名称,主管单位,性质,平台,群主,联系电话,备注
      1,2026-03-01,日志一群,新店镇党政办,固定,企业微信,欧阳测试,13906018888,ouyang.ceshi
      2,昨天,日志二群,欧阳测试,13906018888,ouyang.ceshi,欧阳测试,13906018888,欧阳测试
      """;

  private static final String EVENT =
      "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"/towns/350213101000/oa\",\"type\":\"town.group-members-taken.v1\",\"subject\":\"350213101000/WECOM/log\",\"data\":%s}";

  private static final String MEMBERS =
      "{\"takenAt\":\"2026-11-01T08:00:00+08:00\",\"members\":[{\"id\":\"ouyang.ceshi\",\"role\":\"OWNER\"},{\"id\":\"13906018888\"}]}";

  private static final String ODD_MEMBERS =
      "{\"takenAt\":\"欧阳测试\",\"members\":[{\"id\":\"ouyang.ceshi\",\"name\":\"欧阳测试\",\"phone\":13906018888}]}";

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final Asking town = service.asking("town-system", XINDIAN);

  @Test
  void noLineNamesAPersonWhateverBecomesOfWhatATownSends(CapturedOutput lines) {
    InProcessStore store = InProcessStore.open(StoreSettings.inMemory());
    try (var instance = service.on(store)) {
      Asking here = town.at(GroupServiceUnderTest.portOf(instance));
      send(here);
      store.close();
      String trace = traceOf(send(here));

      assertThat(lines.getAll()).as("a failed request has a line with its trace").contains(trace);
    }
    assertThat(lines.getAll()).doesNotContain(PERSONAL);
  }

  /** Everything a town may send about people, right and wrong; the answer to the last. */
  private static HttpResponse<String> send(Asking town) {
    String good = EVENT.formatted("log-1", MEMBERS);
    String odd = EVENT.formatted("log-2", ODD_MEMBERS);
    Asking batch = town.with("Content-Type", "application/cloudevents-batch+json");
    batch.send("POST", "/api/v1/events", ("[" + good + "," + odd + "]").getBytes(UTF_8));
    batch.send("POST", "/api/v1/events", ("[" + good + ",{\"欧阳测试\":139060188").getBytes(UTF_8));
    Asking json = town.with("Content-Type", "application/json");
    String group = "/api/v1/groups/" + XINDIAN + "/WECOM/log";
    json.send("PUT", group + "/members", ODD_MEMBERS.getBytes(UTF_8));
    json.send("PUT", group + "/members", (MEMBERS + "欧阳测试").getBytes(UTF_8));
    json.send("PUT", group, "{\"name\":\"欧阳测试\",\"kind\":\"13906018888\"}".getBytes(UTF_8));
    Asking csv = town.with("Content-Type", "text/csv");
    csv.send("POST", "/api/v1/imports", REGISTER.getBytes(UTF_8));
    csv.send("POST", "/api/v1/imports?atomic=true", REGISTER.getBytes(UTF_8));
    return json.send("PUT", group + "/members", MEMBERS.getBytes(UTF_8));
  }

  private static String traceOf(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    String trace = JsonMapper.shared().readTree(answer.body()).path("traceId").asString();
    assertThat(trace).isNotBlank();
    return trace;
  }
}
