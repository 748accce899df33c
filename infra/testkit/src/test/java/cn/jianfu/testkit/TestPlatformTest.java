package cn.jianfu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestPlatformTest {

  @Test
  void everyTestHasADatabaseOfItsOwnOnTheSamePlatform() {
    var one = TestPlatform.properties();
    var other = TestPlatform.properties();

    assertThat(one.get("spring.mongodb.uri"))
        .startsWith("mongodb://")
        .isNotEqualTo(other.get("spring.mongodb.uri"));
    assertThat(one.get("spring.kafka.bootstrap-servers"))
        .isEqualTo(other.get("spring.kafka.bootstrap-servers"))
        .contains("127.0.0.1:");
  }
}
