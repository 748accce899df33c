package cn.jianfu.load;

import cn.jianfu.load.events.Town;
import cn.jianfu.load.stats.Figure;
import cn.jianfu.load.stats.Goal;
import cn.jianfu.load.stats.Latencies;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** How long the overview and a town's page take. */
final class PagesFigure {

  private static final int WARM_UP = 50;
  private static final int PROVINCE = 1_600;
  private static final int GROUPS_OF_A_NEW_TOWN = 2;

  /** What a page may take, and is to take, in ms at the 95th percentile. */
  private record Goals(double floor, double aim) {}

  private static final Goals FEW_TOWNS = new Goals(50, 15);
  private static final Goals ALL_TOWNS = new Goals(150, 40);

  private PagesFigure() {}

  static Figure measure(Run run) {
    return measure(
        run,
        "Overview and town page, 10 towns",
        10,
        FEW_TOWNS,
        run.settings().groupsPerTown() + " groups in each town");
  }

  /** After everything else: the other towns stay. */
  static Figure ofProvince(Run run) {
    run.district().growTo(PROVINCE, GROUPS_OF_A_NEW_TOWN, GROUPS_OF_A_NEW_TOWN);
    run.awaitQuiet();
    Await.until(
        "the overview has every town",
        () ->
            run.client().get(run.platform().gateway("/api/v1/overview")).path("towns").size()
                >= PROVINCE);
    return measure(
        run,
        "Overview and town page, 1,600 towns",
        PROVINCE,
        ALL_TOWNS,
        "ten towns as before and %,d with %d groups each"
            .formatted(PROVINCE - 10, GROUPS_OF_A_NEW_TOWN));
  }

  private static Figure measure(Run run, String what, int towns, Goals goals, String size) {
    Latencies overview = new Latencies();
    Latencies town = new Latencies();
    for (int i = 0; i < WARM_UP + run.settings().pageRequests(); i++) {
      String code = new Town(i % towns).code();
      ask(run, run.platform().gateway("/api/v1/overview"), overview, i >= WARM_UP);
      ask(run, run.platform().gateway("/api/v1/towns/" + code), town, i >= WARM_UP);
    }
    double slower = Math.max(overview.millis(0.95), town.millis(0.95));
    return new Figure(
        what,
        "overview " + overview.inWords() + "; town " + town.inWords(),
        "",
        null,
        List.of(Goal.atMost(slower, goals.floor(), goals.aim(), " ms p95")),
        "one reader, "
            + run.settings().pageRequests()
            + " requests each through REST to the last byte, "
            + size
            + "; the slower of the two counts");
  }

  /**
   * A town, and the overview, as they were a year ago, in a district that has reported for longer.
   */
  static List<Figure> yearAgo(Run run) {
    run.district().setUp();
    LocalDate today = District.today();
    int groups = run.settings().groupsPerTown();
    long published;
    try (PublishedYear year = new PublishedYear(run.platform().brokers(), today)) {
      Town.ten().forEach(town -> year.of(town, groups));
      run.records().awaitCount(Run.GROUP_TOPICS, year.published());
      run.awaitQuiet();
      Town.ten().forEach(town -> year.morning(town, groups));
      published = year.published();
    }
    run.records().awaitCount(Run.GROUP_TOPICS, published);
    run.awaitQuiet();
    LocalDate day = today.minusYears(1);
    Latencies town = new Latencies();
    Latencies overview = new Latencies();
    Latencies anew = new Latencies();
    URI overviewThen = run.platform().gateway("/api/v1/overview?asOf=" + day);
    mustBeJudged(run.client().get(overviewThen), groups);
    Await.until("every town has its history", () -> haveHistory(run));
    for (int i = 0; i < WARM_UP + run.settings().pageRequests(); i++) {
      String code = new Town(i % 10).code();
      ask(
          run,
          run.platform().gateway("/api/v1/towns/" + code + "?asOf=" + day),
          town,
          i >= WARM_UP);
      if (i % 4 == 0) {
        ask(run, overviewThen, overview, i >= WARM_UP);
      }
      if (i % 8 == 1) {
        LocalDate other = today.minusDays(1 + i / 8);
        ask(run, run.platform().gateway("/api/v1/overview?asOf=" + other), anew, i >= WARM_UP);
      }
    }
    String size =
        "one reader, %d requests through REST, computed from the facts each time; ten towns with %d groups each and %,d published events of %d days: counters of every day, decisions, findings and what could be judged, under a rule set that is older"
            .formatted(
                run.settings().pageRequests(),
                run.settings().groupsPerTown(),
                published,
                PublishedYear.DAYS);
    return List.of(
        new Figure(
            "Town page as of a year back",
            town.inWords(),
            "",
            null,
            List.of(Goal.atMost(town.millis(0.95), 100, 30, " ms p95")),
            size),
        new Figure(
            "Overview as of a year back, 10 towns",
            overview.inWords(),
            "",
            null,
            List.of(Goal.atMost(overview.millis(0.95), 100, 30, " ms p95")),
            "in the same run, one day; computed where a town was told of since"),
        new Figure(
            "Overview as of days of the year, each for the first time, 10 towns",
            anew.inWords(),
            "",
            null,
            List.of(Goal.atMost(anew.millis(0.95), 100, 30, " ms p95")),
            "in the same run, %d days; every town computed from its facts"
                .formatted(anew.count())));
  }

  /** The histories of today are made in the background, and would be measured with it. */
  private static boolean haveHistory(Run run) {
    JsonNode towns = run.client().get(run.platform().gateway("/api/v1/overview")).path("towns");
    return towns.valueStream().allMatch(town -> !town.path("spark").isEmpty());
  }

  /** An empty page would be quick. */
  private static void mustBeJudged(JsonNode overview, int groups) {
    for (JsonNode town : overview.path("towns")) {
      if (!town.at("/row/effective").isNumber()) {
        throw new IllegalStateException(
            "with %d groups nothing was judged: %s".formatted(groups, town));
      }
    }
    if (overview.path("towns").size() != 10) {
      throw new IllegalStateException("not ten towns: " + overview);
    }
  }

  /** A finding as it stood on a day, which is made of its publications up to that day. */
  static Figure finding(Run run) {
    List<String> ids = new ArrayList<>();
    run.client()
        .get(run.platform().gateway("/api/v1/findings?limit=100"))
        .path("items")
        .forEach(each -> ids.add(each.path("findingId").asString()));
    if (ids.isEmpty()) {
      throw new IllegalStateException("nothing was found in the made-up district");
    }
    Latencies then = new Latencies();
    for (int i = 0; i < WARM_UP + run.settings().pageRequests(); i++) {
      String id = URLEncoder.encode(ids.get(i % ids.size()), StandardCharsets.UTF_8);
      ask(
          run,
          run.platform().gateway("/api/v1/findings/" + id + "?asOf=" + District.today()),
          then,
          i >= WARM_UP);
    }
    return new Figure(
        "Finding page as of a day",
        then.inWords(),
        "",
        null,
        List.of(Goal.atMost(then.millis(0.95), 100, 30, " ms p95")),
        "one reader, %d requests through REST for %d findings as of the day on which they were found"
            .formatted(run.settings().pageRequests(), ids.size()));
  }

  static void ask(Run run, URI page, Latencies into, boolean counts) {
    long begun = System.nanoTime();
    HttpResponse<byte[]> answer = run.client().bytes(page);
    long took = System.nanoTime() - begun;
    Client.mustBeFine(answer);
    if (counts) {
      into.add(took);
    }
  }
}
