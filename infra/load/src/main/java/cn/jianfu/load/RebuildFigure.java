package cn.jianfu.load;

import cn.jianfu.contracts.EventCatalogue;
import cn.jianfu.contracts.EventType;
import cn.jianfu.load.stats.Figure;
import cn.jianfu.load.stats.Goal;
import cn.jianfu.load.stats.Rate;
import cn.jianfu.messaging.EventHeaders;
import cn.jianfu.messaging.EventJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;

/** The read side anew from the topics, against a bare consumer that parses the same records. */
final class RebuildFigure {

  /** In which every instance hears that a rebuild has begun. */
  private static final Duration BEFORE_IT_READS = Duration.ofSeconds(3);

  private RebuildFigure() {}

  static Figure measure(Run run) {
    run.awaitQuiet();
    parse(run);
    Rate before = parse(run);
    Duration cpu = run.platform().process().cpu();
    JsonNode done = rebuild(run);
    Duration spent = run.platform().process().cpu().minus(cpu);
    Rate baseline = before.plus(parse(run));
    Duration took =
        Duration.between(
            Instant.parse(done.path("begunAt").asString()),
            Instant.parse(done.path("endedAt").asString()));
    Rate measured = Rate.of(done.path("read").asLong(), took.minus(BEFORE_IT_READS), spent);
    double ratio = measured.perSecond() / baseline.perSecond();
    double million = BEFORE_IT_READS.toSeconds() + 1e6 / measured.perSecond();
    return new Figure(
        "Rebuild of the read side",
        measured.inWords() + ", 1 M events in " + Goal.number(million) + " s",
        baseline.inWords(),
        ratio,
        List.of(Goal.atLeast(ratio, 0.12, 0.30, ""), Goal.atMost(million, 15, 6, " s for 1 M")),
        "%d events in %s s until the new view answered, of which 3 s are a pause in which every instance hears of it: the rate is without, the time for 1 M is at that rate and with it; processor time %s an event"
            .formatted(
                measured.count(), Goal.number(took.toMillis() / 1e3), measured.costInWords()));
  }

  private static JsonNode rebuild(Run run) {
    return rebuild(run, Duration.ofMinutes(5));
  }

  /** Has the read side rebuilt; what the gateway says of it when it is done. */
  static JsonNode rebuild(Run run, Duration patience) {
    var current = run.platform().gateway("/api/v1/rebuilds/current");
    run.client().sendJson("POST", run.platform().gateway("/api/v1/rebuilds"), List.of());
    Await.until(
        "the rebuild is done",
        patience,
        Duration.ofMillis(100),
        () -> {
          String stage = run.client().get(current).path("stage").asString();
          if (stage.equals("FAILED")) {
            throw new IllegalStateException("the rebuild failed");
          }
          return stage.equals("DONE");
        });
    return run.client().get(current);
  }

  private static Rate parse(Run run) {
    AtomicLong parsed = new AtomicLong();
    long begun = System.nanoTime();
    run.records().read(Run.GROUP_TOPICS, Long.MAX_VALUE, record -> parsed.addAndGet(parse(record)));
    return Rate.of(parsed.get(), Duration.ofNanos(System.nanoTime() - begun), Duration.ZERO);
  }

  private static int parse(ConsumerRecord<String, byte[]> record) {
    String name =
        new String(record.headers().lastHeader(EventHeaders.TYPE).value(), StandardCharsets.UTF_8);
    EventType<?> type = EventCatalogue.named(name);
    if (type == null) {
      throw new IllegalStateException(name + " is not known");
    }
    var _ = EventJson.read(record.value(), type.payload());
    return 1;
  }
}
