package cn.jianfu.report.console;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.AcceptHeaderLocaleContextResolver;
import org.springframework.web.server.i18n.LocaleContextResolver;

/**
 * Pages speak what the reader chose, else English where the browser asks for that before Chinese,
 * else Chinese; the API follows the request's header.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleLocale {

  static final String COOKIE = "lang";

  static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

  @Bean
  LocaleContextResolver localeContextResolver() {
    return new ByCookie();
  }

  static Locale of(ServerWebExchange exchange) {
    var cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
    if (cookie != null) {
      return isEnglish(cookie.getValue()) ? Locale.ENGLISH : CHINESE;
    }
    return asked(exchange).stream()
        .map(Locale::getLanguage)
        .filter(language -> isEnglish(language) || language.equals(CHINESE.getLanguage()))
        .findFirst()
        .filter(ConsoleLocale::isEnglish)
        .map(_ -> Locale.ENGLISH)
        .orElse(CHINESE);
  }

  private static boolean isEnglish(String language) {
    return language.equals(Locale.ENGLISH.getLanguage());
  }

  /** The languages of the browser, the preferred one first; none when they cannot be read. */
  private static List<Locale> asked(ServerWebExchange exchange) {
    try {
      return exchange.getRequest().getHeaders().getAcceptLanguageAsLocales();
    } catch (IllegalArgumentException notReadable) {
      return List.of();
    }
  }

  private static final class ByCookie implements LocaleContextResolver {

    private final AcceptHeaderLocaleContextResolver byHeader =
        new AcceptHeaderLocaleContextResolver();

    ByCookie() {
      byHeader.setDefaultLocale(CHINESE);
    }

    @Override
    public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
      if (exchange.getRequest().getPath().value().startsWith("/api/")) {
        return byHeader.resolveLocaleContext(exchange);
      }
      return new SimpleLocaleContext(of(exchange));
    }

    @Override
    public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext context) {
      throw new UnsupportedOperationException("The language is chosen by a cookie.");
    }
  }
}
