package cn.jianfu.messaging.access;

import cn.jianfu.broker.BrokerSettings;
import cn.jianfu.broker.InProcessBroker;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** A broker with logins and rules, as the containers have it. */
public final class RuledBroker implements AutoCloseable {

  private static final String PLAIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required"
          + " username=\"%s\" password=\"%s-password\"";
  private static final String AUTHORIZER =
      "org.apache.kafka.metadata.authorizer.StandardAuthorizer";

  private final InProcessBroker broker;

  private RuledBroker(InProcessBroker broker) {
    this.broker = broker;
  }

  /** Without any rule yet. */
  public static RuledBroker start(Path folder) {
    StringBuilder logins = new StringBuilder(PLAIN.formatted("admin", "admin"));
    for (String login : new String[] {"admin", "group", "report"}) {
      logins.append(" user_%s=\"%s-password\"".formatted(login, login));
    }
    return new RuledBroker(
        InProcessBroker.start(
            BrokerSettings.in(folder)
                .overrides(
                    Map.of(
                        "listener.security.protocol.map",
                            "CLIENTS:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                        "sasl.enabled.mechanisms", "PLAIN",
                        "sasl.mechanism.inter.broker.protocol", "PLAIN",
                        "listener.name.clients.plain.sasl.jaas.config", logins + ";",
                        "authorizer.class.name", AUTHORIZER,
                        "allow.everyone.if.no.acl.found", "false",
                        "super.users", "User:ANONYMOUS;User:admin"))));
  }

  public String servers() {
    return broker.bootstrapServers();
  }

  /** What a client says to be let in, and for tests to be refused soon. */
  public Map<String, Object> as(String login) {
    Map<String, Object> access = new HashMap<>();
    access.put("bootstrap.servers", servers());
    access.put("security.protocol", "SASL_PLAINTEXT");
    access.put("sasl.mechanism", "PLAIN");
    access.put("sasl.jaas.config", PLAIN.formatted(login, login) + ";");
    return access;
  }

  /** Makes the rules those. */
  public RulesAtBroker.Changed apply(TopicRules rules) {
    try (Admin admin = Admin.create(as("admin"))) {
      return new RulesAtBroker(admin).apply(rules);
    }
  }

  @Override
  public void close() {
    broker.close();
  }
}
