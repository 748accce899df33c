package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

class DecisionReasonTest {

  /** What group-service writes, as its own tests have it. */
  @Test
  void whatThePlatformWroteIsSaidInTheReadersLanguage() throws IOException {
    List<String> written =
        new ClassPathResource("words/decision-reasons.txt")
            .getContentAsString(StandardCharsets.UTF_8)
            .lines()
            .toList();

    assertThat(written)
        .hasSizeGreaterThan(20)
        .allSatisfy(said -> {
          assertThat(shown(said, Locale.CHINESE)).isEqualTo(said);
          assertThat(shown(said, Locale.ENGLISH).replace("值守群", ""))
              .doesNotContainPattern("\\p{IsHan}");
        });
    assertThat(shown("应急工作群任务已于 2026-05-01 完成，2026-05-30 提醒后无人处置，按规则解散", Locale.ENGLISH))
        .isEqualTo(
            "The task of this emergency work group was done on 2026-05-01; nobody decided about it"
                + " after the warning of 2026-05-30, so it is dissolved by the rule.");
    assertThat(shown("台账处置意见：并入值守群", Locale.ENGLISH)).endsWith("merge into 值守群");
    assertThat(shown("自查确认：G-ZOMB、G-TEMP", Locale.ENGLISH)).endsWith("G-ZOMB, G-TEMP");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "任务已经结束",
        "自查确认：长期不用",
        "台账处置意见：停用",
        "经核实，临时性工作群有效期已于 2026-05-01 届满，此后无人处置，按规则解散",
        "临时性工作群有效期已于 2026-05-01 届满，此后无人处置，按规则解散。同意"
      })
  void whatPeopleWroteStaysAsTheyWroteIt(String said) throws IOException {
    assertThat(shown(said, Locale.ENGLISH)).isEqualTo(said);
  }

  private static String shown(String said, Locale language) throws IOException {
    DecisionReason reason = DecisionReason.of(said);
    if (reason.key() == null) {
      return said;
    }
    Properties texts =
        PropertiesLoaderUtils.loadProperties(
            new EncodedResource(
                new ClassPathResource("report/console_%s.properties".formatted(language)),
                StandardCharsets.UTF_8));
    return new MessageFormat(texts.getProperty(reason.key()))
        .format(
            new Object[] {
              reason.what() == null ? "" : texts.getProperty(reason.what()),
              reason.first().in(language),
              reason.second().in(language)
            });
  }
}
