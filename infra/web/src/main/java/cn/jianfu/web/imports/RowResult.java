package cn.jianfu.web.imports;

import java.util.List;

/**
 * What became of one row, or would become of it.
 *
 * @param row as people see it, from 1
 */
public record RowResult(int row, RowOutcome outcome, List<RowFinding> findings) {

  public static RowResult accepted(int row) {
    return new RowResult(row, RowOutcome.ACCEPTED, List.of());
  }

  public static RowResult unchanged(int row) {
    return new RowResult(row, RowOutcome.UNCHANGED, List.of());
  }

  public static RowResult declined(int row, List<RowFinding> why) {
    return new RowResult(row, RowOutcome.DECLINED, why);
  }

  /** Could be read in more than one way; somebody has to say which. */
  public static RowResult asked(int row, List<RowFinding> what) {
    return new RowResult(row, RowOutcome.ASKED, what);
  }

  /** Lists nothing, although it looks as if it did. */
  public static RowResult skipped(int row, List<RowFinding> why) {
    return new RowResult(row, RowOutcome.SKIPPED, why);
  }

  /** The same outcome, with other things to be said about it. */
  public RowResult saying(List<RowFinding> others) {
    return new RowResult(row, outcome, others);
  }
}
