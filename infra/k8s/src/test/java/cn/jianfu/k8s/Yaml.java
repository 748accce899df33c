package cn.jianfu.k8s;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** YAML files as JSON trees; a key that stands there twice is an error. */
final class Yaml {

  private Yaml() {}

  static List<JsonElement> documents(String text) {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    List<JsonElement> trees = new ArrayList<>();
    for (Object document : new org.yaml.snakeyaml.Yaml(new SafeConstructor(strict)).loadAll(text)) {
      trees.add(new Gson().toJsonTree(document));
    }
    return trees;
  }

  static List<JsonElement> documents(Path file) {
    return documents(text(file));
  }

  static Manifest one(Path file) {
    List<JsonElement> documents = documents(file);
    if (documents.size() != 1) {
      throw new IllegalArgumentException(file + " holds " + documents.size() + " documents");
    }
    return new Manifest(documents.getFirst().getAsJsonObject());
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
