package cn.jianfu.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scaling asks for the lag of readers that there are, and for no more instances than have work. */
class ScalingTest {

  private static final Overlay HERE = Overlay.THREE_NODES_SCALED;

  private static final Map<String, Path> CONFIGURATIONS =
      Map.of(
          "report-gateway", Path.of("report-gateway/src/main/resources/report.yml"),
          "group-service", Path.of("group-service/src/main/resources/group.yml"));

  @Test
  void whatIsScaledHasNoNumberOfItsOwn() {
    assertThat(HERE.all("ScaledObject")).hasSize(2);
    HERE.all("ScaledObject")
        .forEach(scaled -> {
          Manifest service = HERE.the("Deployment", scaled.text("spec/scaleTargetRef/name"));
          assertThat(service.at("spec/replicas")).isEmpty();
        });
  }

  @Test
  void nobodyIsStartedWithoutAPartitionToRead() {
    HERE.all("ScaledObject")
        .forEach(scaled ->
            assertThat(scaled.text("spec/maxReplicaCount"))
                .isEqualTo(configuration(scaled).text("jianfu/topics/partitions")));
  }

  @Test
  void everyTriggerAsksForAReaderOfTheService() {
    HERE.all("ScaledObject")
        .forEach(scaled ->
            assertThat(scaled.list("spec/triggers"))
                .isNotEmpty()
                .allSatisfy(trigger -> assertThat(readers(scaled)).contains(reader(trigger))));
  }

  @Test
  void everyTriggerKnowsTheBrokerAndLogsIn() {
    HERE.all("ScaledObject")
        .forEach(scaled -> {
          Manifest service = HERE.the("Deployment", scaled.text("spec/scaleTargetRef/name"));
          for (Manifest trigger : scaled.list("spec/triggers")) {
            assertThat(HERE.environment(service))
                .containsKey(trigger.text("metadata/bootstrapServersFromEnv"));
            HERE.the("TriggerAuthentication", trigger.text("authenticationRef/name"));
          }
        });
  }

  @Test
  void theLoginIsThatOfAServiceOfTheBroker() {
    Secrets secrets = Secrets.made();
    Manifest login = HERE.the("TriggerAuthentication", "kafka-lag");
    Map<String, String> found = new HashMap<>();
    for (Manifest target : login.list("spec/secretTargetRef")) {
      found.put(target.text("parameter"), secrets.content(target.text("name"), target.text("key")));
    }
    assertThat(found).containsEntry("sasl", "plaintext").containsEntry("tls", "disable");
    assertThat(secrets.content("kafka", "kafka-server.jaas"))
        .contains("user_%s=\"%s\"".formatted(found.get("username"), found.get("password")));
  }

  private static String reader(Manifest trigger) {
    return trigger.text("metadata/consumerGroup") + " of " + trigger.text("metadata/topic");
  }

  /** Beside its topic a binding hears its own dead letters that come back. */
  private static List<String> readers(Manifest scaled) {
    Manifest stream =
        new Manifest(
            configuration(scaled).at("spring/cloud/stream").orElseThrow().getAsJsonObject());
    return stream.json().getAsJsonObject("bindings").keySet().stream()
        .map(name -> new Manifest(stream.json().getAsJsonObject("bindings").getAsJsonObject(name)))
        .map(binding ->
            binding.maybe("group").orElseGet(() -> stream.text("default/group"))
                + " of "
                + binding.text("destination").split(",", -1)[0])
        .toList();
  }

  private static Manifest configuration(Manifest scaled) {
    Path file = CONFIGURATIONS.get(scaled.text("spec/scaleTargetRef/name"));
    assertThat(file).as("configuration of " + scaled).isNotNull();
    return Yaml.one(Overlay.TOP.resolve(file));
  }
}
