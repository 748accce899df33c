package cn.jianfu.report.console;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;

/** What open pages listen to. */
@RestController
class LiveController {

  private final ConsoleSource source;
  private final LiveDistrict district;
  private final LiveRendering rendering;
  private final LiveStreams streams;

  LiveController(
      ConsoleSource source, LiveDistrict district, LiveRendering rendering, LiveStreams streams) {
    this.source = source;
    this.district = district;
    this.rendering = rendering;
    this.streams = streams;
  }

  @GetMapping(path = "/live/overview", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<String>> overview(
      @RequestParam(required = false) @Nullable String band,
      @RequestParam(defaultValue = "1") int page,
      ServerWebExchange exchange) {
    var locale = ConsoleLocale.of(exchange);
    var query = OverviewQuery.of(band, page);
    return ConsoleUsers.of(exchange)
        .flatMapMany(user ->
            streams.stream(exchange, user, snapshot(user, query, locale), district.events(locale)));
  }

  /**
   * Tells an open page of a town that it is time to fetch its parts anew.
   *
   * @param since version of the town's view that the page shows
   */
  @GetMapping(path = "/live/towns/{code}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<String>> town(
      @PathVariable String code,
      @RequestParam(defaultValue = "0") long since,
      ServerWebExchange exchange) {
    var locale = ConsoleLocale.of(exchange);
    var rows = district.events(locale).filter(event -> code.equals(event.town()));
    var missed =
        source
            .town(code)
            .filter(row -> row.version() != since)
            .map(row -> rendering.said(row, locale));
    return ConsoleUsers.of(exchange)
        .filter(user -> user.scope().covers(code))
        .flatMapMany(user -> streams.stream(exchange, user, changed(missed.flux()), changed(rows)))
        .switchIfEmpty(NotFound.<ServerSentEvent<String>>here());
  }

  /** Tells the workbench that some town has changed, inside the user's scope. */
  @GetMapping(path = "/live/findings", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<String>> findings(ServerWebExchange exchange) {
    var rows = district.events(ConsoleLocale.of(exchange)).filter(event -> event.town() != null);
    return ConsoleUsers.of(exchange)
        .flatMapMany(user -> streams.stream(exchange, user, Flux.empty(), changed(rows)));
  }

  /** Of a row and what is said of it, only that there was something. */
  private static Flux<LiveEvent> changed(Flux<LiveEvent> events) {
    return events
        .filter(event -> "said".equals(event.name()))
        .map(event -> new LiveEvent(event.town(), "changed", event.version(), event.data()));
  }

  private Flux<LiveEvent> snapshot(ConsoleUser user, OverviewQuery query, Locale locale) {
    return source
        .overview(user.scope(), query)
        .flatMapMany(page ->
            Flux.concat(
                Flux.fromIterable(rendering.board(page, locale)),
                Flux.fromIterable(page.rows()).map(row -> rendering.row(row, locale))));
  }
}
