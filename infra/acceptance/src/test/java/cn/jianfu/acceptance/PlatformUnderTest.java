package cn.jianfu.acceptance;

import cn.jianfu.allinone.SampleAccounts;
import cn.jianfu.allinone.sample.PlatformClient;
import cn.jianfu.allinone.sample.SampleDistrict;
import cn.jianfu.allinone.sample.SampleUnit;
import java.net.URI;
import java.util.Map;

/**
 * One platform, started once for the stories of a run, with the sample district in it but for 新店镇,
 * whose groups a story of its own brings in.
 */
final class PlatformUnderTest {

  private PlatformUnderTest() {}

  /** Started when the first story asks for it; what fails here fails every story with the cause. */
  private static final class Running {

    private static final RunningPlatform PLATFORM = start();

    private static RunningPlatform start() {
      RunningPlatform platform = RunningPlatform.start("stories", Map.of());
      Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
      SampleDistrict sample = platform.sample();
      sample.setUp();
      SampleUnit.TOWNS.stream()
          .filter(town -> !town.equals(SampleUnit.XINDIAN))
          .forEach(sample::fill);
      return platform;
    }
  }

  static RunningPlatform running() {
    RunningPlatform.orSkip();
    return Running.PLATFORM;
  }

  static PlatformClient district() {
    return running().client(SampleAccounts.SETUP);
  }

  static PlatformClient town(String code) {
    return running().client(SampleAccounts.townSystem(code));
  }

  static URI gateway(String path) {
    return running().addresses().gateway().resolve("/api/v1/" + path);
  }

  static URI group(String path) {
    return running().addresses().group().resolve("/api/v1/" + path);
  }
}
