package cn.jianfu.load;

import cn.jianfu.load.events.Town;
import cn.jianfu.load.stats.Figure;
import cn.jianfu.load.stats.Goal;
import cn.jianfu.load.stats.Latencies;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * The gateway with half a million groups, told through the topics: how long until all is shown, and
 * what its pages take then. group-service, which is there as well, knows none of them.
 */
final class GatewayProvinceFigure {

  private static final int TOWNS = 1_600;
  private static final int GROUPS = 500_000;
  private static final int DEPARTMENTS = 2;
  private static final int LOOKED_AT = 20;
  private static final int WARM_UP = 50;
  private static final int LOOKS = 500;

  private static final Duration PATIENCE = Duration.ofMinutes(30);

  /** Seldom enough that asking does not keep the gateway from what it is asked about. */
  private static final Duration ASKING = Duration.ofMillis(500);

  private final Run run;
  private final Consumer<Figure> measured;

  private GatewayProvinceFigure(Run run, Consumer<Figure> measured) {
    this.run = run;
    this.measured = measured;
  }

  /**
   * Store and broker are in the same heap.
   *
   * @param measured takes each figure as soon as it is there
   */
  static void measure(LoadSettings settings, Consumer<Figure> measured) {
    LoadSettings large =
        settings.nearlyEmpty().on("-XX:-AlwaysPreTouch", "-Xms4g", "-Xmx8g", "-Xmn2g");
    try (Platform platform = Platform.start(large);
        Run run = Run.on(platform, large)) {
      run.district().setUpTowns(TOWNS, DEPARTMENTS);
      run.awaitQuiet();
      new GatewayProvinceFigure(run, measured).measure();
    }
  }

  private void measure() {
    measured.accept(shown());
    measured.accept(memory("told through the topics"));
    // A curve of ninety days for each town would take an hour at the tenth of the time that they
    // may take; a rebuild makes them all at once.
    measured.accept(rebuilt());
    measured.accept(overview());
    measured.accept(towns("looked at lately", i -> i % LOOKED_AT));
    measured.accept(towns("each for the first time", i -> LOOKED_AT + 2 * i));
    measured.accept(past());
    measured.accept(status());
    measured.accept(memory("after the rebuild and its pages"));
  }

  /** From the first that is published to the last view that shows it. */
  private Figure shown() {
    Duration before = run.platform().process().cpu();
    long begun = System.nanoTime();
    long all;
    try (PublishedProvince province =
        new PublishedProvince(run.platform().brokers(), District.today(), DEPARTMENTS)) {
      IntStream.range(0, TOWNS).forEach(n -> province.of(new Town(n), groupsOf(n)));
      all = province.published();
    }
    double published = secondsSince(begun);
    Await.until("the gateway has read everything", PATIENCE, ASKING, () -> run.isQuiet(PATIENCE));
    double read = secondsSince(begun);
    Await.until("every town is shown as it is", PATIENCE, ASKING, () -> waiting("due") == 0);
    double shown = secondsSince(begun);
    return new Figure(
        "Gateway, 500,000 groups in 1,600 towns: until all is shown",
        "%s s, %s events/s".formatted(Goal.number(shown), Goal.number(Math.round(all / shown))),
        "",
        null,
        List.of(),
        "%,d events published within %s s, read after %s s; the server was on the processors %s s; %,d curves of ninety days were still to be made"
            .formatted(
                all,
                Goal.number(published),
                Goal.number(read),
                Goal.number(run.platform().process().cpu().minus(before).toMillis() / 1e3),
                waiting("historyDue")));
  }

  private Figure overview() {
    Latencies took = new Latencies();
    int towns = 0;
    for (int i = 0; i < WARM_UP + LOOKS; i++) {
      PagesFigure.ask(run, run.platform().gateway("/api/v1/overview"), took, i >= WARM_UP);
    }
    for (JsonNode town :
        run.client().get(run.platform().gateway("/api/v1/overview")).path("towns")) {
      towns += town.at("/row/effective").isNumber() ? 1 : 0;
    }
    return figure(
        "overview",
        took,
        "%,d of the towns have an index; curves still to be made: %,d"
            .formatted(towns, waiting("historyDue")),
        Goal.atMost(took.millis(0.95), 150, 40, " ms p95"));
  }

  /** Which is asked for in what turn: lately are those that were asked for twenty turns before. */
  private Figure towns(String which, IntUnaryOperator turn) {
    Latencies took = new Latencies();
    for (int i = 0; i < WARM_UP + LOOKS; i++) {
      String town = new Town(turn.applyAsInt(i)).code();
      PagesFigure.ask(run, run.platform().gateway("/api/v1/towns/" + town), took, i >= WARM_UP);
    }
    return figure(
        "town page, " + which,
        took,
        "%d requests; curves still to be made: %,d".formatted(LOOKS, waiting("historyDue")),
        Goal.atMost(took.millis(0.95), 50, 40, " ms p95"));
  }

  /** A day that is over, of all towns: first computed, then known. */
  private Figure past() {
    String yesterday = "/api/v1/overview?asOf=" + District.today().minusDays(1);
    Latencies took = new Latencies();
    long begun = System.nanoTime();
    Client.mustBeFine(run.client().bytes(run.platform().gateway(yesterday), PATIENCE));
    double first = secondsSince(begun);
    for (int i = 0; i < LOOKS / 5; i++) {
      PagesFigure.ask(run, run.platform().gateway(yesterday), took, true);
    }
    return figure(
        "overview as of yesterday",
        took,
        "the first, which computes every town, %s s".formatted(Goal.number(first)),
        Goal.atMost(took.millis(0.95), 150, 40, " ms p95"));
  }

  /** What comes in from every town, which is asked of each by itself. */
  private Figure status() {
    Latencies took = new Latencies();
    for (int i = 0; i < LOOKS / 25; i++) {
      PagesFigure.ask(run, run.platform().gateway("/api/v1/ingest-status"), took, i > 0);
    }
    return figure(
        "what comes in", took, "%d requests; no figure is demanded of it".formatted(took.count()));
  }

  private Figure rebuilt() {
    JsonNode done = RebuildFigure.rebuild(run, PATIENCE);
    Duration took =
        Duration.between(
            Instant.parse(done.path("begunAt").asString()),
            Instant.parse(done.path("endedAt").asString()));
    return new Figure(
        "Gateway, 500,000 groups in 1,600 towns: rebuild",
        "%s s".formatted(Goal.number(took.toMillis() / 1e3)),
        "",
        null,
        List.of(),
        "%,d events, and the view and ninety days of each town; the old read side answers meanwhile"
            .formatted(done.path("read").asLong()));
  }

  private Figure memory(String when) {
    run.platform().process().collect();
    return new Figure(
        "Gateway, 500,000 groups: memory, " + when,
        "%s GB in use after a whole collection, %s GB resident at most"
            .formatted(
                Goal.number(gigabytes("jvm.gc.live.data.size")),
                Goal.number(run.platform().process().mostResident().orElse(0) / 1e9)),
        "",
        null,
        List.of(),
        "store, broker and all services in one heap of %s GB"
            .formatted(Goal.number(gigabytes("jvm.memory.max?tag=area:heap"))));
  }

  private double gigabytes(String metric) {
    return StoredScanFigure.statistic(StoredScanFigure.timer(run, metric), "VALUE") / 1e9;
  }

  private static Figure figure(String what, Latencies took, String note, Goal... goals) {
    return new Figure(
        "Gateway, 500,000 groups in 1,600 towns: " + what,
        took.inWords(),
        "",
        null,
        List.of(goals),
        "one reader through REST to the last byte; " + note);
  }

  /** How many towns wait for their view, or for their history. */
  private long waiting(String what) {
    return run.database("report").getCollection("town_views").countDocuments(Filters.exists(what));
  }

  private static int groupsOf(int town) {
    return GROUPS / TOWNS + (town < GROUPS % TOWNS ? 1 : 0);
  }

  private static double secondsSince(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
