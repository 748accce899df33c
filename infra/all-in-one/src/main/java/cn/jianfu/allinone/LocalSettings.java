package cn.jianfu.allinone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How to run the platform on one machine.
 *
 * @param data folder in which everything is kept
 * @param reset whether to empty it first
 * @param sample whether to fill an empty platform with the sample district
 * @param ports where to listen, on the loopback address
 */
public record LocalSettings(Path data, boolean reset, boolean sample, Ports ports) {

  /** The district's zone. */
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** TCP ports; each differs from the others. */
  public record Ports(int gateway, int group, int identity, int broker, int store) {

    private static final int FIRST_FREE = 20_000;
    private static final int FREE_PORTS = 10_000;

    /** Processes side by side begin at different places. */
    private static final AtomicInteger NEXT_FREE =
        new AtomicInteger((int) (ProcessHandle.current().pid() * 101 % FREE_PORTS));

    /** The usual ones, or those that {@code jianfu.port.<part>} names. */
    static Ports fromSystemProperties() {
      return new Ports(
          Integer.getInteger("jianfu.port.gateway", 8080),
          Integer.getInteger("jianfu.port.group", 8081),
          Integer.getInteger("jianfu.port.identity", 9000),
          Integer.getInteger("jianfu.port.broker", 9092),
          Integer.getInteger("jianfu.port.store", 27017));
    }

    /**
     * Any ports that are free now. They lie below those that systems give to outgoing connections,
     * of which the platform opens many before its last part listens.
     */
    public static Ports free() {
      return new Ports(anyFree(), anyFree(), anyFree(), anyFree(), anyFree());
    }

    /** One of them, which is given to nobody else. */
    public static int anyFree() {
      for (int tried = 0; tried < FREE_PORTS; tried++) {
        int port = FIRST_FREE + Math.floorMod(NEXT_FREE.getAndIncrement(), FREE_PORTS);
        if (isFree(port)) {
          return port;
        }
      }
      throw new IllegalStateException("No port is free from " + FIRST_FREE);
    }

    private static boolean isFree(int port) {
      try (ServerSocket socket = new ServerSocket()) {
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return true;
      } catch (IOException _) {
        return false;
      }
    }

    /**
     * Looks at each port before anything is started.
     *
     * @throws CannotStart naming the port that another program has
     */
    void requireFree() {
      for (int port : new int[] {gateway, group, identity, broker, store}) {
        if (!isFree(port)) {
          throw new CannotStart(
              "Port "
                  + port
                  + " on 127.0.0.1 is in use by another program. Is the platform already running?"
                  + " Other ports: -Djianfu.port.gateway= group= identity= broker= store=.");
        }
      }
    }
  }

  /** From system properties: {@code jianfu.data}, {@code jianfu.reset}, {@code jianfu.sample}. */
  static LocalSettings fromSystemProperties() {
    return new LocalSettings(
        Path.of(System.getProperty("jianfu.data", "data")).toAbsolutePath().normalize(),
        flag("jianfu.reset", false),
        flag("jianfu.sample", true),
        Ports.fromSystemProperties());
  }

  /** A flag is on when it is given without a value, as in {@code -Djianfu.reset}. */
  private static boolean flag(String name, boolean otherwise) {
    String value = System.getProperty(name);
    return value == null ? otherwise : !value.equalsIgnoreCase("false");
  }
}
