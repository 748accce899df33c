package cn.jianfu.report.console;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.start.StartStep;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Renders the pages once before the service is ready: the first time takes seconds. */
@Component
@Order(StartStep.WORKERS + 10)
class WarmTemplates implements StartStep {

  private static final Logger LOG = LoggerFactory.getLogger(WarmTemplates.class);

  private static final ConsoleUser NOBODY =
      new ConsoleUser("", "", "", "", Set.of(ConsoleUser.DISTRICT.getLast()));

  private final ConsoleSource source;
  private final InboxSource inboxes;
  private final ITemplateEngine templates;
  private final Assets assets;
  private final Format format;
  private final DistrictClock clock;

  WarmTemplates(
      ConsoleSource source,
      InboxSource inboxes,
      ITemplateEngine templates,
      Assets assets,
      Format format,
      DistrictClock clock) {
    this.source = source;
    this.inboxes = inboxes;
    this.templates = templates;
    this.assets = assets;
    this.format = format;
    this.clock = clock;
  }

  @Override
  public Mono<Void> run() {
    return source
        .overview(Scope.DISTRICT, OverviewQuery.FIRST)
        .doOnNext(page -> render("overview", Map.of("page", page)))
        .flatMapMany(page -> Flux.fromIterable(page.rows()).take(1))
        .concatMap(town -> town(town.code()))
        .then(findings())
        .then(inbox())
        .onErrorResume(WarmTemplates::cold);
  }

  private Mono<Void> town(String code) {
    return Mono.zip(source.townPage(code, null), source.groups(code, GroupQuery.firstOn(null)))
        .doOnNext(both -> render("town", Map.of("page", both.getT1(), "groups", both.getT2())))
        .then();
  }

  private Mono<Void> findings() {
    return source
        .findings(Scope.DISTRICT, FindingQuery.of(new LinkedMultiValueMap<>()))
        .doOnNext(page -> render("findings", Map.of("page", page)))
        .then();
  }

  private Mono<Void> inbox() {
    return inboxes
        .inbox(new UnitVisit(NOBODY, NOBODY.unit(), null, ConsoleLocale.CHINESE))
        .doOnNext(page -> render("inbox", Map.of("page", page)))
        .then();
  }

  private void render(String template, Map<String, Object> model) {
    var context = new Context(ConsoleLocale.CHINESE, model);
    context.setVariable(
        "shell",
        new Shell(assets, NOBODY, null, "", ConsoleLocale.CHINESE, "/", format, clock.now()));
    templates.process(template, context);
  }

  /** Cold templates are slow, not wrong. */
  private static Mono<Void> cold(Throwable failure) {
    LOG.warn("The pages were not rendered ahead: {}", failure.toString());
    return Mono.empty();
  }
}
