package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.DISTRICT;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.testkit.Asking;
import cn.jianfu.testkit.LeaseHolder;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScanLeaseTest {

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final Asking district = service.asking("district-admin", DISTRICT);

  @Test
  void aScanIsLeftToTheInstanceThatIsAtItAndTakenOverWhenThatHasDied() {
    LeaseHolder other =
        new LeaseHolder(service.bean(MongoDatabase.class), "detection", Duration.ofMinutes(10));
    other.begins();

    assertThat(scanned()).isEqualTo(503);

    other.diedLongAgo();
    assertThat(scanned()).isEqualTo(201);
  }

  private int scanned() {
    return district.send("POST", "/api/v1/scans", null).statusCode();
  }
}
