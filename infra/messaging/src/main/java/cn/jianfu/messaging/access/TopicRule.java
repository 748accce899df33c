package cn.jianfu.messaging.access;

import static cn.jianfu.messaging.inbound.InboundBindings.againTopic;
import static cn.jianfu.messaging.inbound.InboundBindings.deadLetterTopic;
import static org.apache.kafka.common.acl.AclOperation.ALTER;
import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;

import cn.jianfu.messaging.topic.DeadLetters;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** What a login may do. Nobody may delete a topic or its records. */
sealed interface TopicRule {

  String login();

  /** The rule in the broker's words. */
  Stream<AclBinding> bindings();

  /** It alone makes the topic and its settings, and writes to it. */
  record Owns(String login, String topic) implements TopicRule {

    @Override
    public Stream<AclBinding> bindings() {
      return allowed(login, TOPIC, topic, CREATE, ALTER, ALTER_CONFIGS, WRITE, READ);
    }
  }

  /** Reads without a group. */
  record Reads(String login, String topic) implements TopicRule {

    @Override
    public Stream<AclBinding> bindings() {
      return allowed(login, TOPIC, topic, READ);
    }
  }

  /**
   * Reads as a group, which has its own dead letters and their way back. It may make the topic when
   * the owner has not started yet, and change nothing of it.
   */
  record Hears(String login, String topic, String group) implements TopicRule {

    @Override
    public Stream<AclBinding> bindings() {
      String dead = deadLetterTopic(topic, group);
      return Stream.of(
              allowed(login, TOPIC, topic, CREATE, READ),
              allowed(login, GROUP, group, READ),
              new Owns(login, dead).bindings(),
              new Owns(login, againTopic(dead)).bindings(),
              allowed(login, GROUP, DeadLetters.redriveGroup(dead), READ))
          .flatMap(one -> one);
    }
  }

  /** Sends back the dead letters of a group that is another's, and sees how far that group is. */
  record Redrives(String login, String topic, String group) implements TopicRule {

    @Override
    public Stream<AclBinding> bindings() {
      String dead = deadLetterTopic(topic, group);
      return Stream.of(
              allowed(login, TOPIC, dead, READ),
              allowed(login, TOPIC, againTopic(dead), WRITE),
              allowed(login, GROUP, group, DESCRIBE),
              allowed(login, GROUP, DeadLetters.redriveGroup(dead), READ))
          .flatMap(one -> one);
    }
  }

  private static Stream<AclBinding> allowed(
      String login, ResourceType type, String name, AclOperation... operations) {
    ResourcePattern what = new ResourcePattern(type, name, PatternType.LITERAL);
    return List.of(operations).stream()
        .map(operation ->
            new AccessControlEntry(
                TopicRules.principal(login), "*", operation, AclPermissionType.ALLOW))
        .map(entry -> new AclBinding(what, entry));
  }
}
