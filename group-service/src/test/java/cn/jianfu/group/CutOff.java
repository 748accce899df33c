package cn.jianfu.group;

import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Mono;

/**
 * Writes that are lost from a certain one on, as if the process had been killed there; to some
 * collections only, so that what goes on besides goes on.
 */
public final class CutOff {

  private static final Set<String> WRITES =
      Set.of(
          "insertOne",
          "insertMany",
          "updateOne",
          "updateMany",
          "replaceOne",
          "deleteOne",
          "deleteMany",
          "bulkWrite",
          "findOneAndUpdate");

  private final Set<String> collections;
  private final AtomicInteger left = new AtomicInteger();
  private volatile String at = "";

  public CutOff(String... collections) {
    this.collections = Set.of(collections);
  }

  /** So many writes to the collection are done yet, and then none to any. */
  public void at(String collection, int writes) {
    left.set(writes);
    at = collection;
  }

  /** As if it had been started again; whether something was lost. */
  public boolean over() {
    at = "";
    return left.get() < 0;
  }

  void into(ConfigurableApplicationContext context) {
    context
        .getBeanFactory()
        .addBeanPostProcessor(
            new BeanPostProcessor() {
              @Override
              public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof MongoDatabase database
                    ? proxy(MongoDatabase.class, (_, method, args) -> of(database, method, args))
                    : bean;
              }
            });
  }

  private Object of(MongoDatabase database, Method method, Object[] args) throws Throwable {
    return watched(call(database, method, args));
  }

  private Object of(MongoCollection<?> collection, Method method, Object[] args) throws Throwable {
    String name = collection.getNamespace().getCollectionName();
    if (WRITES.contains(method.getName()) && collections.contains(name)) {
      Object writing = call(collection, method, args);
      return Mono.defer(
          () -> isLost(name) ? Mono.error(new MongoException("cut off")) : from(writing));
    }
    return watched(call(collection, method, args));
  }

  private static Mono<?> from(Object publisher) {
    return Mono.from((org.reactivestreams.Publisher<?>) publisher);
  }

  private boolean isLost(String collection) {
    String now = at;
    if (now.isEmpty()) {
      return false;
    }
    return left.get() < 0 || (now.equals(collection) && left.decrementAndGet() < 0);
  }

  private Object watched(Object result) {
    return result instanceof MongoCollection<?> collection
        ? proxy(MongoCollection.class, (_, method, args) -> of(collection, method, args))
        : result;
  }

  private static Object call(Object target, Method method, Object[] args) throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private static Object proxy(Class<?> type, InvocationHandler handler) {
    return Proxy.newProxyInstance(CutOff.class.getClassLoader(), new Class<?>[] {type}, handler);
  }
}
