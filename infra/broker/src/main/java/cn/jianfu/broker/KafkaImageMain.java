package cn.jianfu.broker;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.Kafka;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * Kafka itself as the program of an image, configured like the image apache/kafka: formats its
 * folder when that is new, then hands over to {@code kafka.Kafka}.
 */
public final class KafkaImageMain {

  private KafkaImageMain() {}

  public static void main(String[] arguments) throws Exception {
    Properties properties = ImageEnvironment.properties(System.getenv());
    formatWhenNew(properties, System.getenv().getOrDefault("CLUSTER_ID", ""));
    Kafka.main(new String[] {written(properties).toString()});
  }

  static void formatWhenNew(Properties properties, String clusterId) throws Exception {
    List<Path> folders = folders(properties);
    Path metadata =
        Path.of(properties.getProperty("metadata.log.dir", folders.getFirst().toString()));
    if (Files.exists(metadata.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
      return;
    }
    Formatter formatter =
        new Formatter()
            .setClusterId(clusterId.isBlank() ? Uuid.randomUuid().toString() : clusterId)
            .setNodeId(Integer.parseInt(properties.getProperty("node.id")))
            .setMetadataLogDirectory(metadata.toString())
            .setControllerListenerName(
                properties.getProperty("controller.listener.names").split(",", 2)[0])
            .setIgnoreFormatted(true);
    folders.forEach(folder -> formatter.addDirectory(folder.toString()));
    formatter.run();
  }

  private static List<Path> folders(Properties properties) {
    return List.of(properties.getProperty("log.dirs").split(",")).stream()
        .map(String::strip)
        .map(Path::of)
        .toList();
  }

  /** Kafka's own main reads a file. */
  private static Path written(Properties properties) throws IOException {
    Path file = Files.createTempFile("server", ".properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
    return file;
  }
}
