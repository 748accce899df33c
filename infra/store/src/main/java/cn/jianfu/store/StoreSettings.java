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
 * @param journalBytes the size from which a journal is replaced by a snapshot, if it has also grown
 *     as large as the last snapshot
 */
public record StoreSettings(@Nullable Path folder, InetSocketAddress bind, long journalBytes) {
  private static final long JOURNAL_BYTES = 64L << 20;

  public static StoreSettings inMemory() {
    return new StoreSettings(null, loopback(0), JOURNAL_BYTES);
  }

  /** In a folder, on the loopback address only. */
  public static StoreSettings in(Path folder, int port) {
    return new StoreSettings(folder, loopback(port), JOURNAL_BYTES);
  }

  public StoreSettings bound(InetSocketAddress address) {
    return new StoreSettings(folder, address, journalBytes);
  }

  public StoreSettings withJournalBytes(long bytes) {
    return new StoreSettings(folder, bind, bytes);
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
