package cn.jianfu.load;

import cn.jianfu.load.stats.Figure;
import cn.jianfu.load.stats.Goal;
import cn.jianfu.load.stats.Latencies;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A whole scan as the service does it: everything read from the store, every rule applied, and what
 * was found written and published. On a platform of its own, because so much does not fit into a
 * small one's memory.
 */
final class StoredScanFigure {

  private static final int TOWNS = 10;
  private static final int PROVINCE = 1_600;

  /** All that a made-up town can have. */
  private static final int DEPARTMENTS = 10;

  private static final int BUSY = 503;
  private static final int WARM_UP = 150;
  private static final int CHANGES = 300;
  private static final int LOOKS = 60;

  /** So few that the changed groups overlap. */
  private static final int PEOPLE = 300;

  /** Seldom enough that asking whether it is done does not keep the service from doing it. */
  private static final Duration ASKING = Duration.ofMillis(100);

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private StoredScanFigure() {}

  /**
   * @param measured takes each figure as soon as it is there
   */
  static void district(LoadSettings settings, Consumer<Figure> measured) {
    measure(
        settings.nearlyEmpty().on("-Xms3g", "-Xmx3g"), 3_000, 120, TOWNS, false, 5, 1, measured);
  }

  /**
   * As many days and findings as fit into the store and the topics, which are in the memory of this
   * machine. With a smaller young generation what is on its way between store and service is moved
   * to the old one, which then is collected whole every half minute.
   */
  static void province(LoadSettings settings, Consumer<Figure> measured) {
    measure(
        settings.nearlyEmpty().on("-Xms16g", "-Xmx16g", "-Xmn6g"),
        500_000,
        2,
        PROVINCE,
        true,
        300,
        100,
        measured);
  }

  private static void measure(
      LoadSettings settings,
      int groups,
      int days,
      int towns,
      boolean orderly,
      double floor,
      double aim,
      Consumer<Figure> measured) {
    try (Platform platform = Platform.start(settings);
        Run run = Run.on(platform, settings)) {
      run.district().fill();
      if (towns > TOWNS) {
        run.district().growTo(towns, DEPARTMENTS, 1);
      }
      run.awaitQuiet();
      StoredDistrict stored =
          new StoredDistrict(run.database("group"), towns, days, District.today(), orderly);
      stored.write(groups);
      Scan first = scan(run);
      // The gateway takes over what was found, on the same processors.
      run.awaitQuiet();
      Scan second = scan(run);
      measured.accept(
          new Figure(
              "Scan through the service, %,d groups with %d days".formatted(groups, days),
              "%s s; the first %s s"
                  .formatted(Goal.number(second.seconds()), Goal.number(first.seconds())),
              "",
              null,
              List.of(
                  Goal.atMost(second.seconds(), floor, aim, " s"),
                  Goal.atMost(first.seconds(), floor, aim, " s first")),
              "%,d groups in all; the first raised %,d findings, the second changed %,d; read from the store, judged, written and published; meanwhile the server was on the processors %s s, in the first %s s"
                  .formatted(
                      first.groups(),
                      first.raised(),
                      second.raised(),
                      Goal.number(second.cpu()),
                      Goal.number(first.cpu()))));
      measured.accept(changed(run, stored, groups));
      measured.accept(proposals(run, stored, groups, towns));
      measured.accept(trial(run, groups));
    }
  }

  /**
   * What a town's self-check lists and its page of merges are made of, each time anew: before each
   * a counter comes in.
   */
  private static Figure proposals(Run run, StoredDistrict stored, int groups, int towns) {
    Latencies took = new Latencies();
    long plans = 0;
    for (int i = 0; i < WARM_UP / 5 + LOOKS; i++) {
      int group = i % Math.min(groups, towns);
      var _ =
          Client.read(
              run.client()
                  .send(
                      "PUT",
                      run.platform()
                          .group(
                              "/api/v1/groups/"
                                  + stored.id(group)
                                  + "/activity/"
                                  + District.today()),
                      "application/json",
                      "{\"messages\":%d}".formatted(i + 1).getBytes(StandardCharsets.UTF_8)));
      long begun = System.nanoTime();
      JsonNode told =
          run.client()
              .get(run.platform().group("/api/v1/merge-plans?unit=" + stored.townOf(group)));
      if (i >= WARM_UP / 5) {
        took.add(System.nanoTime() - begun);
        plans += told.path("items").size();
      }
    }
    return new Figure(
        "Proposals for a town's groups, of %,d in all".formatted(groups),
        took.inWords(),
        "",
        null,
        List.of(Goal.atMost(took.millis(0.95), 1_000, 300, " ms p95")),
        "%d towns of about %,d groups asked for their merges after a counter came in; %,d merges proposed"
            .formatted(LOOKS, groups / towns, plans));
  }

  /** All groups judged twice, by the numbers in force and by another; nothing is written. */
  private static Figure trial(Run run, int groups) {
    long begun = System.nanoTime();
    JsonNode told =
        Client.read(
            run.client()
                .send(
                    "POST",
                    run.platform().group("/api/v1/rule-trials"),
                    "application/json",
                    "{\"thresholds\":{\"zombie.idleDays\":45}}".getBytes(StandardCharsets.UTF_8),
                    PATIENCE));
    double seconds = (System.nanoTime() - begun) / 1e9;
    return new Figure(
        "Trial of another threshold, %,d groups".formatted(groups),
        "%s s".formatted(Goal.number(seconds)),
        "",
        null,
        List.of(Goal.atMost(seconds, 60, 10, " s")),
        "asked of group-service; %,d effects by town and rule; the gateway waits for it for 60 s"
            .formatted(told.path("effects").size()));
  }

  /** Of members that changed: how long the service looks at their group, as its own timer says. */
  private static Figure changed(Run run, StoredDistrict stored, int groups) {
    SplittableRandom random = new SplittableRandom(5);
    Latencies took = new Latencies();
    Latencies undisturbed = new Latencies();
    for (int i = 0; i < WARM_UP + CHANGES; i++) {
      long collections = collections(run);
      Timed before = Timed.of(run);
      String id = stored.id(random.nextInt(groups));
      String people =
          random
              .ints(0, PEOPLE)
              .distinct()
              .limit(30)
              .mapToObj("{\"id\":\"p%d\"}"::formatted)
              .collect(Collectors.joining(","));
      var _ =
          Client.read(
              run.client()
                  .send(
                      "PUT",
                      run.platform().group("/api/v1/groups/" + id + "/members"),
                      "application/json",
                      ("{\"members\":[" + people + "]}").getBytes(StandardCharsets.UTF_8)));
      AtomicReference<Timed> after = new AtomicReference<>(before);
      Await.until(
          "the changed group is looked at",
          ASKING,
          () -> after.updateAndGet(_ -> Timed.of(run)).isAfter(before));
      if (i >= WARM_UP && after.get().looks() == before.looks() + 1) {
        long nanos = Math.round((after.get().seconds() - before.seconds()) * 1e9);
        took.add(nanos);
        if (collections(run) == collections) {
          undisturbed.add(nanos);
        }
      }
    }
    return new Figure(
        "Look at one changed group among %,d, through the service".formatted(groups),
        took.inWords(),
        "",
        null,
        List.of(Goal.atMost(took.millis(0.99), 20, 5, " ms p99")),
        "%d changes of all members; from reading the group to its findings written, as the service's own timer says; the %d of them that met no collection of garbage: %s"
            .formatted(
                took.count(),
                undisturbed.count(),
                undisturbed.count() == 0 ? "-" : undisturbed.inWords()));
  }

  /** How often the platform's JVM has paused to collect garbage. */
  private static long collections(Run run) {
    return Math.round(statistic(timer(run, "jvm.gc.pause"), "COUNT"));
  }

  static JsonNode timer(Run run, String name) {
    return run.client().get(run.platform().group("/actuator/metrics/" + name));
  }

  static double statistic(JsonNode timer, String name) {
    for (JsonNode measurement : timer.path("measurements")) {
      if (measurement.path("statistic").asString().equals(name)) {
        return measurement.path("value").asDouble();
      }
    }
    throw new IllegalStateException("no " + name + " in " + timer);
  }

  /** What the service has counted of its looks and scans. */
  private record Timed(long looks, double seconds, long scans) {

    static Timed of(Run run) {
      JsonNode looks = timer(run, "jianfu.detection.check");
      return new Timed(
          Math.round(statistic(looks, "COUNT")),
          statistic(looks, "TOTAL_TIME"),
          Math.round(statistic(timer(run, "jianfu.detection.scan"), "COUNT")));
    }

    /** A scan of all that begins first looks at the group, too. */
    boolean isAfter(Timed before) {
      return looks > before.looks || scans > before.scans;
    }
  }

  /**
   * A scan as who asked for it saw it.
   *
   * @param cpu seconds of processor time that the whole platform took meanwhile
   */
  private record Scan(double seconds, double cpu, int groups, int raised) {}

  /** Asks until it is let in: a scan of the service's own may be under way. */
  private static Scan scan(Run run) {
    while (true) {
      Duration before = run.platform().process().cpu();
      long begun = System.nanoTime();
      HttpResponse<byte[]> answer =
          run.client()
              .send(
                  "POST",
                  run.platform().group("/api/v1/scans"),
                  "application/json",
                  new byte[0],
                  PATIENCE);
      if (answer.statusCode() != BUSY) {
        JsonNode done = Client.read(answer);
        return new Scan(
            (System.nanoTime() - begun) / 1e9,
            run.platform().process().cpu().minus(before).toMillis() / 1e3,
            done.path("groups").asInt(),
            done.path("raised").asInt()
                + done.path("changed").asInt()
                + done.path("cleared").asInt());
      }
    }
  }
}
