package cn.jianfu.load;

import cn.jianfu.load.stats.Figure;
import cn.jianfu.load.stats.Goal;
import cn.jianfu.load.stats.Latencies;
import java.net.URI;
import java.util.List;

/** How long the overview and a town's page take at ten towns. */
final class PagesFigure {

  private static final int WARM_UP = 50;

  private PagesFigure() {}

  static Figure measure(Run run) {
    Latencies overview = new Latencies();
    Latencies town = new Latencies();
    for (int i = 0; i < WARM_UP + run.settings().pageRequests(); i++) {
      String code = run.district().towns().get(i % 10).town().code();
      ask(run, run.platform().gateway("/api/v1/overview"), overview, i >= WARM_UP);
      ask(run, run.platform().gateway("/api/v1/towns/" + code), town, i >= WARM_UP);
    }
    double slower = Math.max(overview.millis(0.95), town.millis(0.95));
    return new Figure(
        "Overview and town page, 10 towns",
        "overview " + overview.inWords() + "; town " + town.inWords(),
        "",
        null,
        List.of(Goal.atMost(slower, 50, 15, " ms p95")),
        "one reader, "
            + run.settings().pageRequests()
            + " requests each through REST, "
            + run.settings().groupsPerTown()
            + " groups in each town; the slower of the two counts");
  }

  private static void ask(Run run, URI page, Latencies into, boolean counts) {
    long begun = System.nanoTime();
    var _ = run.client().get(page);
    if (counts) {
      into.add(System.nanoTime() - begun);
    }
  }
}
