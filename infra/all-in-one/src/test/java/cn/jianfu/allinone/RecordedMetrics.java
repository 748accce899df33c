package cn.jianfu.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The metrics that services were recorded to give, and the labels that they give them. */
final class RecordedMetrics {

  private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]+)\\s*(=~|!~|!=|=)\"([^\"]*)\"");

  /** Values of each label, of each metric. */
  private final Map<String, Map<String, Set<String>>> metrics = new HashMap<>();

  private final Set<String> services = new TreeSet<>();

  /**
   * @param folder of scrapes, each named for its service
   */
  RecordedMetrics(Path folder) {
    try (Stream<Path> records = Files.list(folder)) {
      for (Path record : records.toList()) {
        services.add(record.getFileName().toString().replace(".prom", ""));
        Files.readAllLines(record).stream()
            .filter(line -> !line.startsWith("#"))
            .forEach(this::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line) {
    String name = line.replaceAll("[{ ].*", "");
    Map<String, Set<String>> labels = metrics.computeIfAbsent(name, _ -> new HashMap<>());
    var label = LABEL.matcher(line);
    while (label.find()) {
      labels.computeIfAbsent(label.group(1), _ -> new TreeSet<>()).add(label.group(3));
    }
  }

  boolean has(String metric) {
    return metrics.containsKey(metric);
  }

  /** Names of its labels. */
  Set<String> labels(String metric) {
    return metrics.getOrDefault(metric, Map.of()).keySet();
  }

  /**
   * The values that a selector asks for and no record has, each as {@code label="value"}.
   *
   * @param labels what stands between its braces
   * @param unchecked labels whose values say nothing, for example bounds of buckets
   */
  Stream<String> strangers(String metric, String labels, Set<String> unchecked) {
    return LABEL
        .matcher(labels)
        .results()
        .filter(label -> !unchecked.contains(label.group(1)))
        .filter(label -> {
          Predicate<String> asked =
              label.group(2).endsWith("~")
                  ? Pattern.compile(label.group(3)).asMatchPredicate()
                  : label.group(3)::equals;
          return values(metric, label.group(1)).stream().noneMatch(asked);
        })
        .map(label -> metric + "{" + label.group(1) + "=\"" + label.group(3) + "\"}");
  }

  private Set<String> values(String metric, String label) {
    return label.equals("service")
        ? services
        : metrics.getOrDefault(metric, Map.of()).getOrDefault(label, Set.of());
  }
}
