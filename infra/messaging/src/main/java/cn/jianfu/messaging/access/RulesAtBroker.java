package cn.jianfu.messaging.access;

import cn.jianfu.messaging.topic.KafkaAnswers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePatternFilter;

/** Makes a broker's rules about our logins those of the declaration, as often as it is asked. */
public final class RulesAtBroker {

  private static final Duration ONE_ANSWER = Duration.ofSeconds(60);

  private final Admin admin;

  /**
   * @param admin of a login that may change rules
   */
  public RulesAtBroker(Admin admin) {
    this.admin = admin;
  }

  /** What was changed. */
  public record Changed(int added, int withdrawn) {}

  /**
   * Adds what is missing, then takes away what is no longer declared.
   *
   * @throws org.apache.kafka.common.errors.ApiException when the broker is not there, has no rules
   *     at all, or does not let us change them
   */
  public Changed apply(TopicRules rules) {
    Set<AclBinding> there = present(rules.logins());
    Set<AclBinding> missing = new HashSet<>(rules.bindings());
    missing.removeAll(there);
    Set<AclBinding> over = new HashSet<>(there);
    over.removeAll(rules.bindings());
    get(admin.createAcls(missing).all());
    get(admin.deleteAcls(over.stream().map(AclBinding::toFilter).toList()).all());
    return new Changed(missing.size(), over.size());
  }

  private Set<AclBinding> present(Set<String> logins) {
    Set<AclBinding> present = new HashSet<>();
    logins.forEach(login -> present.addAll(get(admin.describeAcls(about(login)).values())));
    return present;
  }

  private static AclBindingFilter about(String login) {
    return new AclBindingFilter(
        ResourcePatternFilter.ANY,
        new AccessControlEntryFilter(
            TopicRules.principal(login), null, AclOperation.ANY, AclPermissionType.ANY));
  }

  private static <T> T get(KafkaFuture<T> answer) {
    return KafkaAnswers.get(answer, ONE_ANSWER);
  }
}
