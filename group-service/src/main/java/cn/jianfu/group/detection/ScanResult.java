package cn.jianfu.group.detection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a scan came to.
 *
 * @param ruleSet id and version of the rules applied; null when none are in force, and then nothing
 *     was raised or cleared
 */
record ScanResult(
    LocalDate day, @Nullable String ruleSet, int groups, int raised, int changed, int cleared) {

  static ScanResult nothing(LocalDate day) {
    return new ScanResult(day, null, 0, 0, 0, 0);
  }
}
