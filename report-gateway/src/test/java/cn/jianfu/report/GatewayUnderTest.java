package cn.jianfu.report;

import cn.jianfu.broker.BrokerSettings;
import cn.jianfu.broker.InProcessBroker;
import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import cn.jianfu.testkit.OwnEventLoops;
import cn.jianfu.testkit.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** The gateway with a store and a broker of its own, on free ports; one for all tests. */
public final class GatewayUnderTest {

  public static final String DISTRICT = "350213000000";
  public static final String XINDIAN = "350213101000";
  public static final String MAXIANG = "350213102000";
  public static final String PARTY_OFFICE = "350213101901";

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final InProcessStore store;
  private final InProcessBroker broker;
  private final ConfigurableApplicationContext context;

  private GatewayUnderTest() {
    try {
      this.store = InProcessStore.open(StoreSettings.inMemory());
      this.broker = InProcessBroker.start(BrokerSettings.in(Files.createTempDirectory("broker")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.context = start(Map.of());
  }

  public static GatewayUnderTest shared() {
    return Shared.GATEWAY;
  }

  /** What is answered to a question that is to be answered. */
  public static JsonNode read(WebTestClient client, String uri) {
    return Objects.requireNonNull(
        client
            .get()
            .uri(uri)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(JsonNode.class)
            .returnResult()
            .getResponseBody());
  }

  /** A gateway by itself, on a store and a broker that nobody else uses. */
  public ConfigurableApplicationContext start(
      InProcessStore ownStore, InProcessBroker ownBroker, Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(more);
    all.put("spring.mongodb.uri", ownStore.connectionString().replaceAll("/$", "") + "/report");
    all.put("spring.kafka.bootstrap-servers", ownBroker.bootstrapServers());
    return start(all);
  }

  /** Another instance of the gateway on the same store and broker. */
  public ConfigurableApplicationContext start(Map<String, Object> more) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.port", 0);
    properties.put("spring.mongodb.uri", store.connectionString().replaceAll("/$", "") + "/report");
    properties.put("spring.kafka.bootstrap-servers", broker.bootstrapServers());
    properties.put("spring.main.banner-mode", "off");
    properties.put("jianfu.console.login.client-secret", "secret");
    properties.put("jianfu.topics.partitions", 2);
    // Nobody is there, also when a platform runs on this machine.
    properties.put("jianfu.report.group-service.url", "http://127.0.0.1:1");
    properties.putAll(TestTokens.shared().properties());
    properties.putAll(more);
    String[] arguments =
        properties.entrySet().stream()
            .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
            .toArray(String[]::new);
    return ReportGatewayApplication.builder()
        .registerShutdownHook(false)
        .initializers(new OwnEventLoops())
        .initializers(it ->
            it.getBeanFactory()
                .registerSingleton(
                    "districtClock", Clock.fixed(Instant.parse("2026-11-23T04:00:00Z"), ZONE)))
        .run(arguments);
  }

  public ConfigurableApplicationContext context() {
    return context;
  }

  public String brokers() {
    return broker.bootstrapServers();
  }

  public GroupServiceDouble groupService() {
    return new GroupServiceDouble(broker.bootstrapServers());
  }

  public WebTestClient as(String role, String unit) {
    return as(context, role, unit);
  }

  public static WebTestClient as(ConfigurableApplicationContext gateway, String role, String unit) {
    return WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + port(gateway))
        .responseTimeout(Duration.ofSeconds(30))
        .defaultHeader("Authorization", TestTokens.shared().bearer(role, unit))
        .defaultHeader("Accept-Language", "en")
        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 << 20))
        .build();
  }

  static int port(ConfigurableApplicationContext gateway) {
    return gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  private static final class Shared {
    static final GatewayUnderTest GATEWAY = new GatewayUnderTest();
  }
}
