package cn.jianfu.acceptance.stored;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.acceptance.LongJob;
import cn.jianfu.allinone.LocalPlatform;
import cn.jianfu.allinone.LocalSettings;
import cn.jianfu.allinone.LocalSettings.Ports;
import cn.jianfu.allinone.Part;
import cn.jianfu.allinone.Progress;
import cn.jianfu.allinone.SampleAccounts;
import cn.jianfu.allinone.sample.PlatformClient;
import cn.jianfu.allinone.sample.SampleUnit;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The store is lost and put back from a backup that is older than what the broker has: the services
 * say again what they said at the backup, so do the views, also built anew, and what is published
 * from then on is not taken for old.
 */
@Tag("one-machine")
class RestoreStoryTest {

  private static final String RESTORED = "jianfu.store.restored";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path data = Path.of("target", "restore-data").toAbsolutePath();
  private final Path backup = data.resolveSibling("restore-backup");
  private final Ports ports = Ports.free();
  private final Recording recording = Recording.all().toList().getLast();

  @AfterEach
  void forget() {
    System.clearProperty(RESTORED);
  }

  @Test
  void aStoreThatIsOlderThanTheBrokerIsPutBack() throws Exception {
    RecordedFolder.write(recording, data, ports);
    Map<String, JsonNode> then;
    AfterTheBackup later;
    try (LocalPlatform platform = start()) {
      then = settled(platform);
      backUp(platform);
      later = AfterTheBackup.on(platform, then);
      later.happens();
      assertThat(shownOf(settled(platform)))
          .as("the views have gone on")
          .isNotEqualTo(shownOf(then));
      assertThat(shownOf(settled(platform)).toString())
          .as("something is found that the backup does not know")
          .contains(AfterTheBackup.CAME_TO_BE);
    }
    Folders.copy(backup, data.resolve("store"));
    System.setProperty(RESTORED, "true");

    try (LocalPlatform platform = start()) {
      resync(platform);
      Said.isTheSame(then, settled(platform));
      // Other services act on what their topic tells, so the gateway must know of it.
      assertThat(exemptions(platform)).contains("备份之后");
      LongJob.REBUILD.run(platform.client(SampleAccounts.SETUP), platform.addresses().gateway());
      Said.isTheSame(then, settled(platform));
      isHeardFromNowOn(platform, later.renamed());
    }
  }

  private LocalPlatform start() {
    return LocalPlatform.start(
        new LocalSettings(data, false, false, ports), new Progress(System.out));
  }

  private Map<String, JsonNode> settled(LocalPlatform platform) {
    Questions questions =
        new Questions(platform.addresses(), platform.client(SampleAccounts.SETUP), recording.day());
    Settled.wait(questions);
    Map<String, JsonNode> answers = questions.answers();
    answers.putAll(questions.present());
    // Those that were put later are taken back, and looked for by themselves.
    answers.remove("gateway:exemptions");
    return answers;
  }

  /** What the views say, without what the services say of themselves. */
  private static Map<String, JsonNode> shownOf(Map<String, JsonNode> answers) {
    return answers.entrySet().stream()
        .filter(each -> each.getKey().startsWith("gateway:towns/"))
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The store's files, while nobody writes. */
  private void backUp(LocalPlatform platform) throws IOException {
    platform.stop(Part.STORE);
    Folders.copy(data.resolve("store"), backup);
    platform.start(Part.STORE);
  }

  private static void resync(LocalPlatform platform) {
    PlatformClient district = platform.client(SampleAccounts.SETUP);
    LongJob.RESYNC.run(district, platform.addresses().gateway());
    LongJob.RESYNC.run(district, platform.addresses().group());
  }

  private static String exemptions(LocalPlatform platform) {
    return platform
        .client(SampleAccounts.SETUP)
        .get(platform.addresses().gateway().resolve("/api/v1/exemptions"))
        .toString();
  }

  private static void isHeardFromNowOn(LocalPlatform platform, String id) {
    PlatformClient town = platform.client(SampleAccounts.townSystem(SampleUnit.XINDIAN));
    town.send(
        "PUT",
        platform.addresses().group().resolve("/api/v1/groups/" + id),
        Map.of("name", "恢复之后改的名"));
    URI seen = platform.addresses().gateway().resolve("/api/v1/towns/" + SampleUnit.XINDIAN);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(town.get(seen).toString()).contains("恢复之后改的名"));
  }
}
