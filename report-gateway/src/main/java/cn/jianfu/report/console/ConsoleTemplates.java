package cn.jianfu.report.console;

import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.spring6.SpringWebFluxTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Templates and texts under this service's own path: several services may share one class path, and
 * their texts and templates must not meet.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleTemplates {

  @Bean
  SpringResourceTemplateResolver defaultTemplateResolver(ApplicationContext context) {
    var resolver = new SpringResourceTemplateResolver();
    resolver.setApplicationContext(context);
    resolver.setPrefix("classpath:/report/templates/");
    resolver.setSuffix(".html");
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setCharacterEncoding("UTF-8");
    resolver.setCheckExistence(true);
    return resolver;
  }

  @Bean
  SpringWebFluxTemplateEngine templateEngine(SpringResourceTemplateResolver resolver) {
    var engine = new SpringWebFluxTemplateEngine();
    engine.setTemplateResolver(resolver);
    engine.setTemplateEngineMessageSource(texts());
    engine.setEnableSpringELCompiler(false);
    return engine;
  }

  /** Times are shown as they are in the district. */
  @Bean
  Format format(@Value("${jianfu.clock.zone:Asia/Shanghai}") ZoneId zone) {
    return new Format(zone);
  }

  @Bean
  RandomKeys randomKeys() {
    return () -> UUID.randomUUID().toString();
  }

  /** Not a bean, so that it takes nobody else's place as the application's message source. */
  static MessageSource texts() {
    var texts = new ResourceBundleMessageSource();
    texts.setBasename("report.console");
    texts.setDefaultEncoding("UTF-8");
    texts.setFallbackToSystemLocale(false);
    texts.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
    texts.setAlwaysUseMessageFormat(true);
    return texts;
  }
}
