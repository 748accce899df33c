package cn.jianfu.web.security;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jianfu.testkit.AccessMatrix;
import cn.jianfu.testkit.AccessMatrix.Door;
import cn.jianfu.testkit.TestTokens;
import cn.jianfu.web.sample.SampleTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

@SampleTest
class AccessMatrixTest {

  private static final List<String> ROLES = List.of("sender", "clerk");

  @Autowired WebTestClient http;

  @Test
  void everyRoleReachesItsOwnUnitAndNoOther() {
    matrix()
        .check(
            Door.of(HttpMethod.GET, "/api/v1/parcels/units/1077", "sender", "clerk"),
            "10",
            "20",
            "1077")
        .assertHolds();
  }

  @Test
  void aDoorThatIsOpenToARoleTooManyIsSeen() {
    var matrix =
        matrix().check(Door.of(HttpMethod.GET, "/api/v1/parcels/units/1077", "clerk"), "10", "20");

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(matrix::assertHolds)
        .withMessageContaining("sender inside got 200");
  }

  private AccessMatrix matrix() {
    return new AccessMatrix(http, TestTokens.shared(), ROLES);
  }
}
