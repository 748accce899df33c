package cn.jianfu.web.trace;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/**
 * Traces of every reactive service; off, and without any cost, unless {@link TracingSwitch} is on.
 */
@AutoConfiguration(
    afterName =
        "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure"
            + ".OpenTelemetryTracingAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
final class TraceAutoConfiguration {

  @Bean
  Traces traces(ObjectProvider<Propagator> propagator) {
    return new Traces(propagator.getIfAvailable());
  }

  @Bean
  @ConditionalOnBean(Tracer.class)
  TraceOfRequest traceOfRequest() {
    return new TraceOfRequest();
  }
}
