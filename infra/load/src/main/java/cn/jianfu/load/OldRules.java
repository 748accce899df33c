package cn.jianfu.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The rule set that a new district has, as one that was in force long before. */
final class OldRules {

  private static final String SEED = "/seed/rule-set.json";
  private static final String SINCE = "2020-01-01";

  private OldRules() {}

  /** Writes it into the folder; the option that has the gateway begin with it. */
  static String option(Path folder) {
    try (InputStream seed = OldRules.class.getResourceAsStream(SEED)) {
      JsonNode rules = Client.JSON.readTree(seed);
      ((ObjectNode) rules).put("effectiveFrom", SINCE);
      Path file = Files.createDirectories(folder).resolve("old-rules.json");
      Files.write(file, Client.JSON.writeValueAsBytes(rules));
      return "-Djianfu.report.seed.rule-set=" + file.toUri();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
