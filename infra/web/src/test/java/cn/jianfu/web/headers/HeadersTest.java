package cn.jianfu.web.headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jianfu.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class HeadersTest {

  @Test
  void aVersionIsAnEntityTag() {
    assertThat(Versions.seen(Versions.tag(7))).isEqualTo(7);
    assertThat(Versions.seen(Versions.tag(7, "matched"))).isEqualTo(7);
    assertThat(Versions.seen("*")).isNull();
    assertThat(Versions.seen(new HttpHeaders())).isNull();
    for (var bad :
        List.of("7", "W/\"7\"", "\"x\"", "\"7\", \"8\"", "\"-1\"", "\"" + "9".repeat(30) + "\"")) {
      assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Versions.seen(bad));
    }
  }

  @Test
  void aKeyIsVisibleAndShort() {
    assertThat(keyOf("2026-a/7")).isEqualTo("2026-a/7");
    for (var bad : List.of("", " ", "a b", "字", "x".repeat(201))) {
      assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> keyOf(bad));
    }
  }

  @Test
  void theHashDoesNotSeeWhiteSpaceBetweenTokensButInsideOfTexts() {
    var hash = hashOf("{\"a\":[1,\"b c\\\" d\"]}");

    assertThat(hashOf(" { \"a\" :\n[ 1,\t\"b c\\\" d\" ] } ")).isEqualTo(hash);
    assertThat(hashOf("{\"a\":[1,\"bc\\\" d\"]}")).isNotEqualTo(hash);
  }

  private static String keyOf(String value) {
    var headers = new HttpHeaders();
    headers.add(IdempotencyKey.HEADER, value);
    return IdempotencyKey.of(headers).orElseThrow().value();
  }

  private static String hashOf(String json) {
    return BodyHash.of(json.getBytes(StandardCharsets.UTF_8));
  }
}
