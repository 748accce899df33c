package cn.jianfu.report.group;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;

/** What tells group-service who asks, and in which language it is to answer. */
final class InTheUsersName {

  private InTheUsersName() {}

  static Consumer<HttpHeaders> headers(String token, Locale language) {
    return headers -> {
      headers.setBearerAuth(token);
      headers.setAcceptLanguageAsLocales(List.of(language));
    };
  }
}
