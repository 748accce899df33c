package cn.jianfu.acceptance;

import cn.jianfu.allinone.Part;
import cn.jianfu.allinone.SampleAccounts;
import cn.jianfu.allinone.SampleAccounts.TownSystem;
import cn.jianfu.allinone.sample.PlatformAddresses;
import cn.jianfu.allinone.sample.PlatformClient;
import cn.jianfu.allinone.sample.SampleDistrict;
import cn.jianfu.allinone.sample.SampleWeeks;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** What stories need of a platform, wherever its parts run. */
interface RunningPlatform extends AutoCloseable {

  /**
   * A platform of its own, empty: in this JVM, or of containers when {@code jianfu.platform} says
   * so.
   *
   * @param name tells its data from that of others
   * @param settings of group-service, over what it usually has
   */
  static RunningPlatform start(String name, Map<String, String> settings) {
    return ofContainers()
        ? ContainerPlatform.start(Images.orSkip(), name, settings)
        : OneJvm.start(name, settings);
  }

  /** Skips the story, in words, when a platform cannot be had. */
  static void orSkip() {
    if (ofContainers()) {
      Images.orSkip();
    }
  }

  private static boolean ofContainers() {
    return "containers".equals(System.getProperty("jianfu.platform"));
  }

  PlatformAddresses addresses();

  /** A broker's address that needs no login. */
  String broker();

  /** A client of the platform with a system's own secret. */
  PlatformClient client(TownSystem system);

  /** A generated secret of this installation, for example {@code ADMIN_PASSWORD}. */
  String secret(String name);

  /** Stops one part in order; it is gone when this returns. */
  void stop(Part part);

  /** Starts one part that was stopped, and waits for it. */
  void start(Part part);

  boolean runs(Part part);

  /** The sample district as of today, to be filled in town by town. */
  default SampleDistrict sample() {
    return new SampleDistrict(
        addresses(),
        client(SampleAccounts.SETUP),
        town -> client(SampleAccounts.townSystem(town)),
        new SampleWeeks(LocalDate.now(ZoneId.of("Asia/Shanghai")), 0));
  }

  @Override
  void close();
}
