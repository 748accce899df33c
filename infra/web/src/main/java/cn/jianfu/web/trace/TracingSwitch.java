package cn.jianfu.web.trace;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Tracing is on where {@code jianfu.traces.endpoint} says where spans go (OTLP over HTTP, for
 * example {@code http://traces:4318/v1/traces}), and off otherwise.
 */
final class TracingSwitch implements EnvironmentPostProcessor, Ordered {

  private static final String ENDPOINT = "jianfu.traces.endpoint";

  static boolean isOn(Environment environment) {
    return StringUtils.hasText(environment.getProperty(ENDPOINT));
  }

  /** After the service's own files were read, and before anybody asks whether lines name traces. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE - 100;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    Map<String, Object> defaults = new HashMap<>();
    defaults.put("management.tracing.export.enabled", isOn(environment));
    if (isOn(environment)) {
      defaults.put(
          "management.opentelemetry.tracing.export.otlp.endpoint",
          environment.getRequiredProperty(ENDPOINT));
      // By the trace's id alone: a caller cannot have all of its requests traced, and every
      // service decides the same.
      defaults.put("management.opentelemetry.tracing.sampler", "trace-id-ratio");
      defaults.put("management.tracing.propagation.type", "w3c");
      defaults.put("management.tracing.baggage.enabled", false);
    }
    environment.getPropertySources().addLast(new MapPropertySource("jianfu-traces", defaults));
  }
}
