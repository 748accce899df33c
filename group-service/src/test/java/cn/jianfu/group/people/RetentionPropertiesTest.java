package cn.jianfu.group.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RetentionPropertiesTest {

  @Test
  void whoeverSetsNothingHasTheTimesThatAreWrittenDown() {
    assertThat(bound(Map.of("jianfu.other", "x")))
        .isEqualTo(
            new RetentionProperties(Period.ofYears(2), Period.ofDays(180), Period.ofDays(180)));
  }

  @Test
  void yearsMonthsAndDaysAreRead() {
    RetentionProperties set =
        bound(
            Map.of(
                "jianfu.retention.staff", "1y6m",
                "jianfu.retention.members", "120",
                "jianfu.retention.imports", "30d"));

    assertThat(set.staff()).isEqualTo(Period.of(1, 6, 0));
    assertThat(RetentionProperties.days(set.members())).isEqualTo(120);
    assertThat(RetentionProperties.days(set.imports())).isEqualTo(30);
  }

  @ParameterizedTest
  @CsvSource({
    "staff, 179d",
    "staff, 31y",
    "members, 29d",
    "members, -1y",
    "imports, 29d",
    "imports, 0d",
    "imports, 99999d"
  })
  void whatIsTooShortOrForEverIsRefusedByItsName(String name, String period) {
    assertThatThrownBy(() -> bound(Map.of("jianfu.retention." + name, period)))
        .isInstanceOf(BindException.class)
        .rootCause()
        .hasMessageContaining("jianfu.retention." + name);
  }

  private static RetentionProperties bound(Map<String, String> set) {
    return new Binder(new MapConfigurationPropertySource(set))
        .bindOrCreate("jianfu.retention", RetentionProperties.class);
  }
}
