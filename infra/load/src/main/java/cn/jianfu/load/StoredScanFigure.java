package cn.jianfu.load;

import cn.jianfu.load.stats.Figure;
import cn.jianfu.load.stats.Goal;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A whole scan as the service does it: everything read from the store, every rule applied, and what
 * was found written and published. On a platform of its own, because so much does not fit into a
 * small one's memory.
 */
final class StoredScanFigure {

  private static final int TOWNS = 10;

  private StoredScanFigure() {}

  static Figure district(LoadSettings settings) {
    return figure(settings.on("-Xms3g", "-Xmx3g"), 3_000, 120, TOWNS, 5, 1);
  }

  private static Figure figure(
      LoadSettings settings, int groups, int days, int towns, double floor, double aim) {
    try (Platform platform = Platform.start(settings);
        Run run = Run.on(platform, settings)) {
      run.district().fill();
      run.awaitQuiet();
      new StoredDistrict(run.database("group"), towns, days, District.today()).write(groups);
      Scan first = scan(run);
      Scan second = scan(run);
      Scan third = scan(run);
      double again = Math.min(second.seconds(), third.seconds());
      double slower = Math.max(first.seconds(), again);
      return new Figure(
          "Scan through the service, %,d groups with %d days".formatted(groups, days),
          "%s s; again %s s".formatted(Goal.number(first.seconds()), Goal.number(again)),
          "",
          null,
          List.of(Goal.atMost(slower, floor, aim, " s")),
          "%,d groups in all; the first raised %,d findings, the second changed %,d; read from the store, judged, written and published; the slower counts"
              .formatted(first.groups(), first.raised(), second.raised()));
    }
  }

  private record Scan(double seconds, int groups, int raised) {}

  private static Scan scan(Run run) {
    long begun = System.nanoTime();
    JsonNode done =
        Client.read(
            run.client()
                .send(
                    "POST",
                    run.platform().group("/api/v1/scans"),
                    "application/json",
                    new byte[0]));
    return new Scan(
        (System.nanoTime() - begun) / 1e9,
        done.path("groups").asInt(),
        done.path("raised").asInt() + done.path("changed").asInt() + done.path("cleared").asInt());
  }
}
