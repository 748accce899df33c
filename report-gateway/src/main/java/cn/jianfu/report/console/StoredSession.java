package cn.jianfu.report.console;

import cn.jianfu.report.clock.DistrictClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** A session of one browser; it exists in the store only once something was put into it. */
final class StoredSession implements WebSession {

  /** Where sessions are written; the id is the one that the browser holds. */
  interface Writer {

    Mono<Void> insert(StoredSession session);

    /** Empty when the session is gone: a logout elsewhere must not be undone. */
    Mono<Void> update(StoredSession session, Map<String, Object> before);

    Mono<Void> delete(String id);

    String newId();
  }

  /** How old the stored time of access may be: not every request is worth a write. */
  private static final Duration ACCESS_GRAIN = Duration.ofMinutes(1);

  private final Writer writer;
  private final DistrictClock clock;
  private final Instant createdAt;
  private final Map<String, Object> attributes = new ConcurrentHashMap<>();
  private volatile String id;
  private volatile Instant accessedAt;
  private volatile Duration maxIdle;
  private volatile boolean started;
  private volatile boolean gone;

  /** What the store holds; null while it holds nothing. */
  private volatile @Nullable Stored stored;

  private record Stored(Map<String, Object> attributes, Instant accessedAt, Duration maxIdle) {}

  StoredSession(Writer writer, DistrictClock clock, String id, Duration maxIdle) {
    this.writer = writer;
    this.clock = clock;
    this.id = id;
    this.createdAt = clock.now();
    this.accessedAt = createdAt;
    this.maxIdle = maxIdle;
  }

  StoredSession(
      Writer writer,
      DistrictClock clock,
      String id,
      Instant createdAt,
      Instant accessedAt,
      Duration maxIdle,
      Map<String, Object> attributes) {
    this.writer = writer;
    this.clock = clock;
    this.id = id;
    this.createdAt = createdAt;
    this.accessedAt = accessedAt;
    this.maxIdle = maxIdle;
    this.attributes.putAll(attributes);
    this.started = true;
    this.stored = new Stored(Map.copyOf(attributes), accessedAt, maxIdle);
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public Map<String, Object> getAttributes() {
    return attributes;
  }

  @Override
  public void start() {
    started = true;
  }

  @Override
  public boolean isStarted() {
    return started || !attributes.isEmpty();
  }

  @Override
  public Mono<Void> changeSessionId() {
    var old = id;
    id = writer.newId();
    if (stored == null) {
      return Mono.empty();
    }
    stored = null;
    return writer.delete(old);
  }

  @Override
  public Mono<Void> invalidate() {
    gone = true;
    attributes.clear();
    return stored == null ? Mono.empty() : writer.delete(id);
  }

  @Override
  public Mono<Void> save() {
    return Mono.defer(() -> {
      var before = stored;
      if (gone || (before == null && attributes.isEmpty())) {
        return Mono.empty();
      }
      if (before != null && !worthWriting(before)) {
        return Mono.empty();
      }
      stored = new Stored(Map.copyOf(attributes), accessedAt, maxIdle);
      return before == null ? writer.insert(this) : writer.update(this, before.attributes());
    });
  }

  private boolean worthWriting(Stored before) {
    return !before.attributes().equals(attributes)
        || !before.maxIdle().equals(maxIdle)
        || before.accessedAt().plus(ACCESS_GRAIN).isBefore(accessedAt);
  }

  void touch() {
    accessedAt = clock.now();
  }

  @Override
  public boolean isExpired() {
    return gone || accessedAt.plus(maxIdle).isBefore(clock.now());
  }

  @Override
  public Instant getCreationTime() {
    return createdAt;
  }

  @Override
  public Instant getLastAccessTime() {
    return accessedAt;
  }

  @Override
  public void setMaxIdleTime(Duration maxIdle) {
    this.maxIdle = maxIdle;
  }

  @Override
  public Duration getMaxIdleTime() {
    return maxIdle;
  }
}
