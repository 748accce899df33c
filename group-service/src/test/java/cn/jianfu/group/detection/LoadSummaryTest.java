package cn.jianfu.group.detection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.supervision.OrgUnitPublishedV1;
import cn.jianfu.contracts.supervision.OrgUnitV1;
import cn.jianfu.group.detection.domain.Detected;
import cn.jianfu.group.detection.domain.DetectionRule;
import cn.jianfu.group.detection.domain.Evidence;
import cn.jianfu.group.detection.domain.Exposure;
import cn.jianfu.group.detection.domain.PersonLoad;
import cn.jianfu.group.detection.domain.Severity;
import cn.jianfu.group.load.Load;
import cn.jianfu.group.reference.KnownDistrict;
import cn.jianfu.group.reference.ReferenceData;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LoadSummaryTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
  private static final String OFFICE = KnownDistrict.XINDIAN_OFFICE;
  private static final String TOWN = KnownDistrict.XINDIAN;

  /** What an exemption keeps from being raised is nowhere else to be seen. */
  @Test
  void whatIsExemptIsCountedByRuleForItsUnitAndForTheTown() {
    List<Load> loads =
        LoadSummary.of(
            DAY,
            units(),
            List.of(new PersonLoad("k1:1", OFFICE, TOWN, 3, DAY)),
            Map.of(DetectionRule.ZOMBIE, Map.of(OFFICE, new Exposure(4, 1))),
            List.of(found("a", OFFICE), found("b", OFFICE), found("c", TOWN)));

    assertThat(of(loads, "unit/" + OFFICE).exempt()).isEqualTo(Map.of("G-ZOMB", 2));
    assertThat(of(loads, "town/" + TOWN).exempt()).isEqualTo(Map.of("G-ZOMB", 3));
    assertThat(of(loads, "town/" + TOWN).exposure()).isEqualTo(Map.of("G-ZOMB", 4));
    assertThat(of(loads, "town/" + TOWN).unjudged()).isEqualTo(Map.of("G-ZOMB", 1));
  }

  private static ReferenceData units() {
    Map<String, OrgUnitV1> units =
        KnownDistrict.payloads().values().stream()
            .filter(OrgUnitPublishedV1.class::isInstance)
            .map(it -> ((OrgUnitPublishedV1) it).orgUnit())
            .collect(Collectors.toMap(OrgUnitV1::orgCode, it -> it));
    return new ReferenceData(units, Map.of(), List.of(), List.of(), Map.of());
  }

  private static Load of(List<Load> loads, String id) {
    return loads.stream()
        .filter(it -> id.equals((it.wholeTown() ? "town/" : "unit/") + it.unit()))
        .findFirst()
        .orElseThrow();
  }

  private static Detected found(String subject, String unit) {
    return new Detected(
        subject,
        DetectionRule.ZOMBIE,
        subject,
        Severity.MAJOR,
        "district@1",
        unit,
        TOWN,
        List.of(subject),
        1,
        Evidence.builder().build());
  }
}
