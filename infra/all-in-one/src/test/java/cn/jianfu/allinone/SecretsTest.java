package cn.jianfu.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir private Path folder;

  @Test
  void whatWasMadeUpIsTheSameAtTheNextStartAndForItsOwnerOnly() throws IOException {
    Path file = folder.resolve("secrets.env");
    Secrets first = Secrets.in(file);
    String password = first.get("ADMIN_PASSWORD");
    first.keep();

    assertThat(Secrets.in(file).get("ADMIN_PASSWORD")).isEqualTo(password);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void noTwoAreAlike() {
    Secrets secrets = Secrets.in(folder.resolve("secrets.env"));

    assertThat(secrets.get("A")).isNotEqualTo(secrets.get("B")).hasSizeGreaterThan(30);
  }
}
