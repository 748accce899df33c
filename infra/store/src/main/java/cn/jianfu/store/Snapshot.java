package cn.jianfu.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Writes all rows beside the running writers. What changes meanwhile is in the journal that follows
 * the snapshot, and doing it again changes nothing; the snapshot counts only once that is forced.
 */
final class Snapshot {
  private static final int RECORD_BYTES = 1 << 20;

  private final Supplier<Collection<StoreCollection>> collections;
  private final Durability durability;

  Snapshot(Supplier<Collection<StoreCollection>> collections, Durability durability) {
    this.collections = collections;
    this.durability = durability;
  }

  /** Returns false when it was abandoned. */
  boolean write(Path path, BooleanSupplier abandoned) throws IOException {
    try (RecordFile file = RecordFile.createHidden(path, 1)) {
      for (StoreCollection collection : collections.get()) {
        write(collection, file, abandoned);
      }
      file.append(List.of());
      file.force();
    }
    CompletableFuture<Boolean> durable = new CompletableFuture<>();
    durability.whenDurable(failure -> durable.complete(failure == null));
    if (abandoned.getAsBoolean() || !durable.join()) {
      return false;
    }
    RecordFile.publish(path);
    return true;
  }

  private static void write(StoreCollection collection, RecordFile file, BooleanSupplier abandoned)
      throws IOException {
    List<Effect> effects = new ArrayList<>();
    long bytes = 0;
    for (Effect.Put put : collection.rows()) {
      effects.add(put);
      bytes += put.content().length;
      if (bytes >= RECORD_BYTES) {
        file.append(effects);
        effects = new ArrayList<>();
        bytes = 0;
      }
      if (abandoned.getAsBoolean()) {
        return;
      }
    }
    if (!effects.isEmpty()) {
      file.append(effects);
    }
  }
}
