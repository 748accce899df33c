package cn.jianfu.load;

import cn.jianfu.load.events.Town;
import cn.jianfu.load.stats.Figure;
import cn.jianfu.load.stats.Goal;
import cn.jianfu.load.stats.Latencies;
import java.net.URI;
import java.util.List;

/** How long the overview and a town's page take. */
final class PagesFigure {

  private static final int WARM_UP = 50;
  private static final int PROVINCE = 1_600;
  private static final int GROUPS_OF_A_NEW_TOWN = 2;

  private PagesFigure() {}

  static Figure measure(Run run) {
    return measure(
        run,
        "Overview and town page, 10 towns",
        10,
        run.settings().groupsPerTown() + " groups in each town");
  }

  /** After everything else: the other towns stay. */
  static Figure ofProvince(Run run) {
    run.district().growTo(PROVINCE, GROUPS_OF_A_NEW_TOWN);
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
        "ten towns as before and %,d with %d groups each"
            .formatted(PROVINCE - 10, GROUPS_OF_A_NEW_TOWN));
  }

  private static Figure measure(Run run, String what, int towns, String size) {
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
        List.of(Goal.atMost(slower, 50, 15, " ms p95")),
        "one reader, "
            + run.settings().pageRequests()
            + " requests each through REST, "
            + size
            + "; the slower of the two counts");
  }

  /** A town as it was a year ago. */
  static Figure yearAgo(Run run) {
    Latencies then = new Latencies();
    String day = District.today().minusYears(1).toString();
    for (int i = 0; i < WARM_UP + run.settings().pageRequests(); i++) {
      String code = new Town(i % 10).code();
      ask(
          run,
          run.platform().gateway("/api/v1/towns/" + code + "?asOf=" + day),
          then,
          i >= WARM_UP);
    }
    return new Figure(
        "Town page as of a year back",
        then.inWords(),
        "",
        null,
        List.of(Goal.atMost(then.millis(0.95), 100, 30, " ms p95")),
        "one reader, "
            + run.settings().pageRequests()
            + " requests through REST, computed from the facts each time; the groups are declared as of 200 days ago");
  }

  private static void ask(Run run, URI page, Latencies into, boolean counts) {
    long begun = System.nanoTime();
    var _ = run.client().get(page);
    if (counts) {
      into.add(System.nanoTime() - begun);
    }
  }
}
