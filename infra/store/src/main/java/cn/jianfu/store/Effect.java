package cn.jianfu.store;

import java.util.List;
import java.util.function.Supplier;

/** What a command did to a collection: enough to do it again, with nothing left to decide. */
sealed interface Effect {
  String collection();

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Put(String collection, long position, byte[] content) implements Effect {}

  record Remove(String collection, long position) implements Effect {}

  record Drop(String collection) implements Effect {}

  /** Takes effects in the order in which they were applied. */
  interface Log {
    /** Appends effects that belong together; all of them or none survive a crash. */
    void append(List<Effect> effects);

    /** Runs the work and appends all the effects of this thread as one. */
    <T> T together(Supplier<T> work);
  }

  /** The log of a store that lives in memory only. */
  Log NOWHERE =
      new Log() {
        @Override
        public void append(List<Effect> effects) {}

        @Override
        public <T> T together(Supplier<T> work) {
          return work.get();
        }
      };
}
