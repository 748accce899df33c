package cn.jianfu.identity.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Chinese first; English for who chose it ({@code ?lang=en}, then a cookie) or asks the API so. */
@Configuration(proxyBeanMethods = false)
class Languages implements WebMvcConfigurer {

  // The console on the same host has the same, so that one choice holds for both.
  static final String COOKIE = "lang";

  @Bean
  LocaleResolver localeResolver() {
    CookieLocaleResolver resolver = new CookieLocaleResolver(COOKIE);
    resolver.setDefaultLocaleFunction(Languages::unchosen);
    resolver.setCookieMaxAge(Duration.ofDays(365));
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSameSite("Lax");
    resolver.setRejectInvalidCookies(false);
    return resolver;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    LocaleChangeInterceptor byParameter = new LocaleChangeInterceptor();
    byParameter.setParamName("lang");
    byParameter.setIgnoreInvalidLocale(true);
    registry.addInterceptor(byParameter);
  }

  private static Locale unchosen(HttpServletRequest request) {
    boolean asks =
        request.getRequestURI().startsWith("/api/")
            && request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null;
    return asks ? request.getLocale() : Locale.SIMPLIFIED_CHINESE;
  }
}
