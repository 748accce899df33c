package cn.jianfu.acceptance;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.output.OutputFrame;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * A container that does one thing at the broker or the store and ends; one that fails is a failed
 * start.
 */
final class ContainerOnce extends GenericContainer<ContainerOnce> {

  private static final Duration LONGEST = Duration.ofMinutes(3);

  /**
   * @param network its name, or {@code container:} and the id of whose it shares
   * @param mounts files and folders of this machine, by where they are inside
   */
  ContainerOnce(
      ComposeService service,
      ContainerNetworks networks,
      String network,
      List<String> command,
      Map<String, Path> mounts) {
    super(DockerImageName.parse(service.image()));
    withEnv(service.environment());
    withLabels(Engine.labels(networks.name()));
    withNetworkMode(network);
    withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(LONGEST));
    withCreateContainerCmdModifier(create -> likeCompose(create, service, command, mounts));
  }

  private static void likeCompose(
      CreateContainerCmd create,
      ComposeService service,
      List<String> command,
      Map<String, Path> mounts) {
    HostConfig host = create.withEntrypoint(command).getHostConfig();
    if (host == null) {
      throw new IllegalStateException("Testcontainers sets no host configuration");
    }
    Stream<Bind> binds =
        mounts.entrySet().stream()
            .map(mount ->
                new Bind(mount.getValue().toString(), new Volume(mount.getKey()), AccessMode.ro));
    host.withBinds(binds.toList())
        .withReadonlyRootfs(service.is("read_only"))
        .withTmpFs(Map.of("/tmp", ""))
        .withCapDrop(
            service.list("cap_drop").stream().map(Capability::valueOf).toArray(Capability[]::new))
        .withMemory(service.memoryBytes());
  }

  /** What it printed, once it has ended well. */
  String printed() {
    start();
    return getLogs(OutputFrame.OutputType.STDOUT);
  }
}
