package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleUserTest {

  @ParameterizedTest
  @CsvSource({
    "district-supervisor, 350213000000, true",
    "town-office,         350213101000, true",
    "town-office,         350213101901, true",
    "town-office,         350213000901, false",
    "town-office,         350213000000, false",
    "town-office,         350213101,    false",
    "community,           350213101201, true",
    "community,           350213000000, false",
    "department,          350213000901, false",
    "town-system,         350213101000, false"
  })
  void whoMayEnterIsOfTheDistrictOrOfATown(String role, String unit, boolean may) {
    assertThat(user(role, unit).mayEnter()).isEqualTo(may);
  }

  private static ConsoleUser user(String role, String unit) {
    return new ConsoleUser("issuer", "u", "name", unit, Set.of(role));
  }
}
