package cn.jianfu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A scrape of a service that is kept in the repository, which alert rules and dashboards are held
 * against. Run with {@code -Dmetrics.write} to take the present one.
 */
public final class MetricsRecord {

  /** What rules and dashboards may use: our own, and what comes with every service alike. */
  private static final Pattern KEPT =
      Pattern.compile(
          "(# (HELP|TYPE) )?(jianfu_|http_server_requests_|jvm_memory_(used|max)_"
              + "|process_cpu_usage|process_uptime_).*");

  private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"");

  private MetricsRecord() {}

  /**
   * Compares names and labels, not values.
   *
   * @param scrape in Prometheus' text format
   */
  public static void assertSame(String scrape, Path kept) {
    String present =
        scrape
            .lines()
            .filter(line -> KEPT.matcher(line).matches())
            .collect(Collectors.joining("\n", "", "\n"));
    try {
      if (System.getProperty("metrics.write") != null) {
        Files.createDirectories(kept.toAbsolutePath().getParent());
        Files.writeString(kept, present);
      }
      assertThat(series(present))
          .as("metrics changed; run with -Dmetrics.write if they should: " + kept)
          .isEqualTo(series(Files.readString(kept)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The series of a scrape: each name with the names of its labels. */
  public static SortedSet<String> series(String scrape) {
    return scrape
        .lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(MetricsRecord::shape)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The sum of the series of that name whose line has that text; 0 when there is none yet.
   *
   * @param label for example {@code limit="rate"}; empty for all
   */
  public static double value(String scrape, String name, String label) {
    return scrape
        .lines()
        .filter(line -> isOf(line, name) && line.contains(label))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static boolean isOf(String line, String name) {
    return line.startsWith(name + "{") || line.startsWith(name + " ");
  }

  private static String shape(String line) {
    int labels = line.indexOf('{');
    if (labels < 0) {
      return line.substring(0, line.indexOf(' '));
    }
    var names = new TreeSet<String>();
    var label = LABEL.matcher(line.substring(labels, line.lastIndexOf('}')));
    while (label.find()) {
      names.add(label.group(1));
    }
    return line.substring(0, labels) + names;
  }
}
