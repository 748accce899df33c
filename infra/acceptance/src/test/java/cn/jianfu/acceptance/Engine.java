package cn.jianfu.acceptance;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.testcontainers.DockerClientFactory;

/** The Docker engine, and what runs of these tests have left in it. */
final class Engine {

  /** On all that is made here; its value is the process that made it. */
  private static final String OWNER = "cn.jianfu.acceptance.pid";

  private static final long OURSELVES = ProcessHandle.current().pid();

  private Engine() {}

  static DockerClient client() {
    return DockerClientFactory.instance().client();
  }

  /**
   * @param name of the platform, among those of this process
   */
  static Map<String, String> labels(String name) {
    return Map.of(OWNER, Long.toString(OURSELVES), "cn.jianfu.acceptance.name", name);
  }

  /** Removes what a run left that was killed before it could. */
  static void sweep() {
    sweep(labels -> ProcessHandle.of(Long.parseLong(labels.getOrDefault(OWNER, "0"))).isEmpty());
  }

  /** Removes a platform of this process with all that it kept. */
  static void sweep(String name) {
    sweep(labels -> labels.entrySet().containsAll(labels(name).entrySet()));
  }

  private static void sweep(Predicate<Map<String, String>> which) {
    client().listContainersCmd().withShowAll(true).withLabelFilter(List.of(OWNER)).exec().stream()
        .filter(it -> which.test(it.getLabels()))
        .forEach(it ->
            quietly(() ->
                client()
                    .removeContainerCmd(it.getId())
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec()));
    client().listNetworksCmd().withFilter("label", List.of(OWNER)).exec().stream()
        .filter(it -> which.test(it.getLabels()))
        .forEach(it -> quietly(() -> client().removeNetworkCmd(it.getId()).exec()));
    client().listVolumesCmd().withFilter("label", List.of(OWNER)).exec().getVolumes().stream()
        .filter(it -> which.test(it.getLabels()))
        .forEach(it -> quietly(() -> client().removeVolumeCmd(it.getName()).exec()));
  }

  private static void quietly(Runnable removal) {
    try {
      removal.run();
    } catch (DockerException e) {
      System.out.println("While removing what the containers left: " + e.getMessage());
    }
  }
}
