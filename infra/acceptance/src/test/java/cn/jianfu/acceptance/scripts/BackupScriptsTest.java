package cn.jianfu.acceptance.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.acceptance.scripts.Script.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * backup.sh and restore.sh as they are, over folders in the place of volumes: what they stop is
 * started again, and a step that fails leaves all as it was and is said.
 */
class BackupScriptsTest {

  private static final Path SCRIPTS = Script.TOP.resolve("infra/docker");

  /** A second instance of a profile among them, and no dashboards. */
  private static final List<String> RUNNING =
      List.of("group-service", "group-service-2", "identity", "kafka", "mongodb", "report-gateway");

  @TempDir Path stand;

  private Path store;
  private Path topics;

  @BeforeEach
  void aPlatformThatRuns() throws IOException {
    store = Files.createDirectories(stand.resolve("volumes/mongodb-data"));
    topics = Files.createDirectories(stand.resolve("volumes/kafka-data"));
    Files.write(stand.resolve("running"), RUNNING);
    Files.writeString(store.resolve("groups"), "before");
    Files.writeString(Files.createDirectories(store.resolve(".hidden")).resolve("deep"), "before");
    Files.writeString(topics.resolve("log"), "before");
  }

  @Test
  void whatWasSavedIsPutBackInPlaceOfWhatIsThere() throws IOException {
    assertThat(backup().run().code()).isZero();
    assertThat(running()).isEqualTo(RUNNING);
    theWorldGoesOn();

    Ended restored = restore().run();

    assertThat(restored.code()).as(restored.said()).isZero();
    assertThat(contents(store)).containsExactly(".hidden/deep=before", "groups=before");
    assertThat(contents(topics)).containsExactly("log=before");
    assertThat(running()).isEqualTo(RUNNING);
  }

  @Test
  void servicesAreToldOnceThatTheStoreIsAnOldOne() throws IOException {
    backup().run();
    Files.delete(stand.resolve("calls"));

    restore().run();

    assertThat(calls("told the services|run --rm .*|compose stop"))
        .containsSubsequence("compose stop", "told the services: restored=true")
        .endsWith("told the services: restored=false");
  }

  @Test
  void theStoreAloneIsPutBackUnderABrokerThatKnowsMore() throws IOException {
    backup().run();
    theWorldGoesOn();

    Ended restored = restore("--store-only").run();

    assertThat(restored.code()).as(restored.said()).isZero();
    assertThat(contents(store)).containsExactly(".hidden/deep=before", "groups=before");
    assertThat(contents(topics)).containsExactly("log=after");
  }

  @Test
  void nothingIsCopiedWhileAnythingRuns() throws IOException {
    backup().run();
    assertThat(calls("compose stop|compose start.*|run --rm .*"))
        .extracting(call -> call.replaceAll("^(\\w+ \\S+).*", "$1"))
        .containsExactly("compose stop", "run --rm", "run --rm", "compose start");
  }

  /** Where there is no registry, or somebody else's. */
  @Test
  void noImageIsNeededButTheStores() throws IOException {
    backup().run();
    restore().run();

    assertThat(calls("run --rm .*"))
        .hasSizeGreaterThan(5)
        .allMatch(call -> call.contains(" --entrypoint /bin/sh image-of-mongodb -c "));
  }

  @Test
  void anotherImageIsUsedWhereOneIsNamed() throws IOException {
    backup().with("JIANFU_BACKUP_IMAGE", "registry.example.cn/tools:1").run();

    assertThat(calls("run --rm .*"))
        .hasSize(2)
        .allMatch(call -> call.contains(" registry.example.cn/tools:1 -c "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"compose stop", "mongodb-data:/volume:ro", "kafka-data:/volume:ro"})
  void aBackupThatFailsStartsAgainWhatRanAndIsNotTakenForOne(String step) throws IOException {
    Ended failed = backup().with("FAILS", step).run();

    assertThat(failed.code()).as(failed.said()).isNotZero();
    assertThat(running()).isEqualTo(RUNNING);
    Ended refused = restore().run();
    assertThat(refused.code()).isNotZero();
    assertThat(contents(store)).containsExactly(".hidden/deep=before", "groups=before");
  }

  @Test
  void aBackupAfterWhichNothingStartsIsNoSuccess() {
    assertThat(backup().with("FAILS", "compose start").run().code()).isNotZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compose up --no-start",
        "compose stop",
        "mongodb-data:/volume:rw.*tar -x",
        "kafka-data:/volume:rw.*tar -x"
      })
  void aRestoreThatFailsLeavesDataAndServicesAsTheyWere(String step) throws IOException {
    backup().run();
    theWorldGoesOn();

    Ended failed = restore().with("FAILS", step).run();

    assertThat(failed.code()).as(failed.said()).isNotZero();
    assertThat(running()).isEqualTo(RUNNING);
    assertThat(contents(store)).containsExactly("groups=after", "new=after");
    assertThat(contents(topics)).containsExactly("log=after");
  }

  @Test
  void nothingIsReplacedUnderAPartThatDoesNotStop() throws IOException {
    backup().run();
    theWorldGoesOn();

    Ended failed = restore().with("STAYS", "kafka").run();

    assertThat(failed.code()).isNotZero();
    assertThat(failed.said()).contains("Still running: kafka", "Nothing was replaced");
    assertThat(running()).isEqualTo(RUNNING);
    assertThat(contents(topics)).containsExactly("log=after");
  }

  @Test
  void aSavedFileThatChangedIsNotPutBack() throws IOException {
    backup().run();
    theWorldGoesOn();
    Files.writeString(stand.resolve("saved/kafka.tar.gz"), "something else");

    assertThat(restore().run().code()).isNotZero();
    assertThat(running()).isEqualTo(RUNNING);
    assertThat(contents(store)).containsExactly("groups=after", "new=after");
  }

  private void theWorldGoesOn() throws IOException {
    Files.writeString(store.resolve("groups"), "after");
    Files.writeString(store.resolve("new"), "after");
    Files.delete(store.resolve(".hidden/deep"));
    Files.delete(store.resolve(".hidden"));
    Files.writeString(topics.resolve("log"), "after");
  }

  private Script backup() {
    return onStand(Script.of(SCRIPTS.resolve("backup.sh"), stand.resolve("saved").toString()));
  }

  private Script restore(String... how) {
    String[] arguments =
        Stream.concat(Stream.of(stand.resolve("saved").toString(), "--replace"), Stream.of(how))
            .toArray(String[]::new);
    return onStand(Script.of(SCRIPTS.resolve("restore.sh"), arguments));
  }

  private Script onStand(Script script) {
    return script
        .calling(Path.of("src", "test", "scripts").toAbsolutePath())
        .with("STAND", stand.toString())
        .with("COMPOSE", "docker compose");
  }

  private List<String> running() throws IOException {
    return Files.readAllLines(stand.resolve("running"));
  }

  private List<String> calls(String which) throws IOException {
    return Files.readAllLines(stand.resolve("calls")).stream()
        .filter(call -> call.matches("(?:" + which + ").*"))
        .toList();
  }

  private static List<String> contents(Path volume) throws IOException {
    try (Stream<Path> files = Files.walk(volume)) {
      List<String> contents = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        contents.add(volume.relativize(file) + "=" + Files.readString(file));
      }
      return contents;
    }
  }
}
