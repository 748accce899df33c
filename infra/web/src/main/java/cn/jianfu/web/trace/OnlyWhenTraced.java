package cn.jianfu.web.trace;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** Where tracing is off no part of it is set up: spans that nobody gets would cost all the same. */
final class OnlyWhenTraced implements AutoConfigurationImportFilter, EnvironmentAware {

  private static final String TRACING = "org.springframework.boot.micrometer.tracing.";
  private static final String OPEN_TELEMETRY = "org.springframework.boot.opentelemetry.";

  /** Logs go to the console, whence the container's engine takes them. */
  private static final String LOGGING = OPEN_TELEMETRY + "autoconfigure.logging.";

  private @Nullable Environment environment;

  @Override
  public void setEnvironment(Environment environment) {
    this.environment = environment;
  }

  @Override
  public boolean[] match(@Nullable String[] names, AutoConfigurationMetadata metadata) {
    boolean on = TracingSwitch.isOn(Objects.requireNonNull(environment));
    boolean[] match = new boolean[names.length];
    for (int i = 0; i < names.length; i++) {
      String name = names[i];
      match[i] = name == null || !isTracing(name) || (on && !name.startsWith(LOGGING));
    }
    return match;
  }

  private static boolean isTracing(String name) {
    return name.startsWith(TRACING) || name.startsWith(OPEN_TELEMETRY);
  }
}
