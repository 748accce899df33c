package cn.jianfu.report.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Findings of the sample district. */
final class SampleFindings {

  /** One that was confirmed and is over only because its group is called otherwise. */
  private static final int RELABELLED = 17;

  private static final List<String> SUBJECTS =
      List.of(
          "疫苗接种统计群",
          "宅基地摸排群",
          "防汛应急工作群",
          "文明城市迎检群",
          "党建信息报送群",
          "安全生产月报群",
          "人居环境整治日报群",
          "新店镇农村人居环境整治暨乡村振兴示范村创建工作联络协调（临时）群");

  private static final List<String[]> TOWNS =
      List.of(
          new String[] {SampleDistrict.XINDIAN, "新店镇", "Xindian Town"},
          new String[] {"350213102000", "马巷镇", "Maxiang Town"},
          new String[] {"350213103000", "新圩镇", "Xinxu Town"});

  private SampleFindings() {}

  static List<FindingRow> all() {
    var rows = new ArrayList<FindingRow>();
    for (int at = 0; at < 64; at++) {
      var rule = SampleRules.ALL.get(at * 5 % SampleRules.ALL.size());
      var town = TOWNS.get(at % 3);
      var subject = SUBJECTS.get(at * 3 % SUBJECTS.size());
      var state = FindingQuery.STATES.get(at % 11 < 6 ? 0 : at % 6);
      boolean relabelled = at == RELABELLED;
      var judgement =
          relabelled || state.equals("CONFIRMED") || state.equals("DISMISSED")
              ? new FindingRow.Judgement(
                  relabelled ? "CONFIRMED" : state,
                  "经核实，与实际情况一致。",
                  "district-supervisor",
                  LocalDate.of(2026, 11, 20))
              : null;
      rows.add(
          new FindingRow(
              "f%03d".formatted(at),
              rule.id(),
              rule.name(),
              rule.severity(),
              subject,
              rule.id().equals("G-DUPM")
                  ? List.of()
                  : List.of(town[0].substring(0, 9) + "901/WECHAT/g" + at),
              town[0],
              new Words(town[1], town[2]),
              new Words("党政办", "Party and government office"),
              new Words(
                  "最后有效活跃 2026-08-%02d，闲置 %d 天（限 60 天）。".formatted(1 + at % 28, 84 + at % 28),
                  "Last substantive activity on 2026-08-%02d, idle for %d days (limit 60)."
                      .formatted(1 + at % 28, 84 + at % 28)),
              List.of(
                  new FindingRow.Evidence("idleDaysLimit", Words.same(String.valueOf(60))),
                  new FindingRow.Evidence(
                      "lastUsedOn", Words.same("2026-08-%02d".formatted(1 + at % 28)))),
              "xiangan@3",
              GroupQuery.CONFIDENCES.get(at % 3),
              LocalDate.of(2026, 10, 1).plusDays(at % 50),
              LocalDate.of(2026, 11, 23),
              state,
              relabelled,
              judgement,
              null));
    }
    return rows;
  }

  static FindingRow with(
      FindingRow row,
      String state,
      FindingRow.@Nullable Judgement judgement,
      FindingRow.@Nullable Contest contest) {
    return new FindingRow(
        row.id(),
        row.rule(),
        row.ruleName(),
        row.severity(),
        row.subject(),
        row.groups(),
        row.town(),
        row.townName(),
        row.unitName(),
        row.reason(),
        row.evidence(),
        row.ruleSet(),
        row.confidence(),
        row.raisedOn(),
        row.lastSeenOn(),
        state,
        false,
        judgement,
        contest);
  }
}
