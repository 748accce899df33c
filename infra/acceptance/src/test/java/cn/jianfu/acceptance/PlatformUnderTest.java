package cn.jianfu.acceptance;

import cn.jianfu.allinone.LocalPlatform;
import cn.jianfu.allinone.LocalSettings;
import cn.jianfu.allinone.LocalSettings.Ports;
import cn.jianfu.allinone.Progress;
import cn.jianfu.allinone.SampleAccounts;
import cn.jianfu.allinone.sample.PlatformClient;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One platform with the sample district, started once for all stories of a run. */
final class PlatformUnderTest {

  private static final Path DATA = Path.of("target", "acceptance-data").toAbsolutePath();
  private static @Nullable LocalPlatform platform;

  private PlatformUnderTest() {}

  static synchronized LocalPlatform running() {
    if (platform == null) {
      Progress progress = new Progress(System.out);
      platform = LocalPlatform.start(new LocalSettings(DATA, true, true, Ports.free()), progress);
      Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
      platform.fillWithSample(progress);
    }
    return platform;
  }

  static PlatformClient district() {
    return running().client(SampleAccounts.SETUP);
  }

  static PlatformClient town(String code) {
    return running()
        .client(
            SampleAccounts.TOWNS.stream()
                .filter(system -> system.unit().equals(code))
                .findFirst()
                .orElseThrow());
  }

  static URI gateway(String path) {
    return running().addresses().gateway().resolve("/api/v1/" + path);
  }

  static URI group(String path) {
    return running().addresses().group().resolve("/api/v1/" + path);
  }
}
