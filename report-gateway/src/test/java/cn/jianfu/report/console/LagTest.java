package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LagTest {

  @Test
  void itIsWrittenInTheUnitThatPeopleRead() {
    assertThat(Lag.ofMinutes(0L)).isEqualTo(new Lag("minutes", 0));
    assertThat(Lag.ofMinutes(119L)).isEqualTo(new Lag("minutes", 119));
    assertThat(Lag.ofMinutes(120L)).isEqualTo(new Lag("hours", 2));
    assertThat(Lag.ofMinutes(47 * 60L)).isEqualTo(new Lag("hours", 47));
    assertThat(Lag.ofMinutes(48 * 60L)).isEqualTo(new Lag("days", 2));
    assertThat(Lag.ofMinutes(5_333L)).isEqualTo(new Lag("days", 4));
    assertThat(Lag.ofMinutes(null)).isNull();
  }
}
