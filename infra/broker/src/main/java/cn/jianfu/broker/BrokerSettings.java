package cn.jianfu.broker;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the broker keeps its data and listens; port 0 is any free one; overrides are Kafka's own
 * properties and win over ours.
 */
public record BrokerSettings(Path folder, String host, int port, Map<String, String> overrides) {

  public BrokerSettings {
    folder = folder.toAbsolutePath().normalize();
    overrides = Map.copyOf(overrides);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not between 0 and 65535");
    }
  }

  public static BrokerSettings in(Path folder) {
    return new BrokerSettings(folder, "127.0.0.1", 0, Map.of());
  }

  public BrokerSettings host(String bind) {
    return new BrokerSettings(folder, bind, port, overrides);
  }

  public BrokerSettings port(int number) {
    return new BrokerSettings(folder, host, number, overrides);
  }

  public BrokerSettings overrides(Map<String, String> properties) {
    return new BrokerSettings(folder, host, port, properties);
  }
}
