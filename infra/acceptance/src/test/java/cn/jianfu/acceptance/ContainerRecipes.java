package cn.jianfu.acceptance;

import cn.jianfu.allinone.LocalSettings.Ports;
import cn.jianfu.allinone.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How each part is run, by docker-compose.yml and what the images need over it. */
final class ContainerRecipes {

  private static final Path ROOT = Path.of("..", "..");

  /** A listener that tests reach without a login; the services' own needs one. */
  private static final int OPEN_PORT = 9095;

  private static final int IDENTITY = 9000;
  private static final int GROUP = 8081;
  private static final int GATEWAY = 8080;

  private final Images images;
  private final Ports published;
  private final ContainerNetworks networks;
  private final Path secrets;
  private final ComposeFile shipped;
  private final ComposeFile offline;

  /**
   * @param ports as clients have them
   * @param published those of the containers, which differ where something is in front of them
   */
  ContainerRecipes(
      Images images, Ports ports, Ports published, ContainerNetworks networks, Path secrets) {
    this.images = images;
    this.published = published;
    this.networks = networks;
    this.secrets = secrets;
    Map<String, String> variables = new HashMap<>(images.variables());
    variables.put("JIANFU_IDENTITY_ADDRESS", "http://127.0.0.1:" + ports.identity());
    variables.put("JIANFU_CONSOLE_ADDRESS", "http://127.0.0.1:" + ports.gateway());
    this.shipped = ComposeFile.read(ROOT.resolve("docker-compose.yml"), variables);
    this.offline = ComposeFile.read(ROOT.resolve("infra/docker/offline/compose.yml"), variables);
  }

  static String nameOf(Part part) {
    return switch (part) {
      case STORE -> "mongodb";
      case BROKER -> "kafka";
      case IDENTITY -> "identity";
      case GROUP_SERVICE -> "group-service";
      case REPORT_GATEWAY -> "report-gateway";
    };
  }

  ContainerOfPart of(Part part) {
    return switch (part) {
      case STORE -> container(part, "", 27017, published.store());
      case BROKER -> openToTests(container(part, "", OPEN_PORT, published.broker()));
      case IDENTITY -> container(part, "", IDENTITY, published.identity());
      case GROUP_SERVICE -> container(part, "", GROUP, published.group()).watched();
      case REPORT_GATEWAY -> container(part, "", GATEWAY, published.gateway()).watched();
    };
  }

  /** The second of its kind, of the profile {@code scale}. */
  ContainerOfPart secondOf(Part part) {
    return switch (part) {
      case STORE, BROKER -> throw new IllegalArgumentException("there is one " + part);
      case IDENTITY -> container(part, "-2", IDENTITY, Ports.anyFree());
      case GROUP_SERVICE -> container(part, "-2", GROUP, Ports.anyFree()).watched();
      case REPORT_GATEWAY -> container(part, "-2", GATEWAY, Ports.anyFree()).watched();
    };
  }

  /** What comes in the place of one of two, at its address. */
  ContainerOfPart inPlaceOf(Replica replica, Part part, boolean second) {
    int port = part == Part.GROUP_SERVICE ? GROUP : GATEWAY;
    int at = replica.address().getPort();
    return container(part, second ? "-2" : "", port, at).watched();
  }

  /** As Compose runs it between the broker and the services. */
  ContainerOnce topicRules() {
    ComposeService rules = shipped.service("topic-rules");
    return new ContainerOnce(
        rules, networks, networks.wire(), rules.list("entrypoint"), mountsOf(rules));
  }

  /**
   * As Compose runs it between the store and the services.
   *
   * @param store id of its container, which runs
   */
  ContainerOnce storeUsers(String store) {
    ComposeService users = service("store-users", images.storeIsOurs());
    return new ContainerOnce(
        users, networks, "container:" + store, users.list("entrypoint"), mountsOf(users));
  }

  private Map<String, Path> mountsOf(ComposeService service) {
    Map<String, Path> mounts = new HashMap<>();
    service.mounts().forEach((to, from) -> mounts.put(to, ContainerSecrets.mounted(from, secrets)));
    return mounts;
  }

  /**
   * What a login may do at the broker's own listener.
   *
   * @param login file of the folder of secrets
   * @param tried as {@link BrokerProbe} reads it
   */
  ContainerOnce probe(String login, String tried) {
    List<String> command =
        new ArrayList<>(
            List.of("java", "-Xmx64m", "-cp", "/probe:app.jar", BrokerProbe.class.getName()));
    command.add("/run/secrets/login");
    command.addAll(List.of(tried.split(" ", -1)));
    return new ContainerOnce(
        shipped.service("topic-rules"),
        networks,
        networks.wire(),
        command,
        Map.of(
            "/run/secrets/login", secrets.resolve(login),
            "/probe", Path.of("target", "test-classes").toAbsolutePath()));
  }

  private ContainerOfPart container(Part part, String which, int port, int published) {
    boolean ours = part == Part.BROKER ? images.kafkaIsOurs() : images.storeIsOurs();
    String name = nameOf(part) + which;
    return new ContainerOfPart(service(name, ours), networks, secrets, port, published);
  }

  private ComposeService service(String name, boolean ours) {
    return ours ? shipped.service(name, offline) : shipped.service(name);
  }

  private ContainerOfPart openToTests(ContainerOfPart broker) {
    append(broker, "KAFKA_LISTENERS", "TESTS://:" + OPEN_PORT);
    append(broker, "KAFKA_ADVERTISED_LISTENERS", "TESTS://127.0.0.1:" + published.broker());
    append(broker, "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "TESTS:PLAINTEXT");
    return broker;
  }

  private static void append(ContainerOfPart broker, String name, String more) {
    broker.withEnv(name, broker.getEnvMap().get(name) + "," + more);
  }
}
