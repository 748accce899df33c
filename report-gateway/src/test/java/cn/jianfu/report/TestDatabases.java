package cn.jianfu.report;

import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.concurrent.atomic.AtomicInteger;

/** Databases of a store in memory, one for whoever asks. */
public final class TestDatabases {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final InProcessStore STORE = InProcessStore.open(StoreSettings.inMemory());
  private static final MongoClient CLIENT = MongoClients.create(STORE.connectionString());

  private TestDatabases() {}

  public static MongoDatabase fresh() {
    return CLIENT.getDatabase("test" + COUNT.incrementAndGet());
  }

  /** The address of a database, for programs that connect by themselves. */
  public static String uri(MongoDatabase database) {
    return STORE.connectionString().replaceAll("/$", "") + "/" + database.getName();
  }
}
