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
import tools.jackson.databind.JsonNode;

/**
 * From the answer to a town's declaration of a group to when a supervisor's stream shows one more,
 * while towns send 1,000 events a second.
 */
final class VisibleFigure {

  private static final int PER_SECOND = 1_000;

  /** Events of one request; a request every 50 ms. */
  private static final int BATCH = 50;

  private static final int SENDERS = 4;

  private final Run run;
  private final Latencies latencies = new Latencies();
  private final Map<String, Queue<Long>> waiting = new HashMap<>();
  private final Map<String, Long> shown = new HashMap<>();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong late = new AtomicLong();
  private final AtomicLong opened = new AtomicLong();
  private final CountDownLatch standing = new CountDownLatch(10);

  private VisibleFigure(Run run) {
    this.run = run;
  }

  static Figure measure(Run run) {
    return new VisibleFigure(run).measure();
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
        "Accepted → visible through SSE",
        latencies.inWords(),
        "",
        null,
        List.of(Goal.atMost(p99, 1_000, 200, " ms p99")),
        "%s events/s for %s s in requests of %d, of which %d declared a group and were timed; requests that began late: %d; events not accepted: %d; the stream was opened %d times"
            .formatted(
                Goal.number(sent.get() / seconds),
                Goal.number(seconds),
                BATCH,
                latencies.count(),
                late.get(),
                refused.get(),
                opened.get()));
  }

  private double send() throws InterruptedException {
    Duration every = Duration.ofSeconds(1).multipliedBy(BATCH).dividedBy(PER_SECOND);
    long requests = run.settings().paced().dividedBy(every);
    long begun = System.nanoTime();
    ScheduledExecutorService pace = Executors.newScheduledThreadPool(SENDERS);
    for (int i = 0; i < requests; i++) {
      long due = begun + i * every.toNanos();
      TownLoad town = run.district().towns().get(i % 10);
      var _ =
          pace.schedule(() -> request(town, due), due - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
    pace.shutdown();
    // A machine that is too slow takes longer, and the table says so.
    if (!pace.awaitTermination(run.settings().paced().toSeconds() * 3 + 60, TimeUnit.SECONDS)) {
      pace.shutdownNow();
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
      Batch batch = town.next(BATCH);
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
