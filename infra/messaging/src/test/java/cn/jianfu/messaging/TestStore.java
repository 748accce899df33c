package cn.jianfu.messaging;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
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
    MongoServer server = new MongoServer(new MemoryBackend());
    return MongoClients.create(server.bindAndGetConnectionString());
  }
}
