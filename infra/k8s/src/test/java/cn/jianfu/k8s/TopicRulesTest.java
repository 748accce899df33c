package cn.jianfu.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The broker's rules come to a cluster as they come to Compose. */
class TopicRulesTest {

  private static final Overlay HERE = Overlay.ONE_NODE;

  private final Manifest job = HERE.the("Job", "topic-rules");
  private final Manifest container = Overlay.container(job);
  private final Compose compose = new Compose();

  @Test
  void theJobRunsWhatComposeRunsInTheImageOfTheSameVersion() {
    assertThat(container.texts("command")).isNotEmpty().isEqualTo(compose.command("topic-rules"));
    assertThat(HERE.environment(job)).isEqualTo(compose.environment("topic-rules"));
    assertThat(container.text("image"))
        .isEqualTo(Overlay.container(HERE.the("Deployment", "report-gateway")).text("image"));
  }

  @Test
  void itReachesTheBrokerWithALoginThatTheBrokerKnows() {
    WhoTalksToWhomTest.assertReached(HERE, job, "kafka", 9092);
    String secret = job.list("spec/template/spec/volumes").getFirst().text("secret/secretName");
    assertThat(compose.readsItsSecrets("topic-rules")).isTrue();
    assertThat(Secrets.made().ofContainer("topic-rules"))
        .containsOnlyKeys("kafka.properties")
        .allSatisfy(
            (file, text) -> assertThat(Secrets.made().content(secret, file)).isEqualTo(text));
    String password =
        Secrets.made()
            .content(secret, "kafka.properties")
            .replaceAll("(?s).*password=\"(\\w+)\".*", "$1");
    assertThat(Secrets.made().content("kafka", "kafka-server.jaas"))
        .contains("user_admin=\"" + password + "\"");
  }

  @Test
  void theBrokersRulesLetTheNodeAndThisLoginInAndNobodyElseByDefault() {
    Manifest kafka = HERE.the("StatefulSet", "kafka");
    assertThat(HERE.environment(kafka))
        .containsEntry("KAFKA_SUPER_USERS", "User:ANONYMOUS;User:admin")
        .containsEntry("KAFKA_ALLOW_EVERYONE_IF_NO_ACL_FOUND", "false")
        .containsKey("KAFKA_AUTHORIZER_CLASS_NAME");
    // Who needs no login must be inside the pod, for he may do everything.
    String listeners = HERE.environment(kafka).getOrDefault("KAFKA_LISTENERS", "");
    String protocols =
        HERE.environment(kafka).getOrDefault("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "");
    for (String entry : protocols.split(",", -1)) {
      String[] listener = entry.split(":", -1);
      if (!listener[1].startsWith("SASL_")) {
        assertThat(listeners).contains(listener[0] + "://127.0.0.1:");
      }
    }
  }

  @Test
  void aPodWithThatLoginHasNoRights() {
    assertThat(job.text("spec/template/spec/automountServiceAccountToken")).isEqualTo("false");
    assertThat(job.text("spec/template/spec/securityContext/runAsNonRoot")).isEqualTo("true");
    assertThat(container.text("securityContext/readOnlyRootFilesystem")).isEqualTo("true");
    assertThat(container.texts("securityContext/capabilities/drop")).containsExactly("ALL");
  }
}
