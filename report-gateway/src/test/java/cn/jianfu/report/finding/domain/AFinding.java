package cn.jianfu.report.finding.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A finding to judge and to contest. */
final class AFinding {

  static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

  private AFinding() {}

  static Detected zombie(int idleDays, Run... runs) {
    return new Detected(
        "f",
        "G-ZOMB",
        "g",
        List.of("g"),
        "群",
        "u",
        "t",
        Severity.MAJOR,
        "district@1",
        Map.of("idleDays", idleDays, "lastActive", "2026-08-01"),
        "因为",
        "because",
        "API",
        FIRST,
        List.of(runs),
        List.of());
  }

  /** What somebody judged of it on a day, when it had been idle for sixty. */
  static Judgement judgement(Verdict verdict, int day) {
    return new Judgement(
        verdict,
        "核实",
        new Actor("i", "s", "discipline", "u"),
        Instant.EPOCH,
        FIRST.plusDays(day),
        seen());
  }

  static Gravity seen() {
    return Gravity.of(Severity.MAJOR, 1, Map.of("idleDays", 60));
  }
}
