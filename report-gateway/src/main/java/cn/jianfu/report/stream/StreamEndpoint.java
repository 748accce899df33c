package cn.jianfu.report.stream;

import cn.jianfu.report.compliance.TownAnnouncement;
import cn.jianfu.report.compliance.TownCompliances;
import cn.jianfu.report.compliance.TownSummary;
import cn.jianfu.report.scope.Access;
import cn.jianfu.report.scope.UnitScope;
import cn.jianfu.web.security.Caller;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

@RestController
class StreamEndpoint {

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
    Flux<TownSummary> all = Newest.of(standing(scope, lastId), latest(scope), TownSummary::code);
    return Flux.merge(all.map(StreamEndpoint::event), heartbeat())
        .takeUntilOther(stream.announcements().then())
        .takeUntilOther(stream.expiry(token.getExpiresAt()));
  }

  private Flux<TownSummary> latest(UnitScope scope) {
    Flux<String> changes =
        stream.announcements().map(TownAnnouncement::town).filter(scope::reaches);
    return ChangedTowns.read(changes, PACE, towns::summary);
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
}
