package cn.jianfu.group.retention;

import static cn.jianfu.group.reference.KnownDistrict.MAXIANG;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jianfu.group.GroupServiceUnderTest;
import cn.jianfu.group.access.Origins;
import cn.jianfu.group.access.UniqueKeys;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.staff.StaffOfUnits;
import cn.jianfu.messaging.job.JobLease;
import cn.jianfu.testkit.Asking;
import cn.jianfu.testkit.LeaseHolder;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whoever left years ago is forgotten, although the unit sends no list any more. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RetentionTest {

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final MongoDatabase database = service.bean(MongoDatabase.class);
  private final Retention retention = service.bean(Retention.class);
  private final Asking town =
      service.asking("town-system", MAXIANG).with("Content-Type", "application/json");

  @Test
  @Order(1)
  void whoLeftLongAgoIsForgottenAndTheSameListBringsNobodyBack() {
    assertThat(staff(1, "old.1")).isEqualTo(200);
    assertThat(kept()).contains(ref("old.1"), ref("works.1"));
    double before = changed();

    assertThat(listsChanged()).isEqualTo(1);

    assertThat(changed()).isEqualTo(before + 1);
    assertThat(kept()).doesNotContain(ref("old.1")).contains(ref("works.1"));
    assertThat(staff(1, "old.1")).isEqualTo(200);
    assertThat(kept()).doesNotContain(ref("old.1"));
    assertThat(listsChanged()).isZero();
  }

  @Test
  @Order(2)
  void aLaterListIsTakenAndGoesByTheNextRun() {
    assertThat(staff(2, "old.2")).isEqualTo(200);
    assertThat(kept()).contains(ref("old.2"));

    assertThat(listsChanged()).isEqualTo(1);

    assertThat(kept()).doesNotContain(ref("old.2")).contains(ref("works.1"));
  }

  @Test
  @Order(3)
  void twoInstancesAtOnceChangeAListOnce() {
    assertThat(staff(3, "old.3")).isEqualTo(200);
    StaffOfUnits staff = service.bean(StaffOfUnits.class);
    Origins origins = service.bean(Origins.class);

    Integer sum =
        Mono.zip(staff.forgetLongGone(origins), staff.forgetLongGone(origins), Integer::sum)
            .block();

    assertThat(sum).isEqualTo(1);
    assertThat(kept()).doesNotContain(ref("old.3"));
  }

  @Test
  @Order(4)
  void whatADeadInstanceHasLeftIsDoneByAnother() {
    assertThat(staff(4, "old.4")).isEqualTo(200);
    LeaseHolder other = new LeaseHolder(database, "retention", Duration.ofMinutes(5));
    other.begins();

    assertThat(retention.run().blockOptional()).isEmpty();
    assertThat(kept()).contains(ref("old.4"));

    other.diedLongAgo();
    assertThat(listsChanged()).isEqualTo(1);
    assertThat(kept()).doesNotContain(ref("old.4"));
  }

  @Test
  @Order(5)
  void aPartThatFailsKeepsNoOtherFromBeingDoneAndIsSeen() {
    RetentionLog log = service.bean(RetentionLog.class);
    Retention broken =
        new Retention(
            List.of(
                () -> Flux.error(new IllegalStateException("no list can be read")),
                () -> Flux.just(new Changed(Changed.Kind.MEMBERS, 7))),
            log,
            service.bean(UniqueKeys.class),
            service.bean(JobLease.class),
            service.bean(DistrictClock.class),
            service.bean(MeterRegistry.class));

    assertThatThrownBy(() -> broken.run().block()).hasMessage("no list can be read");

    RetentionRecord seen = log.latest(1).next().blockOptional().orElseThrow();
    assertThat(seen.staff()).isNull();
    assertThat(seen.members()).isEqualTo(7);
  }

  @Test
  @Order(6)
  void onlyTheLatestLooksAreKept() {
    var looks = database.getCollection("retentions");
    Flux.range(0, RetentionLog.KEPT + 3)
        .map(i ->
            new Document("_id", "look-" + i)
                .append("at", Date.from(Instant.parse("2020-01-01T00:00:00Z").plusSeconds(i))))
        .collectList()
        .flatMap(all -> Mono.from(looks.insertMany(all)))
        .block();

    retention.run().block();

    assertThat(Mono.from(looks.countDocuments()).block()).isEqualTo(RetentionLog.KEPT);
    assertThat(Mono.from(looks.find(Filters.eq("_id", "look-0"))).blockOptional()).isEmpty();
    assertThat(service.bean(RetentionLog.class).latest(1).blockFirst())
        .satisfies(it -> assertThat(it.sheets()).isNotNull());
  }

  /** A list of June 2020, with one who had left the month before. */
  private int staff(int day, String left) {
    String body =
        """
        {"takenAt":"2020-06-0%dT04:00:00Z","people":[
          {"id":"works.1"},{"id":"%s","leftOn":"2020-05-01"}]}\
        """
            .formatted(day, left);
    return town.send("PUT", "/api/v1/staff/" + MAXIANG, body.getBytes(UTF_8)).statusCode();
  }

  private String kept() {
    return Mono.from(database.getCollection("staff").find(Filters.eq("_id", MAXIANG)).first())
        .map(document -> document.toJson())
        .blockOptional()
        .orElseThrow();
  }

  private String ref(String id) {
    return service.bean(PersonRefs.class).of(id);
  }

  /** By a look now. */
  private int listsChanged() {
    return retention.run().blockOptional().orElseThrow().stream()
        .filter(it -> it.of() == Changed.Kind.STAFF)
        .mapToInt(Changed::count)
        .sum();
  }

  private double changed() {
    return service
        .bean(MeterRegistry.class)
        .counter("jianfu.retention.changed", "of", "staff")
        .count();
  }
}
