package cn.jianfu.k8s;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What {@code kubectl kustomize} makes of a folder, as far as our files go: resources, components,
 * patches of RFC 6902, namespace and images. A field beyond these is an error here, lest something
 * be believed tested that is not. {@code KustomizeAgreesTest} compares the two.
 */
final class Kustomization {

  private static final Set<String> UNDERSTOOD =
      Set.of("apiVersion", "kind", "namespace", "resources", "components", "patches", "images");
  private static final Set<String> OF_PATCHES = Set.of("path", "patch", "target");
  private static final Set<String> OF_TARGETS = Set.of("kind", "name");
  private static final Set<String> OF_IMAGES = Set.of("name", "newName", "newTag", "digest");

  private final Path folder;
  private final Manifest file;

  private Kustomization(Path folder) {
    this.folder = folder;
    this.file = Yaml.one(folder.resolve("kustomization.yaml"));
    only(UNDERSTOOD, file);
  }

  /**
   * Every object of the folder, in its final form.
   *
   * @throws IllegalArgumentException when the folder asks for what is not understood
   */
  static List<Manifest> build(Path folder) {
    return new Kustomization(folder.normalize()).over(List.of());
  }

  private List<Manifest> over(List<Manifest> given) {
    List<Manifest> objects = new ArrayList<>(given);
    file.texts("resources").forEach(entry -> objects.addAll(resource(folder.resolve(entry))));
    List<Manifest> result = objects;
    for (String component : file.texts("components")) {
      result = new Kustomization(folder.resolve(component).normalize()).over(result);
    }
    for (Manifest patch : file.list("patches")) {
      patch(patch, result);
    }
    for (Manifest object : result) {
      file.maybe("namespace").ifPresent(namespace -> place(object, namespace));
      object.list("spec/template/spec/containers").forEach(this::version);
    }
    return result;
  }

  private static List<Manifest> resource(Path entry) {
    if (Files.isDirectory(entry)) {
      return build(entry);
    }
    return Yaml.documents(entry).stream()
        .map(document -> new Manifest(document.getAsJsonObject()))
        .toList();
  }

  private void patch(Manifest patch, List<Manifest> objects) {
    only(OF_PATCHES, patch);
    only(OF_TARGETS, new Manifest(patch.json().getAsJsonObject("target")));
    String text =
        patch.maybe("patch").orElseGet(() -> Yaml.text(folder.resolve(patch.text("path"))));
    JsonElement operations = Yaml.documents(text).getFirst();
    List<Manifest> targets = objects.stream().filter(object -> isTarget(object, patch)).toList();
    if (targets.isEmpty()) {
      throw new IllegalArgumentException(folder + ": nothing is patched by " + patch.json());
    }
    targets.forEach(target -> Patch.apply(operations, target.json()));
  }

  private static boolean isTarget(Manifest object, Manifest patch) {
    return object.kind().equals(patch.text("target/kind"))
        && patch.maybe("target/name").map(object.name()::matches).orElse(true);
  }

  private static void place(Manifest object, String namespace) {
    if (!object.kind().equals("Namespace")) {
      object.json().getAsJsonObject("metadata").addProperty("namespace", namespace);
    }
  }

  private void version(Manifest container) {
    for (Manifest image : file.list("images")) {
      only(OF_IMAGES, image);
      if (nameOf(container.text("image")).equals(image.text("name"))) {
        String name = image.maybe("newName").orElse(image.text("name"));
        String version =
            image.maybe("digest").map(digest -> "@" + digest).orElse(":" + image.text("newTag"));
        container.json().addProperty("image", name + version);
      }
    }
  }

  private static String nameOf(String image) {
    return image.replaceFirst("(:[^/]*|@.*)$", "");
  }

  private static void only(Set<String> understood, Manifest where) {
    JsonObject json = where.json();
    if (!understood.containsAll(json.keySet())) {
      throw new IllegalArgumentException("of " + json.keySet() + " only " + understood);
    }
  }
}
