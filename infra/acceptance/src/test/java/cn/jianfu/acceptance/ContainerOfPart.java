package cn.jianfu.acceptance;

import cn.jianfu.allinone.LocalSettings.Ports;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.RestartPolicy;
import com.github.dockerjava.api.model.Volume;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** A container as Compose would make it, with a fixed port so that a restart keeps it. */
final class ContainerOfPart extends GenericContainer<ContainerOfPart> {

  private static final Duration LONGEST_START = Duration.ofMinutes(4);

  /** Where health is told, which Compose does not publish. */
  private static final int WATCHED = 8090;

  /** As Docker's client hands on a proxy; what does not need the outside does not ask it. */
  private static final String NOBODY = "http://127.0.0.1:9";

  private final ComposeService service;
  private final ContainerNetworks networks;
  private final List<PortBinding> published = new ArrayList<>();
  private final URI address;
  private URI readiness = URI.create("");

  /**
   * @param port inside, which is published
   * @param published on the loopback address
   */
  ContainerOfPart(
      ComposeService service, ContainerNetworks networks, Path secrets, int port, int published) {
    super(DockerImageName.parse(service.image()));
    this.service = service;
    this.networks = networks;
    this.address = publish(port, published);
    withEnv(service.environment());
    withEnv("http_proxy", NOBODY);
    withLabels(Engine.labels(networks.name()));
    withNetworkMode(networks.inner());
    withCreateContainerCmdModifier(command -> likeCompose(command, secrets));
    waitingFor(new SeldomAskedHealth().withStartupTimeout(LONGEST_START));
  }

  private URI publish(int port, int to) {
    published.add(PortBinding.parse("127.0.0.1:" + to + ":" + port));
    return URI.create("http://127.0.0.1:" + to);
  }

  /** Publishes what a load balancer asks. */
  ContainerOfPart watched() {
    readiness = publish(WATCHED, Ports.anyFree()).resolve("/actuator/health/readiness");
    return this;
  }

  URI address() {
    return address;
  }

  URI readiness() {
    return readiness;
  }

  private void likeCompose(CreateContainerCmd command, Path secrets) {
    HostConfig host = command.getHostConfig();
    if (host == null) {
      throw new IllegalStateException("Testcontainers sets no host configuration");
    }
    service.health().ifPresent(command::withHealthcheck);
    service.text("user").ifPresent(command::withUser);
    if (!service.list("command").isEmpty()) {
      command.withCmd(service.list("command"));
    }
    if (!networks.isBroker(service)) {
      command.withAliases(service.names());
    }
    command.withExposedPorts(published.stream().map(PortBinding::getExposedPort).toList());
    host.withPortBindings(published)
        .withRestartPolicy(RestartPolicy.unlessStoppedRestart())
        .withInit(service.is("init"))
        .withReadonlyRootfs(service.is("read_only"))
        .withTmpFs(service.list("tmpfs").stream().collect(Collectors.toMap(it -> it, _ -> "")))
        .withCapDrop(
            service.list("cap_drop").stream().map(Capability::valueOf).toArray(Capability[]::new))
        .withSecurityOpts(service.list("security_opt"))
        .withMemory(service.memoryBytes())
        .withBinds(binds(secrets));
    service.text("pids_limit").map(Long::valueOf).ifPresent(host::withPidsLimit);
  }

  private List<Bind> binds(Path secrets) {
    List<Bind> binds = new ArrayList<>();
    service
        .mounts()
        .forEach((to, from) ->
            binds.add(
                from.startsWith(".")
                    ? readOnly(ContainerSecrets.mounted(from, secrets), to)
                    : new Bind(networks.volume(from), new Volume(to))));
    return binds;
  }

  private static Bind readOnly(Path file, String to) {
    return new Bind(file.toString(), new Volume(to), AccessMode.ro);
  }

  @Override
  protected void containerIsCreated(String id) {
    networks.join(id, service);
  }
}
