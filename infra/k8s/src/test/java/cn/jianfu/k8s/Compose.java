package cn.jianfu.k8s;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What docker-compose.yml says, with its defaults in place of its variables. */
final class Compose {

  private static final Pattern DEFAULT = Pattern.compile("\\$\\{[A-Z0-9_]+:?-([^}]*)}");
  private final Manifest file = Yaml.one(Overlay.TOP.resolve("docker-compose.yml"));

  /** The services that are built here and go on running. */
  List<String> ours() {
    return file.json().getAsJsonObject("services").keySet().stream()
        .filter(name -> file.at("services/" + name + "/build").isPresent())
        .filter(name -> file.at("services/" + name + "/profiles").isEmpty())
        .filter(name -> !file.text("services/" + name + "/restart").equals("no"))
        .toList();
  }

  Map<String, String> environment(String service) {
    Map<String, String> variables = new TreeMap<>();
    file.values("services/" + service + "/environment")
        .forEach((name, value) -> variables.put(name, plain(value)));
    return variables;
  }

  List<String> command(String service) {
    return texts(service, "entrypoint");
  }

  List<String> texts(String service, String key) {
    return file.texts("services/" + service + "/" + key);
  }

  String port(String service) {
    return file.text("services/" + service + "/build/args/PORT");
  }

  /** Seconds that a service is given to end. */
  int grace(String service) {
    return Integer.parseInt(
        file.text("services/" + service + "/stop_grace_period").replace("s", ""));
  }

  /** Whether the container finds its own folder of secrets under /run/secrets. */
  boolean readsItsSecrets(String service) {
    return texts(service, "volumes").stream()
        .map(Compose::plain)
        .anyMatch(("./infra/docker/secrets/for/" + service + ":/run/secrets:ro")::equals);
  }

  private static String plain(String value) {
    return DEFAULT.matcher(value).replaceAll("$1").replace("$$", "$");
  }
}
