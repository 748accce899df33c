package cn.jianfu.allinone;

import cn.jianfu.allinone.SampleAccounts.Login;
import java.util.ArrayList;
import java.util.List;

/** What the person who started the platform needs to know, once it runs. */
final class Welcome {

  private Welcome() {}

  static List<String> to(LocalPlatform platform) {
    var addresses = platform.addresses();
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("减负平台已启动 / Jianfu is running");
    lines.add("  控制台 / web console     " + addresses.gateway() + "/");
    lines.add("  接口 / report-gateway    " + addresses.gateway() + "/swagger-ui.html");
    lines.add("  接口 / group-service     " + addresses.group() + "/swagger-ui.html");
    lines.add("  身份 / identity          " + addresses.identity() + "/");
    lines.add("  数据 / data              " + platform.settings().data());
    lines.add("");
    lines.add("登录账号 / sample logins (密码只在本机 / passwords of this machine only)");
    for (Login login : SampleAccounts.LOGINS) {
      lines.add(
          "  %-12s %s   %s（%s）"
              .formatted(
                  login.user(), platform.secret(login.secretName()), login.name(), login.role()));
    }
    lines.add("");
    lines.add(
        "镇街系统 / town systems: client xindian-oa, secret $XINDIAN_SECRET after: . "
            + platform.settings().data().resolve("secrets.env"));
    lines.add("停止 / stop: Ctrl+C");
    return lines;
  }
}
