package cn.jianfu.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log on disk. One thread writes all that has come in as one record and forces it; meanwhile
 * the next comes in. Who wrote or read something that is not yet forced is answered after the
 * force. When the disk fails, nothing is accepted any more.
 */
final class Journal implements Effect.Log, Durability, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final int UNKNOWN_ERROR = 8;
  private static final ScopedValue<List<Effect>> TOGETHER = ScopedValue.newInstance();

  private record Waiting(long forces, Consumer<@Nullable Document> answer) {}

  /** Writes effects so that they outlive the process. */
  interface Target {
    void write(List<Effect> effects) throws IOException;
  }

  private final Target target;
  private final Thread writer;

  // Guarded by this.
  private List<Effect> pending = new ArrayList<>();
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private long forcesBegun;
  private long forcesDone;
  private boolean closing;
  private @Nullable Document failure;

  Journal(Target target) {
    this.target = target;
    this.writer = Thread.ofPlatform().name("store-journal").start(this::write);
  }

  @Override
  public void append(List<Effect> effects) {
    if (TOGETHER.isBound()) {
      TOGETHER.get().addAll(effects);
      return;
    }
    synchronized (this) {
      pending.addAll(effects);
      notifyAll();
    }
  }

  @Override
  public <T> T together(Supplier<T> work) {
    if (TOGETHER.isBound()) {
      return work.get();
    }
    List<Effect> effects = new ArrayList<>();
    try {
      return ScopedValue.where(TOGETHER, effects).call(work::get);
    } finally {
      append(effects);
    }
  }

  @Override
  public void whenDurable(Consumer<@Nullable Document> answer) {
    Document failed;
    synchronized (this) {
      long needed = pending.isEmpty() ? forcesBegun : forcesBegun + 1;
      if (failure == null && needed > forcesDone) {
        waiting.add(new Waiting(needed, answer));
        return;
      }
      failed = failure;
    }
    answer.accept(failed);
  }

  private void write() {
    try {
      List<Effect> batch = nextBatch();
      while (!batch.isEmpty()) {
        target.write(batch);
        forced().forEach(each -> answer(each, null));
        batch = nextBatch();
      }
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      LOG.error("the store cannot write its journal and accepts nothing any more", e);
      Document failed =
          Replies.failure(
              new MongoServerError(
                  UNKNOWN_ERROR, "UnknownError", "the store cannot write its journal: " + e));
      failed(failed).forEach(each -> answer(each, failed));
    }
  }

  /** An answer that cannot be given is not a journal that cannot be written. */
  private static void answer(Waiting waiting, @Nullable Document failed) {
    try {
      waiting.answer.accept(failed);
    } catch (RuntimeException e) {
      LOG.debug("an answer was not wanted any more", e);
    }
  }

  /** Waits for something to write; empty at the end. */
  private synchronized List<Effect> nextBatch() throws InterruptedException {
    while (pending.isEmpty() && !closing) {
      wait();
    }
    List<Effect> batch = pending;
    pending = new ArrayList<>();
    forcesBegun += batch.isEmpty() ? 0 : 1;
    return batch;
  }

  private synchronized List<Waiting> forced() {
    forcesDone = forcesBegun;
    List<Waiting> done = new ArrayList<>();
    while (!waiting.isEmpty() && waiting.element().forces <= forcesDone) {
      done.add(waiting.remove());
    }
    return done;
  }

  private synchronized List<Waiting> failed(Document failed) {
    failure = failed;
    List<Waiting> all = new ArrayList<>(waiting);
    waiting.clear();
    return all;
  }

  /** Writes what has come in and ends. */
  @Override
  public void close() {
    synchronized (this) {
      closing = true;
      notifyAll();
    }
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
