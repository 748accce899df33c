package cn.jianfu.report.console;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.testkit.OwnEventLoops;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The console alone on a free port, with a sample district, a store and an issuer of its own. */
final class ConsoleApp implements AutoCloseable {

  final SampleDistrict district = new SampleDistrict();
  final SampleInbox inbox = new SampleInbox(district);
  final SampleImports imports = new SampleImports();
  final TestIssuer issuer = new TestIssuer();
  private final MongoServer store = new MongoServer(new MemoryBackend());
  final ConfigurableApplicationContext context;

  // Not annotated as a configuration, so that no component scan of the service finds it.
  @EnableAutoConfiguration
  @ComponentScan(
      basePackageClasses = ConsoleSource.class,
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.ASSIGNABLE_TYPE,
              classes = {
                GatewaySource.class,
                GatewayFindingPages.class,
                GatewayRegister.class,
                GatewayJoins.class,
                GatewayImports.class,
                GatewayInbox.class
              }))
  static class Wiring {

    @Bean
    MongoDatabase database(MongoClient client) {
      return client.getDatabase("report");
    }
  }

  ConsoleApp(int port, DistrictClock clock) {
    var uri = store.bindAndGetConnectionString();
    context =
        new SpringApplicationBuilder(Wiring.class)
            .web(WebApplicationType.REACTIVE)
            .initializers(new OwnEventLoops())
            .initializers(it -> {
              it.getBeanFactory().registerSingleton("district", district);
              it.getBeanFactory().registerSingleton("inbox", inbox);
              it.getBeanFactory().registerSingleton("register", district.register);
              it.getBeanFactory().registerSingleton("joins", new SampleJoins());
              it.getBeanFactory().registerSingleton("imports", imports);
              it.getBeanFactory().registerSingleton("clock", clock);
              it.getBeanFactory()
                  .registerSingleton("findingPages", new SampleFindingPages(district));
            })
            .properties(
                "spring.config.name=console-test",
                "server.address=127.0.0.1",
                "server.port=" + port,
                "server.shutdown=graceful",
                "spring.webflux.multipart.max-disk-usage-per-part=11MB",
                "spring.main.banner-mode=off",
                "jianfu.console.live.beat=200ms",
                "spring.mongodb.uri=" + uri,
                "jianfu.console.login.issuer=" + issuer.address(),
                "jianfu.console.login.authorization-uri=" + issuer.address() + "/authorize",
                "jianfu.console.login.token-uri=" + issuer.address() + "/token",
                "jianfu.console.login.jwk-set-uri=" + issuer.address() + "/keys",
                "jianfu.console.login.end-session-uri=" + issuer.address() + "/logout",
                "jianfu.console.login.client-secret=secret",
                "spring.security.oauth2.resourceserver.jwt.jwk-set-uri="
                    + issuer.address()
                    + "/keys")
            .run();
  }

  static ConsoleApp start() {
    return new ConsoleApp(0, SampleDistrict.CLOCK);
  }

  /** Somebody who has logged in: a client follows five redirects, of which the login takes four. */
  Visitor as(TestIssuer.User user) {
    Visitor visitor = Visitor.of(this, user);
    visitor.get("/metrics");
    return visitor;
  }

  int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  String address() {
    return "http://127.0.0.1:" + port();
  }

  @Override
  public void close() {
    context.close();
    issuer.close();
    store.shutdownNow();
  }

  /** For looking at the pages by hand. */
  public static void main(String[] args) {
    var app =
        new ConsoleApp(
            args.length > 0 ? Integer.parseInt(args[0]) : 0,
            new DistrictClock(Clock.system(ZoneId.of("Asia/Shanghai"))));
    System.out.println(app.address());
  }
}
