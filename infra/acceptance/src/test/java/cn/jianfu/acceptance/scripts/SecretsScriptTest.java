package cn.jianfu.acceptance.scripts;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.acceptance.scripts.Script.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets are completed by every call, and what is there is never changed. */
class SecretsScriptTest {

  private static final Path SCRIPT = Script.TOP.resolve("infra/docker/secrets.sh");

  /** How many files a call makes, of which each can be the last before it is killed. */
  private static final int FILES = 11;

  @TempDir Path temporary;

  @Test
  void aCallThatIsKilledAfterAnyFileIsCompletedByTheNext() throws IOException {
    for (int last = 1; last <= FILES; last++) {
      Path folder = temporary.resolve("killed-" + last);
      Ended killed = secrets(folder).calling(killedAfter(last)).run();
      Map<String, String> before = contents(folder);
      assertThat(killed.code()).as("after file %s: %s", last, killed.said()).isEqualTo(137);
      assertThat(before).hasSize(last);

      Ended again = secrets(folder).run();

      assertThat(again.code()).as(again.said()).isZero();
      Map<String, String> after = contents(folder);
      assertThat(after).hasSize(FILES).containsAllEntriesOf(before);
      assertFitTogether(after);
    }
  }

  @Test
  void aSecondCallChangesNothing() throws IOException {
    secrets(temporary.resolve("s")).run();
    Map<String, String> before = contents(temporary.resolve("s"));

    Ended again = secrets(temporary.resolve("s")).run();

    assertThat(again.said()).contains("nothing was changed");
    assertThat(contents(temporary.resolve("s"))).isEqualTo(before);
  }

  @Test
  void aNewServiceGetsItsOwnAndEverybodyElseKeepsTheirs() throws IOException {
    Path folder = temporary.resolve("s");
    secrets(folder).run();
    Map<String, String> before = contents(folder);
    Path later = temporary.resolve("later.sh");
    Files.writeString(
        later,
        Files.readString(SCRIPT)
            .replaceFirst("(?m)^(stores|logins)=\"(.*)\"$", "$1=\"$2 form\"")
            .replaceFirst("(?m)^(logins)=\"(.*)\"$", "$1=\"$2 form\""));

    Ended added = Script.of(later).with("JIANFU_SECRETS", folder.toString()).run();

    assertThat(added.code()).as(added.said()).isZero();
    assertThat(added.said()).contains("form.properties", "store-users", "kafka-server.jaas");
    Map<String, String> after = contents(folder);
    assertThat(after).containsKeys("form.properties", "form-kafka.properties");
    before.forEach((name, text) ->
        assertThat(after.getOrDefault(name, "").lines().toList())
            .as(name)
            .containsAll(text.lines().toList()));
    assertThat(
            after.entrySet().stream().filter(it -> !it.getValue().equals(before.get(it.getKey()))))
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder(
            "form.properties", "form-kafka.properties", "store-users", "kafka-server.jaas");
    assertFitTogether(after, "form");
  }

  /** Made up again, they would not fit what was stored under the first ones. */
  @Test
  void whatDataDependsOnIsAskedForWhenItIsGone() throws IOException {
    for (String name : new String[] {"group.properties", "mongodb-root"}) {
      Path folder = temporary.resolve("without-" + name);
      secrets(folder).run();
      Files.delete(folder.resolve(name));
      Files.delete(folder.resolve("secrets.env"));

      Ended refused = secrets(folder).run();

      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.said()).contains(name, "put it back");
      assertThat(folder.resolve(name)).doesNotExist();
    }
  }

  /** Each finds its own under the names that it reads, and after every call as they are then. */
  @Test
  void everyContainerHasAFolderOfItsOwn() throws IOException {
    Path folder = temporary.resolve("s");
    secrets(folder).run();
    Files.delete(folder.resolve("for/kafka/kafka-server.jaas"));

    Ended again = secrets(folder).run();

    assertThat(again.code()).as(again.said()).isZero();
    Map<String, String> made = contents(folder);
    assertThat(contents(folder.resolve("for/group-service")))
        .containsExactly(
            entry("kafka.properties", text(made, "group-kafka.properties")),
            entry("service.properties", text(made, "group.properties")));
    assertThat(contents(folder.resolve("for/kafka")))
        .containsExactly(entry("kafka-server.jaas", text(made, "kafka-server.jaas")));
    assertThat(contents(folder.resolve("for/store-users")))
        .containsOnlyKeys("mongodb-root", "store-users");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .as("nobody else looks in")
        .isEqualTo("rwx------");
  }

  /** Those that were lost cannot be made up beside data that were stored under them. */
  @Test
  void withDataInTheStoreNoNewSecretsAreMadeUp() throws IOException {
    Path folder = temporary.resolve("s");
    Path store = Files.createDirectories(temporary.resolve("store"));
    assertThat(secrets(folder).with("JIANFU_STORE_VOLUME", store.toString()).run().code()).isZero();
    Files.writeString(store.resolve("WiredTiger"), "data");
    assertThat(secrets(folder).with("JIANFU_STORE_VOLUME", store.toString()).run().code()).isZero();

    // First passwords in the clear: who is careful removes them.
    Files.delete(folder.resolve("secrets.env"));
    assertThat(secrets(folder).with("JIANFU_STORE_VOLUME", store.toString()).run().code()).isZero();
    assertThat(contents(folder)).containsKey("secrets.env");
    Path lost = temporary.resolve("lost");
    Ended refused = secrets(lost).with("JIANFU_STORE_VOLUME", store.toString()).run();

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.said()).contains("put " + lost + " back");
    assertThat(contents(lost)).isEmpty();
  }

  @Test
  void anotherDistrictIsNotTakenInSilence() throws IOException {
    Path folder = temporary.resolve("s");
    secrets(folder).with("JIANFU_DISTRICT", "350213000000").run();

    Ended again = secrets(folder).with("JIANFU_DISTRICT", "350212000000").run();

    assertThat(again.code()).isZero();
    assertThat(again.said()).contains("made for 350213000000", "changes nothing");
    assertThat(contents(folder).toString()).doesNotContain("350212000000");
  }

  private static String text(Map<String, String> files, String name) {
    return files.getOrDefault(name, "");
  }

  private Path killedAfter(int files) throws IOException {
    Path folder = temporary.resolve("stubs-" + files);
    Path count = folder.resolve("count");
    Script.standIn(
        folder,
        "mv",
        """
        #!/bin/sh
        /bin/mv "$@"
        echo >>%s
        [ $(wc -l <%s) -lt %d ] || kill -9 $PPID
        """
            .formatted(count, count, files));
    return folder;
  }

  private static Script secrets(Path folder) {
    return Script.ofPlainShell(SCRIPT).with("JIANFU_SECRETS", folder.toString());
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return contents;
  }

  /** Both ends of every login know the same word. */
  private static void assertFitTogether(Map<String, String> files, String... more) {
    for (String service :
        Stream.concat(Stream.of("identity", "group", "report"), Stream.of(more)).toList()) {
      assertThat(files.getOrDefault("store-users", "").lines())
          .contains(service + " " + in(files, service + ".properties", "jianfu.store.password="));
    }
    for (String login :
        Stream.concat(Stream.of("group", "report", "admin"), Stream.of(more)).toList()) {
      String client =
          login.equals("admin") ? "kafka-admin.properties" : login + "-kafka.properties";
      String password = in(files, client, "password=\"");
      assertThat(in(files, "kafka-server.jaas", "user_" + login + "=\"")).isEqualTo(password);
      if (!login.equals("admin")) {
        assertThat(in(files, login + ".properties", "password=\"")).isEqualTo(password);
      }
    }
    assertThat(in(files, "identity.properties", "clients[1].secret="))
        .isEqualTo(in(files, "report.properties", "client-secret="));
    assertThat(in(files, "secrets.env", "ADMIN_PASSWORD="))
        .isEqualTo(in(files, "identity.properties", "users[0].password="));
    assertThat(in(files, "secrets.env", "SETUP_SECRET="))
        .isEqualTo(in(files, "identity.properties", "clients[0].secret="));
    assertThat(in(files, "secrets.env", "GRAFANA_PASSWORD=")).isEqualTo(files.get("grafana-admin"));
    assertThat(in(files, "group.properties", "jianfu.people.key=")).hasSize(36);
    assertThat(files.get("mongodb-root")).hasSize(36);
  }

  private static String in(Map<String, String> files, String file, String before) {
    var found =
        Pattern.compile(Pattern.quote(before) + "(\\w+)").matcher(files.getOrDefault(file, ""));
    assertThat(found.find()).as("%s in %s", before, file).isTrue();
    return found.group(1);
  }
}
