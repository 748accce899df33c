package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.clock.DistrictClock;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class SessionsInMongoTest {

  private static final SessionProperties LIMITS =
      new SessionProperties(
          Duration.ofMinutes(30),
          Duration.ofHours(12),
          Duration.ofMinutes(10),
          Duration.ofMinutes(5),
          "C",
          false);

  private final MongoServer server = new MongoServer(new MemoryBackend());
  private final Ticking ticking = new Ticking();
  private MongoClient client;
  private MongoCollection<Document> stored;
  private SessionsInMongo sessions;

  @BeforeEach
  void open() {
    client = MongoClients.create(server.bindAndGetConnectionString());
    stored = client.getDatabase("report").getCollection("sessions");
    var ids = new AtomicInteger();
    sessions =
        new SessionsInMongo(
            stored, LIMITS, new DistrictClock(ticking), () -> "id-" + ids.incrementAndGet());
  }

  @AfterEach
  void close() {
    client.close();
    server.shutdownNow();
  }

  @Test
  void aSessionThatHoldsNothingIsNotStored() {
    begin().save().block();
    assertThat(count()).isZero();
  }

  @Test
  void anotherInstanceReadsWhatThisOneWrote() {
    var session = begin();
    session.getAttributes().put("user", Map.of("name", "林", "roles", List.of("discipline")));
    session.save().block();
    var read = Objects.requireNonNull(sessions.retrieveSession(session.getId()).block());
    Map<String, Object> user = read.getRequiredAttribute("user");
    assertThat(user).containsEntry("name", "林").containsEntry("roles", List.of("discipline"));
  }

  @Test
  void theStoreDoesNotHoldTheIdThatOpensTheSession() {
    var session = begin();
    session.getAttributes().put("a", "b");
    session.save().block();
    var document = Objects.requireNonNull(Mono.from(stored.find().first()).block());
    assertThat(document.toJson()).doesNotContain(session.getId());
  }

  @Test
  void anExpiredSessionIsNotReadAndLaterSwept() {
    var session = begin();
    session.getAttributes().put("a", "b");
    session.save().block();
    ticking.forward(LIMITS.login().plusSeconds(1));
    assertThat(sessions.retrieveSession(session.getId()).block()).isNull();
    assertThat(count()).isEqualTo(1);
    assertThat(sessions.sweep().block()).isEqualTo(1);
    assertThat(count()).isZero();
  }

  @Test
  void aBusySessionEndsToo() {
    var session = begin();
    session.getAttributes().put("a", "b");
    session.setMaxIdleTime(LIMITS.idle());
    session.save().block();
    var busy = LIMITS.absolute().dividedBy(LIMITS.idle().dividedBy(2));
    for (int use = 1; use < busy; use++) {
      ticking.forward(LIMITS.idle().dividedBy(2));
      Objects.requireNonNull(sessions.retrieveSession(session.getId()).block(), "use " + use)
          .save()
          .block();
    }
    ticking.forward(LIMITS.idle().dividedBy(2));
    assertThat(sessions.retrieveSession(session.getId()).block()).isNull();
  }

  @Test
  void aLogoutIsNotUndoneByARequestThatWasUnderWay() {
    var session = begin();
    session.getAttributes().put("a", "b");
    session.save().block();
    var underWay = Objects.requireNonNull(sessions.retrieveSession(session.getId()).block());
    Objects.requireNonNull(sessions.retrieveSession(session.getId()).block()).invalidate().block();
    underWay.getAttributes().put("c", "d");
    underWay.save().block();
    assertThat(count()).isZero();
  }

  @Test
  void twoRequestsAtOnceDoNotUndoEachOther() {
    var session = begin();
    session.getAttributes().put("a", "b");
    session.save().block();
    var one = Objects.requireNonNull(sessions.retrieveSession(session.getId()).block());
    var other = Objects.requireNonNull(sessions.retrieveSession(session.getId()).block());
    one.getAttributes().put("one", "1");
    other.getAttributes().put("other", "2");
    one.save().block();
    other.save().block();
    var read = Objects.requireNonNull(sessions.retrieveSession(session.getId()).block());
    assertThat(read.getAttributes()).containsKeys("a", "one", "other");
  }

  @Test
  void aNewIdMakesTheOldOneWorthless() {
    var session = begin();
    session.getAttributes().put("a", "b");
    session.save().block();
    var old = session.getId();
    session.changeSessionId().then(session.save()).block();
    assertThat(sessions.retrieveSession(old).block()).isNull();
    assertThat(sessions.retrieveSession(session.getId()).block()).isNotNull();
  }

  private WebSession begin() {
    return Objects.requireNonNull(sessions.createWebSession().block());
  }

  private long count() {
    return Objects.requireNonNull(Flux.from(stored.find()).count().block());
  }

  private static final class Ticking extends Clock {

    private Instant now = Instant.parse("2026-11-23T04:00:00Z");

    void forward(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
