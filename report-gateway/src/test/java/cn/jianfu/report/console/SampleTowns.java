package cn.jianfu.report.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A town of the sample district, its groups and one of them. */
final class SampleTowns {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  /** A group whose declaration was withdrawn. */
  static final String WITHDRAWN = "350213101901/WECHAT/g%2F45";

  private SampleTowns() {}

  static TownPage page(
      TownRow row,
      LocalDate day,
      boolean today,
      List<FindingRow> open,
      @Nullable ClosedDay closed) {
    return new TownPage(
        row.code(),
        row.name(),
        row.version(),
        day,
        today,
        row.band(),
        row.band() == Band.NO_DATA ? "TOO_LITTLE_DATA" : null,
        row.score(),
        row.score() == null ? null : row.score() - 1.6,
        row.delta(),
        row.coverage(),
        new TownPage.Judged(
            0.93,
            List.of(new TownPage.Unjudged("G-LEAVE", new Words("离岗退群", "Leaving staff"), 30, 44))),
        1,
        "xiangan@3",
        row.updatedAt(),
        new Marks(85, 60, 59, 0.7, 0.5, 7),
        List.of(
            new TownPage.Area("group", 0.30, row.score(), row.blocker() > 0, terms()),
            new TownPage.Area("form", 0.40, null, false, List.of()),
            new TownPage.Area("vote", 0.15, null, false, List.of()),
            new TownPage.Area("supervision", 0.15, 86.1, false, terms().subList(0, 1))),
        metrics(),
        trend(row),
        open.stream().limit(TownPage.FINDINGS).toList(),
        open.size(),
        closed != null && closed.shownThen() ? null : withdrawn(day),
        closed,
        day.getYear() == 2026);
  }

  private static final TownPage.Corrected NOTHING_CORRECTED =
      new TownPage.Corrected(0, 0, List.of());

  private static TownPage.Withdrawn withdrawn(LocalDate day) {
    if (day.isBefore(LocalDate.of(2026, 11, 2))) {
      return new TownPage.Withdrawn(
          day.minusDays(89), day, false, 0, 0, 0, List.of(), NOTHING_CORRECTED);
    }
    return new TownPage.Withdrawn(
        LocalDate.of(2026, 11, 2),
        day,
        true,
        2,
        1,
        1,
        List.of(
            new TownPage.WithdrawnRow(
                WITHDRAWN,
                "防汛值班临时群",
                new Words("党政办", "Party and government office"),
                LocalDate.of(2026, 3, 2),
                LocalDate.of(2026, 11, 20),
                "town-office",
                new Words("新店镇", "Xindian Town"),
                true,
                false,
                List.of(
                    new TownPage.Rule("G-TEMP", new Words("逾期临时群", "Expired temporary group")))),
            new TownPage.WithdrawnRow(
                "350213101901/WECHAT/g%2F46",
                "重复登记的工作群",
                new Words("党政办", "Party and government office"),
                LocalDate.of(2026, 11, 18),
                LocalDate.of(2026, 11, 19),
                null,
                null,
                false,
                true,
                List.of())),
        new TownPage.Corrected(
            1,
            1,
            List.of(
                new TownPage.CorrectedRow(
                    "夜间值班群",
                    "350213101901/WECHAT/g%2F47",
                    new TownPage.Rule(
                        "G-HOURS", new Words("非工作时间布置工作", "Tasks outside working hours")),
                    new Words("党政办", "Party and government office"),
                    LocalDate.of(2026, 5, 21),
                    LocalDate.of(2026, 6, 18),
                    LocalDate.of(2026, 11, 20),
                    true))));
  }

  /** A day that was closed the next morning, and of which counters came months later. */
  static ClosedDay closed(LocalDate day, boolean then) {
    return new ClosedDay(
        day.atTime(22, 0).toInstant(ZoneOffset.UTC),
        false,
        then,
        then
            ? List.of(
                new ClosedDay.Open("B", 0), new ClosedDay.Open("M", 4), new ClosedDay.Open("m", 8))
            : List.of(),
        then
            ? List.of()
            : List.of(
                correction("band", null, "BAND", band("good"), band("attention")),
                correction("effective", null, "SCORE", number(86.2), number(82.3)),
                correction("open.M", null, "COUNT", number(4.0), number(6.0)),
                correction(
                    "M06",
                    new Words("僵尸群占比", "Zombie ratio"),
                    "RATIO",
                    new ClosedDay.Figure(null, 1 / 15.0, 1L, 15L, 0L, 1L),
                    new ClosedDay.Figure(null, 3 / 16.0, 3L, 16L, 0L, 0L))));
  }

  private static ClosedDay.Correction correction(
      String what,
      @Nullable Words name,
      String measure,
      ClosedDay.Figure then,
      ClosedDay.Figure now) {
    return new ClosedDay.Correction(what, name, measure, then, now);
  }

  private static ClosedDay.Figure band(String key) {
    return new ClosedDay.Figure(key, null, null, null, null, null);
  }

  private static ClosedDay.Figure number(double value) {
    return new ClosedDay.Figure(null, value, null, null, null, null);
  }

  private static List<TownPage.Term> terms() {
    return SampleRules.ALL.stream()
        .map(it ->
            new TownPage.Term(
                it.id(),
                it.name(),
                it.severity(),
                it.severity().equals("M") ? 2 : it.severity().equals("B") ? 5 : 1,
                Math.floorMod(it.id().hashCode(), 6),
                44,
                1 - Math.floorMod(it.id().hashCode(), 6) / 44.0,
                it.id().equals("G-HOURS") ? 2 : 0))
        .toList();
  }

  private static List<TownPage.TrendPoint> trend(TownRow row) {
    var points = new ArrayList<TownPage.TrendPoint>();
    for (int at = 0; at < row.trend().size(); at++) {
      points.add(point(TODAY.minusDays(89 - at), row.trend().get(at), 74 + at * 0.05));
    }
    return points;
  }

  private static TownPage.TrendPoint point(LocalDate day, @Nullable Double score, double median) {
    var band =
        score == null
            ? Band.NO_DATA
            : score >= 85 ? Band.GOOD : score >= 60 ? Band.ATTENTION : Band.ACTION;
    return new TownPage.TrendPoint(day, band, score, score == null ? 0.4 : 0.98, median);
  }

  private static TownPage.Metric metric(
      String id,
      String zh,
      String en,
      String measure,
      @Nullable Double value,
      @Nullable Long over,
      @Nullable Long under,
      long excluded,
      long unknown) {
    return new TownPage.Metric(
        id,
        new Words(zh, en),
        measure,
        value,
        over,
        under,
        excluded,
        unknown,
        id.equals("M09")
            ? List.of(new TownPage.Detail("p90", 6), new TownPage.Detail("max", 12))
            : List.of(),
        1,
        new Words(
            "分子 ÷ 分母：基准日在册的群中，已解散或并出的占比。",
            "Numerator ÷ denominator: of the groups live at the baseline, those dissolved or merged"
                + " away."));
  }

  static List<TownPage.Metric> metrics() {
    return List.of(
        metric("M01", "在册工作群", "Registered groups", "COUNT", 16.0, 16L, null, 0, 0),
        metric("M02", "备案率", "Filing rate", "RATIO", 43 / 44.0, 43L, 44L, 0, 1),
        metric("M03", "清理率", "Clean-up rate", "RATIO", 28 / 44.0, 28L, 44L, 0, 0),
        metric("M06", "僵尸群占比", "Zombie ratio", "RATIO", 1 / 15.0, 1L, 15L, 0, 1),
        metric(
            "M09", "人均工作群数", "Group load per person", "GROUPS_PER_PERSON", 7.4, 1_286L, 174L, 0, 0),
        metric("M52", "整改率", "Rectification rate", "RATIO", null, 0L, 0L, 0, 0));
  }

  static List<MetricEntry> catalogue() {
    return metrics().stream()
        .map(it ->
            new MetricEntry(
                it.id(),
                it.name(),
                it.formula(),
                it.measure(),
                1,
                new Words("与报告口径一致。", "As in the report.")))
        .toList();
  }

  static List<GroupList.Row> groups(String town, Map<Integer, String> renamed) {
    var rows = new ArrayList<GroupList.Row>();
    for (int at = 0; at < 44; at++) {
      rows.add(
          new GroupList.Row(
              town.substring(0, 9) + "901/WECHAT/g%2F" + at,
              renamed.getOrDefault(at, "第" + (at + 1) + "工作群"),
              at % 3 == 0 ? "WECOM" : "WECHAT",
              at % 4 == 0 ? "TEMPORARY" : "PERMANENT",
              new Words("党政办", "Party and government office"),
              at < 28 ? "DISSOLVED" : at % 7 == 0 ? "WARNED" : "ACTIVE",
              GroupQuery.CONFIDENCES.get(at % 3),
              at % 9 == 0 ? null : 12 + at,
              at % 9 == 0 ? null : TODAY.minusDays(at),
              at % 9 == 0 ? null : TODAY.minusDays(at % 3),
              at % 5 == 0 ? 1 : 0));
    }
    return rows;
  }

  static GroupPage group(String id, String name, boolean away, List<FindingRow> findings) {
    var days = new ArrayList<GroupPage.Day>();
    for (int at = 119; at >= 0; at--) {
      boolean gap = at > 40 && at < 48;
      int messages = Math.floorMod(at * 37, 41) + (at % 7 == 0 ? 40 : 0);
      days.add(
          new GroupPage.Day(
              TODAY.minusDays(at),
              gap ? null : messages,
              gap ? null : messages / 4,
              gap ? null : messages / 9));
    }
    return new GroupPage(
        id,
        name,
        SampleDistrict.XINDIAN,
        1,
        new Words("新店镇", "Xindian Town"),
        new Words("社会事务办", "Social affairs office"),
        new Words("社会事务办", "Social affairs office"),
        away ? null : "林美华",
        !away,
        "WECHAT",
        "g-17",
        "TEMPORARY",
        "疫苗接种",
        "统计各村每日接种人数",
        "新党政备〔2026〕17 号",
        LocalDate.of(2026, 3, 1),
        LocalDate.of(2026, 8, 31),
        LocalDate.of(2026, 3, 5),
        away ? null : "新冠疫苗登记群",
        away ? null : LocalDate.of(2026, 10, 8),
        "DISSOLVING",
        "IMPORTED",
        List.of("owner", "purpose"),
        45,
        TODAY.minusDays(3),
        away ? "AWAY" : null,
        new GroupPage.Decision(
            "DISSOLVE",
            DecisionReason.of("任务已经结束，两个月没有使用。"),
            "town-office",
            TODAY.minusDays(4),
            TODAY.plusDays(3),
            null,
            null,
            null,
            TODAY.plusDays(33),
            null),
        List.of(
            new GroupPage.Entered("DECLARED", LocalDate.of(2026, 3, 1)),
            new GroupPage.Entered("FILED", LocalDate.of(2026, 3, 5)),
            new GroupPage.Entered("ACTIVE", LocalDate.of(2026, 3, 5)),
            new GroupPage.Entered("WARNED", TODAY.minusDays(12)),
            new GroupPage.Entered("DISSOLVING", TODAY.minusDays(4))),
        days,
        findings,
        away
            ? List.of()
            : List.of(
                new GroupPage.Event(
                    Instant.parse("2026-11-19T02:11:00Z"),
                    "decided",
                    "town-office",
                    DecisionReason.of("任务已经结束，两个月没有使用。"),
                    List.of(
                        new GroupPage.Change(
                            "decision.kind",
                            null,
                            new GroupPage.Value("decision.DISSOLVE", words("DISSOLVE"))))),
                new GroupPage.Event(
                    Instant.parse("2026-10-02T01:00:00Z"),
                    "decided",
                    "system",
                    DecisionReason.of("临时性工作群有效期已于 2026-08-31 届满，此后无人处置，按规则解散"),
                    List.of()),
                new GroupPage.Event(
                    Instant.parse("2026-04-02T01:00:00Z"),
                    "renamed",
                    "town-office",
                    null,
                    List.of(
                        new GroupPage.Change(
                            "name",
                            new GroupPage.Value(null, words("新冠疫苗统计")),
                            new GroupPage.Value(null, words("疫苗接种统计群"))))),
                new GroupPage.Event(
                    Instant.parse("2026-03-01T01:00:00Z"),
                    "declared",
                    "town-system",
                    null,
                    List.of())));
  }

  static GroupPage mistaken(String id) {
    return declared(id, "FILED", null, List.of("FILED", "DECLARED"), null, List.of());
  }

  static GroupPage withdrawn(String id) {
    var states = List.of("WITHDRAWN", "FILED", "DECLARED");
    return declared(id, "WITHDRAWN", null, states, null, List.of());
  }

  /** A group of which no more is known than what was declared of it, and this. */
  static GroupPage declared(
      String id,
      String state,
      GroupPage.@Nullable Decision decision,
      List<String> states,
      @Nullable LocalDate membersOn,
      List<GroupPage.Day> days) {
    return new GroupPage(
        id,
        "党建材料报送群4",
        SampleDistrict.XINDIAN,
        1,
        new Words("新店镇", "Xindian Town"),
        new Words("党政办", "Party and government office"),
        new Words("党政办", "Party and government office"),
        "林美华",
        false,
        "WECHAT",
        "g-4",
        "PERMANENT",
        "防汛",
        "汛期值班",
        "新党政备〔2026〕4 号",
        LocalDate.of(2026, 3, 1),
        null,
        LocalDate.of(2026, 3, 5),
        "党建材料报送群4",
        null,
        state,
        "DECLARED",
        List.of(),
        16,
        membersOn,
        null,
        decision,
        states.stream().map(it -> new GroupPage.Entered(it, LocalDate.of(2026, 3, 5))).toList(),
        days,
        List.of(),
        List.of());
  }

  private static Words words(String text) {
    return Words.same(text);
  }
}
