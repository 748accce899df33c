package cn.jianfu.report.console;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Renders a part of a template outside a request, for live pages. */
@Component
class Fragments {

  private final ITemplateEngine templates;
  private final Format format;
  private final Clock clock;

  Fragments(ITemplateEngine templates, Format format, Clock clock) {
    this.templates = templates;
    this.format = format;
    this.clock = clock;
  }

  String render(String template, String fragment, Locale locale, Map<String, Object> model) {
    var context = new Context(locale, model);
    context.setVariable("fmt", format);
    context.setVariable("now", clock.instant());
    return templates.process(template, Set.of(fragment), context);
  }
}
