package cn.jianfu.report.reference.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which numbers of a rule set are read: those without which no town can be computed, and those
 * without which a rule judges nothing.
 *
 * @param numbers what each measures, by key
 * @param always keys that every version names
 * @param rules keys that a version names whose rule is on, by rule
 */
public record RuleNumbers(
    Map<String, NumberKind> numbers, List<String> always, Map<String, List<String>> rules) {

  public RuleNumbers {
    numbers = new TreeMap<>(numbers);
    always = List.copyOf(always);
    rules = new TreeMap<>(rules);
  }

  /** Everything that is missing from a version, or makes no sense in it. */
  List<Fault> faultsOf(RuleSet version) {
    List<Fault> faults = new ArrayList<>();
    for (String key : always) {
      if (!version.thresholds().containsKey(key)) {
        faults.add(Fault.at(Refusal.THRESHOLD_MISSING, pointer(key)).naming("number", key));
      }
    }
    version.enabledRules().keySet().forEach(rule -> faults.addAll(missing(rule, version)));
    version
        .thresholds()
        .forEach((key, number) -> {
          NumberKind kind = numbers.getOrDefault(key, NumberKind.AMOUNT);
          if (!kind.isWholeWhereNeeded(number)) {
            faults.add(Fault.at(Refusal.NUMBER_NOT_WHOLE, pointer(key)).naming("number", key));
          } else if (!kind.reachesTo(number)) {
            faults.add(
                Fault.at(Refusal.NUMBER_OUT_OF_RANGE, pointer(key)).naming("range", kind.range()));
          }
        });
    return faults;
  }

  /** What is wrong with these numbers of a version, whatever else is. */
  public List<Fault> faultsOf(RuleSet version, Set<String> keys) {
    Set<String> pointers = keys.stream().map(RuleNumbers::pointer).collect(Collectors.toSet());
    return faultsOf(version).stream().filter(it -> pointers.contains(it.field())).toList();
  }

  private List<Fault> missing(String rule, RuleSet version) {
    return rules.getOrDefault(rule, List.of()).stream()
        .filter(key -> !version.thresholds().containsKey(key))
        .map(key ->
            Fault.at(Refusal.RULE_LACKS_NUMBER, pointer(key))
                .naming("rule", rule)
                .naming("number", key))
        .toList();
  }

  private static String pointer(String key) {
    return "/thresholds/" + key;
  }
}
