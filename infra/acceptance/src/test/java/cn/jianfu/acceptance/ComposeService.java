package cn.jianfu.acceptance;

import com.github.dockerjava.api.model.HealthCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One service of a Compose file, in the words of the engine. */
record ComposeService(String name, Map<String, Object> said) {

  String image() {
    return text("image").orElseThrow();
  }

  Optional<String> text(String key) {
    return Optional.ofNullable(said.get(key)).map(Object::toString);
  }

  boolean is(String key) {
    return Boolean.TRUE.equals(said.get(key));
  }

  List<String> list(String key) {
    return said.get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** What neighbours call it. */
  List<String> names() {
    Map<String, Object> inner = ComposeFile.map(ComposeFile.map(said.get("networks")).get("inner"));
    List<String> names = new ArrayList<>(List.of(name));
    if (inner.get("aliases") instanceof List<?> aliases) {
      aliases.forEach(alias -> names.add(String.valueOf(alias)));
    }
    return names;
  }

  Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    ComposeFile.map(said.get("environment"))
        .forEach((key, value) -> environment.put(key, String.valueOf(value)));
    return environment;
  }

  /** Volumes, folders and files that are mounted: where from, by where to. */
  Map<String, String> mounts() {
    Map<String, String> mounts = new LinkedHashMap<>();
    for (String mount : list("volumes")) {
      String[] parts = mount.split(":", -1);
      mounts.put(parts[1], parts[0]);
    }
    return mounts;
  }

  long memoryBytes() {
    String limit = text("mem_limit").orElseThrow().toLowerCase(Locale.ROOT);
    long number = Long.parseLong(limit.substring(0, limit.length() - 1));
    return limit.endsWith("g") ? number << 30 : number << 20;
  }

  /** Empty when the image has its own. */
  Optional<HealthCheck> health() {
    Map<String, Object> health = ComposeFile.map(said.get("healthcheck"));
    if (!(health.get("test") instanceof List<?> test)) {
      return Optional.empty();
    }
    return Optional.of(
        new HealthCheck()
            .withTest(test.stream().map(String::valueOf).toList())
            .withInterval(nanos(health, "interval"))
            .withTimeout(nanos(health, "timeout"))
            .withStartPeriod(nanos(health, "start_period"))
            .withRetries(Integer.parseInt(String.valueOf(health.getOrDefault("retries", 3)))));
  }

  private static long nanos(Map<String, Object> health, String key) {
    return Duration.parse("PT" + health.getOrDefault(key, "30s")).toNanos();
  }
}
