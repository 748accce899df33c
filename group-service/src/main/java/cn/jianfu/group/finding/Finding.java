package cn.jianfu.group.finding;

import cn.jianfu.group.detection.domain.ClearedBecause;
import cn.jianfu.group.detection.domain.Detected;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What the detection says of one subject under one rule.
 *
 * @param title what a person calls the subject
 * @param confidence the lowest data confidence among the groups concerned
 * @param raisedOn first day on which it was raised in this run of days
 * @param changedOn last day on which its evidence changed
 * @param clearedOn null while it is open
 */
public record Finding(
    Detected found,
    String title,
    String confidence,
    LocalDate raisedOn,
    LocalDate changedOn,
    @Nullable LocalDate clearedOn,
    @Nullable ClearedBecause clearedWhy) {

  static final Comparator<Finding> LONGEST_OPEN_FIRST =
      Comparator.comparing(Finding::raisedOn).thenComparing(finding -> finding.found().id());

  static Finding raised(Detected found, String title, String confidence, LocalDate on) {
    return new Finding(found, title, confidence, on, on, null, null);
  }

  public boolean isOpen() {
    return clearedOn == null;
  }

  /** Whether it is open and says exactly this. */
  boolean shows(Detected other, String otherTitle, String otherConfidence) {
    return isOpen()
        && found.equals(other)
        && title.equals(otherTitle)
        && confidence.equals(otherConfidence);
  }

  Finding showing(Detected other, String otherTitle, String otherConfidence, LocalDate on) {
    return new Finding(other, otherTitle, otherConfidence, raisedOn, on, null, null);
  }

  Finding cleared(ClearedBecause why, LocalDate on) {
    return new Finding(found, title, confidence, raisedOn, changedOn, on, why);
  }
}
