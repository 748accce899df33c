package cn.jianfu.messaging.topic;

import java.util.function.Consumer;

/** Adds up what the readers of a replay have done. */
final class ReplayTally {

  private final long all;
  private final Consumer<ReplayProgress> progress;
  private long read;
  private long undecodable;

  ReplayTally(long all, Consumer<ReplayProgress> progress) {
    this.all = all;
    this.progress = progress;
  }

  synchronized void read(long records, long leftOut) {
    read += records;
    undecodable += leftOut;
    if (records > 0) {
      progress.accept(new ReplayProgress(read, all, undecodable));
    }
  }
}
