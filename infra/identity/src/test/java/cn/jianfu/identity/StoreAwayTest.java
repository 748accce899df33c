package cn.jianfu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoreAwayTest {

  @Test
  void withoutTheStoreEveryDoorSaysSoInsteadOfFailing() {
    try (IdentityServer server = IdentityServer.start()) {
      Api api = server.api();
      Browser browser = server.browser();
      String admin = api.adminToken();
      Browser.Page login = browser.open("/login");
      server.stopStore();
      Api.Answer listed = api.call("GET", "/api/v1/users", admin, null);
      assertThat(listed.status()).isEqualTo(503);
      assertThat(listed.raw().headers().firstValue("Retry-After")).isPresent();
      assertThat(api.get("/actuator/health").status()).isEqualTo(503);
      assertThat(api.clientToken("xindian-oa", IdentityServer.XINDIAN_SECRET).status())
          .isEqualTo(503);
      Browser.Page tried = browser.login(login, "zhang.qu", IdentityServer.PASSWORD);
      assertThat(tried.status()).isEqualTo(503);
      assertThat(tried.html()).contains("稍后再试").doesNotContain("Exception");
    }
  }
}
