package cn.jianfu.acceptance.stored;

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
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The store is lost and put back from a backup that is older than what the broker has: the services
 * are told so, and what they publish from then on is not taken for old.
 */
@Tag("one-machine")
class RestoreStoryTest {

  private static final String RESTORED = "jianfu.store.restored";
  private static final String TOWN = "350213104000";
  private static final String GROUP = "groups/350213104901/WECOM/kept";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path data = Path.of("target", "restore-data").toAbsolutePath();
  private final Path backup = data.resolveSibling("restore-backup");
  private final Ports ports = Ports.free();

  @AfterEach
  void forget() {
    System.clearProperty(RESTORED);
  }

  @Test
  void aStoreThatIsOlderThanTheBrokerIsPutBack() throws Exception {
    try (LocalPlatform platform = start(true)) {
      platform.sample().setUp();
      call(platform, "甲");
      shows(platform, "甲");
      backUp(platform);
      // What the backup does not know, at later versions than it has.
      call(platform, "乙");
      call(platform, "丙");
      shows(platform, "丙");
    }
    putBack();
    System.setProperty(RESTORED, "true");

    try (LocalPlatform platform = start(false)) {
      assertThat(
              platform
                  .client(SampleAccounts.SETUP)
                  .get(api(platform.addresses().group()).resolve(GROUP))
                  .path("name")
                  .asString())
          .isEqualTo("甲");
      resync(platform);
      // The view is what the service says, though the topics say more of it.
      shows(platform, "甲");
      call(platform, "丁");
      shows(platform, "丁");
      LongJob.REBUILD.run(platform.client(SampleAccounts.SETUP), platform.addresses().gateway());
      shows(platform, "丁");
    }
  }

  private LocalPlatform start(boolean reset) {
    return LocalPlatform.start(
        new LocalSettings(data, reset, false, ports), new Progress(System.out));
  }

  private static void call(LocalPlatform platform, String name) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> {
          platform
              .client(SampleAccounts.townSystem(TOWN))
              .send("PUT", api(platform.addresses().group()).resolve(GROUP), Map.of("name", name));
          return true;
        });
  }

  /** In the view of the town; a page of the group itself would ask the service. */
  private static void shows(LocalPlatform platform, String name) {
    PlatformClient district = platform.client(SampleAccounts.SETUP);
    URI town = api(platform.addresses().gateway()).resolve("towns/" + TOWN);
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(() ->
            assertThat(district.get(town).path("groups"))
                .singleElement()
                .satisfies(group -> assertThat(group.path("name").asString()).isEqualTo(name)));
  }

  /** The store's files, while nobody writes. */
  private void backUp(LocalPlatform platform) throws IOException {
    platform.stop(Part.STORE);
    Folders.copy(data.resolve("store"), backup);
    platform.start(Part.STORE);
  }

  private void putBack() throws IOException {
    Folders.copy(backup, data.resolve("store"));
  }

  private static void resync(LocalPlatform platform) {
    PlatformClient district = platform.client(SampleAccounts.SETUP);
    LongJob.RESYNC.run(district, platform.addresses().gateway());
    LongJob.RESYNC.run(district, platform.addresses().group());
  }

  private static URI api(URI service) {
    return service.resolve("/api/v1/");
  }
}
