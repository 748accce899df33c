package cn.jianfu.group;

import cn.jianfu.broker.BrokerSettings;
import cn.jianfu.broker.InProcessBroker;
import cn.jianfu.group.reference.KnownDistrict;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import cn.jianfu.testkit.Asking;
import cn.jianfu.testkit.OwnEventLoops;
import cn.jianfu.testkit.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** One running group-service for all tests of this JVM, with a store and a broker of its own. */
public final class GroupServiceUnderTest {

  private final InProcessStore store = InProcessStore.open(StoreSettings.inMemory());
  private final InProcessBroker broker = startBroker();
  private final TestTokens tokens = TestTokens.shared();
  private final ConfigurableApplicationContext context;

  private GroupServiceUnderTest() {
    context = start(store.connectionString() + "/group", broker.bootstrapServers());
  }

  /** Another instance, on a store that may not be the first one's. */
  private static ConfigurableApplicationContext start(
      String store, String brokers, String... more) {
    var started = untaught(store, brokers, more);
    KnownDistrict.teach(started.getBean(Reference.class));
    return started;
  }

  /** An instance that knows of the district what it has heard or kept, and no more. */
  static ConfigurableApplicationContext untaught(String store, String brokers, String... more) {
    return untaught(store, brokers, _ -> {}, more);
  }

  private static ConfigurableApplicationContext untaught(
      String store,
      String brokers,
      ApplicationContextInitializer<ConfigurableApplicationContext> with,
      String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.add("--server.port=0");
    arguments.add("--spring.mongodb.uri=" + store);
    arguments.add("--spring.kafka.bootstrap-servers=" + brokers);
    if (arguments.stream().noneMatch(it -> it.startsWith("--jianfu.people.key="))) {
      arguments.add("--jianfu.people.key=0123456789abcdef0123456789abcdef");
    }
    arguments.add("--jianfu.clock.adjustable=true");
    TestTokens.shared()
        .properties()
        .forEach((name, value) -> arguments.add("--" + name + "=" + value));
    return GroupServiceApplication.builder()
        .initializers(new OwnEventLoops())
        .initializers(with)
        .initializers(it -> it.getBeanFactory().registerSingleton("districtTime", time()))
        .run(arguments.toArray(String[]::new));
  }

  /** Goes on from a fixed day, whenever the tests run: they name days before and after it. */
  private static Clock time() {
    Instant begin = Instant.parse("2026-11-27T02:00:00Z");
    return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), begin));
  }

  /** A second instance next to this one: the same store, the same broker. */
  ConfigurableApplicationContext another() {
    return start(store.connectionString() + "/group", broker.bootstrapServers());
  }

  /** An instance with a store of its own, which can be taken away. */
  public ConfigurableApplicationContext on(InProcessStore other, String... more) {
    return start(
        other.connectionString() + "/group?serverSelectionTimeoutMS=500",
        broker.bootstrapServers(),
        more);
  }

  /** An instance with a store of its own, whose writes can be cut off. */
  public ConfigurableApplicationContext on(InProcessStore other, CutOff writes) {
    var started =
        untaught(other.connectionString() + "/group", broker.bootstrapServers(), writes::into);
    KnownDistrict.teach(started.getBean(Reference.class));
    return started;
  }

  public static int portOf(ConfigurableApplicationContext instance) {
    return Integer.parseInt(
        String.valueOf(instance.getEnvironment().getProperty("local.server.port")));
  }

  public static GroupServiceUnderTest shared() {
    return Shared.SERVICE;
  }

  /** The register's template as that unit's office downloads it. */
  byte[] template(String unit) {
    return as("town-office", unit)
        .get()
        .uri("/api/v1/imports/template.xlsx")
        .exchange()
        .expectBody()
        .returnResult()
        .getResponseBody();
  }

  /** A client with a token of that role and unit. */
  WebTestClient as(String role, String unit) {
    return anybody()
        .mutate()
        .defaultHeader("Authorization", tokens.bearer(role, unit))
        .defaultHeader("Accept-Language", "en")
        .build();
  }

  public Asking asking(String role, String unit) {
    return Asking.of(port(), bearer(role, unit));
  }

  /** Somebody of a town office who uploads registers, and reads Chinese. */
  public Asking clerk(String unit) {
    return asking("town-office", unit)
        .with("Content-Type", "text/csv")
        .with("Accept-Language", "zh-CN");
  }

  public String bearer(String role, String unit) {
    return tokens.bearer(role, unit);
  }

  /** A client without a token. */
  WebTestClient anybody() {
    return WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + port())
        .responseTimeout(Duration.ofSeconds(30))
        .build();
  }

  public String brokers() {
    return broker.bootstrapServers();
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  int port() {
    return portOf(context);
  }

  static InProcessBroker startBroker() {
    try {
      Path folder = Files.createTempDirectory(Path.of("target"), "broker");
      return InProcessBroker.start(BrokerSettings.in(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Shared {
    static final GroupServiceUnderTest SERVICE = new GroupServiceUnderTest();
  }
}
