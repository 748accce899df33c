package cn.jianfu.report.console;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.time.Duration;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Serves the console's files from memory. */
@Configuration(proxyBeanMethods = false)
class AssetRoutes {

  private static final CacheControl FOR_GOOD =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  @Bean
  Assets assets() {
    return new Assets();
  }

  @Bean
  RouterFunction<ServerResponse> consoleAssets(Assets assets) {
    return route().GET("/assets/{version}/{name}", request -> send(assets, request)).build();
  }

  private static Mono<ServerResponse> send(Assets assets, ServerRequest request) {
    var asset = assets.find(request.pathVariable("version"), request.pathVariable("name"));
    if (asset == null) {
      return ServerResponse.notFound().build();
    }
    boolean zipped = acceptsGzip(request);
    var answer =
        ServerResponse.ok()
            .contentType(asset.type())
            .cacheControl(FOR_GOOD)
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (zipped) {
      answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    return answer.bodyValue(zipped ? asset.gzipped() : asset.plain());
  }

  private static boolean acceptsGzip(ServerRequest request) {
    return request.headers().header(HttpHeaders.ACCEPT_ENCODING).stream()
        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("gzip"));
  }
}
