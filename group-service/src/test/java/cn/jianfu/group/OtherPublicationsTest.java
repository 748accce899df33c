package cn.jianfu.group;

import cn.jianfu.contracts.ActorV1;
import cn.jianfu.contracts.EventCatalogue;
import cn.jianfu.contracts.EventType;
import cn.jianfu.contracts.group.DeclinedEventV1;
import cn.jianfu.contracts.group.DeclinedPushesV1;
import cn.jianfu.contracts.group.EventRetractedV1;
import cn.jianfu.contracts.group.LoadSummarisedV1;
import cn.jianfu.contracts.group.MembersCountedV1;
import cn.jianfu.contracts.group.PushesCountedV1;
import cn.jianfu.contracts.group.RegisterImportedV1;
import cn.jianfu.contracts.group.SecrecyToldV1;
import cn.jianfu.contracts.group.SelfCheckChangedV1;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.testkit.Golden;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OtherPublicationsTest {

  private static final String XINDIAN = "350213101000";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  @Test
  void totalsArePublishedAsTheirGoldenFilesSay() {
    assertGolden(new MembersCountedV1(XINDIAN + "/WECOM/wr-1", XINDIAN, XINDIAN, DAY, 30));
    assertGolden(
        new LoadSummarisedV1(
            XINDIAN,
            XINDIAN,
            true,
            DAY,
            Map.of("1", 12, "21", 1),
            Map.of("G-ZOMB", 44),
            Map.of("G-LEAVE", 30),
            Map.of("G-HOURS", 2)));
    assertGolden(
        new EventRetractedV1(
            "group.members-counted.v1",
            DAY.atTime(4, 0).toInstant(ZoneOffset.UTC),
            EventJson.write(
                new MembersCountedV1(XINDIAN + "/WECOM/wr-9", XINDIAN, XINDIAN, DAY, 30))));
    assertGolden(
        new SelfCheckChangedV1(
            "2026-autumn",
            XINDIAN,
            XINDIAN,
            44,
            40,
            4,
            DAY,
            DAY.plusDays(5),
            Map.of("2026-11-05", 38, "2026-11-06", 2),
            Map.of("2026-11-06", 4)));
    assertGolden(
        new PushesCountedV1(
            "/towns/350213101000/oa",
            XINDIAN,
            XINDIAN,
            DAY,
            120,
            3,
            List.of(
                new DeclinedPushesV1(
                    "group.unknown-event-type#unknown-event-type",
                    2,
                    "不认识的事件类型：没有这种事件",
                    "Unknown event type: there is no such event",
                    List.of(
                        new DeclinedEventV1(
                            null,
                            "PUT groups/activity",
                            XINDIAN + "/WECOM/wr-1",
                            Instant.parse("2026-11-01T04:02:00Z")),
                        new DeclinedEventV1(
                            "oa-20261101-000017",
                            "town.group-painted.v1",
                            null,
                            Instant.parse("2026-11-01T04:01:00Z"))))),
            100,
            6_000,
            Instant.parse("2026-11-01T04:02:00Z")));
    assertGolden(
        new RegisterImportedV1(
            "5b0c2f5e-2f4b-4a6e-9f0e-7d1c3a2b4c5d",
            XINDIAN,
            XINDIAN,
            DAY,
            3,
            new ActorV1("http://127.0.0.1:9000", "u-7", "town-office", XINDIAN)));
    assertGolden(
        new SecrecyToldV1(
            XINDIAN,
            XINDIAN,
            List.of(
                new SecrecyToldV1.SaidV1(DAY, "town-office", 2),
                new SecrecyToldV1.SaidV1(DAY.plusDays(5), "town-system", 1))));
  }

  @SuppressWarnings("unchecked")
  private static <E> void assertGolden(E event) {
    Golden.assertMatches((EventType<E>) EventCatalogue.of(event), event);
  }
}
