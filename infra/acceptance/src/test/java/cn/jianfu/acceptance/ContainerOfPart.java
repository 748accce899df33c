package cn.jianfu.acceptance;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.RestartPolicy;
import com.github.dockerjava.api.model.Volume;
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

  private final ComposeService service;
  private final ContainerNetworks networks;

  /**
   * @param port inside, which is published
   * @param published on the loopback address
   */
  ContainerOfPart(
      ComposeService service, ContainerNetworks networks, Path secrets, int port, int published) {
    super(DockerImageName.parse(service.image()));
    this.service = service;
    this.networks = networks;
    withEnv(service.environment());
    withLabels(Engine.labels(networks.name()));
    withNetworkMode(networks.inner());
    withCreateContainerCmdModifier(command -> likeCompose(command, secrets, port, published));
    waitingFor(new SeldomAskedHealth().withStartupTimeout(LONGEST_START));
  }

  private void likeCompose(CreateContainerCmd command, Path secrets, int port, int published) {
    HostConfig host = command.getHostConfig();
    if (host == null) {
      throw new IllegalStateException("Testcontainers sets no host configuration");
    }
    service.health().ifPresent(command::withHealthcheck);
    service.text("user").ifPresent(command::withUser);
    if (!networks.isBroker(service)) {
      command.withAliases(service.name());
    }
    command.withExposedPorts(ExposedPort.tcp(port));
    host.withPortBindings(PortBinding.parse("127.0.0.1:" + published + ":" + port))
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
        .secrets()
        .forEach(
            (name, file) -> binds.add(readOnly(secrets.resolve(file), "/run/secrets/" + name)));
    service
        .mounts()
        .forEach((to, from) ->
            binds.add(
                from.startsWith(".")
                    ? readOnly(secrets.resolve(Path.of(from).getFileName()), to)
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
