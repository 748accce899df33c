package cn.jianfu.acceptance.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.allinone.LocalPlatform;
import cn.jianfu.allinone.LocalSettings;
import cn.jianfu.allinone.LocalSettings.Ports;
import cn.jianfu.allinone.Part;
import cn.jianfu.allinone.Progress;
import cn.jianfu.allinone.SampleAccounts;
import cn.jianfu.allinone.sample.PlatformClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
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
      assertThat(name(platform.client(SampleAccounts.SETUP), platform.addresses().group()))
          .isEqualTo("甲");
      resync(platform);
      // The view is what the service says, though the topics say more of it.
      shows(platform, "甲");
      call(platform, "丁");
      shows(platform, "丁");
      rebuild(platform);
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

  private static void shows(LocalPlatform platform, String name) {
    PlatformClient district = platform.client(SampleAccounts.SETUP);
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(
            () -> assertThat(name(district, platform.addresses().gateway())).isEqualTo(name));
  }

  private static String name(PlatformClient district, URI service) {
    return district.get(api(service).resolve(GROUP)).findPath("name").asString("");
  }

  /** The store's files, while nobody writes. */
  private void backUp(LocalPlatform platform) throws IOException {
    platform.stop(Part.STORE);
    empty(backup);
    copy(data.resolve("store"), backup);
    platform.start(Part.STORE);
  }

  private void putBack() throws IOException {
    empty(data.resolve("store"));
    copy(backup, data.resolve("store"));
  }

  private static void resync(LocalPlatform platform) {
    PlatformClient district = platform.client(SampleAccounts.SETUP);
    for (URI service : new URI[] {platform.addresses().gateway(), platform.addresses().group()}) {
      district.send("POST", api(service).resolve("resyncs"), "");
      done(district, api(service).resolve("resyncs/current"));
    }
  }

  private static void rebuild(LocalPlatform platform) {
    PlatformClient district = platform.client(SampleAccounts.SETUP);
    URI gateway = api(platform.addresses().gateway());
    district.send("POST", gateway.resolve("rebuilds"), "");
    done(district, gateway.resolve("rebuilds/current"));
  }

  private static void done(PlatformClient district, URI current) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(district.get(current).path("stage").asString()).isEqualTo("DONE"));
  }

  private static URI api(URI service) {
    return service.resolve("/api/v1/");
  }

  private static void empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }
}
