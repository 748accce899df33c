package cn.jianfu.group.finding;

import cn.jianfu.group.detection.domain.ClearedBecause;
import cn.jianfu.group.detection.domain.Detected;
import cn.jianfu.group.detection.domain.FoundRun;
import cn.jianfu.group.detection.domain.LateJudgement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the detection says of one subject under one rule.
 *
 * @param title what a person calls the subject
 * @param confidence the lowest data confidence among the groups concerned
 * @param raisedOn first day on which it was raised in this run of days
 * @param changedOn last day on which its evidence changed
 * @param clearedOn null while it is open
 * @param correctedOn when it became known that it never held; null when nothing was corrected
 */
public record Finding(
    Detected found,
    String title,
    String confidence,
    LocalDate raisedOn,
    LocalDate changedOn,
    @Nullable LocalDate clearedOn,
    @Nullable ClearedBecause clearedWhy,
    @Nullable LocalDate correctedOn,
    EarlierRuns earlier) {

  static final Comparator<Finding> LONGEST_OPEN_FIRST =
      Comparator.comparing(Finding::raisedOn).thenComparing(finding -> finding.found().id());

  static Finding raised(Detected found, String title, String confidence, LocalDate on) {
    return new Finding(found, title, confidence, on, on, null, null, null, EarlierRuns.NONE);
  }

  /** What is said of a run that was found when it was over already. */
  static Finding foundLate(Detected found, String title, String confidence, FoundRun run) {
    return raised(found, title, confidence, run.raisedOn()).as(run);
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
    return new Finding(other, otherTitle, otherConfidence, raisedOn, on, null, null, null, earlier);
  }

  /** It was cleared, and is there again. */
  Finding raisedAgain(Detected other, String otherTitle, String otherConfidence, LocalDate on) {
    EarlierRuns before = run().raisedOn().equals(on) ? earlier : earlier.with(run());
    return new Finding(other, otherTitle, otherConfidence, on, on, null, null, null, before);
  }

  Finding cleared(ClearedBecause why, LocalDate on) {
    return as(
        why == ClearedBecause.CORRECTED
            ? new FoundRun(raisedOn, on, why, on)
            : FoundRun.held(raisedOn, on, why));
  }

  /** With another end of a run, or with a run that was not known. */
  Finding with(FoundRun run) {
    return run.raisedOn().equals(raisedOn)
        ? as(run)
        : new Finding(
            found,
            title,
            confidence,
            raisedOn,
            changedOn,
            clearedOn,
            clearedWhy,
            correctedOn,
            earlier.with(run));
  }

  private Finding as(FoundRun run) {
    return new Finding(
        found,
        title,
        confidence,
        raisedOn,
        changedOn,
        run.clearedOn(),
        run.clearedWhy(),
        run.correctedOn(),
        earlier);
  }

  /** The present run, or the last one. */
  FoundRun run() {
    return new FoundRun(raisedOn, clearedOn, clearedWhy, correctedOn);
  }

  List<FoundRun> runs() {
    List<FoundRun> runs = new ArrayList<>(earlier.runs());
    runs.add(run());
    return runs;
  }

  LateJudgement.Known known() {
    return new LateJudgement.Known(found, runs(), earlier.since());
  }
}
