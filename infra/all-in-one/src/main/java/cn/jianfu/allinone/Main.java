package cn.jianfu.allinone;

import java.util.logging.LogManager;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Starts the platform on one machine and leaves it running until it is told to stop. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    // One logging configuration for the JVM, not one for each context.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    LocalSettings settings = LocalSettings.fromSystemProperties();
    System.setProperty("jianfu.log.folder", settings.data().resolve("logs").toString());
    LogManager.getLogManager().reset();
    SLF4JBridgeHandler.install();
    Progress progress = new Progress(System.out);
    Parent.endsThisOne();
    try {
      LocalPlatform platform = LocalPlatform.start(settings, progress);
      Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "stop"));
      if (settings.sample()) {
        platform.fillWithSample(progress);
      }
      Welcome.to(platform).forEach(progress::say);
    } catch (CannotStart e) {
      System.err.println(e.getMessage());
      System.exit(1);
    } catch (RuntimeException e) {
      e.printStackTrace(System.err);
      System.exit(1);
    }
  }
}
