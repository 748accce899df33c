package cn.jianfu.web.trace;

import java.net.InetAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Tracing is on where {@code jianfu.traces.endpoint} says where spans go (OTLP over HTTP, for
 * example {@code http://traces:4318/v1/traces}), and off otherwise. With {@code
 * jianfu.traces.if-known} it is off, too, where nobody knows that host as the service starts: a
 * trace view that is brought up beside the platform is sent to, and none costs nothing.
 */
final class TracingSwitch implements EnvironmentPostProcessor, Ordered {

  private static final String ENDPOINT = "jianfu.traces.endpoint";
  private static final String IF_KNOWN = "jianfu.traces.if-known";
  private static final String ON = "jianfu.traces.on";

  /** A neighbour is known at once; who asks the world for one may wait for half a minute. */
  private static final long LONGEST_LOOK_SECONDS = 1;

  static boolean isOn(Environment environment) {
    return environment.getProperty(ON, Boolean.class, false);
  }

  /** After the service's own files were read, and before anybody asks whether lines name traces. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE - 100;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    String endpoint = environment.getProperty(ENDPOINT, "");
    boolean on =
        StringUtils.hasText(endpoint)
            && (!environment.getProperty(IF_KNOWN, Boolean.class, false) || isKnown(endpoint));
    Map<String, Object> defaults = new HashMap<>();
    defaults.put(ON, on);
    defaults.put("management.tracing.export.enabled", on);
    if (on) {
      defaults.put("management.opentelemetry.tracing.export.otlp.endpoint", endpoint);
      // By the trace's id alone: a caller cannot have all of its requests traced, and every
      // service decides the same.
      defaults.put("management.opentelemetry.tracing.sampler", "trace-id-ratio");
      defaults.put("management.tracing.propagation.type", "w3c");
      defaults.put("management.tracing.baggage.enabled", false);
    }
    environment.getPropertySources().addLast(new MapPropertySource("jianfu-traces", defaults));
  }

  private static boolean isKnown(String endpoint) {
    // Without a host the machine itself would be looked up, and found.
    var look =
        new FutureTask<>(() ->
            InetAddress.getByName(
                Objects.requireNonNull(URI.create(endpoint).getHost(), "names a host")));
    Thread.ofPlatform().daemon().name("traces-lookup").start(look);
    try {
      return look.get(LONGEST_LOOK_SECONDS, TimeUnit.SECONDS) != null;
    } catch (ExecutionException | TimeoutException unknown) {
      return false;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
