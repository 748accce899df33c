package cn.jianfu.report.console;

import java.time.Instant;
import java.util.List;

/** Sources of one town, one of which has fallen silent and one does badly. */
final class SampleFeeds {

  private static final String XINDIAN = "350213101000";
  private static final Words TOWN = new Words("新店镇", "Xindian Town");

  private static final List<IngestPage.DeclinedEvent> LATEST =
      List.of(
          new IngestPage.DeclinedEvent(
              "5b0c2f5e-2f4b-4a6e-9f0e-7d1c3a2b4c5d",
              "town.group-decision-withdrawn.v1",
              XINDIAN + "/WECOM/wrOgQhDgAAMYQiS5ol9G7gK9JVAAAA",
              Instant.parse("2026-11-23T03:58:00Z")),
          new IngestPage.DeclinedEvent(
              "a".repeat(128),
              "town.group-filed.v1",
              XINDIAN + "/WECHAT/reg%3A0f1e2d&x",
              Instant.parse("2026-11-22T09:10:00Z")),
          new IngestPage.DeclinedEvent(
              null,
              "PUT groups/activity",
              XINDIAN + "/QQ/88123",
              Instant.parse("2026-11-21T00:00:00Z")),
          new IngestPage.DeclinedEvent(null, null, null, Instant.parse("2026-11-20T00:00:00Z")));

  private SampleFeeds() {}

  static List<IngestPage.Feed> of(Scope scope) {
    if (!scope.covers(XINDIAN)) {
      return List.of();
    }
    Instant last = Instant.parse("2026-11-23T04:02:00Z");
    return List.of(
        new IngestPage.Feed(
            TOWN,
            XINDIAN,
            TOWN,
            "/towns/350213101000/table",
            true,
            Instant.parse("2026-10-12T01:20:00Z"),
            0,
            0,
            0,
            null,
            List.of()),
        new IngestPage.Feed(
            TOWN,
            XINDIAN,
            TOWN,
            "/towns/350213101000/oa",
            false,
            last,
            12_860,
            41,
            7,
            new Lag("minutes", 95),
            List.of(
                new IngestPage.Reason(
                    5, new Words("请求内容不符合要求：不能为空", "Invalid request: must not be empty"), LATEST),
                // Counted before it was kept which they were.
                new IngestPage.Reason(2, new Words("未知的事件类型", "Unknown event type"), List.of()))),
        new IngestPage.Feed(
            TOWN,
            XINDIAN,
            TOWN,
            "#registers",
            false,
            last,
            42,
            0,
            2,
            null,
            List.of(
                new IngestPage.Reason(
                    2,
                    new Words("台账的行没有导入：看不懂日期“…”", "Row of a register not imported: date “…”"),
                    List.of()))),
        new IngestPage.Feed(TOWN, XINDIAN, TOWN, "", false, last, 0, 0, 3, null, List.of()));
  }
}
