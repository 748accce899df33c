package cn.jianfu.report.stream;

import cn.jianfu.report.compliance.TownAnnouncement;
import cn.jianfu.report.compliance.TownCompliances;
import cn.jianfu.report.compliance.TownSummary;
import cn.jianfu.report.scope.Access;
import cn.jianfu.report.scope.UnitScope;
import cn.jianfu.web.security.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class StreamEndpoint {

  private static final Logger LOG = LoggerFactory.getLogger(StreamEndpoint.class);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /** How often changed towns are read: one that changes a hundred times meanwhile is sent once. */
  private static final Duration PACE = Duration.ofMillis(50);

  /** Views that were being written when the client was cut off are sent again. */
  private static final Duration OVERLAP = Duration.ofSeconds(5);

  private final TownStream stream;
  private final TownCompliances towns;
  private final Access access;

  StreamEndpoint(TownStream stream, TownCompliances towns, Access access) {
    this.stream = stream;
    this.towns = towns;
    this.access = access;
  }

  /**
   * The towns that the caller may see: first as they stand, or as far as they changed since {@code
   * Last-Event-ID}, then each whenever it changes. It ends when the token does.
   */
  @GetMapping(path = "/api/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<TownSummary>> stream(
      Caller caller,
      @AuthenticationPrincipal Jwt token,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastId,
      ServerHttpResponse response) {
    UnitScope scope = access.mayRead(caller);
    response.getHeaders().set("X-Accel-Buffering", "no");
    // Listening begins before the first reading, so that nothing falls between the two.
    Flux<TownSummary> changes = Flux.defer(() -> latest(scope));
    return Flux.merge(
            Flux.merge(standing(scope, lastId), changes).map(StreamEndpoint::event), heartbeat())
        .takeUntilOther(stream.announcements().then())
        .takeUntilOther(expiry(token));
  }

  // A slow client drops to the latest state of each town, and misses none.
  private Flux<TownSummary> latest(UnitScope scope) {
    Set<String> changed = ConcurrentHashMap.newKeySet();
    Flux<TownSummary> listening =
        stream
            .announcements()
            .map(TownAnnouncement::town)
            .filter(scope::reaches)
            .doOnNext(changed::add)
            .thenMany(Flux.never());
    Flux<TownSummary> reading =
        Flux.interval(PACE)
            .onBackpressureDrop()
            .concatMapIterable(_ -> taken(changed), 1)
            .concatMap(town -> read(town, changed), 1);
    return Flux.merge(listening, reading);
  }

  /** A store that is away for a moment must not end the stream: the town is read again. */
  private Mono<TownSummary> read(String town, Set<String> changed) {
    return towns
        .summary(town)
        .onErrorResume(failure -> {
          LOG.warn("{} is read again for a stream: {}", town, failure.toString());
          changed.add(town);
          return Mono.empty();
        });
  }

  private static List<String> taken(Set<String> changed) {
    List<String> towns = List.copyOf(changed);
    towns.forEach(changed::remove);
    return towns;
  }

  private Flux<TownSummary> standing(UnitScope scope, @Nullable String lastId) {
    Instant since = since(lastId);
    return towns
        .overview(scope, null)
        .flatMapIterable(overview -> overview.towns())
        .filter(town -> since == null || changedAfter(town, since));
  }

  private static boolean changedAfter(TownSummary town, Instant since) {
    Instant at = town.updatedAt();
    return at != null && !at.isBefore(since);
  }

  // An id that is not ours is as good as none: the client gets everything.
  private static @Nullable Instant since(@Nullable String lastId) {
    if (lastId == null || !lastId.matches("[0-9]{1,15}")) {
      return null;
    }
    return Instant.ofEpochMilli(Long.parseLong(lastId)).minus(OVERLAP);
  }

  private static ServerSentEvent<TownSummary> event(TownSummary town) {
    ServerSentEvent.Builder<TownSummary> event = ServerSentEvent.builder(town).event("town");
    Instant at = town.updatedAt();
    return at == null ? event.build() : event.id(String.valueOf(at.toEpochMilli())).build();
  }

  private static Flux<ServerSentEvent<TownSummary>> heartbeat() {
    return Flux.interval(Duration.ZERO, HEARTBEAT)
        .onBackpressureDrop()
        .map(_ -> ServerSentEvent.<TownSummary>builder().comment("alive").build());
  }

  private static Mono<Long> expiry(Jwt token) {
    Instant expires = token.getExpiresAt();
    return expires == null
        ? Mono.never()
        : Mono.delay(Duration.between(InstantSource.system().instant(), expires));
  }
}
