package cn.jianfu.web.problem;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what was declined, by the name of its problem: names are words of the code, and few, so
 * that each may be a time series.
 */
public final class DeclineMeters {

  private final MeterRegistry meters;
  private final Map<String, Counter> requests = new ConcurrentHashMap<>();
  private final Map<String, Counter> events = new ConcurrentHashMap<>();

  DeclineMeters(MeterRegistry meters) {
    this.meters = meters;
    // There from the start: what appears only with its first fault has no rise that an alert sees.
    request(WebProblems.INTERNAL, 0);
    request(WebProblems.UNAVAILABLE, 0);
    request(WebProblems.TOO_MANY_REQUESTS, 0);
  }

  void request(ProblemType why) {
    request(why, 1);
  }

  private void request(ProblemType why, int count) {
    requests
        .computeIfAbsent(why.name(), name -> counter("jianfu.requests.declined", name))
        .increment(count);
  }

  /** A pushed event, whether or not it came alone. */
  public void event(ProblemType why) {
    events.computeIfAbsent(why.name(), name -> counter("jianfu.events.declined", name)).increment();
  }

  private Counter counter(String meter, String reason) {
    return Counter.builder(meter)
        .description("What was declined, by the problem that was the answer")
        .tag("reason", reason)
        .register(meters);
  }
}
