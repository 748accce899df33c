package cn.jianfu.report.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SharedTest {

  private final Shared<LocalDate> days = new Shared<>(LocalDate::parse);
  private final Shared<String> texts = new Shared<>(String::strip);

  @Test
  void theSameTextIsTheSameObject() {
    assertThat(days.of("2026-11-01")).isSameAs(days.of("2026-11-01")).isEqualTo("2026-11-01");
  }

  /** Far more texts than places, so that they push each other out. */
  @Property
  void whateverWasReadBeforeEachTextSaysWhatItSays(@ForAll String text) {
    assertThat(texts.of(text)).isEqualTo(text.strip());
    assertThat(texts.of("\0" + text)).isEqualTo(("\0" + text).strip());
  }

  @Test
  void whatCannotBeReadIsNotKept() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> days.of("some day")).isInstanceOf(DateTimeParseException.class);
    }
  }
}
