package cn.jianfu.report.console;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.AcceptHeaderLocaleContextResolver;
import org.springframework.web.server.i18n.LocaleContextResolver;

/** Pages are Chinese unless the reader chose otherwise; the API follows the request's header. */
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
    return cookie != null && "en".equals(cookie.getValue()) ? Locale.ENGLISH : CHINESE;
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
