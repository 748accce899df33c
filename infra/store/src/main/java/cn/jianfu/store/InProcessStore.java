package cn.jianfu.store;

import java.net.InetSocketAddress;

/** A running store; closing it forces everything to the disk and frees folder and port. */
public final class InProcessStore implements AutoCloseable {
  private final StoreServer server;

  private InProcessStore(StoreServer server) {
    this.server = server;
  }

  /** Opens the folder, reads it back and listens. */
  public static InProcessStore open(StoreSettings settings) {
    StoreBackend backend = new StoreBackend(new Recovered(), Effect.NOWHERE);
    return new InProcessStore(new StoreServer(settings.bind(), backend, Durability.AT_ONCE));
  }

  public InetSocketAddress address() {
    return server.address();
  }

  public String connectionString() {
    InetSocketAddress address = address();
    return "mongodb://%s:%d".formatted(address.getAddress().getHostAddress(), address.getPort());
  }

  @Override
  public void close() {
    server.close();
  }
}
