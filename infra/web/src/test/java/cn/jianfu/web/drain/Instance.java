package cn.jianfu.web.drain;

import cn.jianfu.testkit.OwnEventLoops;
import cn.jianfu.testkit.TestTokens;
import cn.jianfu.web.sample.SampleApplication;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;

/** One of several that serve the same. */
record Instance(ConfigurableApplicationContext context, ApplicationAvailability availability)
    implements AutoCloseable {

  static Instance start(Duration drain) {
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(SampleApplication.class)
            .registerShutdownHook(false)
            .initializers(new OwnEventLoops())
            .initializers(it ->
                TestPropertyValues.of(TestTokens.shared().properties())
                    .and("server.port=0", "server.address=127.0.0.1", "server.shutdown=graceful")
                    .and("spring.lifecycle.timeout-per-shutdown-phase=10s")
                    .and("jianfu.web.drain=" + drain)
                    .applyTo(it))
            .run();
    return new Instance(context, context.getBean(ApplicationAvailability.class));
  }

  boolean isReady() {
    return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
  }

  /** Its port stays known after its end, as it does to a load balancer. */
  URI address() {
    return URI.create(
        "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
  }

  void stop() {
    context.close();
  }

  /** Once more does nothing. */
  @Override
  public void close() {
    stop();
  }
}
