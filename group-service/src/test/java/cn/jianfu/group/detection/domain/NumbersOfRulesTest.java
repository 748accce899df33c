package cn.jianfu.group.detection.domain;

import static cn.jianfu.group.detection.domain.Fixtures.aGroup;
import static cn.jianfu.group.detection.domain.Fixtures.daysAgo;
import static cn.jianfu.group.detection.domain.Fixtures.onTheFactsOf;
import static cn.jianfu.group.detection.domain.Fixtures.people;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.jianfu.messaging.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table by which the gateway refuses a version of the rules says what the rules really read.
 */
class NumbersOfRulesTest {

  private static final Table TABLE = table();

  /** What the gateway reads of the same file. */
  record Table(Map<String, String> numbers, List<String> always, Map<String, List<String>> rules) {}

  @Test
  void withAllNumbersThatTheTableNamesEveryRuleIsJudged() {
    assertThat(unjudged(_ -> {})).isEmpty();
    assertThat(TABLE.rules().keySet()).isSubsetOf(ids(DetectionRule.values()));
  }

  static Stream<String> needed() {
    return TABLE.rules().values().stream().flatMap(List::stream).distinct().sorted();
  }

  @ParameterizedTest
  @MethodSource("needed")
  void withoutOneNumberExactlyTheRulesAreLeftThatTheTableSaysNeedIt(String key) {
    assertThat(unjudged(numbers -> numbers.remove(key))).isEqualTo(rulesThatNeed(key));
  }

  @ParameterizedTest
  @MethodSource("needed")
  void aFractionIsUselessExactlyWhereTheTableSaysThatTheNumberIsWhole(String key) {
    boolean whole = Set.of("COUNT", "DAYS", "WINDOW").contains(TABLE.numbers().get(key));

    assertThat(unjudged(numbers -> numbers.put(key, new BigDecimal("0.75"))))
        .isEqualTo(whole ? rulesThatNeed(key) : Set.of());
  }

  private static Set<String> rulesThatNeed(String key) {
    return TABLE.rules().entrySet().stream()
        .filter(rule -> rule.getValue().contains(key))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static Set<String> unjudged(Consumer<Map<String, BigDecimal>> change) {
    Map<String, BigDecimal> numbers = new HashMap<>();
    needed().forEach(key -> numbers.put(key, something(TABLE.numbers().get(key))));
    change.accept(numbers);
    RuleSet all = Fixtures.rules();
    RuleSet changed =
        new RuleSet(
            all.id(), all.version(), all.effectiveFrom(), all.rules(), new Thresholds(numbers));
    return ids(facts().knowing(changed).scan(changed).unjudged().keySet());
  }

  private static BigDecimal something(@Nullable String kind) {
    return new BigDecimal(Objects.requireNonNull(kind).startsWith("SHARE") ? "0.5" : "7");
  }

  /** A little of everything, so that every rule comes to its numbers. */
  private static ScanBuilder facts() {
    Demands asked = new Demands(daysAgo(1), 1, List.of(), 0, 1, 1, 1, 1, 30, 1);
    GroupBuilder target = aGroup("并入").withMembers(people(1, 10)).observed(90, 1, 10).asking(asked);
    return onTheFactsOf(
        target,
        aGroup("成员重叠").withMembers(people(1, 9)).observed(90, 1, 10).asking(asked),
        aGroup("已并").mergedInto(target, daysAgo(20)),
        aGroup("应散").toBeDissolvedBy(daysAgo(30)).observed(60, 1, 3),
        aGroup("临时").temporary().validUntil(daysAgo(50)),
        aGroup("无主").ownedByNobody());
  }

  @Test
  void limitsOfTheEvidenceAreCalledAsThePublishedLanguageSays() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            NumbersOfRulesTest.class.getResourceAsStream("/evidence-limits.json"))) {
      assertThat(EventJson.read(file.readAllBytes(), String[].class))
          .containsExactlyInAnyOrderElementsOf(Evidence.LIMITS);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Evidence.builder().limit("count", 3))
        .withMessageContaining("count");
  }

  private static Set<String> ids(DetectionRule... rules) {
    return ids(Set.of(rules));
  }

  private static Set<String> ids(Set<DetectionRule> rules) {
    return rules.stream().map(DetectionRule::id).collect(Collectors.toSet());
  }

  private static Table table() {
    try (InputStream file =
        Objects.requireNonNull(
            NumbersOfRulesTest.class.getResourceAsStream("/rule-numbers.json"))) {
      return EventJson.read(file.readAllBytes(), Table.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
