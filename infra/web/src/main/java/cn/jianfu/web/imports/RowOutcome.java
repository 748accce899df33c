package cn.jianfu.web.imports;

/** What can become of a row. */
public enum RowOutcome {
  ACCEPTED,
  UNCHANGED,
  DECLINED,
  ASKED,
  /** Lists nothing that is to be stored; it is told why and not counted as read. */
  SKIPPED
}
