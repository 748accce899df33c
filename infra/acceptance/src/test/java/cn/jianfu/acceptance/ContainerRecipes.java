package cn.jianfu.acceptance;

import cn.jianfu.allinone.LocalSettings.Ports;
import cn.jianfu.allinone.Part;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** How each part is run, by docker-compose.yml and what the images need over it. */
final class ContainerRecipes {

  private static final Path ROOT = Path.of("..", "..");

  /** A listener that tests reach without a login; the services' own needs one. */
  private static final int OPEN_PORT = 9095;

  private final Images images;
  private final Ports ports;
  private final ContainerNetworks networks;
  private final Path secrets;
  private final ComposeFile shipped;
  private final ComposeFile offline;

  ContainerRecipes(Images images, Ports ports, ContainerNetworks networks, Path secrets) {
    this.images = images;
    this.ports = ports;
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
      case STORE -> container(part, 27017, ports.store());
      case BROKER -> openToTests(container(part, OPEN_PORT, ports.broker()));
      case IDENTITY -> container(part, 9000, ports.identity());
      case GROUP_SERVICE -> container(part, 8081, ports.group());
      case REPORT_GATEWAY -> container(part, 8080, ports.gateway());
    };
  }

  private ContainerOfPart container(Part part, int port, int published) {
    return new ContainerOfPart(service(part), networks, secrets, port, published);
  }

  private ComposeService service(Part part) {
    boolean ours = part == Part.BROKER ? images.kafkaIsOurs() : images.storeIsOurs();
    return ours ? shipped.service(nameOf(part), offline) : shipped.service(nameOf(part));
  }

  private ContainerOfPart openToTests(ContainerOfPart broker) {
    append(broker, "KAFKA_LISTENERS", "TESTS://:" + OPEN_PORT);
    append(broker, "KAFKA_ADVERTISED_LISTENERS", "TESTS://127.0.0.1:" + ports.broker());
    append(broker, "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "TESTS:PLAINTEXT");
    return broker;
  }

  private static void append(ContainerOfPart broker, String name, String more) {
    broker.withEnv(name, broker.getEnvMap().get(name) + "," + more);
  }
}
