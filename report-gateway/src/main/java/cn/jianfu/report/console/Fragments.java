package cn.jianfu.report.console;

import cn.jianfu.report.clock.DistrictClock;
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
  private final DistrictClock clock;

  Fragments(ITemplateEngine templates, Format format, DistrictClock clock) {
    this.templates = templates;
    this.format = format;
    this.clock = clock;
  }

  String render(String template, String fragment, Locale locale, Map<String, Object> model) {
    var context = new Context(locale, model);
    context.setVariable("fmt", format);
    context.setVariable("now", clock.now());
    return templates.process(template, Set.of(fragment), context);
  }
}
