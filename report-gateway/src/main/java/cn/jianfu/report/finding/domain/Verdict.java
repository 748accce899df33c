package cn.jianfu.report.finding.domain;

/** What a person said about a finding. */
public enum Verdict {
  /** 属实. */
  CONFIRMED,
  /** 不属实. */
  DISMISSED,
  /** The judgement before it no longer stands. */
  TAKEN_BACK
}
