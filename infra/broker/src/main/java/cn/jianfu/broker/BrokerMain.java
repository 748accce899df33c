package cn.jianfu.broker;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Runs one broker as a process: {@code --folder=… --host=… --port=…}, or JIANFU_BROKER_FOLDER. */
public final class BrokerMain {

  private BrokerMain() {}

  public static void main(String[] args) {
    try {
      InProcessBroker broker = InProcessBroker.start(settings(args, System.getenv()));
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-stop"));
      broker.failure().thenAccept(BrokerMain::giveUp);
      System.out.println("broker ready at " + broker.bootstrapServers());
    } catch (BrokerException | IllegalArgumentException refused) {
      giveUp(String.valueOf(refused.getMessage()));
    }
  }

  static BrokerSettings settings(String[] args, Map<String, String> environment) {
    String folder = option("folder", args, environment, "data/broker");
    String host = option("host", args, environment, "127.0.0.1");
    String port = option("port", args, environment, "9092");
    return BrokerSettings.in(Path.of(folder)).host(host).port(number(port));
  }

  private static int number(String port) {
    try {
      return Integer.parseInt(port);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException("port '" + port + "' is not a number", notANumber);
    }
  }

  private static String option(
      String name, String[] args, Map<String, String> environment, String otherwise) {
    String prefix = "--" + name + "=";
    for (String arg : args) {
      if (arg.startsWith(prefix)) {
        return arg.substring(prefix.length());
      }
    }
    return environment.getOrDefault("JIANFU_BROKER_" + name.toUpperCase(Locale.ROOT), otherwise);
  }

  /** Halts, because a failed broker's threads would keep an exiting JVM waiting. */
  private static void giveUp(String reason) {
    System.err.println(reason);
    System.err.flush();
    Runtime.getRuntime().halt(1);
  }
}
