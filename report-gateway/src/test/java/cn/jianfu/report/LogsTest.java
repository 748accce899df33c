package cn.jianfu.report;

import static cn.jianfu.report.GatewayUnderTest.DISTRICT;
import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.broker.BrokerSettings;
import cn.jianfu.broker.InProcessBroker;
import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Who approved, judged or is spoken of stands in requests and in what group-service answers, and in
 * no line of the log.
 */
@ExtendWith(OutputCaptureExtension.class)
class LogsTest {

  private static final List<String> PERSONAL = List.of("欧阳测试", "13906018888", "ouyang.ceshi");
  private static final String PERSON = "欧阳测试 13906018888 ouyang.ceshi";
  private static final String GROUP = "/api/v1/groups/" + DISTRICT + "/WECOM/log";

  private final AnsweringGroupService groupService =
      new AnsweringGroupService("{\"name\":\"%s\",\"detail\":13906018888".formatted(PERSON));

  @AfterEach
  void stop() {
    groupService.close();
  }

  @Test
  void noLineNamesAPersonWhateverBecomesOfWhatIsSaid(@TempDir Path folder, CapturedOutput lines)
      throws IOException {
    InProcessStore store = InProcessStore.open(StoreSettings.inMemory());
    try (InProcessBroker broker = InProcessBroker.start(BrokerSettings.in(folder));
        ConfigurableApplicationContext gateway = start(store, broker)) {
      WebTestClient admin = GatewayUnderTest.as(gateway, "district-admin", DISTRICT);
      WebTestClient office = GatewayUnderTest.as(gateway, "town-office", XINDIAN);
      assertThat(speakOf(admin, office)).isLessThan(500);
      for (int answer : List.of(200, 409, 500)) {
        groupService.says(answer);
        ask(admin, HttpMethod.GET, GROUP, null);
      }
      store.close();
      assertThat(exempt(admin)).isEqualTo(503);

      assertThat(lines.getAll())
          .as("what went wrong is in the log")
          .contains("is shown from own", "/api/v1/exemptions/log unavailable, trace");
    }
    assertThat(lines.getAll()).doesNotContain(PERSONAL);
  }

  private ConfigurableApplicationContext start(InProcessStore store, InProcessBroker broker) {
    return GatewayUnderTest.shared()
        .start(store, broker, Map.of("jianfu.report.group-service.url", groupService.url()));
  }

  /** Wherever people type, right and wrong; the answer to the last. */
  private static int speakOf(WebTestClient admin, WebTestClient office) {
    String said = "{\"reason\":\"%s\"}".formatted(PERSON);
    ask(office, HttpMethod.POST, "/api/v1/findings/none/contests", said);
    ask(office, HttpMethod.POST, "/api/v1/findings/none/contests", said + PERSON);
    ask(office, HttpMethod.POST, "/api/v1/findings/none/contests", "{\"欧阳测试\":139060188");
    ask(admin, HttpMethod.GET, "/api/v1/findings?limit=10&rule=ouyang.ceshi", null);
    String odd =
        "{\"rule\":\"%s\",\"scopeUnit\":\"13906018888\",\"from\":\"欧阳测试\"}".formatted(PERSON);
    ask(admin, HttpMethod.PUT, "/api/v1/exemptions/log", odd);
    String unit =
        "{\"name\":\"翔安区\",\"nameEn\":\"District\",\"level\":\"DISTRICT\",\"kind\":\"PARTY_GOV\",\"openedOn\":\"2020-01-01\"}";
    ask(admin, HttpMethod.PUT, "/api/v1/org-units/" + DISTRICT, unit);
    return exempt(admin);
  }

  private static int exempt(WebTestClient admin) {
    String exemption =
        "{\"rule\":\"G-HOURS\",\"scopeUnit\":\"%s\",\"reason\":\"%s\",\"approvedBy\":\"%s\",\"from\":\"2026-11-01\",\"to\":\"2026-11-30\"}"
            .formatted(DISTRICT, PERSON, PERSON);
    return ask(admin, HttpMethod.PUT, "/api/v1/exemptions/log", exemption);
  }

  private static int ask(
      WebTestClient client, HttpMethod method, String uri, @Nullable String body) {
    WebTestClient.RequestBodySpec request =
        client.method(method).uri(uri).contentType(MediaType.APPLICATION_JSON);
    var answer = body == null ? request.exchange() : request.bodyValue(body).exchange();
    return Objects.requireNonNull(answer.returnResult(String.class).getStatus()).value();
  }
}
