package cn.jianfu.allinone;

import cn.jianfu.allinone.LocalSettings.Ports;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each part is told in order to find the others on this machine. */
final class LocalProperties {

  private final Ports ports;
  private final Secrets secrets;

  LocalProperties(Ports ports, Secrets secrets) {
    this.ports = ports;
    this.secrets = secrets;
  }

  private String issuer() {
    return "http://127.0.0.1:" + ports.identity();
  }

  private Map<String, Object> common(String name, int port) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("spring.config.name", name);
    all.put("server.address", "127.0.0.1");
    all.put("server.port", port);
    all.put("spring.mongodb.uri", "mongodb://127.0.0.1:" + ports.store() + "/" + name);
    all.put("spring.kafka.bootstrap-servers", "127.0.0.1:" + ports.broker());
    all.put("spring.cloud.stream.kafka.binder.brokers", "127.0.0.1:" + ports.broker());
    all.put("spring.security.oauth2.resourceserver.jwt.issuer-uri", issuer());
    all.put("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", issuer() + "/oauth2/jwks");
    all.put("spring.jmx.enabled", false);
    all.put("spring.main.banner-mode", "off");
    return all;
  }

  Map<String, Object> group() {
    Map<String, Object> all = common("group", ports.group());
    all.put("jianfu.people.key", secrets.get("PEOPLE_KEY"));
    return all;
  }

  Map<String, Object> report() {
    Map<String, Object> all = common("report", ports.gateway());
    all.put("jianfu.console.login.issuer", issuer());
    all.put("jianfu.report.group-service.url", "http://127.0.0.1:" + ports.group());
    all.put("jianfu.console.login.client-secret", secrets.get("CONSOLE_SECRET"));
    return all;
  }

  Map<String, Object> identity() {
    Map<String, Object> all = common("identity", ports.identity());
    all.put("jianfu.identity.issuer", issuer());
    all.putAll(SampleAccounts.properties(secrets, "http://127.0.0.1:" + ports.gateway()));
    return all;
  }
}
