package cn.jianfu.allinone;

import cn.jianfu.allinone.sample.PlatformAddresses;
import cn.jianfu.allinone.sample.PlatformClient;
import cn.jianfu.allinone.sample.SampleDistrict;
import cn.jianfu.allinone.sample.SampleWeeks;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;

/** Store, broker, identity and the services in one JVM. */
public final class LocalPlatform implements AutoCloseable {

  private final LocalSettings settings;
  private final Secrets secrets;
  private final DataFolder data;
  private final Parts parts;
  private final DistrictTime time = new DistrictTime(InstantSource.system(), LocalSettings.ZONE);

  private LocalPlatform(LocalSettings settings, Secrets secrets, DataFolder data) {
    this.settings = settings;
    this.secrets = secrets;
    this.data = data;
    this.parts = new Parts(data, settings, new LocalProperties(settings.ports(), secrets), time);
  }

  /**
   * Starts everything; what had started is stopped again when a part cannot start.
   *
   * @throws CannotStart when the data or a port is in use
   */
  public static LocalPlatform start(LocalSettings settings, Progress progress) {
    DataFolder data = DataFolder.take(settings.data(), settings.reset());
    LocalPlatform platform = new LocalPlatform(settings, Secrets.in(data.of("secrets.env")), data);
    try {
      settings.ports().requireFree();
      platform.startParts(progress);
      return platform;
    } catch (RuntimeException e) {
      platform.close();
      throw e;
    }
  }

  private void startParts(Progress progress) {
    secrets.keep();
    parts.start(Part.STORE);
    progress.step("存储已就绪", "store ready");
    parts.start(Part.BROKER, Part.IDENTITY);
    progress.step("消息与身份服务已就绪", "broker and identity ready");
    parts.start(Part.GROUP_SERVICE, Part.REPORT_GATEWAY);
    progress.step("各服务已就绪", "services ready");
  }

  /** Stops one part while the others go on, as a fault or an update would. */
  public void stop(Part part) {
    parts.stop(part);
  }

  /** Starts one part that was stopped. */
  public void start(Part part) {
    parts.start(part);
  }

  public LocalSettings settings() {
    return settings;
  }

  /** Fills the platform with the sample district, unless that was done before. */
  public void fillWithSample(Progress progress) {
    SampleMark mark = new SampleMark(settings.data());
    if (mark.isDone()) {
      return;
    }
    progress.step("正在装入示例区", "filling in the sample district");
    try {
      pass(new SampleWeeks(mark.begunOn(today()), SampleWeeks.ALL), mark);
    } finally {
      time.show(today());
    }
    mark.done();
    progress.step("示例区已装入", "sample district filled in");
  }

  /** The sample's last weeks, one after the other; those that passed before are over. */
  private void pass(SampleWeeks weeks, SampleMark mark) {
    SampleDistrict sample = sample(weeks);
    sample.setUp();
    for (LocalDate day : weeks.days()) {
      if (!mark.isOver(day)) {
        time.show(day);
        sample.pass(day);
        mark.over(day);
      }
    }
  }

  /** The sample district as of today, to be filled in town by town. */
  public SampleDistrict sample() {
    return sample(new SampleWeeks(today(), 0));
  }

  private SampleDistrict sample(SampleWeeks weeks) {
    return new SampleDistrict(
        addresses(),
        client(SampleAccounts.SETUP),
        town -> client(SampleAccounts.townSystem(town)),
        weeks);
  }

  private static LocalDate today() {
    return LocalDate.now(LocalSettings.ZONE);
  }

  /** Where the parts are reached. */
  public PlatformAddresses addresses() {
    return new PlatformAddresses(
        address(settings.ports().gateway()),
        address(settings.ports().group()),
        address(settings.ports().identity()));
  }

  private static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** A client of the platform with a system's own secret. */
  public PlatformClient client(SampleAccounts.TownSystem system) {
    return new PlatformClient(addresses().identity(), system.client(), secret(system.secretName()));
  }

  /** A generated secret of this installation by its name, for example {@code XINDIAN_SECRET}. */
  public String secret(String name) {
    return secrets.get(name);
  }

  /** Services first, so that nothing asks a part that is gone. */
  @Override
  public synchronized void close() {
    parts.stop(Part.GROUP_SERVICE, Part.REPORT_GATEWAY);
    parts.stop(Part.IDENTITY);
    parts.stop(Part.BROKER);
    parts.stop(Part.STORE);
    data.close();
  }
}
