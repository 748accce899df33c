package cn.jianfu.store;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the store listens and keeps its data.
 *
 * @param folder the folder of the journal; without one everything is in memory only
 * @param bind the address to listen on; port 0 takes any free one
 */
public record StoreSettings(@Nullable Path folder, InetSocketAddress bind) {

  public static StoreSettings inMemory() {
    return new StoreSettings(null, loopback(0));
  }

  public static StoreSettings in(Path folder, int port) {
    return new StoreSettings(folder, loopback(port));
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
