package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.DISTRICT;
import static cn.jianfu.group.reference.KnownDistrict.MAXIANG;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;

import cn.jianfu.testkit.AccessMatrix;
import cn.jianfu.testkit.AccessMatrix.Door;
import cn.jianfu.testkit.TestTokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class AccessMatrixTest {

  private static final List<String> ROLES =
      List.of(
          "district-admin",
          "district-supervisor",
          "discipline",
          "town-office",
          "department",
          "community",
          "organiser",
          "town-system");
  private static final String[] WRITERS = {
    "town-system", "town-office", "department", "community", "district-admin"
  };
  private static final String[] READERS = {
    "district-admin",
    "district-supervisor",
    "discipline",
    "town-office",
    "department",
    "community",
    "town-system"
  };
  private static final String GROUP = "/api/v1/groups/" + XINDIAN + "/WECOM/wr-matrix";
  private static final String SECRET = "机密群名";

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();

  @Test
  void aTownReachesItsOwnAndHearsNothingOfOthers() {
    AccessMatrix matrix = new AccessMatrix(service.anybody(), TestTokens.shared(), ROLES);
    for (Door door :
        List.of(
            writing(HttpMethod.PUT, GROUP, "{\"name\":\"" + SECRET + "\"}"),
            reading(GROUP),
            reading(GROUP + "/members"),
            reading(GROUP + "/history"),
            reading("/api/v1/groups?unit=" + XINDIAN),
            reading("/api/v1/findings?unit=" + XINDIAN),
            reading("/api/v1/self-checks/2026-autumn/" + XINDIAN),
            writing(HttpMethod.POST, GROUP + "/filing", "{\"filingNo\":\"1\"}"),
            writing(HttpMethod.PUT, GROUP + "/name", "{\"name\":\"" + SECRET + "\"}"),
            writing(HttpMethod.PUT, GROUP + "/members", "{\"members\":[]}"),
            writing(HttpMethod.PUT, GROUP + "/activity/2026-11-01", "{\"messages\":1}"),
            writing(HttpMethod.POST, GROUP + "/decisions", "{\"kind\":\"KEEP\",\"reason\":\"r\"}"),
            writing(HttpMethod.POST, GROUP + "/execution", "{}"),
            writing(HttpMethod.POST, GROUP + "/restoration", "{}"),
            writing(
                HttpMethod.POST,
                "/api/v1/self-checks/2026-autumn/" + XINDIAN + "/answers",
                "{\"confirmAll\":false}"))) {
      matrix.check(door, XINDIAN, MAXIANG, SECRET);
    }
    matrix.check(
        Door.of(HttpMethod.GET, "/api/v1/scans/none", "district-admin", "district-supervisor"),
        DISTRICT,
        MAXIANG,
        SECRET);
    matrix.assertHolds();
  }

  private static Door reading(String path) {
    return Door.of(HttpMethod.GET, path, READERS);
  }

  private static Door writing(HttpMethod method, String path, String body) {
    return Door.of(method, path, WRITERS).sending(body);
  }
}
