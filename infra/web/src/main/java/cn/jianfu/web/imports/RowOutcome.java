package cn.jianfu.web.imports;

/** What can become of a row. */
public enum RowOutcome {
  ACCEPTED,
  UNCHANGED,
  DECLINED,
  ASKED
}
