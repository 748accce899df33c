package cn.jianfu.group.retention;

import static cn.jianfu.group.reference.KnownDistrict.MAXIANG;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.GroupServiceUnderTest;
import cn.jianfu.group.access.Origins;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.staff.StaffOfUnits;
import cn.jianfu.testkit.Asking;
import cn.jianfu.testkit.LeaseHolder;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
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

    assertThat(retention.run().block()).isEqualTo(1);

    assertThat(changed()).isEqualTo(before + 1);
    assertThat(kept()).doesNotContain(ref("old.1")).contains(ref("works.1"));
    assertThat(staff(1, "old.1")).isEqualTo(200);
    assertThat(kept()).doesNotContain(ref("old.1"));
    assertThat(retention.run().block()).isZero();
  }

  @Test
  @Order(2)
  void aLaterListIsTakenAndGoesByTheNextRun() {
    assertThat(staff(2, "old.2")).isEqualTo(200);
    assertThat(kept()).contains(ref("old.2"));

    assertThat(retention.run().block()).isEqualTo(1);

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
    assertThat(retention.run().block()).isEqualTo(1);
    assertThat(kept()).doesNotContain(ref("old.4"));
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

  private double changed() {
    return service
        .bean(MeterRegistry.class)
        .counter("jianfu.retention.changed", "of", "staff")
        .count();
  }
}
