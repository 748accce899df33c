package cn.jianfu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shipped Compose files are read as Compose reads them. */
class ComposeFileTest {

  private static final Path ROOT = Path.of("..", "..");
  private static final Map<String, String> VARIABLES =
      Map.of("JIANFU_IDENTITY_ADDRESS", "http://127.0.0.1:9999", "JIANFU_SERVICE_MEMORY", "400m");

  private final ComposeFile shipped =
      ComposeFile.read(ROOT.resolve("docker-compose.yml"), VARIABLES);
  private final ComposeFile offline =
      ComposeFile.read(ROOT.resolve("infra/docker/offline/compose.yml"), VARIABLES);

  @Test
  void variablesAreReplacedAndDoubledDollarsAreNone() {
    ComposeService identity = shipped.service("identity");

    assertThat(identity.image()).isEqualTo("jianfu/identity:0.1.0");
    assertThat(identity.memoryBytes()).isEqualTo(400L << 20);
    assertThat(identity.environment())
        .containsEntry("JIANFU_IDENTITY_ISSUER", "http://127.0.0.1:9999")
        .containsEntry("JIANFU_CONSOLE_ADDRESS", "http://127.0.0.1:8080")
        .containsEntry(
            "SPRING_MONGODB_URI",
            "mongodb://identity:${jianfu.store.password}@mongodb:27017/identity");
    assertThat(shipped.service("kafka").environment())
        .containsEntry("KAFKA_HEAP_OPTS", "-Xms128m -Xmx384m");
  }

  @Test
  void anEmptyLogFormatIsOneAndAnEmptyAddressIsNot() {
    ComposeFile emptied =
        ComposeFile.read(
            ROOT.resolve("docker-compose.yml"),
            Map.of("JIANFU_LOG_FORMAT", "", "JIANFU_CONSOLE_ADDRESS", ""));

    assertThat(emptied.service("identity").environment())
        .containsEntry("LOGGING_STRUCTURED_FORMAT_CONSOLE", "")
        .containsEntry("JIANFU_CONSOLE_ADDRESS", "http://127.0.0.1:8080");
    assertThat(shipped.service("identity").environment())
        .containsEntry("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs");
  }

  /** By one command, the one that is written down. */
  @Test
  void whoWatchesHasTracesAsWell() throws IOException {
    for (String service : List.of("identity", "group-service", "report-gateway")) {
      assertThat(shipped.service(service).environment())
          .containsEntry("JIANFU_TRACES_ENDPOINT", "http://traces:4318/v1/traces")
          .containsEntry("JIANFU_TRACES_IF_KNOWN", "true");
    }
    assertThat(shipped.service("traces").list("profiles")).containsExactly("observability");
    for (String file : List.of("README.md", "README.zh-CN.md", "infra/docs/observability.md")) {
      assertThat(Files.readString(ROOT.resolve(file)))
          .contains("docker compose --profile observability up -d");
    }
  }

  @Test
  void noTracesAreOneSettingAway() {
    ComposeFile untraced =
        ComposeFile.read(ROOT.resolve("docker-compose.yml"), Map.of("JIANFU_TRACES_ENDPOINT", ""));

    assertThat(untraced.service("identity").environment())
        .containsEntry("JIANFU_TRACES_ENDPOINT", "");
  }

  @Test
  void aSecondFileReplacesWhatItNamesAndLeavesTheRest() {
    ComposeService group = shipped.service("group-service", offline);

    assertThat(group.environment())
        .containsEntry("SPRING_MONGODB_URI", "mongodb://mongodb:27017/group")
        .containsEntry("SPRING_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092");
    assertThat(shipped.service("kafka").is("read_only")).isFalse();
    assertThat(shipped.service("kafka", offline).is("read_only")).isTrue();
  }

  @Test
  void peopleMayLogInAtTheSecondConsoleToo() {
    for (String identity : List.of("identity", "identity-2")) {
      assertThat(shipped.service(identity).environment())
          .containsEntry("JIANFU_CONSOLE_ADDRESS_2", "http://127.0.0.1:18080");
    }
    assertThat(shipped.service("report-gateway-2").list("ports"))
        .containsExactly("127.0.0.1:18080:8080");
  }

  @Test
  void noContainersLogGrowsForEver() {
    assertThat(shipped.all())
        .isNotEmpty()
        .allSatisfy(service ->
            assertThat(
                    ComposeFile.map(ComposeFile.map(service.said().get("logging")).get("options")))
                .as(service.name())
                .containsKeys("max-size", "max-file"));
  }

  /** What a service that is broken into could do is little: it is nobody, and writes to memory. */
  @Test
  void ourContainersMayDoNothingButTheirWork() throws IOException {
    assertThat(shipped.all())
        .filteredOn(service -> service.image().startsWith("jianfu/"))
        .hasSizeGreaterThan(6)
        .allSatisfy(service -> {
          assertThat(service.is("read_only")).as(service.name()).isTrue();
          assertThat(service.list("tmpfs")).as(service.name()).containsExactly("/tmp");
          assertThat(service.list("cap_drop")).as(service.name()).containsExactly("ALL");
          assertThat(service.list("security_opt"))
              .as(service.name())
              .containsExactly("no-new-privileges:true");
          assertThat(service.memoryBytes()).as(service.name()).isBetween(64L << 20, 1L << 30);
          assertThat(service.text("pids_limit")).as(service.name()).contains("512");
        });
    assertThat(Files.readAllLines(ROOT.resolve("infra/docker/Dockerfile")))
        .filteredOn(line -> line.startsWith("USER ") || line.startsWith("FROM service"))
        .as("the image is made of the stage that is nobody's")
        .containsExactly("USER 10001:10001", "FROM service AS training", "USER 0", "FROM service");
  }

  /** At Docker Hub their names are a stranger's; and two that build one image at once may clash. */
  @Test
  void anImageOfOursIsNeverAskedOfARegistry() {
    assertThat(shipped.all())
        .filteredOn(service -> service.image().startsWith("jianfu/"))
        .hasSizeGreaterThan(6)
        .allSatisfy(service -> {
          assertThat(service.text("pull_policy")).as(service.name()).contains("never");
        });
    assertThat(shipped.all())
        .filteredOn(service -> service.said().containsKey("build"))
        .extracting(ComposeService::image)
        .containsExactlyInAnyOrder(
            "jianfu/identity:0.1.0", "jianfu/group-service:0.1.0", "jianfu/report-gateway:0.1.0");
    for (String name : List.of("secrets", "mongodb", "store-users", "kafka")) {
      assertThat(shipped.service(name).text("pull_policy")).as(name).isEmpty();
      assertThat(shipped.service(name, offline).text("pull_policy")).as(name).contains("never");
    }
  }

  @Test
  void theStoreAndTheBrokerMayNotGainMoreThanTheyHave() {
    for (String name : List.of("secrets", "mongodb", "store-users", "kafka")) {
      ComposeService service = shipped.service(name);
      assertThat(service.list("security_opt")).as(name).containsExactly("no-new-privileges:true");
      assertThat(service.list("cap_drop")).as(name).containsExactly("ALL");
      assertThat(service.memoryBytes()).as(name).isPositive();
    }
  }

  /** By `up` alone, on a machine that has nothing yet. */
  @Test
  void secretsAreThereBeforeAnybodyReadsThem() {
    ComposeService maker = shipped.service("secrets");
    assertThat(maker.text("restart")).contains("no");
    assertThat(maker.text("network_mode")).contains("none");
    assertThat(maker.list("entrypoint")).containsExactly("/bin/sh", "/opt/jianfu/secrets.sh");
    assertThat(maker.mounts())
        .containsEntry("/opt/jianfu/secrets.sh", "./infra/docker/secrets.sh")
        .containsEntry("/secrets", "./infra/docker/secrets")
        .containsEntry("/store", "mongodb-data");
    // The others with secrets come after one of these, which are asked for elsewhere.
    assertThat(List.of("mongodb", "kafka", "grafana"))
        .allSatisfy(name ->
            assertThat(conditions(shipped.service(name)))
                .containsEntry("secrets", "service_completed_successfully"));
    assertThat(shipped.all())
        .filteredOn(service -> service.mounts().containsKey("/run/secrets"))
        .hasSize(10)
        .allSatisfy(service ->
            assertThat(service.mounts())
                .as("its own and no other's")
                .containsEntry(
                    "/run/secrets",
                    "./infra/docker/secrets/for/" + service.name().replaceFirst("-2$", "")));
  }

  /** One that ends before anybody else starts, and reaches nobody. */
  @Test
  void nobodyElseIsRootOrMayDoMore() {
    assertThat(shipped.all())
        .filteredOn(service ->
            !service.list("cap_add").isEmpty() || service.text("user").orElse("").startsWith("0"))
        .extracting(ComposeService::name)
        .containsExactly("secrets");
  }

  @Test
  void servicesStartAfterTheBrokerItsRulesAndTheStore() {
    assertThat(conditions(shipped.service("topic-rules")))
        .containsEntry("kafka", "service_healthy");
    assertThat(shipped.all())
        .filteredOn(service -> service.environment().containsKey("SPRING_KAFKA_BOOTSTRAP_SERVERS"))
        .filteredOn(service -> !service.name().equals("topic-rules"))
        .hasSizeGreaterThan(3)
        .allSatisfy(service ->
            assertThat(conditions(service))
                .as(service.name())
                .containsEntry("kafka", "service_healthy")
                .containsEntry("topic-rules", "service_completed_successfully")
                .containsEntry("mongodb", "service_healthy"));
  }

  @Test
  void whatIsMountedAndAskedIsInTheEnginesWords() {
    assertThat(shipped.service("report-gateway").mounts())
        .containsEntry("/run/secrets", "./infra/docker/secrets/for/report-gateway");
    assertThat(shipped.service("kafka").mounts())
        .containsEntry("/var/lib/kafka/data", "kafka-data");
    assertThat(shipped.service("kafka").health())
        .hasValueSatisfying(health -> assertThat(health.getInterval()).isEqualTo(5_000_000_000L));
    assertThat(shipped.service("identity").health()).as("the image has its own").isEmpty();
  }

  /** Also after a first start that was cut short, and for a service that is new. */
  @Test
  void noServiceStartsBeforeTheStoresUsersAreThere() {
    ComposeService users = shipped.service("store-users");
    assertThat(users.text("network_mode")).as("beside the server").contains("service:mongodb");
    assertThat(users.text("restart")).contains("no");
    assertThat(users.mounts())
        .containsEntry("/opt/jianfu/store-users.js", "./infra/docker/store-users.js");
    assertThat(users.list("entrypoint"))
        .endsWith("mongodb://127.0.0.1:27017/admin", "/opt/jianfu/store-users.js");
    assertThat(conditions(users)).containsEntry("mongodb", "service_healthy");
    assertThat(shipped.service("mongodb").list("command")).contains("--auth");
    assertThat(shipped.all())
        .filteredOn(service -> service.environment().containsKey("SPRING_MONGODB_URI"))
        .hasSizeGreaterThan(5)
        .allSatisfy(service ->
            assertThat(conditions(service))
                .as(service.name())
                .containsEntry("store-users", "service_completed_successfully"));
  }

  @Test
  void theStoreThatStandsInRunsWhatItsImageRuns() throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve("infra/docker/offline/store/Dockerfile")))
        .contains(
            "CMD [\"" + String.join("\", \"", offline.service("mongodb").list("command")) + "\"]");
  }

  /** What is built from the Maven artifacts is the version that services are built with. */
  @Test
  void theBrokerIsTheOneThatClientsAreOf() throws IOException {
    String version =
        Files.readAllLines(ROOT.resolve("pom.xml")).stream()
            .map(String::strip)
            .filter(line -> line.startsWith("<kafka.version>"))
            .map(line -> line.replaceAll("</?kafka.version>", ""))
            .findFirst()
            .orElseThrow();

    assertThat(shipped.service("kafka").image()).isEqualTo("apache/kafka:" + version);
    assertThat(Images.OUR_KAFKA).isEqualTo("jianfu/kafka:" + version);
    assertThat(Files.readAllLines(ROOT.resolve("infra/docker/offline/offline.env")))
        .contains("JIANFU_KAFKA_IMAGE=" + Images.OUR_KAFKA);
  }

  /** Of every module: the first stage of the image builds them all. */
  @Test
  void theSourcesAreLetIntoTheBuild() throws IOException {
    List<PathMatcher> letIn =
        Files.readAllLines(ROOT.resolve(".dockerignore")).stream()
            .filter(line -> line.startsWith("!"))
            .map(line -> FileSystems.getDefault().getPathMatcher("glob:" + line.substring(1)))
            .toList();
    List<String> modules =
        Pattern.compile("<module>(.+)</module>")
            .matcher(Files.readString(ROOT.resolve("pom.xml")))
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(modules).hasSizeGreaterThan(10);
    assertThat(
            Stream.concat(
                Stream.of("pom.xml", ".mvn", "infra/docker/jars.sh"),
                modules.stream().flatMap(it -> Stream.of(it + "/pom.xml", it + "/src/main"))))
        .allSatisfy(needed -> assertThat(letIn).anyMatch(it -> it.matches(Path.of(needed))));
  }

  private static Map<String, String> conditions(ComposeService service) {
    Map<String, String> conditions = new HashMap<>();
    ComposeFile.map(service.said().get("depends_on"))
        .forEach(
            (on, how) -> conditions.put(on, String.valueOf(ComposeFile.map(how).get("condition"))));
    return conditions;
  }
}
