package cn.jianfu.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.jianfu.allinone.LocalSettings.Ports;
import cn.jianfu.allinone.SampleAccounts;
import cn.jianfu.allinone.sample.PlatformAddresses;
import cn.jianfu.allinone.sample.PlatformClient;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.Container;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The shipped Compose files, run by Compose itself as an operator does it, beside whatever else
 * this machine runs: with ports, secrets, volumes and a project of its own.
 */
final class ComposeProject implements AutoCloseable {

  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final int LONGEST_MINUTES = 6;

  private final List<String> compose;
  private final Ports ports;
  private final Ports seconds;
  private final Path secrets;
  private final Map<String, String> environment;

  private ComposeProject(List<String> compose, Images images) {
    this.compose = compose;
    this.ports = Ports.free();
    this.seconds = Ports.free();
    this.secrets = ContainerSecrets.folderFor("compose");
    this.environment = new HashMap<>(images.variables());
    // Of this checkout: what a run of it left that was killed is found again by its name.
    environment.put("COMPOSE_PROJECT_NAME", "jianfu-test-" + Integer.toHexString(ROOT.hashCode()));
    environment.put(
        "COMPOSE_FILE",
        "docker-compose.yml" + (images.storeIsOurs() ? ":infra/docker/offline/compose.yml" : ""));
    environment.put("COMPOSE", String.join(" ", compose));
    environment.put("JIANFU_SECRETS", secrets.toString());
    environment.put("JIANFU_CONSOLE_PORT", Integer.toString(ports.gateway()));
    environment.put("JIANFU_GROUP_PORT", Integer.toString(ports.group()));
    environment.put("JIANFU_IDENTITY_PORT", Integer.toString(ports.identity()));
    environment.put("JIANFU_CONSOLE_PORT_2", Integer.toString(seconds.gateway()));
    environment.put("JIANFU_GROUP_PORT_2", Integer.toString(seconds.group()));
    environment.put("JIANFU_IDENTITY_PORT_2", Integer.toString(seconds.identity()));
    environment.put("JIANFU_IDENTITY_ADDRESS", addresses().identity().toString());
    environment.put("JIANFU_CONSOLE_ADDRESS", addresses().gateway().toString());
    environment.put("JIANFU_CONSOLE_ADDRESS_2", addressesOfSeconds().gateway().toString());
  }

  /** Nothing runs yet; skips the test, in words, where there are no images or no Compose. */
  static ComposeProject orSkip() {
    Images images = Images.orSkip();
    List<String> compose = found();
    assumeTrue(!compose.isEmpty(), "There is no Compose, neither as plugin nor as docker-compose");
    ComposeProject project = new ComposeProject(compose, images);
    Runtime.getRuntime().addShutdownHook(new Thread(project::close));
    project.removeAll();
    return project;
  }

  private static List<String> found() {
    for (List<String> command : List.of(List.of("docker", "compose"), List.of("docker-compose"))) {
      try {
        List<String> asked = new ArrayList<>(command);
        asked.add("version");
        Process process = new ProcessBuilder(asked).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        if (process.waitFor() == 0) {
          return command;
        }
      } catch (IOException _) {
        // There is no such program: the other one may be there.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return List.of();
  }

  /** Calls Compose, and fails with what it says. */
  void call(String... arguments) {
    List<String> command = new ArrayList<>(compose);
    command.addAll(List.of(arguments));
    run(command);
  }

  /** Calls a script of infra/docker about this project. */
  void script(String name, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of("bash", ROOT.resolve("infra/docker/" + name).toString()));
    command.addAll(List.of(arguments));
    run(command);
  }

  private void run(List<String> command) {
    long begun = System.nanoTime();
    try {
      Path said = Files.createTempFile("compose-", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(ROOT.toFile())
              .redirectErrorStream(true)
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectOutput(said.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
      process.destroyForcibly();
      String words = Files.readString(said);
      Files.delete(said);
      if (!ended || process.exitValue() != 0) {
        throw new IllegalStateException(command + " failed:\n" + words);
      }
      System.out.printf(
          "%s: %.1f s%n",
          String.join(" ", command),
          Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** How often the engine has started the service's container again by itself. */
  int restarts(String service) {
    return containers().stream()
        .filter(it -> service.equals(it.getLabels().get("com.docker.compose.service")))
        .mapToInt(it -> Engine.client().inspectContainerCmd(it.getId()).exec().getRestartCount())
        .sum();
  }

  /**
   * The state of each container by its service: {@code healthy}, {@code starting}, {@code
   * unhealthy}, {@code ended 0} and the like; {@code running} for one that nobody asks for health.
   */
  Map<String, String> states() {
    Map<String, String> states = new TreeMap<>();
    for (Container container : containers()) {
      ContainerState state =
          Engine.client().inspectContainerCmd(container.getId()).exec().getState();
      String health = state.getHealth() == null ? "running" : state.getHealth().getStatus();
      states.put(
          container.getLabels().getOrDefault("com.docker.compose.service", ""),
          Boolean.TRUE.equals(state.getRunning()) ? health : "ended " + state.getExitCodeLong());
    }
    return states;
  }

  private List<Container> containers() {
    return Engine.client()
        .listContainersCmd()
        .withShowAll(true)
        .withLabelFilter(
            Map.of(
                "com.docker.compose.project", environment.getOrDefault("COMPOSE_PROJECT_NAME", "")))
        .exec();
  }

  PlatformAddresses addresses() {
    return addresses(ports);
  }

  /** Of the second instances, of the profile {@code scale}. */
  PlatformAddresses addressesOfSeconds() {
    return addresses(seconds);
  }

  private static PlatformAddresses addresses(Ports of) {
    return new PlatformAddresses(at(of.gateway()), at(of.group()), at(of.identity()));
  }

  private static URI at(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** As the first {@code up} made it. */
  String secret(String name) {
    return ContainerSecrets.in(secrets).get(name);
  }

  /** The system that sets the district up. */
  PlatformClient setup() {
    return new PlatformClient(
        addresses().identity(),
        SampleAccounts.SETUP.client(),
        secret(SampleAccounts.SETUP.secretName()));
  }

  private void removeAll() {
    call("--profile", "scale", "down", "--volumes", "--remove-orphans");
  }

  @Override
  public synchronized void close() {
    removeAll();
  }
}
