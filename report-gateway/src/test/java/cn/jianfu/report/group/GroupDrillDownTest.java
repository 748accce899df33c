package cn.jianfu.report.group;

import static cn.jianfu.report.GatewayUnderTest.MAXIANG;
import static cn.jianfu.report.GatewayUnderTest.PARTY_OFFICE;
import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.messaging.EventJson;
import cn.jianfu.report.GatewayUnderTest;
import cn.jianfu.report.SampleEvents;
import cn.jianfu.report.TestUnits;
import cn.jianfu.report.finding.FindingDesk;
import cn.jianfu.report.readside.ReadSides;
import cn.jianfu.report.reference.Reference;
import cn.jianfu.report.scope.UnitScope;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;

/** A group of which no event has come yet. */
class GroupDrillDownTest {

  private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
  private static final String NEW = PARTY_OFFICE + "/WECOM/on-its-way";

  private final HttpServer service;
  private volatile int status = 200;

  GroupDrillDownTest() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeAll
  static void theDistrictHasUnits() {
    TestUnits.putInto(GATEWAY);
  }

  @BeforeEach
  void start() {
    service.createContext(
        "/",
        exchange -> {
          String group = EventJson.write(SampleEvents.filed(NEW, "新群", SampleEvents.TODAY).group());
          boolean history = exchange.getRequestURI().getPath().endsWith("/history");
          byte[] body = (history ? "{\"items\":[]}" : group).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  @Test
  void itIsShownAsItsOwnerHasIt() {
    assertThat(drillDown().find(scope(XINDIAN), NEW, "token").blockOptional())
        .hasValueSatisfying(it -> {
          assertThat(it.group().name()).isEqualTo("新群");
          assertThat(it.degraded()).isFalse();
          assertThat(it.days()).isEmpty();
        });
  }

  @Test
  void itIsNotShownToAnotherTownWhateverItsOwnerAnswers() {
    assertThat(drillDown().find(scope(MAXIANG), NEW, "token").blockOptional()).isEmpty();
  }

  @Test
  void whatNobodyTellsOfIsNotThere() {
    status = 503;
    assertThat(drillDown().find(scope(XINDIAN), NEW, "token").blockOptional()).isEmpty();

    status = 404;
    assertThat(drillDown().find(scope(XINDIAN), NEW, "token").blockOptional()).isEmpty();
  }

  private GroupDrillDown drillDown() {
    return new GroupDrillDown(
        GATEWAY.context().getBean(ReadSides.class),
        GATEWAY.context().getBean(FindingDesk.class),
        new GroupServiceClient(
            WebClient.create(),
            new GroupServiceProperties(
                "http://127.0.0.1:" + service.getAddress().getPort(),
                Duration.ofSeconds(2),
                1,
                10,
                Duration.ofMinutes(5))));
  }

  private static UnitScope scope(String town) {
    return new UnitScope(town, GATEWAY.context().getBean(Reference.class).current().units());
  }
}
