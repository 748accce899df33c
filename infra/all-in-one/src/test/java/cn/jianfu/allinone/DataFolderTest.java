package cn.jianfu.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir private Path root;

  @Test
  void oneAtATimeHasIt() {
    try (DataFolder _ = DataFolder.take(root, false)) {
      assertThatThrownBy(() -> DataFolder.take(root, false))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("already running on the data in " + root);
    }

    DataFolder.take(root, false).close();
  }

  @Test
  void whoIsRefusedDoesNotEmptyIt() throws IOException {
    try (DataFolder data = DataFolder.take(root, false)) {
      Files.writeString(data.of("kept"), "kept");

      assertThatThrownBy(() -> DataFolder.take(root, true)).isInstanceOf(CannotStart.class);

      assertThat(data.of("kept")).hasContent("kept");
    }
  }

  @Test
  void aResetEmptiesItAndAStartWithoutOneDoesNot() throws IOException {
    try (DataFolder data = DataFolder.take(root, false)) {
      Files.createDirectories(data.of("store"));
      Files.writeString(data.of("store").resolve("journal"), "all of it");
    }

    DataFolder.take(root, false).close();
    assertThat(root.resolve("store").resolve("journal")).exists();

    DataFolder.take(root, true).close();
    assertThat(root.resolve("store")).doesNotExist();
  }
}
