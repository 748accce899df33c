package cn.jianfu.acceptance;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;

/**
 * The images that are tested: those that are asked for ({@code mongo.image}, {@code kafka.image},
 * {@code jianfu.image.prefix}), or else the official ones where the engine has or can pull them, or
 * else those that were built without a registry.
 */
record Images(String mongo, String kafka, String prefix) {

  static final String OUR_STORE = "jianfu/store-not-mongodb:0.1.0";
  static final String OUR_KAFKA = "jianfu/kafka:4.2.1";
  private static final List<String> SERVICES =
      List.of("identity", "group-service", "report-gateway");
  private static final int PULL_SECONDS = 300;

  /** Looked for once; the words say why there are none. */
  private static final class Found {
    private static final Images IMAGES;
    private static final String WHY_NOT;

    static {
      Images found = new Images("", "", System.getProperty("jianfu.image.prefix", "jianfu/"));
      String whyNot = "";
      if (!DockerClientFactory.instance().isDockerAvailable()) {
        whyNot = "no Docker engine answers";
      } else {
        found =
            new Images(
                chosen("mongo.image", "mongo:8", OUR_STORE),
                chosen("kafka.image", "apache/kafka:4.2.1", OUR_KAFKA),
                found.prefix());
        whyNot = found.lacking();
      }
      IMAGES = found;
      WHY_NOT = whyNot;
      System.out.println(
          whyNot.isEmpty() ? found.inWords() : "Containers are not tested: " + whyNot);
    }
  }

  /** Skips the test, in words, where there is no engine or no image. */
  static Images orSkip() {
    Assumptions.assumeTrue(
        Found.WHY_NOT.isEmpty(), () -> "Containers are not tested: " + Found.WHY_NOT);
    return Found.IMAGES;
  }

  /**
   * The services as they were before, of {@code jianfu.image.before}, a prefix as {@code
   * JIANFU_IMAGE_PREFIX} is one; skips the test, in words, where nobody names them.
   */
  Images beforeOrSkip() {
    String before = System.getProperty("jianfu.image.before", "");
    Assumptions.assumeFalse(
        before.isEmpty(),
        "An update is not tested: -Djianfu.image.before names no images of an earlier version");
    Images images = new Images(mongo, kafka, before);
    String lacking = images.lacking();
    Assumptions.assumeTrue(lacking.isEmpty(), () -> "An update is not tested: " + lacking);
    return images;
  }

  boolean storeIsOurs() {
    return mongo.contains("store-not-mongodb");
  }

  /**
   * Whether it is Kafka from its Maven artifacts; whatever else is asked for is the official one.
   */
  boolean kafkaIsOurs() {
    return kafka.startsWith("jianfu/kafka:");
  }

  /** As the Compose files have them. */
  Map<String, String> variables() {
    return Map.of(
        "JIANFU_MONGODB_IMAGE", mongo,
        "JIANFU_STORE_IMAGE", mongo,
        "JIANFU_KAFKA_IMAGE", kafka,
        "JIANFU_IMAGE_PREFIX", prefix);
  }

  private String lacking() {
    if (mongo.isEmpty() || kafka.isEmpty()) {
      return "no image of "
          + (mongo.isEmpty() ? "MongoDB" : "Kafka")
          + " is there or can be pulled (infra/docker/offline/build-images.sh builds one)";
    }
    return SERVICES.stream()
        .map(service -> prefix + service + ":0.1.0")
        .filter(image -> !isThere(image))
        .findFirst()
        .map(image -> image + " is not there (infra/docker/offline/build-images.sh builds it)")
        .orElse("");
  }

  private String inWords() {
    return "Tested images: %s*:0.1.0, broker %s%s, store %s%s"
        .formatted(
            prefix,
            kafka,
            kafkaIsOurs() ? " (Kafka from its Maven artifacts)" : "",
            mongo,
            storeIsOurs() ? " (THIS IS NOT MONGODB)" : "");
  }

  private static String chosen(String property, String official, String ours) {
    String asked = System.getProperty(property, "");
    if (!asked.isEmpty()) {
      return isThere(asked) || canBePulled(asked) ? asked : "";
    }
    if (isThere(official) || canBePulled(official)) {
      return official;
    }
    return isThere(ours) ? ours : "";
  }

  private static boolean isThere(String image) {
    try {
      engine().inspectImageCmd(image).exec();
      return true;
    } catch (NotFoundException _) {
      return false;
    }
  }

  private static boolean canBePulled(String image) {
    try {
      return engine().pullImageCmd(image).start().awaitCompletion(PULL_SECONDS, TimeUnit.SECONDS);
    } catch (DockerException | DockerClientException e) {
      // The latter for a pull that breaks off, or takes too long.
      System.out.println(image + " cannot be pulled: " + e.getMessage());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static DockerClient engine() {
    return DockerClientFactory.instance().client();
  }
}
