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
  private static final MongoClient CLIENT = start();

  private TestStore() {}

  public static MongoDatabase database() {
    return CLIENT.getDatabase("test" + DATABASES.incrementAndGet());
  }

  private static MongoClient start() {
    return MongoClients.create(InProcessStore.open(StoreSettings.inMemory()).connectionString());
  }
}
