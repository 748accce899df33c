package cn.jianfu.report.compliance;

import static cn.jianfu.report.Heard.event;
import static cn.jianfu.report.SampleEvents.TODAY;
import static cn.jianfu.report.SampleEvents.filed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.messaging.EventJson;
import cn.jianfu.messaging.inbound.InboundEvent;
import cn.jianfu.report.GatewayUnderTest;
import cn.jianfu.report.compliance.domain.TownCompliance;
import cn.jianfu.report.readside.ReadSide;
import cn.jianfu.report.readside.ReadSides;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A town is read as it changes; what was missed so is found when its history is read whole. */
class MissedWritesTest {

  private static final String TOWN = "350213777000";

  private final GatewayUnderTest gateway = GatewayUnderTest.shared();
  private final ReadSide side = gateway.context().getBean(ReadSides.class).active();
  private final TownCalculation calculation = gateway.context().getBean(TownCalculation.class);

  @Test
  void aViewThatMissedAWriteIsComputedAgain() {
    side.apply(List.of(group("a"))).block();
    calculation.compute(side, TOWN).block();
    // As a write that was stamped long before it could be read.
    side.facts().fill(List.of(group("b"))).block();

    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> {
          calculation.computeHistory(side, TOWN).block();
          assertThat(groupsInTheView()).isEqualTo(2);
        });
  }

  private static InboundEvent group(String id) {
    String unit = TOWN.substring(0, 9) + "901";
    String groupId = unit + "/WECOM/" + id;
    return event(groupId, 1, filed(TOWN, unit, groupId, id, TODAY.minusDays(9)));
  }

  private @Nullable Long groupsInTheView() {
    return side.views()
        .view(TOWN)
        .mapNotNull(view -> view.getString("compliance"))
        .map(json -> EventJson.read(json.getBytes(UTF_8), TownCompliance.class))
        .flatMapIterable(TownCompliance::metrics)
        .filter(metric -> metric.id().equals("M01"))
        .map(metric -> metric.numerator())
        .blockFirst();
  }
}
