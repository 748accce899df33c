package cn.jianfu.k8s;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** An overlay as it is applied. */
enum Overlay {
  ONE_NODE("one-node"),
  THREE_NODES("three-nodes"),
  THREE_NODES_SCALED("three-nodes-scaled");

  static final Path TOP = Path.of("../..");
  private static final Path FOLDER = Path.of("overlays");
  private static final Map<Overlay, List<Manifest>> BUILT = new ConcurrentHashMap<>();

  private final String folder;

  Overlay(String folder) {
    this.folder = folder;
  }

  Path folder() {
    return FOLDER.resolve(folder);
  }

  /** Built once; not to be changed. */
  List<Manifest> objects() {
    return BUILT.computeIfAbsent(this, overlay -> Kustomization.build(overlay.folder()));
  }

  Stream<Manifest> all(String kind) {
    return objects().stream().filter(object -> object.kind().equals(kind));
  }

  /** The only one of that kind and name. */
  Manifest the(String kind, String name) {
    List<Manifest> found = all(kind).filter(object -> object.name().equals(name)).toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(found.size() + " of " + kind + " " + name);
    }
    return found.getFirst();
  }

  /** What runs pods: services, and a store and a broker where they are ours. */
  List<Manifest> workloads() {
    return Stream.concat(all("Deployment"), all("StatefulSet")).toList();
  }

  static Map<String, String> podLabels(Manifest workload) {
    return workload.values("spec/template/metadata/labels");
  }

  static Manifest container(Manifest workload) {
    return workload.list("spec/template/spec/containers").getFirst();
  }

  static boolean selects(Map<String, String> selector, Map<String, String> labels) {
    return labels.entrySet().containsAll(selector.entrySet());
  }

  /** A container's variables by name, as the container will see them. */
  Map<String, String> environment(Manifest workload) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (Manifest variable : container(workload).list("env")) {
      variables.put(variable.text("name"), expanded(value(variable), variables));
    }
    return variables;
  }

  private String value(Manifest variable) {
    return variable
        .maybe("value")
        .orElseGet(() ->
            the("ConfigMap", variable.text("valueFrom/configMapKeyRef/name"))
                .text("data/" + variable.text("valueFrom/configMapKeyRef/key")));
  }

  /** $(NAME) is what was defined above. */
  private static String expanded(String value, Map<String, String> known) {
    String expanded = value;
    for (Map.Entry<String, String> variable : known.entrySet()) {
      expanded = expanded.replace("$(" + variable.getKey() + ")", variable.getValue());
    }
    if (expanded.contains("$(")) {
      throw new IllegalArgumentException("nothing to put into " + expanded);
    }
    return expanded;
  }
}
