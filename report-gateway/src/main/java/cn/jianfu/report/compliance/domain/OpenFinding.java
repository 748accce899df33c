package cn.jianfu.report.compliance.domain;

import cn.jianfu.report.finding.domain.ShownState;

/** A finding that holds on the day in question, with the state in which it is shown. */
record OpenFinding(FindingFact fact, ShownState state, boolean exempt) {

  String rule() {
    return fact.detected().rule();
  }

  /** Whether it counts in the effective score: not dismissed, not exempt. */
  boolean counts() {
    return state.countsAsOpen() && !exempt;
  }
}
