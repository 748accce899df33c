package cn.jianfu.load;

import cn.jianfu.load.events.Batch;
import cn.jianfu.load.events.Planned;
import cn.jianfu.load.events.Planned.Kind;
import cn.jianfu.load.events.TownLoad;
import cn.jianfu.load.stats.Figure;
import cn.jianfu.load.stats.Goal;
import cn.jianfu.load.stats.Latencies;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * From the answer to a town's declaration of a group to when a supervisor's stream shows one more:
 * while towns send 1,000 events a second, and while hardly anything happens.
 */
final class VisibleFigure {

  private static final int SENDERS = 4;

  /**
   * What is sent, and how often.
   *
   * @param batch events of one request
   * @param kind of all events; null for the usual mix
   */
  private record Pace(
      String name, int perSecond, int batch, @Nullable Kind kind, Duration lasting) {

    Duration every() {
      return Duration.ofSeconds(1).multipliedBy(batch).dividedBy(perSecond);
    }
  }

  private final Run run;
  private final Pace pace;
  private final Latencies latencies = new Latencies();
  private final Map<String, Queue<Long>> waiting = new HashMap<>();
  private final Map<String, Long> shown = new HashMap<>();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong late = new AtomicLong();
  private final AtomicLong opened = new AtomicLong();
  private final CountDownLatch standing = new CountDownLatch(10);

  private VisibleFigure(Run run, Pace pace) {
    this.run = run;
    this.pace = pace;
  }

  static Figure measure(Run run) {
    Duration lasting = run.settings().paced();
    return new VisibleFigure(
            run, new Pace("Accepted → visible through SSE", 1_000, 50, null, lasting))
        .measure();
  }

  /** As one town's clerk finds it on an ordinary day: one declaration after the other. */
  static Figure measureQuiet(Run run) {
    Duration lasting = Duration.ofSeconds(15);
    return new VisibleFigure(
            run, new Pace("Accepted → visible, otherwise quiet", 4, 1, Kind.DECLARED, lasting))
        .measure();
  }

  private Figure measure() {
    run.awaitQuiet();
    run.district().towns().forEach(town -> town.declareOn(District.today()));
    Thread listener = Thread.ofPlatform().daemon().name("stream").start(this::listen);
    try {
      if (!standing.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the stream does not show the ten towns");
      }
      double seconds = send();
      Await.until("every declared group is shown", () -> left() == 0, this::leftInWords);
      listener.interrupt();
      return figure(seconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Figure figure(double seconds) {
    double p99 = latencies.millis(0.99);
    return new Figure(
        pace.name(),
        latencies.inWords(),
        "",
        null,
        List.of(Goal.atMost(p99, 1_000, 200, " ms p99")),
        "%s events/s for %s s in requests of %d, of which %d declared a group and were timed; requests that began late: %d; events not accepted: %d; the stream was opened %d times"
            .formatted(
                Goal.number(sent.get() / seconds),
                Goal.number(seconds),
                pace.batch(),
                latencies.count(),
                late.get(),
                refused.get(),
                opened.get()));
  }

  private double send() throws InterruptedException {
    Duration every = pace.every();
    long requests = pace.lasting().dividedBy(every);
    long begun = System.nanoTime();
    ScheduledExecutorService senders = Executors.newScheduledThreadPool(SENDERS);
    for (int i = 0; i < requests; i++) {
      long due = begun + i * every.toNanos();
      TownLoad town = run.district().towns().get(i % 10);
      var _ =
          senders.schedule(() -> request(town, due), due - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
    senders.shutdown();
    // A machine that is too slow takes longer, and the table says so.
    if (!senders.awaitTermination(pace.lasting().toSeconds() * 3 + 60, TimeUnit.SECONDS)) {
      senders.shutdownNow();
      throw new IllegalStateException(
          "of %d requests %d events were taken".formatted(requests, sent.get()));
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private void request(TownLoad town, long due) {
    if (System.nanoTime() - due > 50_000_000L) {
      late.incrementAndGet();
    }
    synchronized (town) {
      Batch batch =
          pace.kind() == null ? town.next(pace.batch()) : town.next(pace.batch(), pace.kind());
      HttpResponse<byte[]> response;
      try {
        response = run.district().post(batch);
      } catch (UncheckedIOException _) {
        run.district().bookUnknown(batch);
        refused.addAndGet(batch.events().size());
        return;
      }
      long now = System.nanoTime();
      List<Planned> accepted = run.district().book(batch, response);
      sent.addAndGet(accepted.size());
      refused.addAndGet(batch.events().size() - accepted.size());
      long declared = accepted.stream().filter(event -> event.kind() == Kind.DECLARED).count();
      accepted(town.town().code(), (int) declared, now);
    }
  }

  private synchronized void accepted(String town, int groups, long at) {
    Queue<Long> queue = waiting.computeIfAbsent(town, _ -> new ArrayDeque<>());
    for (int i = 0; i < groups; i++) {
      queue.add(at);
    }
  }

  private synchronized long left() {
    return waiting.values().stream().mapToLong(Queue::size).sum();
  }

  private synchronized String leftInWords() {
    StringBuilder words = new StringBuilder("not shown yet:");
    waiting.forEach(
        (town, queue) -> words.append(' ').append(town).append(' ').append(queue.size()));
    return words.append("; the stream was opened ").append(opened).append(" times").toString();
  }

  /** As a page does: when the stream ends it is opened again, and begins with how all stands. */
  private void listen() {
    while (!Thread.currentThread().isInterrupted()) {
      opened.incrementAndGet();
      read();
    }
  }

  private void read() {
    try (Stream<String> lines = run.client().lines(run.platform().gateway("/api/v1/stream"))) {
      lines
          .filter(line -> line.startsWith("data:"))
          .forEach(line -> shown(Client.JSON.readTree(line.substring(5)), System.nanoTime()));
    } catch (UncheckedIOException _) {
      // Interrupted when all was seen, or broken.
    }
  }

  private synchronized void shown(JsonNode town, long now) {
    String code = town.path("code").asString();
    long count = town.path("row").path("changes").path("GROUP_DECLARED").asLong(0);
    Long before = shown.put(code, count);
    if (before == null) {
      standing.countDown();
      return;
    }
    Queue<Long> queue = waiting.getOrDefault(code, new ArrayDeque<>());
    for (long i = before; i < count && !queue.isEmpty(); i++) {
      // What is shown before its answer has arrived took no time at all.
      latencies.add(Math.max(0, now - queue.remove()));
    }
  }
}
