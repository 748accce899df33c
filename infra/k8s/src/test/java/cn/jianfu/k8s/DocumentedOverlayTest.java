package cn.jianfu.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The district's own overlay that the documentation shows. */
class DocumentedOverlayTest {

  private static final Path DOCUMENT = Overlay.TOP.resolve("infra/docs/kubernetes.md");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void itLeavesNoAddressOfOurExample(Overlay overlay) throws IOException {
    List<Manifest> objects = documented(overlay);
    assertThat(Schemas.problems(objects)).isEmpty();
    assertThat(objects.stream().map(Manifest::json).toList().toString())
        .contains("https://id.xiangan.example.cn")
        .doesNotContain("jianfu.example.cn");
  }

  @Test
  void itBringsImagesFromARegistryOfItsOwn() throws IOException {
    assertThat(documented(Overlay.ONE_NODE))
        .filteredOn(object -> object.kind().equals("Deployment"))
        .extracting(service -> Overlay.container(service).text("image"))
        .contains("registry.example.cn/jianfu/identity:0.1.0", "jianfu/group-service:0.1.0");
  }

  private List<Manifest> documented(Overlay overlay) throws IOException {
    String document = Yaml.text(DOCUMENT);
    int begin = document.indexOf("```yaml\n") + "```yaml\n".length();
    String shown = document.substring(begin, document.indexOf("```", begin));
    assertThat(shown).contains("../one-node");
    Files.writeString(
        folder.resolve("kustomization.yaml"),
        shown.replace("../one-node", overlay.folder().toAbsolutePath().toString()));
    return Kustomization.build(folder);
  }
}
