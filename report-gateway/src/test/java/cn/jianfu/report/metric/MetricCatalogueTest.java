package cn.jianfu.report.metric;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.compliance.domain.Calculator;
import cn.jianfu.report.compliance.domain.Fixtures;
import cn.jianfu.report.compliance.domain.Metric;
import java.time.LocalDate;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class MetricCatalogueTest {

  @Test
  void itDescribesTheFormulasByWhichTheCalculatorComputes() {
    var district = Fixtures.district(Fixtures.rules().with("G-ZOMB", "M").set());
    var town = Fixtures.townWithGroups("350213101000", district, 2);

    var computed = Calculator.of(town, LocalDate.of(2026, 11, 23)).metrics();

    assertThat(new MetricCatalogue().all())
        .extracting(MetricDefinition::id, MetricDefinition::formulaVersion, MetricDefinition::unit)
        .containsExactlyElementsOf(
            computed.stream().map(MetricCatalogueTest::idFormulaAndUnit).toList());
  }

  private static Tuple idFormulaAndUnit(Metric metric) {
    return Tuple.tuple(metric.id(), metric.formulaVersion(), metric.unit());
  }
}
