package cn.jianfu.group.detection;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scan came to.
 *
 * @param ruleSet id and version of the rules applied; null when none are in force, and then nothing
 *     was raised or cleared
 * @param unjudged rules that are on and lack a number, by id
 */
record ScanResult(
    LocalDate day,
    @Nullable String ruleSet,
    int groups,
    int raised,
    int changed,
    int cleared,
    List<String> unjudged) {

  static ScanResult nothing(LocalDate day) {
    return new ScanResult(day, null, 0, 0, 0, 0, List.of());
  }
}
