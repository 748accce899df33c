package cn.jianfu.acceptance;

import cn.jianfu.allinone.LocalPlatform;
import cn.jianfu.allinone.LocalSettings;
import cn.jianfu.allinone.LocalSettings.Ports;
import cn.jianfu.allinone.Part;
import cn.jianfu.allinone.Progress;
import cn.jianfu.allinone.SampleAccounts.TownSystem;
import cn.jianfu.allinone.sample.PlatformAddresses;
import cn.jianfu.allinone.sample.PlatformClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;

/** The parts in this JVM, on ports of the loopback address. */
record OneJvm(LocalPlatform platform, Map<String, String> settings) implements RunningPlatform {

  static OneJvm start(String name, Map<String, String> settings) {
    settings.forEach(System::setProperty);
    Path data = Path.of("target", name + "-data").toAbsolutePath();
    return new OneJvm(
        LocalPlatform.start(
            new LocalSettings(data, true, false, Ports.free()), new Progress(System.out)),
        settings);
  }

  @Override
  public PlatformAddresses addresses() {
    return platform.addresses();
  }

  @Override
  public String broker() {
    return "127.0.0.1:" + platform.settings().ports().broker();
  }

  @Override
  public PlatformClient client(TownSystem system) {
    return platform.client(system);
  }

  @Override
  public String secret(String name) {
    return platform.secret(name);
  }

  @Override
  public void stop(Part part) {
    platform.stop(part);
  }

  @Override
  public void start(Part part) {
    platform.start(part);
  }

  @Override
  public boolean runs(Part part) {
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), portOf(part))) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private int portOf(Part part) {
    Ports ports = platform.settings().ports();
    return switch (part) {
      case STORE -> ports.store();
      case BROKER -> ports.broker();
      case IDENTITY -> ports.identity();
      case GROUP_SERVICE -> ports.group();
      case REPORT_GATEWAY -> ports.gateway();
    };
  }

  @Override
  public void close() {
    settings.keySet().forEach(System::clearProperty);
    platform.close();
  }
}
