package cn.jianfu.report.compliance.domain;

/** What people of a town did about a group by hand on a day; twice on a day is the same work. */
public enum Handwork {
  /** Filled in or changed what the register says of it. */
  FILLED_IN,
  /** Decided about it with a reason, other than by an answer of the self-check. */
  DECIDED
}
