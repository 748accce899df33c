package cn.jianfu.acceptance;

import com.github.dockerjava.api.model.ContainerNetwork;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The networks and volumes of one platform. The broker is reached over a network of its own, so
 * that one service can be cut from it and reaches everything else.
 *
 * @param name of the platform
 * @param inner where all meet and ports are published
 * @param wire where the broker is called by its name
 * @param volumes made so far
 */
record ContainerNetworks(String name, String inner, String wire, Set<String> volumes) {

  private static final String BROKER = "kafka";
  private static final Set<String> TALK_TO_IT =
      Set.of(BROKER, "group-service", "group-service-2", "report-gateway", "report-gateway-2");

  static ContainerNetworks create(String name) {
    String prefix = "jianfu-" + name + "-" + ProcessHandle.current().pid();
    Map<String, String> labels = Engine.labels(name);
    Engine.client().createNetworkCmd().withName(prefix).withLabels(labels).exec();
    // Internal, so that ports are never published on it and stay when it is taken away.
    Engine.client()
        .createNetworkCmd()
        .withName(prefix + "-wire")
        .withInternal(true)
        .withLabels(labels)
        .exec();
    return new ContainerNetworks(name, prefix, prefix + "-wire", new HashSet<>());
  }

  boolean isBroker(ComposeService service) {
    return service.name().equals(BROKER);
  }

  /** Makes the volume when it is not there. */
  synchronized String volume(String volume) {
    String full = inner + "-" + volume;
    if (volumes.add(full)) {
      Engine.client().createVolumeCmd().withName(full).withLabels(Engine.labels(name)).exec();
    }
    return full;
  }

  /** Puts a new container on the wire when it talks to the broker or is it. */
  void join(String container, ComposeService service) {
    if (TALK_TO_IT.contains(service.name())) {
      mend(container, service.name());
    }
  }

  void mend(String container, String alias) {
    Engine.client()
        .connectToNetworkCmd()
        .withContainerId(container)
        .withNetworkId(wire)
        .withContainerNetwork(new ContainerNetwork().withAliases(alias))
        .exec();
  }

  void cut(String container) {
    Engine.client()
        .disconnectFromNetworkCmd()
        .withContainerId(container)
        .withNetworkId(wire)
        .withForce(true)
        .exec();
  }
}
