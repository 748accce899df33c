package cn.jianfu.web.trace;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Adds to the traces of earlier requests; does nothing where tracing is off. */
public final class Traces {

  static final String TRACEPARENT = "traceparent";

  private final @Nullable Propagator propagator;

  Traces(@Nullable Propagator propagator) {
    this.propagator = propagator;
  }

  /** Where nothing is traced. */
  public static Traces off() {
    return new Traces(null);
  }

  /**
   * Adds a span that is over to the trace of a request.
   *
   * @param traceparent of the request, as W3C Trace Context writes it
   */
  public void add(String name, String traceparent, Instant from, Instant to) {
    if (propagator != null) {
      propagator
          .extract(traceparent, (carried, key) -> key.equals(TRACEPARENT) ? carried : null)
          .name(name)
          .kind(Span.Kind.CONSUMER)
          .startTimestamp(micros(from), TimeUnit.MICROSECONDS)
          .start()
          .end(micros(to), TimeUnit.MICROSECONDS);
    }
  }

  private static long micros(Instant at) {
    return TimeUnit.SECONDS.toMicros(at.getEpochSecond()) + at.getNano() / 1_000;
  }
}
