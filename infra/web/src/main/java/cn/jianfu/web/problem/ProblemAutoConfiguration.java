package cn.jianfu.web.problem;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.springframework.web.server.i18n.AcceptHeaderLocaleContextResolver;
import org.springframework.web.server.i18n.LocaleContextResolver;
import tools.jackson.databind.json.JsonMapper;

/** Problems for every reactive service. */
@AutoConfiguration(
    beforeName = {
      "org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration",
      "org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration"
    })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public final class ProblemAutoConfiguration {

  @Bean
  ProblemBundle webProblemBundle() {
    return new ProblemBundle("cn.jianfu.web.problems");
  }

  @Bean
  @ConditionalOnMissingBean
  Problems problems(ObjectProvider<ProblemBundle> bundles) {
    var texts = new ResourceBundleMessageSource();
    texts.setBasenames(bundles.orderedStream().map(ProblemBundle::basename).toArray(String[]::new));
    texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
    texts.setDefaultLocale(Locale.CHINESE);
    texts.setFallbackToSystemLocale(false);
    return new Problems(texts);
  }

  @Bean
  DeclineMeters declineMeters(ObjectProvider<MeterRegistry> meters) {
    return new DeclineMeters(meters.getIfAvailable(CompositeMeterRegistry::new));
  }

  @Bean
  @ConditionalOnMissingBean
  ProblemWriter problemWriter(
      Problems problems,
      ObjectProvider<ProblemMapper> mappers,
      JsonMapper json,
      DeclineMeters meters) {
    var all = new ArrayList<ProblemMapper>(mappers.orderedStream().toList());
    all.add(new SpringProblems());
    return new ProblemWriter(problems, all, json, meters);
  }

  @Bean
  ProblemExceptionHandler problemExceptionHandler(ProblemWriter writer) {
    return new ProblemExceptionHandler(writer);
  }

  /** Chinese unless English is preferred; a service with a language switch brings its own. */
  @Bean(WebHttpHandlerBuilder.LOCALE_CONTEXT_RESOLVER_BEAN_NAME)
  @ConditionalOnMissingBean(name = WebHttpHandlerBuilder.LOCALE_CONTEXT_RESOLVER_BEAN_NAME)
  LocaleContextResolver localeContextResolver() {
    var resolver = new AcceptHeaderLocaleContextResolver();
    resolver.setSupportedLocales(List.of(Locale.CHINESE, Locale.ENGLISH));
    resolver.setDefaultLocale(Locale.CHINESE);
    return resolver;
  }
}
