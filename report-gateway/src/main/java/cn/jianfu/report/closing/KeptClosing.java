package cn.jianfu.report.closing;

import cn.jianfu.contracts.supervision.DayClosedV1;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.report.closing.domain.DayClosing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A closing as it is kept: as it was published. Public, because the driver's codec reads its
 * components.
 *
 * @param closedAt to be found by
 */
public record KeptClosing(String town, String day, Instant closedAt, String json) {

  static KeptClosing of(DayClosing closing) {
    return new KeptClosing(
        closing.town(),
        closing.day().toString(),
        closing.closedAt(),
        EventJson.write(ClosingContracts.of(closing)));
  }

  static DayClosing read(KeptClosing kept) {
    return ClosingContracts.read(
        EventJson.read(kept.json().getBytes(StandardCharsets.UTF_8), DayClosedV1.class));
  }
}
