package cn.jianfu.messaging;

import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.concurrent.atomic.AtomicInteger;

/** A MongoDB-compatible store for tests; each test takes a database of its own. */
public final class TestStore {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final InProcessStore STORE = InProcessStore.open(StoreSettings.inMemory());
  private static final MongoClient CLIENT = client();
  private static final MongoClient ANOTHER = client();

  private TestStore() {}

  public static MongoDatabase database() {
    return CLIENT.getDatabase("test" + DATABASES.incrementAndGet());
  }

  /** The same database by the connections and threads of another process. */
  public static MongoDatabase elsewhere(MongoDatabase database) {
    return ANOTHER.getDatabase(database.getName());
  }

  private static MongoClient client() {
    return MongoClients.create(STORE.connectionString());
  }
}
