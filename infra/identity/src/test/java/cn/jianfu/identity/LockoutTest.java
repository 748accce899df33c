package cn.jianfu.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockoutTest {

  private static final IdentityServer SERVER =
      IdentityServer.start("--jianfu.identity.lockout.lasts=4s");

  private final Browser browser = SERVER.browser();

  @ParameterizedTest
  @ValueSource(strings = {"lin.xin", "there.is.no.such.user"})
  void fiveFailuresLockANameWhetherItExistsOrNot(String name) {
    for (int failure = 1; failure < 5; failure++) {
      assertThat(attempt(name, "wrong").html()).contains("账号或密码不正确");
    }
    assertThat(attempt(name, "wrong").html()).contains("已暂时锁定", "1 分钟");
    assertThat(attempt(name, IdentityServer.PASSWORD).html()).contains("已暂时锁定");
  }

  @Test
  void aLockEndsByItselfAndDoesNotConcernOthers() {
    for (int failure = 1; failure <= 5; failure++) {
      attempt("zhang.qu", "wrong");
    }
    assertThat(attempt("zhang.qu", IdentityServer.PASSWORD).html()).contains("已暂时锁定");
    assertThat(SERVER.browser().login(browser.open("/login"), "admin", "x").html())
        .doesNotContain("已暂时锁定");
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> assertThat(attempt("zhang.qu", IdentityServer.PASSWORD).html()).contains("张区"));
  }

  @Test
  void aSuccessForgetsTheFailuresBeforeIt() {
    for (int round = 0; round < 3; round++) {
      for (int failure = 1; failure < 5; failure++) {
        assertThat(attempt("admin", "wrong").html()).contains("账号或密码不正确");
      }
      assertThat(attempt("admin", IdentityServer.PASSWORD).html()).contains("管理员");
    }
  }

  private static Browser.Page attempt(String name, String password) {
    Browser fresh = SERVER.browser();
    return fresh.login(fresh.open("/login"), name, password);
  }
}
