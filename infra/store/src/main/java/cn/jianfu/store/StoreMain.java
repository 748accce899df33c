package cn.jianfu.store;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * The store as a process of its own: {@code StoreMain <folder> <port> [address]}, or the same as
 * JIANFU_STORE_FOLDER, JIANFU_STORE_PORT and JIANFU_STORE_ADDRESS.
 */
public final class StoreMain {
  private StoreMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    String folder = setting(arguments, 0, "JIANFU_STORE_FOLDER", "data/store");
    int port = Integer.parseInt(setting(arguments, 1, "JIANFU_STORE_PORT", "27017"));
    String address = setting(arguments, 2, "JIANFU_STORE_ADDRESS", "127.0.0.1");
    StoreSettings settings =
        StoreSettings.in(Path.of(folder), port).bound(new InetSocketAddress(address, port));
    String journalBytes = System.getenv("JIANFU_STORE_JOURNAL_BYTES");
    if (journalBytes != null) {
      settings = settings.withJournalBytes(Long.parseLong(journalBytes));
    }
    InProcessStore store;
    try {
      store = InProcessStore.open(settings);
    } catch (RuntimeException e) {
      System.err.println(e.getMessage());
      System.exit(1);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(store::close, "store-shutdown"));
    System.out.println("store ready at " + store.connectionString());
    // What MongoDB says there, for tools that wait for it.
    System.out.println("waiting for connections");
    new CountDownLatch(1).await();
  }

  private static String setting(String[] arguments, int place, String variable, String otherwise) {
    return arguments.length > place
        ? arguments[place]
        : System.getenv().getOrDefault(variable, otherwise);
  }
}
