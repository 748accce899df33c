package cn.jianfu.acceptance.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.acceptance.scripts.Script.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every start makes the store's users what the secrets say. Run by Node against something that has
 * MongoDB's rules for logins and is not MongoDB, which cannot be had where this is built.
 */
class StoreUsersTest {

  private static final Path SCRIPT = Script.TOP.resolve("infra/docker/store-users.js");
  private static final Path STORE =
      Path.of("src", "test", "scripts", "store-with-logins.js").toAbsolutePath();
  private static final int NEVER = 0;

  @TempDir Path temporary;

  private Path secrets;
  private Path volume;

  @BeforeEach
  void secretsOfThreeServices() throws IOException {
    Assumptions.assumeTrue(
        new Script(List.of("sh", "-c", "command -v node"), Map.of()).run().code() == 0,
        "store-users.js is not tested: there is no Node");
    secrets = Files.createDirectories(temporary.resolve("secrets"));
    volume = temporary.resolve("users.json");
    Files.writeString(secrets.resolve("mongodb-root"), "top");
    Files.writeString(secrets.resolve("store-users"), "identity one\ngroup two\nreport three\n");
  }

  @Test
  void aFirstStartMakesRootAndAUserForEachServiceInItsOwnDatabase() throws IOException {
    Ended ended = start(NEVER);

    assertThat(ended.code()).as(ended.said()).isZero();
    assertThat(users().propertyNames())
        .containsExactlyInAnyOrder(
            "admin.root", "identity.identity", "group.group", "report.report");
    JsonNode group = users().path("group.group");
    assertThat(group.path("pwd").asString()).isEqualTo("two");
    assertThat(group.path("roles").toString())
        .isEqualTo("[{\"role\":\"readWrite\",\"db\":\"group\"}]");
    assertThat(ended.said()).doesNotContain("top", "one", "two", "three");
  }

  @Test
  void aStartThatIsKilledAfterAnyStepIsCompletedByTheNext() throws IOException {
    for (int steps = 1; steps <= 4; steps++) {
      Files.deleteIfExists(volume);
      assertThat(start(steps).code()).isEqualTo(137);
      assertThat(users().size()).isEqualTo(steps);

      Ended again = start(NEVER);

      assertThat(again.code()).as(again.said()).isZero();
      assertThat(users().size()).isEqualTo(4);
      assertThat(users().path("report.report").path("pwd").asString()).isEqualTo("three");
    }
  }

  @Test
  void aNewServiceAndAPasswordOfTheSecretsReachAnOldVolume() throws IOException {
    start(NEVER);
    Files.writeString(
        secrets.resolve("store-users"), "identity one\ngroup other\nreport three\nform four\n");

    Ended ended = start(NEVER);

    assertThat(ended.said()).contains("form: made", "identity: as it should be");
    assertThat(users().size()).isEqualTo(5);
    assertThat(users().path("group.group").path("pwd").asString()).isEqualTo("other");
    assertThat(users().path("form.form").path("pwd").asString()).isEqualTo("four");
  }

  @Test
  void aVolumeOfAnotherInstallationIsNotTouchedAndSaysWhy() throws IOException {
    start(NEVER);
    String before = Files.readString(volume);
    Files.writeString(secrets.resolve("mongodb-root"), "another");

    Ended refused = start(NEVER);

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.said()).contains("not of one installation");
    assertThat(Files.readString(volume)).isEqualTo(before);
  }

  private Ended start(int killedAfter) {
    return new Script(
            List.of(
                "node",
                STORE.toString(),
                SCRIPT.toString(),
                secrets.toString(),
                volume.toString(),
                Integer.toString(killedAfter)),
            Map.of())
        .run();
  }

  private JsonNode users() throws IOException {
    return JsonMapper.shared().readTree(Files.readString(volume));
  }
}
