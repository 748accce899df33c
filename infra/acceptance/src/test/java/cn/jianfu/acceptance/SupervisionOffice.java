package cn.jianfu.acceptance;

import cn.jianfu.allinone.sample.PlatformClient;
import cn.jianfu.allinone.sample.SampleUnit;
import java.net.URI;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** 区督查室, which judges findings: the account that sets a district up does not. */
public final class SupervisionOffice {

  private SupervisionOffice() {}

  /** Its system; makes the account, or gives one that is there a new secret. */
  public static PlatformClient at(URI identity, PlatformClient district) {
    JsonNode made =
        district.send(
            "PUT",
            identity.resolve("/api/v1/clients/supervision-office"),
            Map.of(
                "name",
                "区督查室系统",
                "roles",
                List.of("district-supervisor"),
                "unit",
                SampleUnit.DISTRICT));
    return new PlatformClient(identity, "supervision-office", made.path("secret").asString());
  }
}
