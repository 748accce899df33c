package cn.jianfu.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says when everything that a command has seen or done can no longer be lost. */
interface Durability {
  Durability AT_ONCE = answer -> answer.accept(null);

  /** Calls back with null when it is durable, or with the failure to answer instead. */
  void whenDurable(Consumer<@Nullable Document> answer);
}
