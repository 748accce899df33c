package cn.jianfu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.messaging.access.TopicRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that are shipped allow what the services do, and give each topic one owner. */
class TopicRulesTest {

  private static final TopicRules RULES = TopicRules.of("topic-rules.txt");
  private static final Path ROOT = Path.of("..", "..");

  @ParameterizedTest
  @CsvSource({
    "group-service/src/main/resources/group.yml, group",
    "report-gateway/src/main/resources/report.yml, report"
  })
  void everyBindingMayHearItsTopicAndItsOwnDeadLettersWhenTheyComeBack(String file, String login) {
    Map<String, Object> stream = stream(ROOT.resolve(file));
    Map<String, Object> byDefault = ComposeFile.map(stream.get("default"));
    Map<String, Object> bindings = ComposeFile.map(stream.get("bindings"));
    assertThat(bindings).isNotEmpty();
    bindings.forEach((name, said) -> {
      Map<String, Object> binding = ComposeFile.map(said);
      Map<String, Object> consumer = ComposeFile.map(byDefault.get("consumer"));
      consumer.putAll(ComposeFile.map(binding.get("consumer")));
      String group = String.valueOf(binding.getOrDefault("group", byDefault.get("group")));
      String[] heard = String.valueOf(binding.get("destination")).split(",", -1);
      String dead = heard[0] + "." + group + ".dlt";
      assertThat(heard).as(name).containsExactly(heard[0], dead + ".again");
      assertThat(consumer).as(name).containsEntry("multiplex", true);
      assertThat(may(login, heard[0])).as(name).contains(AclOperation.READ);
      assertThat(may(login, group)).as(name).contains(AclOperation.READ);
      assertThat(may(login, dead)).as(name).contains(AclOperation.WRITE, AclOperation.CREATE);
      assertThat(may(login, dead + ".again")).as(name).contains(AclOperation.READ);
      assertThat(may("report", dead + ".again")).as(name).contains(AclOperation.WRITE);
      assertThat(may("report", dead + ".redrive")).as(name).contains(AclOperation.READ);
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "group.events",
        "group.activity",
        "supervision.reference",
        "supervision.events",
        "report.views"
      })
  void everyTopicHasOneThatWritesItAndTheSameOneChangesIt(String topic) {
    String owner = topic.startsWith("group.") ? "group" : "report";
    for (AclOperation operation :
        List.of(AclOperation.WRITE, AclOperation.ALTER, AclOperation.ALTER_CONFIGS)) {
      assertThat(logins(topic, operation)).containsExactly("User:" + owner);
    }
    assertThat(logins(topic, AclOperation.DELETE)).isEmpty();
  }

  private static Set<AclOperation> may(String login, String what) {
    return RULES.bindings().stream()
        .filter(rule -> rule.pattern().name().equals(what))
        .filter(rule -> rule.entry().principal().equals("User:" + login))
        .map(rule -> rule.entry().operation())
        .collect(Collectors.toSet());
  }

  private static Set<String> logins(String topic, AclOperation operation) {
    return RULES.bindings().stream()
        .filter(rule -> rule.pattern().name().equals(topic))
        .map(AclBinding::entry)
        .filter(entry -> entry.operation() == operation)
        .map(entry -> entry.principal())
        .collect(Collectors.toSet());
  }

  private static Map<String, Object> stream(Path file) {
    Map<String, Object> spring = ComposeFile.map(ComposeFile.all(file).get("spring"));
    return ComposeFile.map(ComposeFile.map(spring.get("cloud")).get("stream"));
  }
}
