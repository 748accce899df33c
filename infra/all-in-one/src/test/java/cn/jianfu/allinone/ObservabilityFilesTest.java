package cn.jianfu.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.testkit.MetricsRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What rules and dashboards ask for, and what the services were recorded to give. */
class ObservabilityFilesTest {

  private static final Path FOLDER = Path.of("..", "observability");

  /** Prometheus' own. */
  private static final Set<String> PROMETHEUS = Set.of("up", "ALERTS");

  /** What Prometheus adds to every series: prometheus.yml. */
  private static final Set<String> ADDED = Set.of("job", "instance", "service", "le");

  /** Whose values are not the services' own; {@code id} is a part of memory, by collector. */
  private static final Set<String> ANY_VALUE = Set.of("job", "instance", "le", "id");

  private static final RecordedMetrics RECORDED = new RecordedMetrics(FOLDER.resolve("recorded"));

  private static final Pattern SELECTOR = Pattern.compile("([a-z_]+)\\{([^}]*)}");
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)\\s*(?:=~|!~|!=|=)\"");
  private static final Pattern GROUPING = Pattern.compile("\\b(by|without|on)\\s*\\(([^)]*)\\)");
  private static final Pattern WORD = Pattern.compile("[a-z_]+\\b(?!\\s*\\()");
  private static final Set<String> OPERATORS = Set.of("and", "or", "unless");

  @Test
  void everythingThatAnAlertAsksForIsGiven() {
    List<String> asked = alerts().stream().map(rule -> rule.path("expr").asString()).toList();
    assertThat(asked).hasSizeGreaterThan(10);
    assertThat(asked.stream().flatMap(ObservabilityFilesTest::unknown)).isEmpty();
  }

  @Test
  void everythingThatADashboardShowsIsGiven() throws IOException {
    List<String> asked = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER.resolve("grafana/dashboards"))) {
      for (Path file : files.toList()) {
        JsonNode dashboard = JsonMapper.shared().readTree(Files.readAllBytes(file));
        assertThat(dashboard.at("/uid").asString()).startsWith("jianfu-");
        dashboard.findValuesAsString("expr").forEach(asked::add);
      }
    }
    assertThat(asked).hasSizeGreaterThan(20);
    assertThat(asked.stream().flatMap(ObservabilityFilesTest::unknown)).isEmpty();
  }

  /** Whoever is called by an alert sees how it came to that. */
  @Test
  void everyAlertHasAPanelThatNamesIt() throws IOException {
    Path file = FOLDER.resolve("grafana/dashboards/guarantees.json");
    List<String> described =
        JsonMapper.shared().readTree(Files.readAllBytes(file)).findValuesAsString("description");
    assertThat(alerts().stream().map(rule -> rule.path("alert").asString()))
        .allSatisfy(alert -> assertThat(described).anyMatch(text -> text.contains(alert)));
  }

  @Test
  void everyAlertSaysInBothLanguagesWhatItIsAndWhatToDo() {
    for (JsonNode rule : alerts()) {
      JsonNode words = rule.path("annotations");
      assertThat(words.propertyNames())
          .as(rule.path("alert").asString())
          .containsExactlyInAnyOrder("guarantee", "summary", "summary_zh", "action", "action_zh");
      assertThat(Stream.of("summary_zh", "action_zh").map(key -> words.path(key).asString()))
          .allMatch(text -> text.codePoints().anyMatch(Character::isIdeographic));
    }
  }

  @Test
  void everyGuaranteeThatIsAlertedIsExplained() throws IOException {
    String explained = Files.readString(Path.of("..", "docs", "observability.md"));
    assertThat(alerts().stream().map(rule -> rule.path("alert").asString()))
        .allMatch(explained::contains);
  }

  @Test
  void whatNobodyGivesIsFound() {
    assertThat(unknown("rate(jianfu_no_such_total[5m])")).containsExactly("jianfu_no_such_total");
    assertThat(unknown("sum by (colour) (jianfu_outbox_age_seconds)")).containsExactly("colour");
    assertThat(unknown("jianfu_outbox_age_seconds{colour=\"red\"} > 1"))
        .containsExactly("jianfu_outbox_age_seconds{colour}");
    assertThat(unknown("jianfu_outbox_age_seconds{source=\"/nobody\"} > 1"))
        .containsExactly("jianfu_outbox_age_seconds{source=\"/nobody\"}");
    assertThat(unknown("jianfu_store_age_seconds{service=~\"id.*|nobody\"} > 1")).isEmpty();
    assertThat(unknown("jianfu_store_age_seconds{service=\"nobody\"} > 1"))
        .containsExactly("jianfu_store_age_seconds{service=\"nobody\"}");
  }

  /** Else a rule could be silent in a cluster and loud in its test. */
  @Test
  void theTestsOfAlertsAreMadeOfSeriesAsServicesGiveThem() {
    List<String> series =
        JsonMapper.shared()
            .valueToTree(new Yaml().<Object>load(read(FOLDER.resolve("alerts.test.yml"))))
            .findValuesAsString("series")
            .stream()
            .filter(line -> !line.startsWith("up{"))
            .toList();
    assertThat(series)
        .hasSizeGreaterThan(20)
        .allSatisfy(line -> {
          String name = line.replaceAll("\\{.*", "");
          Set<String> labels = new TreeSet<>();
          LABEL.matcher(line).results().forEach(label -> labels.add(label.group(1)));
          Set<String> given = new TreeSet<>(RECORDED.labels(name));
          given.addAll(Set.of("job", "service", "instance"));
          assertThat(RECORDED.has(name)).as(name).isTrue();
          assertThat(labels).as(line).isEqualTo(given);
          assertThat(RECORDED.strangers(name, line, ANY_VALUE)).isEmpty();
        });
  }

  /**
   * Metrics that no service gives, labels and values that a metric has not, groupings by what
   * nothing has.
   */
  private static Stream<String> unknown(String expression) {
    Map<String, Set<String>> given = given();
    Set<String> unknown = new TreeSet<>();
    var selectors = SELECTOR.matcher(expression);
    while (selectors.find()) {
      Set<String> labels = given.getOrDefault(selectors.group(1), Set.of());
      boolean known = true;
      var label = LABEL.matcher(selectors.group(2));
      while (label.find()) {
        if (!labels.contains(label.group(1)) && !ADDED.contains(label.group(1))) {
          unknown.add(selectors.group(1) + "{" + label.group(1) + "}");
          known = false;
        }
      }
      if (known && !PROMETHEUS.contains(selectors.group(1))) {
        RECORDED.strangers(selectors.group(1), selectors.group(2), ANY_VALUE).forEach(unknown::add);
      }
    }
    Set<String> anywhere = given.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    var groupings = GROUPING.matcher(expression);
    while (groupings.find()) {
      Stream.of(groupings.group(2).split("\\s*,\\s*"))
          .filter(label -> !anywhere.contains(label) && !ADDED.contains(label))
          .forEach(unknown::add);
    }
    String bare =
        expression
            .replaceAll("\\{[^}]*}", " ")
            .replaceAll("\\[[^]]*]", " ")
            .replaceAll("\\boffset [0-9]+[smhd]\\b", " ")
            .replaceAll(GROUPING.pattern(), " ")
            .replaceAll("\"[^\"]*\"", " ");
    WORD.matcher(bare)
        .results()
        .map(word -> word.group())
        .filter(word -> !OPERATORS.contains(word) && !given.containsKey(word))
        .filter(word -> !PROMETHEUS.contains(word))
        .forEach(unknown::add);
    return unknown.stream();
  }

  /** The labels of each metric in the records. */
  private static Map<String, Set<String>> given() {
    try (Stream<Path> records = Files.list(FOLDER.resolve("recorded"))) {
      return records
          .flatMap(record -> MetricsRecord.series(read(record)).stream())
          .collect(
              Collectors.toMap(
                  series -> series.replaceAll("\\[.*", ""),
                  series -> Set.of(series.replaceAll("^[^\\[]*\\[?|]$", "").split(", ")),
                  (one, _) -> one));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonNode> alerts() {
    Object file = new Yaml().load(read(FOLDER.resolve("alerts.yml")));
    return JsonMapper.shared().valueToTree(file).findValues("rules").stream()
        .flatMap(rules -> rules.valueStream())
        .toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
