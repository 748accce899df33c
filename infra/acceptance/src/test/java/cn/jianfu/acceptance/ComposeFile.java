package cn.jianfu.acceptance;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The Compose files of this repository: what they say is what is tested. */
final class ComposeFile {

  /**
   * {@code $$}, {@code ${NAME}}, {@code ${NAME:-when empty or not there}} or {@code ${NAME-when not
   * there}}.
   */
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\$|\\$\\{([A-Z0-9_]+)(?:(:?)-([^}]*))?}");

  private final Map<String, Object> services;
  private final Map<String, String> variables;

  private ComposeFile(Map<String, Object> services, Map<String, String> variables) {
    this.services = services;
    this.variables = variables;
  }

  /**
   * @param variables as Compose would have them in its environment
   */
  static ComposeFile read(Path file, Map<String, String> variables) {
    return new ComposeFile(map(all(file).get("services")), variables);
  }

  /** A file of YAML as it stands. */
  static Map<String, Object> all(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      Object all = yaml.load(reader);
      return map(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What this file says of a service. */
  ComposeService service(String name) {
    return new ComposeService(name, map(resolved(services.get(name))));
  }

  List<ComposeService> all() {
    return services.keySet().stream().map(this::service).toList();
  }

  /** What this file says of it, and over that what another file says. */
  ComposeService service(String name, ComposeFile over) {
    return new ComposeService(
        name, map(merged(resolved(services.get(name)), over.resolved(over.services.get(name)))));
  }

  /** As Compose reads a second file: maps are merged, anything else is replaced. */
  private static @Nullable Object merged(@Nullable Object under, @Nullable Object over) {
    if (over == null) {
      return under;
    }
    if (!(under instanceof Map<?, ?>) || !(over instanceof Map<?, ?>)) {
      return over;
    }
    Map<String, Object> both = map(under);
    map(over)
        .forEach((key, value) -> {
          Object merged = merged(both.get(key), value);
          if (merged != null) {
            both.put(key, merged);
          }
        });
    return both;
  }

  private @Nullable Object resolved(@Nullable Object said) {
    return switch (said) {
      case null -> null;
      case String text -> VARIABLE.matcher(text).replaceAll(this::valueOf);
      case List<?> list -> list.stream().map(this::resolved).toList();
      case Map<?, ?> any -> {
        Map<String, Object> map = map(any);
        map.replaceAll((_, value) -> resolved(value));
        yield map;
      }
      default -> said;
    };
  }

  private String valueOf(java.util.regex.MatchResult found) {
    String name = found.group(1);
    if (name == null) {
      return Matcher.quoteReplacement("$");
    }
    String otherwise = found.group(3) == null ? "" : found.group(3);
    String value = variables.getOrDefault(name, otherwise);
    return Matcher.quoteReplacement(
        value.isEmpty() && ":".equals(found.group(2)) ? otherwise : value);
  }

  static Map<String, Object> map(@Nullable Object said) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (said instanceof Map<?, ?> any) {
      any.forEach((key, value) -> map.put(String.valueOf(key), value));
    }
    return map;
  }
}
