package cn.jianfu.report.console;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
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

  private Flux<LiveEvent> snapshot(ConsoleUser user, OverviewQuery query, Locale locale) {
    return source
        .overview(user.scope(), query)
        .flatMapMany(page ->
            Flux.concat(
                Flux.fromIterable(rendering.board(page, locale)),
                Flux.fromIterable(page.rows()).map(row -> rendering.row(row, locale))));
  }
}
