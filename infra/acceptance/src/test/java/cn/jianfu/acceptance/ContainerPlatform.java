package cn.jianfu.acceptance;

import static org.awaitility.Awaitility.await;

import cn.jianfu.allinone.LocalSettings.Ports;
import cn.jianfu.allinone.Part;
import cn.jianfu.allinone.SampleAccounts;
import cn.jianfu.allinone.SampleAccounts.TownSystem;
import cn.jianfu.allinone.sample.PlatformAddresses;
import cn.jianfu.allinone.sample.PlatformClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.testcontainers.lifecycle.Startables;

/** The images as docker-compose.yml runs them, each part in its container. */
final class ContainerPlatform implements RunningPlatform {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int GRACE_SECONDS = 60;

  private final Ports ports;
  private final Ports published;
  private final ContainerSecrets secrets;
  private final ContainerNetworks networks;
  private final ContainerRecipes recipes;
  private final Map<Part, ContainerOfPart> parts = new EnumMap<>(Part.class);
  private final Map<String, String> townSecrets = new TreeMap<>();

  private ContainerPlatform(Images images, String name, Ports ports, Ports published) {
    this.ports = ports;
    this.published = published;
    this.secrets = ContainerSecrets.make(name);
    this.networks = ContainerNetworks.create(name);
    this.recipes = new ContainerRecipes(images, ports, published, networks, secrets.folder());
  }

  /** Starts everything; what had started is removed again when a part cannot start. */
  static ContainerPlatform start(Images images, String name, Map<String, String> settings) {
    Ports ports = Ports.free();
    return start(images, name, settings, ports, ports);
  }

  /**
   * The same, where something else listens at the ports that {@link #addresses} names: clients
   * reach group-service and report-gateway through it.
   */
  static ContainerPlatform startBehindBalancers(Images images, String name) {
    Ports ports = Ports.free();
    Ports published =
        new Ports(
            Ports.anyFree(), Ports.anyFree(), ports.identity(), ports.broker(), ports.store());
    return start(images, name, Map.of(), ports, published);
  }

  private static ContainerPlatform start(
      Images images, String name, Map<String, String> settings, Ports ports, Ports published) {
    Engine.sweep();
    ContainerPlatform platform = new ContainerPlatform(images, name, ports, published);
    Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
    try {
      platform.startParts(settings);
      return platform;
    } catch (RuntimeException e) {
      platform.parts.values().stream()
          .filter(part -> part.getContainerId() != null)
          .forEach(part -> System.out.println(part.getLogs()));
      platform.close();
      throw e;
    }
  }

  private void startParts(Map<String, String> settings) {
    Stream.of(Part.values()).forEach(part -> parts.put(part, recipes.of(part)));
    settings.forEach((key, value) ->
        container(Part.GROUP_SERVICE)
            .withEnv(key.replace('.', '_').toUpperCase(Locale.ROOT), value));
    startTogether(Part.STORE, Part.BROKER);
    System.out.print(recipes.storeUsers(id(Part.STORE)).printed());
    System.out.print(recipes.topicRules().printed());
    startTogether(Part.IDENTITY);
    startTogether(Part.GROUP_SERVICE, Part.REPORT_GATEWAY);
    PlatformClient setup = client(SampleAccounts.SETUP);
    SampleAccounts.TOWNS.forEach(town -> townSecrets.put(town.client(), created(town, setup)));
  }

  /** Both instances of a part: the one that runs, and a second one that is started now. */
  List<Replica> pairOf(Part part) {
    ContainerOfPart second = recipes.secondOf(part);
    second.start();
    return List.of(new Replica(container(part)), new Replica(second));
  }

  /** How the same parts are run of other images; the topics have their rules then. */
  ContainerRecipes updatedTo(Images images) {
    ContainerRecipes next =
        new ContainerRecipes(images, ports, published, networks, secrets.folder());
    System.out.print(next.topicRules().printed());
    return next;
  }

  private void startTogether(Part... some) {
    long begun = System.nanoTime();
    Startables.deepStart(Stream.of(some).map(this::container)).join();
    System.out.printf(
        "%s healthy after %.1f s%n",
        List.of(some), Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0);
  }

  /** As a district does it: identity makes up the secret and says it once. */
  private String created(TownSystem town, PlatformClient setup) {
    URI client = addresses().identity().resolve("/api/v1/clients/" + town.client());
    return setup
        .send(
            "PUT",
            client,
            Map.of("name", town.name(), "roles", List.of(town.role()), "unit", town.unit()))
        .path("secret")
        .asString();
  }

  @Override
  public PlatformAddresses addresses() {
    return new PlatformAddresses(at(ports.gateway()), at(ports.group()), at(ports.identity()));
  }

  private static URI at(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public String broker() {
    return "127.0.0.1:" + ports.broker();
  }

  @Override
  public PlatformClient client(TownSystem system) {
    String secret = townSecrets.get(system.client());
    return new PlatformClient(
        addresses().identity(),
        system.client(),
        secret == null ? secret(system.secretName()) : secret);
  }

  @Override
  public String secret(String name) {
    return secrets.get(name);
  }

  @Override
  public void stop(Part part) {
    Engine.client().stopContainerCmd(id(part)).withTimeout(GRACE_SECONDS).exec();
  }

  @Override
  public void start(Part part) {
    startOnly(part);
    awaitHealthy(part);
  }

  void startOnly(Part part) {
    Engine.client().startContainerCmd(id(part)).exec();
  }

  void awaitHealthy(Part part) {
    await()
        .pollInterval(Duration.ofMillis(500))
        .atMost(PATIENCE)
        .until(() -> {
          var health = state(part).getHealth();
          return health != null && "healthy".equals(health.getStatus());
        });
  }

  /** SIGKILL to all that runs in the container. */
  void kill(Part part) {
    Engine.client().killContainerCmd(id(part)).exec();
  }

  /**
   * The processes stand still, and connections stay open. While processes come and go in it, as
   * with a question for its health, the engine may be unable to freeze a container at the first
   * try.
   */
  void pause(Part part) {
    await()
        .atMost(Duration.ofSeconds(15))
        .pollInSameThread()
        .ignoreExceptionsMatching(
            failure -> String.valueOf(failure.getMessage()).contains("unable to freeze"))
        .until(() -> {
          Engine.client().pauseContainerCmd(id(part)).exec();
          return true;
        });
  }

  void unpause(Part part) {
    Engine.client().unpauseContainerCmd(id(part)).exec();
  }

  /** What the broker answers a service's login; see {@link BrokerProbe}. */
  String probed(String login, String tried) {
    return recipes.probe(login, tried).printed();
  }

  void cutFromBroker(Part part) {
    networks.cut(id(part));
  }

  void mend(Part part) {
    networks.mend(id(part), ContainerRecipes.nameOf(part));
  }

  boolean isPaused(Part part) {
    return Boolean.TRUE.equals(state(part).getPaused());
  }

  boolean reachesBroker(Part part) {
    return inspected(part).getNetworkSettings().getNetworks().containsKey(networks.wire());
  }

  @Override
  public boolean runs(Part part) {
    return Boolean.TRUE.equals(state(part).getRunning());
  }

  /** What the container has said since it was made, on both channels. */
  List<String> linesOf(Part part) {
    return container(part).getLogs().lines().filter(line -> !line.isBlank()).toList();
  }

  private InspectContainerResponse.ContainerState state(Part part) {
    return inspected(part).getState();
  }

  private InspectContainerResponse inspected(Part part) {
    return Engine.client().inspectContainerCmd(id(part)).exec();
  }

  private ContainerOfPart container(Part part) {
    return Objects.requireNonNull(parts.get(part));
  }

  private String id(Part part) {
    return container(part).getContainerId();
  }

  @Override
  public synchronized void close() {
    Engine.sweep(networks.name());
  }
}
