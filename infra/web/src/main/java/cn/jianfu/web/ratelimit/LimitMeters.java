package cn.jianfu.web.ratelimit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what the limits kept out, and what is inside. */
final class LimitMeters {

  private final MeterRegistry meters;

  LimitMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  /**
   * Requests that were turned away.
   *
   * @param limit {@code rate} of one client, {@code in-flight} requests or {@code streams} of all
   */
  Counter limited(String limit) {
    return Counter.builder("jianfu.requests.limited")
        .description("Requests that were turned away by a limit")
        .tag("limit", limit)
        .register(meters);
  }

  void inside(String kind, AtomicInteger present) {
    Gauge.builder("jianfu.requests.active", present, AtomicInteger::get)
        .description("Requests that are worked on, and streams that are open")
        .tag("kind", kind)
        .strongReference(true)
        .register(meters);
  }
}
